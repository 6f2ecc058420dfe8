import { inDutch } from '../foundation/clock.ts'
import { dayInDutch } from '../foundation/day.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  Choices,
  ErrorSummary,
  Example,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  Notice,
  Rows,
  TextArea,
} from '../foundation/ui/index.ts'
import type { ReadingLine } from './assignment.store.ts'
import { READING_REFUSALS, type ReadingState } from './assignment.ts'
import type { Criterion } from './criterion.ts'
import { DifferenceTalk, type Sides } from './difference.part.tsx'
import { ExampleMark } from './example-mark.part.tsx'
import { CriterionFields } from './judgement.part.tsx'
import { type Attached, AttachedList, type Submitted, SubmittedText } from './submitted.part.tsx'

export const readingUrl = (assignment: string): string => `/praktijken/meelezen/${assignment}`

const STATE_WORDS: Record<ReadingState, string> = {
  'own organisation': 'van je eigen organisatie',
  declare: 'nieuw',
  judge: 'aan het lezen',
  late: 'dag voorbij',
  conflicted: 'je gaf een belang aan',
  closed: 'afgesloten',
}

/** Everything one reader was asked to read. */
export function ReadingsPage({ lines }: { lines: (ReadingLine & { state: ReadingState })[] }) {
  const open = lines.filter(({ state, decided }) => !decided && (state === 'declare' || state === 'judge'))
  const rest = lines.filter((line) => !open.includes(line))
  const rows = (some: typeof lines) =>
    some.map((line) => ({
      href: readingUrl(line.id),
      title: line.title,
      text:
        line.closedAt === null
          ? `${line.organisation}. Klaar uiterlijk op ${dayInDutch(line.dueOn)}.`
          : `${line.organisation}. Afgesloten op ${inDutch(line.closedAt)}.`,
      badge: (
        <>
          <Badge>{line.decided ? 'besloten' : STATE_WORDS[line.state]}</Badge> {line.fictional ? <Example /> : null}
        </>
      ),
    }))
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Meelezen</Heading>
        <Lead>Je leest wat mensen aanmelden en zegt per criterium wat je ziet, in één zin.</Lead>
      </Band>
      <Band>
        <Heading level={2}>Voor jou om te lezen</Heading>
        {open.length > 0 ? <Rows items={rows(open)} /> : <p>Er ligt nu niets voor je klaar.</p>}
        {rest.length > 0 ? (
          <>
            <Heading level={2}>Eerder gelezen</Heading>
            <Rows items={rows(rest)} />
          </>
        ) : null}
      </Band>
    </>
  )
}

export interface ReadingView {
  assignment: { id: string; dueOn: string }
  state: ReadingState
  title: string
  fictional: boolean
  call: string
  submitted: Submitted
  attached: Attached[]
  criteria: Criterion[]
  version: number
  errors: FieldError[]
  typed: Typed
  saved: boolean
  /** What stands there now, when two tabs wrote at once. */
  conflict: boolean
  /** Both judgements, once both have closed; then also whether there is a decision yet. */
  sides: Sides | undefined
  /** Closed by this reader, while the other still reads. */
  waits: boolean
}

/** One nomination for one reader: interest first, then the judgement, then the differences. */
export function ReadingPage(view: ReadingView) {
  const { state } = view
  const readable = state === 'judge' || state === 'closed' || state === 'late'
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{view.call}</p>
        <Heading level={1}>{view.title}</Heading>
        <ExampleMark fictional={view.fictional} />
        {state === 'judge' || state === 'declare' ? (
          <Lead>Klaar uiterlijk op {dayInDutch(view.assignment.dueOn)}.</Lead>
        ) : null}
        <ErrorSummary errors={view.errors} />
        {view.saved ? <Notice tone="ok" title="Bewaard. Je kunt later verder." /> : null}
        {state === 'late' || state === 'conflicted' ? (
          <Notice tone="warning">
            <p>{READING_REFUSALS[state]}</p>
          </Notice>
        ) : null}
        {view.waits ? (
          <Notice tone="ok" title="Je oordeel is afgesloten. Dank je wel.">
            <p>Zodra de andere meelezer ook klaar is, zie je elkaars woorden. Je krijgt dan een mail.</p>
          </Notice>
        ) : null}
      </Band>
      {state === 'declare' ? <InterestForm {...view} /> : null}
      {view.sides ? <DifferenceTalk sides={view.sides} errors={view.errors} typed={view.typed} /> : null}
      {readable ? (
        <Band narrow labelledby="aanmelding">
          <Heading level={2} id="aanmelding">
            Wat ze aanmelden
          </Heading>
          <SubmittedText submitted={view.submitted} />
          <AttachedList attached={view.attached} />
        </Band>
      ) : null}
      {state === 'judge' || (state === 'late' && Object.keys(view.typed).length > 0) ? (
        <JudgementForm {...view} />
      ) : null}
    </>
  )
}

function InterestForm({ assignment, errors, typed, submitted }: ReadingView) {
  const { organisation, name } = submitted.sections
  return (
    <Band narrow labelledby="belang">
      <Heading level={2} id="belang">
        Heb je een belang?
      </Heading>
      <p>
        “{name.title}” is aangemeld door {organisation.name}. Werk je er, werkte je er kort geleden, hielp je mee, of
        ken je mensen die er werken goed? Dan leest iemand anders. Dat is heel gewoon.
      </p>
      <Form action={`${readingUrl(assignment.id)}/belang`}>
        <Choices
          type="radio"
          legend="Heb je een belang bij deze praktijk?"
          name="belang"
          options={[
            { value: 'nee', label: 'Nee, ik kan vrij oordelen' },
            { value: 'ja', label: 'Ja, vraag liever iemand anders' },
          ]}
          value={typed.belang}
          error={errorFor(errors, 'belang')}
        />
        <TextArea
          label="Wat is je belang?"
          hint="Alleen als je ja koos. De redactie leest dit, verder niemand."
          name="toelichting"
          rows={2}
          maxlength={600}
          value={typed.toelichting}
          error={errorFor(errors, 'toelichting')}
          optional
        />
        <Actions>
          <Button>Verder</Button>
        </Actions>
      </Form>
    </Band>
  )
}

function JudgementForm(view: ReadingView) {
  const { assignment, criteria, typed, errors, state } = view
  return (
    <Band tone="boter" narrow labelledby="oordeel">
      <Heading level={2} id="oordeel">
        Jouw oordeel
      </Heading>
      <p>
        De andere meelezer ziet dit pas als jullie allebei klaar zijn, en jij ziet het oordeel van de ander ook dan pas.
      </p>
      {view.conflict ? (
        <Notice tone="warning" title="Dit stond intussen ook open in een ander venster">
          <p>Hieronder staat wat je hier typte. Kijk het na en bewaar het opnieuw. Dan geldt deze tekst.</p>
        </Notice>
      ) : null}
      <Form action={readingUrl(assignment.id)}>
        <input type="hidden" name="versie" value={String(view.version)} />
        {criteria.map((criterion) => (
          <CriterionFields criterion={criterion} typed={typed} errors={errors} sentenceLabel="Waarom? In één zin" />
        ))}
        {state === 'judge' ? (
          <Actions>
            <Button name="afsluiten" value="ja">
              Sluit mijn oordeel af
            </Button>
            <Button kind="secondary">Bewaar, ik ga later verder</Button>
          </Actions>
        ) : null}
      </Form>
    </Band>
  )
}
