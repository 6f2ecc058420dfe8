import {
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  LinkButton,
  Notice,
  Select,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { descriptionDeskUrl } from './description.page.tsx'
import { SUMMARY_WORDS, sectionInUrl } from './description.ts'
import { DESCRIPTION_GUIDE, EXAMPLE_PRACTICE } from './description-guide.ts'
import { quoteMark } from './passage.ts'
import type { Practice } from './practice.ts'
import { isPublishable, type Quote, quoteState } from './quote.ts'
import { RichText } from './rich-text.part.tsx'
import { richText } from './rich-text.ts'
import { SECTIONS, type Section, sectionWord } from './section.ts'
import { WritingHelpPart } from './writing-help.part.tsx'
import type { WritingHelp } from './writing-help.ts'

export interface SectionEdit {
  practice: Practice
  section: Section
  version: number
  text: string
  words: number
  quotes: Quote[]
  help: WritingHelp
  remarks: string[]
  errors: FieldError[]
  /** What someone else kept meanwhile. */
  theirs: string | undefined
  saved: boolean
  mayWrite: boolean
}

/** One section being written, with its question and an example beside it. */
export function SectionEditPage(view: SectionEdit) {
  const { practice, section, errors, theirs } = view
  const guide = DESCRIPTION_GUIDE[section]
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{practice.title} · beschrijving</p>
        <Heading level={1}>{sectionWord(section)}</Heading>
      </Band>
      <Band>
        <ErrorSummary errors={errors} />
        {view.saved && errors.length === 0 ? <Notice tone="ok" title="Bewaard." /> : null}
        {theirs === undefined ? null : (
          <Notice tone="warning" title="Iemand anders bewaarde dit onderdeel terwijl jij schreef">
            <p>Jouw tekst staat hieronder en is nog niet bewaard. Dit schreef de ander:</p>
            <p class="as-typed">{theirs}</p>
          </Notice>
        )}
        <p class="writing__jump">
          <a href="#voorbeeld">Lees eerst een voorbeeld</a>
        </p>
        <div class="writing">
          <div class="writing__text">
            {view.mayWrite ? <Editor {...view} /> : <AsWritten text={view.text} />}
            {view.remarks.length > 0 ? <Said remarks={view.remarks} /> : null}
            <WritingHelpPart help={view.help} />
          </div>
          <aside class="writing__guide" aria-labelledby="voorbeeld">
            <Heading level={2} id="voorbeeld">
              Zo kan het klinken
            </Heading>
            <Small>Uit: {EXAMPLE_PRACTICE}.</Small>
            <div class="prose">
              <RichText blocks={richText(guide.example)} />
            </div>
          </aside>
        </div>
        <Onward practice={practice} section={section} />
      </Band>
    </>
  )
}

function Editor({ practice, section, version, text, words, quotes, errors }: SectionEdit) {
  const guide = DESCRIPTION_GUIDE[section]
  const error = errorFor(errors, 'tekst')
  const agreed = quotes.filter(isPublishable)
  const tooLong = section === 'summary' && words > SUMMARY_WORDS
  return (
    <Form action={descriptionDeskUrl(practice, sectionInUrl(section))}>
      <input type="hidden" name="versie" value={String(version)} />
      <TextArea
        label={guide.question}
        hint={guide.hint}
        name="tekst"
        rows={18}
        value={text}
        optional
        {...(error ? { error } : {})}
      />
      {section === 'summary' ? (
        <p class={tooLong ? 'writing__count writing__count--over' : 'writing__count'}>
          {words} van {SUMMARY_WORDS} woorden.{tooLong ? ' Dat is te veel om voor te leggen. Wat kan eruit?' : ''}
        </p>
      ) : null}
      <Disclosure summary="Zo maak je iets vet, een lijst of een link">
        <p>
          Laat een regel leeg tussen twee alinea’s. <code>**vet**</code> wordt <strong>vet</strong>,{' '}
          <code>*schuin*</code> wordt <em>schuin</em>. Begin een regel met <code>-</code> of <code>1.</code> voor een
          lijst. Een link schrijf je als <code>[woorden](https://adres.nl)</code>.
        </p>
      </Disclosure>
      {agreed.length > 0 ? (
        <div class="writing__quotes">
          <Select
            label="Citaat erbij zetten"
            name="citaat"
            hint="Het komt onderaan als regel tussen haken. Verplaats die regel naar waar het citaat hoort."
            optional
            options={[
              { value: '', label: 'Kies een citaat' },
              ...agreed.map((quote) => ({ value: quote.id, label: shortWords(quote) })),
            ]}
          />
          <Button kind="secondary" name="doen" value="citaat">
            Zet dit citaat erbij
          </Button>
        </div>
      ) : null}
      <QuotesHere text={text} quotes={quotes} />
      <Button>Bewaar en lees mee</Button>
    </Form>
  )
}

const shortWords = ({ utterance }: Quote): string => {
  const text = utterance.text ?? ''
  return text.length > 70 ? `${text.slice(0, 68)}…` : text
}

const STATES = {
  agreed: 'akkoord',
  asked: 'nog geen akkoord: zo kan de tekst niet op de site',
  withdrawn: 'ingetrokken: op de site staat er niets',
} as const

/** Which words the marks in the text stand for. */
function QuotesHere({ text, quotes }: { text: string; quotes: Quote[] }) {
  const here = quotes.filter(({ id }) => text.includes(quoteMark(id)))
  if (here.length === 0) return null
  return (
    <>
      <p>Citaten in deze tekst:</p>
      <ul>
        {here.map((quote) => (
          <li>
            <code>{quoteMark(quote.id)}</code> {quote.utterance.text === null ? '' : `“${quote.utterance.text}”`} (
            {STATES[quoteState(quote)]})
          </li>
        ))}
      </ul>
    </>
  )
}

function AsWritten({ text }: { text: string }) {
  return (
    <div class="prose">
      {text === '' ? <p>Hier staat nog niets.</p> : <RichText blocks={richText(text)} />}
      <p>Deze versie is gepubliceerd. Begin een nieuwe versie om iets te veranderen.</p>
    </div>
  )
}

function Said({ remarks }: { remarks: string[] }) {
  return (
    <section class="help">
      <Heading level={2}>Wat de organisatie hierbij zegt</Heading>
      {remarks.map((remark) => (
        <p class="as-typed remark">{remark}</p>
      ))}
    </section>
  )
}

function Onward({ practice, section }: { practice: Practice; section: Section }) {
  const next = SECTIONS[SECTIONS.indexOf(section) + 1]
  return (
    <p>
      {next ? (
        <LinkButton href={descriptionDeskUrl(practice, sectionInUrl(next))} kind="secondary">
          Naar “{sectionWord(next)}”
        </LinkButton>
      ) : null}{' '}
      <LinkButton href={descriptionDeskUrl(practice)} kind="subtle">
        Alle onderdelen
      </LinkButton>
    </p>
  )
}
