import { acceptedExtensions } from '../foundation/files/index.ts'
import {
  Band,
  Button,
  Choices,
  Disclosure,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  LinkButton,
  Notice,
  Scene,
  TextArea,
} from '../foundation/ui/index.ts'
import { FIELDS } from './attachment.ts'
import { flyerDeskUrl } from './flyer.desk.page.tsx'
import { DRAWINGS, isDrawing } from './flyer.picture.store.ts'
import { type Fact, FLYER_GUIDE, type FlyerLine, type FlyerPicture, factSource, lineWord } from './flyer.ts'
import type { Practice } from './practice.ts'
import { isPublishable, type Quote } from './quote.ts'

export interface LineEdit {
  practice: Practice
  line: FlyerLine
  text: string
  chosen: string[]
  facts: Fact[]
  quotes: Quote[]
  /** What this line rests on and what changed since someone looked. */
  changed: { id: string; now: Fact | undefined }[]
  /** The text is a rough start we took from the description. */
  suggested: boolean
  errors: FieldError[]
  theirs: string | undefined
}

const short = (text: string): string => (text.length > 150 ? `${text.slice(0, 148)}…` : text)

/** One line of the flyer with everything it rests on. */
export function LineEditPage(view: LineEdit) {
  const { practice, line, changed, errors, theirs } = view
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{practice.title} · flyer</p>
        <Heading level={1}>{lineWord(line.name)}</Heading>
      </Band>
      <Band narrow>
        <ErrorSummary errors={errors} />
        {theirs === undefined ? null : (
          <Notice tone="warning" title="Iemand anders bewaarde deze regel terwijl jij schreef">
            <p>Jouw tekst staat hieronder en is nog niet bewaard. Dit schreef de ander:</p>
            <p class="as-typed">{theirs}</p>
          </Notice>
        )}
        {changed.length > 0 ? <Amber practice={practice} line={line} changed={changed} /> : null}
        {line.name === 'quote' ? <QuoteChoice {...view} /> : <Editor {...view} />}
        <p>
          <LinkButton href={flyerDeskUrl(practice)} kind="subtle">
            Terug naar de flyer
          </LinkButton>
        </p>
      </Band>
    </>
  )
}

function Amber({ practice, line, changed }: Pick<LineEdit, 'practice' | 'line' | 'changed'>) {
  return (
    <Notice tone="warning" title="Er veranderde iets waar deze regel op rust">
      <p>Dit staat er nu:</p>
      <ul>
        {changed.map(({ now }) => (
          <li>
            {now ? (
              <>
                <strong>{factSource(now)}:</strong> {now.label}
              </>
            ) : (
              'Een alinea die er niet meer is.'
            )}
          </li>
        ))}
      </ul>
      <p>Klopt de regel nog? Zeg dat dan. Zo niet, schrijf hem hieronder opnieuw.</p>
      <Form action={flyerDeskUrl(practice, `${FLYER_GUIDE[line.name].place}/bevestiging`)}>
        <input type="hidden" name="versie" value={String(line.version)} />
        <Button kind="secondary">De regel klopt nog</Button>
      </Form>
    </Notice>
  )
}

function Editor({ practice, line, text, chosen, facts, errors, suggested }: LineEdit) {
  const { place, question, most } = FLYER_GUIDE[line.name]
  const error = errorFor(errors, 'tekst')
  return (
    <Form action={flyerDeskUrl(practice, place)}>
      <input type="hidden" name="versie" value={String(line.version)} />
      <TextArea
        label={question}
        hint={`Er passen ${most} tekens.${suggested ? ' Wat hier staat is een begin uit de beschrijving. Maak er je eigen zin van.' : ''}`}
        name="tekst"
        rows={line.name === 'headline' ? 2 : 7}
        value={text}
        {...(error ? { error } : {})}
      />
      <FactChoices facts={facts} chosen={chosen} error={errorFor(errors, 'feiten[]')} />
      <Button>Bewaar</Button>
    </Form>
  )
}

/** Facts by where they stand; the chosen ones lie open. */
function FactChoices(props: { facts: Fact[]; chosen: string[]; error: string | undefined }) {
  const { facts, chosen, error } = props
  const sources = [...new Set(facts.map(factSource))]
  return (
    <fieldset class="flyer-facts" aria-describedby={error ? 'veld-feiten-fout' : undefined}>
      <legend class="utrecht-form-label">Waar rust deze regel op?</legend>
      {error ? (
        <p class="utrecht-form-field-error-message" id="veld-feiten-fout">
          {error}
        </p>
      ) : null}
      {sources.map((source, index) => {
        const here = facts.filter((fact) => factSource(fact) === source)
        const count = here.filter(({ id }) => chosen.includes(id)).length
        return (
          <Disclosure
            summary={`${source}${count > 0 ? ` (${count} gekozen)` : ''}`}
            open={count > 0 || (index === 0 && Boolean(error))}
          >
            <Choices
              type="checkbox"
              legend={<span class="hidden">{source}</span>}
              name="feiten[]"
              id={index === 0 ? 'veld-feiten' : `veld-feiten-deel${index}`}
              value={chosen}
              options={here.map(({ id, label }) => ({ value: id, label: short(label) }))}
            />
          </Disclosure>
        )
      })}
    </fieldset>
  )
}

function QuoteChoice({ practice, line, quotes, errors, chosen }: LineEdit) {
  const agreed = quotes.filter(isPublishable)
  const error = errorFor(errors, 'citaat')
  if (agreed.length === 0)
    return <p>Er is nog geen citaat met akkoord. De flyer kan zonder; er staat dan een zin over de praktijk.</p>
  return (
    <Form action={flyerDeskUrl(practice, FLYER_GUIDE.quote.place)}>
      <input type="hidden" name="versie" value={String(line.version)} />
      <Choices
        type="radio"
        legend={FLYER_GUIDE.quote.question}
        hint="Trekt iemand het citaat later in, dan verdwijnt het ook van de flyer."
        name="citaat"
        big
        value={chosen[0] ?? line.quote ?? ''}
        {...(error ? { error } : {})}
        options={[
          ...agreed.map(({ id, utterance, attribution }) => ({
            value: id,
            label: `“${utterance.text ?? ''}”${attribution?.text ? ` (${attribution.text})` : ''}`,
          })),
          { value: '', label: 'Geen citaat', apart: true },
        ]}
      />
      <Button>Bewaar</Button>
    </Form>
  )
}

export interface PictureEdit {
  practice: Practice
  picture: FlyerPicture
  /** Mark of this picture, which comes back with the choice. */
  mark: string
  /** A colleague chose another picture in the meantime. */
  overtaken: boolean
  typed: Record<string, string | string[] | undefined>
  errors: FieldError[]
}

/** The picture of the flyer: a drawing of ours, or one that is sent. */
export function PictureEditPage({ practice, picture, mark, overtaken, typed, errors }: PictureEdit) {
  const now = 'drawing' in picture ? picture.drawing : 'blijft'
  const drawings = Object.keys(DRAWINGS).filter(isDrawing)
  const same = (name: string, value: string) => {
    const error = errorFor(errors, name)
    return { name, value: typed[name] ?? value, ...(error ? { error } : {}) }
  }
  const fileError = errorFor(errors, FIELDS.file)
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{practice.title} · flyer</p>
        <Heading level={1}>Beeld</Heading>
      </Band>
      <Band narrow>
        <ErrorSummary errors={errors} />
        {overtaken ? (
          <Notice tone="warning" title="Iemand anders koos een beeld terwijl jij keek">
            <p>Jouw keuze is nog niet bewaard. Koos je een foto, zet die er dan opnieuw bij. De ander koos:</p>
            <p class="as-typed">
              {'drawing' in picture ? 'Onze tekening' : 'Een foto'}: {picture.alt}
            </p>
          </Notice>
        ) : null}
        <Form action={flyerDeskUrl(practice, 'beeld')} enctype="multipart/form-data">
          <input type="hidden" name="gezien" value={mark} />
          <Choices
            type="radio"
            legend="Wat staat er voorop?"
            {...same('beeld', now)}
            options={[
              ...drawings.map((name) => ({
                value: name,
                label: (
                  <span class="flyer-drawing">
                    <Scene name={name} /> <span class="flyer-drawing__words">{DRAWINGS[name]}</span>
                  </span>
                ),
              })),
              ...('file' in picture ? [{ value: 'blijft', label: `De foto die er nu staat: ${picture.alt}` }] : []),
              { value: 'foto', label: 'Een nieuwe foto', hint: 'Kies hem hieronder.' },
            ]}
          />
          <Field
            type="file"
            name={FIELDS.file}
            label="Foto"
            optional
            accept={acceptedExtensions(['jpeg', 'png', 'webp'])}
            hint="Alleen als iedereen die erop staat het goedvindt. De plek en het moment waarop hij gemaakt is, halen we eruit."
            {...(fileError ? { error: fileError } : {})}
          />
          <TextArea label="Wat is er te zien?" rows={2} maxlength={240} {...same('alt', picture.alt)} />
          <Field label="Wie maakte de foto?" optional maxlength={120} {...same('credit', picture.credit)} />
          <Button>Bewaar</Button>
        </Form>
        <p>
          <LinkButton href={flyerDeskUrl(practice)} kind="subtle">
            Terug naar de flyer
          </LinkButton>
        </p>
      </Band>
    </>
  )
}
