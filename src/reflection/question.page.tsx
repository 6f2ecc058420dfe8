import {
  Actions,
  Band,
  Button,
  Choices,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  Notice,
  RopeSteps,
  Small,
} from '../foundation/ui/index.ts'
import type { Answers, Wishes } from './answers.ts'
import type { Instrument, Line, Topic } from './instrument.ts'
import { inForm, lineField, NOT_APPLICABLE, WISHES, wishField } from './question.form.ts'

/** What is filled in on a screen: what stands on the sheet, or what was typed when it came back. */
export type Filled = (field: string) => string | undefined

/** The answers of a sheet, as fields. */
export function filledFrom(instrument: Instrument, answers: Answers, wishes: Wishes): Filled {
  const fields = new Map<string, string | undefined>([
    ...instrument.lines.map((line) => [lineField(line), inForm(answers[line.slug])] as const),
    ...instrument.topics.map((topic) => {
      const wish = wishes[topic.standard]
      return [wishField(topic), wish && WISHES[wish]] as const
    }),
  ])
  return (field) => fields.get(field)
}

/** Nothing is chosen beforehand. */
export const nothingFilled: Filled = () => undefined

interface ScreenProps {
  instrument: Instrument
  topic: Topic
  step: number
  filled: Filled
  errors?: FieldError[]
  /** Why nothing was saved; what was chosen on this screen is still here. */
  unsaved?: 'gone' | 'other edition' | undefined
}

const REST = [
  'Dit is het laatste onderwerp.',
  'Nog één onderwerp.',
  'Nog twee onderwerpen.',
  'Nog drie onderwerpen.',
  'Nog vier onderwerpen.',
]

/** One kenmerk: five lines and a wish. */
export function ScreenPage(props: ScreenProps) {
  const { instrument, topic, step, filled, errors = [] } = props
  const last = step === instrument.topics.length
  const { start } = instrument.words
  return (
    <Band>
      <RopeSteps steps={instrument.topics.length} current={step} />
      <Heading level={1}>{topic.title}</Heading>
      <Lead>{topic.lead}</Lead>
      <p>
        {start.period} {step === 1 ? start.skip : null}
      </p>
      {props.unsaved === 'gone' ? <Gone /> : null}
      {props.unsaved === 'other edition' ? <OtherEdition to={`/reflectie/vraag/${step}`} /> : null}
      <ErrorSummary errors={errors} />
      <Form action={`/reflectie/vraag/${step}`} nonce={false}>
        <input type="hidden" name="versie" value={instrument.edition} />
        {topic.lines.map((line) => (
          <LineChoices instrument={instrument} line={line} filled={filled} errors={errors} />
        ))}
        <WishChoices instrument={instrument} topic={topic} filled={filled} errors={errors} />
        <Small>{REST[instrument.topics.length - step]}</Small>
        <Actions>
          <Button name="naar" value="verder">
            {last ? 'Bekijk je uitslag' : 'Volgende'}
          </Button>
          {step > 1 ? (
            <Button kind="secondary" name="naar" value="terug">
              Vorige
            </Button>
          ) : null}
          <Button kind="subtle" name="naar" value="later">
            Later verder
          </Button>
        </Actions>
      </Form>
    </Band>
  )
}

function Gone() {
  return (
    <Notice tone="warning" title="Je antwoorden zijn gewist of verlopen">
      <p>
        Wat je op dit scherm koos, staat hieronder nog. Verstuur het opnieuw om verder te gaan met een nieuwe reflectie.
        Of <a href="/reflectie/verder">open je oude antwoorden met je bewaarcode</a>.
      </p>
    </Notice>
  )
}

/** The words of a notice about a form of another edition, for its test too. */
export const OTHER_EDITION = 'Deze zinnen horen bij een andere versie dan jouw reflectie'

function OtherEdition({ to }: { to: string }) {
  return (
    <Notice tone="warning" title={OTHER_EDITION}>
      <p>
        Wat je hier koos, is daarom niet bewaard. Je eerdere antwoorden staan er nog.{' '}
        <a href={to}>Ga verder met de zinnen van jouw reflectie</a>. Wat je koos, staat hieronder nog om over te nemen.
      </p>
    </Notice>
  )
}

interface PartProps {
  instrument: Instrument
  filled: Filled
  errors: FieldError[]
}

function LineChoices({ instrument, line, filled, errors }: PartProps & { line: Line }) {
  const { scale, notApplicable } = instrument.words
  const options = scale.map(({ value, label }) => ({ value: String(value), label }))
  const name = lineField(line)
  return (
    <Choices
      type="radio"
      big
      across
      optional
      legend={line.text}
      name={name}
      options={[...options, { value: NOT_APPLICABLE, label: notApplicable, apart: true }]}
      value={filled(name)}
      error={errorFor(errors, name)}
    />
  )
}

function WishChoices({ instrument, topic, filled, errors }: PartProps & { topic: Topic }) {
  const { question, options } = instrument.words.wish
  const name = wishField(topic)
  return (
    <Choices
      type="radio"
      big
      across
      optional
      legend={question}
      hint={`Het gaat om: ${topic.title.toLowerCase()}.`}
      name={name}
      options={options.map(({ value, label }) => ({ value: WISHES[value], label }))}
      value={filled(name)}
      error={errorFor(errors, name)}
    />
  )
}

/** All lines under each other, for whoever finds one page easier than five. */
export function OnePage({ instrument, filled, errors = [], unsaved }: Omit<ScreenProps, 'topic' | 'step'>) {
  const { start } = instrument.words
  return (
    <Band>
      <Heading level={1}>Alle 25 zinnen op één pagina</Heading>
      <Lead>
        {start.period} {start.skip}
      </Lead>
      {unsaved === 'other edition' ? <OtherEdition to="/reflectie/formulier/mijn" /> : null}
      <ErrorSummary errors={errors} />
      <Form action="/reflectie/formulier" nonce={false}>
        <input type="hidden" name="versie" value={instrument.edition} />
        {instrument.topics.map((topic, index) => (
          <section class="topic" aria-labelledby={`onderwerp-${index + 1}`}>
            <Heading level={2} id={`onderwerp-${index + 1}`}>
              {index + 1}. {topic.title}
            </Heading>
            <p>{topic.lead}</p>
            {topic.lines.map((line) => (
              <LineChoices instrument={instrument} line={line} filled={filled} errors={errors} />
            ))}
            <WishChoices instrument={instrument} topic={topic} filled={filled} errors={errors} />
          </section>
        ))}
        <Button>Bekijk je uitslag</Button>
      </Form>
    </Band>
  )
}
