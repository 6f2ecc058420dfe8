import { yearLater } from '../foundation/day.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Badge,
  Band,
  Button,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Rows,
  Select,
  TextArea,
} from '../foundation/ui/index.ts'
import { callTitle, type ListedCall, periodWords, stateWord } from './call.page.tsx'
import type { CriteriaEdition } from './call.store.ts'
import type { Call } from './call.ts'
import { THEMES_PER_CALL, type Theme, type ThemeProposal } from './theme.ts'

const numbers = Array.from({ length: THEMES_PER_CALL }, (_, index) => index + 1)

/** A call as the form shows it. */
export const callTyped = (call: Call, themes: Theme[]): Typed => ({
  jaar: String(call.year),
  titel: call.title,
  tekst: call.intro,
  contact: call.contact,
  opent: call.opensOn,
  sluit: call.closesOn,
  criteria: call.criteria,
  lijst: call.vocabulary,
  bron: call.source,
  ...Object.fromEntries(
    numbers.flatMap((number): [string, string][] => {
      const theme = themes[number - 1]
      return [
        [`thema${number}`, theme?.name ?? ''],
        [`uitleg${number}`, theme?.explanation ?? ''],
        [`voorstel${number}`, theme?.proposal ?? ''],
      ]
    }),
  ),
})

/** Next year's call as it begins: the last one, a year on, without its themes. */
export function nextCallTyped(last: Call | undefined, year: number): Typed {
  if (!last) return { jaar: String(year) }
  const { bron: _, ...typed } = callTyped(last, [])
  const next = Math.max(year, last.year + 1)
  return {
    ...typed,
    jaar: String(next),
    titel: last.title.replaceAll(String(last.year), String(next)),
    opent: moved(last.opensOn, next - last.year),
    sluit: moved(last.closesOn, next - last.year),
  }
}

const moved = (day: string, years: number): string =>
  Array.from({ length: years }).reduce((from: string) => yearLater(from), day)

/** Every call, with drafts on top. */
export function CallDeskPage({ calls, waiting }: { calls: ListedCall[]; waiting: number }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Oproepen</Heading>
        <Lead>Een oproep maak je van die van vorig jaar. Kies eerst de thema’s.</Lead>
        <p>
          <LinkButton href="/redactie/oproepen/nieuw">Maak de volgende oproep</LinkButton>
        </p>
        <p>
          <a href="/redactie/themas">
            Themavoorstellen{waiting > 0 ? `: ${waiting === 1 ? 'één wacht' : `${waiting} wachten`}` : ''}
          </a>
        </p>
      </Band>
      <Band>
        <Rows
          items={calls.map(({ call, state, themes }) => ({
            href: state === 'draft' ? `/redactie/oproepen/${call.slug}` : `/oproepen/${call.slug}`,
            title: callTitle(call),
            badge: (
              <Badge tone={state === 'open' ? 'ok' : state === 'draft' ? 'warn' : 'plain'}>{stateWord(state)}</Badge>
            ),
            text: `Open ${periodWords(call)}. ${themes.map(({ name }) => name).join(' · ') || 'Nog geen thema’s.'}`,
          }))}
        />
      </Band>
    </>
  )
}

interface EditProps {
  /** Undefined while it is new. */
  call: Call | undefined
  version: number
  typed: Typed
  errors: FieldError[]
  saved: boolean
  conflict: { label: string; theirs: string; mine: string }[] | undefined
  editions: CriteriaEdition[]
  vocabularies: { slug: string; name: string }[]
  /** Chosen for the year of this call. */
  proposals: ThemeProposal[]
}

/** The words on screen of each field of a call, for the page with both texts. */
export const CALL_LABELS: Record<string, string> = {
  jaar: 'Jaar',
  titel: 'Titel',
  tekst: 'Tekst van de oproep',
  contact: 'Contact',
  opent: 'Eerste dag',
  sluit: 'Laatste dag',
  criteria: 'Criteria',
  lijst: 'Lijst met velden',
  bron: 'Bron',
  ...Object.fromEntries(
    numbers.flatMap((number): [string, string][] => [
      [`thema${number}`, `Thema ${number}`],
      [`uitleg${number}`, `Uitleg bij thema ${number}`],
    ]),
  ),
}

/** A call to write. */
export function CallEditPage(props: EditProps) {
  const { call, version, typed, errors, saved, conflict } = props
  const action = call ? `/redactie/oproepen/${call.slug}` : '/redactie/oproepen'
  const line = (name: string, more: { type?: 'date'; optional?: true; hint?: string } = {}) => (
    <Field
      label={CALL_LABELS[name]}
      name={name}
      value={typed[name]}
      error={errorFor(errors, name)}
      {...more}
      {...(more.type === 'date' || name === 'jaar' ? { size: 'short' as const } : {})}
    />
  )
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{call ? `Concept: ${call.title}` : 'De volgende oproep'}</Heading>
        <Lead>Wat je hier schrijft, ziet alleen de redactie, tot je publiceert.</Lead>
        {saved ? <Notice tone="ok" title="Bewaard" /> : null}
      </Band>
      <Band>
        <ErrorSummary errors={errors} />
        {conflict ? <CallConflict rows={conflict} /> : null}
        <Form action={action}>
          <input type="hidden" name="versie" value={String(version)} />
          {line('jaar')}
          {line('titel')}
          <TextArea
            label={CALL_LABELS.tekst}
            name="tekst"
            rows={8}
            value={typed.tekst}
            error={errorFor(errors, 'tekst')}
          />
          <TextArea
            label={CALL_LABELS.contact}
            name="contact"
            rows={2}
            value={typed.contact}
            hint="Een functie en een adres, geen naam van een persoon die weg kan gaan"
            error={errorFor(errors, 'contact')}
          />
          {line('opent', { type: 'date' })}
          {line('sluit', { type: 'date' })}
          <Select
            label={CALL_LABELS.criteria}
            name="criteria"
            value={typed.criteria}
            options={props.editions.map(({ slug, title, year }) => ({ value: slug, label: `${title} (${year})` }))}
            error={errorFor(errors, 'criteria')}
          />
          <Select
            label={CALL_LABELS.lijst}
            name="lijst"
            value={typed.lijst}
            options={props.vocabularies.map(({ slug, name }) => ({ value: slug, label: name }))}
            error={errorFor(errors, 'lijst')}
          />
          <ThemeFields {...props} />
          {line('bron', { optional: true })}
          <Button>Bewaar</Button>
        </Form>
      </Band>
      {call ? (
        <Band tone="boter" labelledby="publiceren">
          <Heading level={2} id="publiceren">
            Publiceren
          </Heading>
          <p>Dan staat de oproep op de site en ligt de tekst vast. Bewaar eerst wat je veranderde.</p>
          <Form action={`/redactie/oproepen/${call.slug}/publicatie`}>
            <input type="hidden" name="versie" value={String(version)} />
            <Button kind="secondary">Publiceer de oproep</Button>
          </Form>
        </Band>
      ) : null}
    </>
  )
}

function ThemeFields({ typed, errors, proposals }: EditProps) {
  const options = [
    { value: '', label: 'Zelf bedacht' },
    ...proposals.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      {numbers.map((number) => (
        <fieldset class="intake-person">
          <legend>Thema {number}</legend>
          <Field
            label="Naam"
            name={`thema${number}`}
            value={typed[`thema${number}`]}
            error={errorFor(errors, `thema${number}`)}
            hint="Leeg? Dan nemen we de naam van het voorstel"
          />
          {proposals.length > 0 ? (
            <Select
              label="Gekozen voorstel"
              name={`voorstel${number}`}
              value={typed[`voorstel${number}`]}
              options={options}
            />
          ) : null}
          <TextArea
            label="Uitleg"
            name={`uitleg${number}`}
            rows={3}
            value={typed[`uitleg${number}`]}
            error={errorFor(errors, `uitleg${number}`)}
          />
        </fieldset>
      ))}
    </>
  )
}

function CallConflict({ rows }: { rows: { label: string; theirs: string; mine: string }[] }) {
  return (
    <Notice tone="warning" title="Een collega bewaarde deze oproep terwijl jij schreef">
      <p>Jouw tekst staat hieronder in het formulier en is nog niet bewaard. Bewaar opnieuw om die te laten gelden.</p>
      {rows.map(({ label, theirs, mine }) => (
        <div class="intake-both">
          <h2 class="intake-both__title">{label}</h2>
          <div class="stack stack--tight">
            <p class="intake-both__who">Zo staat het er nu</p>
            <p class="intake-words">{theirs || '(leeg)'}</p>
          </div>
          <div class="stack stack--tight">
            <p class="intake-both__who">Zo schreef jij het</p>
            <p class="intake-words">{mine || '(leeg)'}</p>
          </div>
        </div>
      ))}
    </Notice>
  )
}
