import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Quote as QuoteWords,
  Select,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { ExampleMark } from './example-mark.part.tsx'
import { interviewsUrl, quotesUrl } from './interview.ts'
import type { Practice } from './practice.ts'
import { formWord, type Quote, quoteState } from './quote.ts'
import { SECTIONS, sectionWord } from './section.ts'
import { type Speaker, speakerName } from './speaker.ts'

const STATE_BADGES = {
  asked: <Badge tone="warn">wacht op akkoord</Badge>,
  agreed: <Badge tone="ok">akkoord</Badge>,
  withdrawn: <Badge tone="old">ingetrokken</Badge>,
}

export interface QuotesView {
  practice: Practice
  quotes: Quote[]
  speakers: Speaker[]
  errors: FieldError[]
  typed: Typed
}

/** Everything someone said that may come into a practice, with where it stands. */
export function QuotesPage({ practice, quotes, speakers, errors, typed }: QuotesView) {
  const here = speakers.filter(({ emptiedAt }) => emptiedAt === null)
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">
          <a href={interviewsUrl(practice)}>{practice.title}: gesprekken</a>
        </p>
        <Heading level={1}>Citaten</Heading>
        <ExampleMark fictional={practice.fictional} />
        <Lead>Wie het zei, beslist. Pas na akkoord kun je een citaat publiceren.</Lead>
        <ErrorSummary errors={errors} />
      </Band>
      <Band>
        {quotes.length === 0 ? <p>Er staat nog geen citaat klaar.</p> : null}
        {quotes.map((quote) => (
          <QuoteRow quote={quote} practice={practice} speaker={speakers.find(({ id }) => id === quote.speaker)} />
        ))}
      </Band>
      <Band tone="boter" narrow labelledby="nieuw">
        <Heading level={2} id="nieuw">
          Citaat klaarzetten
        </Heading>
        {here.length === 0 ? (
          <p>
            Voeg eerst iemand toe bij <a href={`${interviewsUrl(practice)}#mensen`}>de gesprekken</a>.
          </p>
        ) : (
          <Form action={quotesUrl(practice)}>
            <Select
              label="Wie zei dit?"
              name="wie"
              value={typed.wie}
              error={errorFor(errors, 'wie')}
              options={[
                { value: '', label: 'Kies' },
                ...here.map((speaker) => ({ value: speaker.id, label: speakerName(speaker) })),
              ]}
            />
            <SectionSelect typed={typed} errors={errors} />
            <TextArea
              label="Wat zei die persoon?"
              hint="Letterlijk, in eigen woorden van wie het zei. Noem geen namen van anderen."
              name="citaat"
              rows={4}
              maxlength={1000}
              value={typed.citaat}
              error={errorFor(errors, 'citaat')}
            />
            <Actions>
              <Button>Zet klaar om terug te lezen</Button>
            </Actions>
          </Form>
        )}
      </Band>
    </>
  )
}

const SectionSelect = ({ typed, errors }: { typed: Typed; errors: FieldError[] }) => (
  <Select
    label="Bij welk onderdeel hoort het?"
    name="onderdeel"
    value={typed.onderdeel}
    error={errorFor(errors, 'onderdeel')}
    options={SECTIONS.map((section) => ({ value: section, label: sectionWord(section) }))}
  />
)

function QuoteRow(props: { quote: Quote; practice: Practice; speaker: Speaker | undefined }) {
  const { quote, practice, speaker } = props
  const state = quoteState(quote)
  return (
    <section class="reader" aria-label={`Citaat ${quote.position}`}>
      <p>
        {STATE_BADGES[state]} {sectionWord(quote.section)}
        {speaker ? `, ${speakerName(speaker)}` : ''}
      </p>
      {state === 'withdrawn' ? (
        <p>Deze woorden zijn teruggenomen en overal weg.</p>
      ) : (
        <>
          <QuoteWords by={quote.form === null ? undefined : (quote.attribution?.text ?? formWord(quote.form))}>
            {quote.utterance.text}
          </QuoteWords>
          <p>
            <a href={`${quotesUrl(practice)}/${quote.id}`}>
              Wijzig dit citaat<span class="hidden"> ({quote.position})</span>
            </a>
          </p>
        </>
      )}
    </section>
  )
}

/** One quote as the adviser changes it. */
export function QuoteEditPage(props: {
  practice: Practice
  quote: Quote
  errors: FieldError[]
  typed: Typed
  /** What stands there now, when the speaker or a colleague was first. */
  conflict: string | undefined
}) {
  const { practice, quote, errors, typed, conflict } = props
  return (
    <Band narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>Citaat wijzigen</Heading>
      {quote.form === null ? null : (
        <Notice tone="warning" title="Er is akkoord op deze woorden">
          <p>
            Verander je ze, dan vervalt het akkoord en vraag je het opnieuw.
            {quote.item ? ' Op de gepubliceerde pagina verdwijnen de oude woorden meteen.' : ''}
          </p>
        </Notice>
      )}
      {conflict === undefined ? null : (
        <Notice tone="warning" title="Dit citaat is intussen veranderd">
          <p>Zo staat het er nu: “{conflict}”</p>
          <p>Jouw tekst staat hieronder.</p>
        </Notice>
      )}
      <Form action={`${quotesUrl(practice)}/${quote.id}`}>
        <input type="hidden" name="versie" value={String(quote.version)} />
        <SectionSelect typed={typed} errors={errors} />
        <TextArea
          label="Citaat"
          name="citaat"
          rows={5}
          maxlength={1000}
          value={typed.citaat}
          error={errorFor(errors, 'citaat')}
        />
        <Actions>
          <Button>Bewaar</Button>
          <LinkButton kind="subtle" href={quotesUrl(practice)}>
            Toch niet
          </LinkButton>
        </Actions>
      </Form>
      <Disclosure summary="Toch niet gebruiken">
        <Form action={`${quotesUrl(practice)}/${quote.id}/weg`}>
          <p>De woorden gaan dan overal weg. Dit kun je niet terugdraaien.</p>
          <Actions>
            <Button kind="danger">Haal dit citaat weg</Button>
          </Actions>
        </Form>
      </Disclosure>
      <Small>Wie het zei, ziet elke verandering op de eigen pagina.</Small>
    </Band>
  )
}
