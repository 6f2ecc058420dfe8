import { inDutch } from '../foundation/clock.ts'
import {
  Badge,
  Band,
  ErrorSummary,
  Example,
  Heading,
  Lead,
  Notice,
  Pagination,
  Rows,
  Small,
} from '../foundation/ui/index.ts'
import { type AssessmentLine, WAITING, type Waiting, waitingFor } from './assessment.ts'
import { type AssessmentView, deskUrl } from './assessment.view.ts'
import { ReadersBand } from './assignment.part.tsx'
import { DecisionBand, DisagreementBand } from './decision.part.tsx'
import { ExampleMark } from './example-mark.part.tsx'
import { FirstCheckBand } from './first-check.part.tsx'
import { AttachedList, SubmittedText } from './submitted.part.tsx'

/** What waits at the desk: what an adviser can do now stands first. */
export function AssessmentsPage(props: {
  lines: AssessmentLine[]
  today: string
  /** Of all pages together. */
  counts: Map<Waiting, number>
  page: number
  pages: number
}) {
  const { lines, today, counts } = props
  const groups = WAITING.map((group) => ({
    ...group,
    lines: lines.filter((line) => waitingFor(line, today) === group.waiting),
  })).filter((group) => group.lines.length > 0)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Aanmeldingen</Heading>
        <Lead>Eerst de twee harde criteria, dan twee meelezers, dan jouw besluit.</Lead>
      </Band>
      <Band>
        {groups.length === 0 ? <p>Er is nog niets verstuurd.</p> : null}
        {groups.map((group) => (
          <>
            <Heading level={2}>
              {group.title} ({counts.get(group.waiting) ?? group.lines.length})
            </Heading>
            <Rows items={group.lines.map(rowOf)} />
          </>
        ))}
        <Pagination page={props.page} pages={props.pages} href={(page) => `/redactie/aanmeldingen?bladzijde=${page}`} />
      </Band>
    </>
  )
}

function rowOf(line: AssessmentLine) {
  const outcome = { chosen: 'gekozen', 'not chosen': 'niet gekozen' }
  return {
    href: deskUrl(line.id),
    title: line.title,
    text: `${line.organisation}. Verstuurd op ${inDutch(line.submittedAt)}. ${line.call}`,
    badge: (
      <>
        {line.decision ? <Badge>{outcome[line.decision]}</Badge> : null} {line.fictional ? <Example /> : null}
      </>
    ),
  }
}

/** One nomination at the desk: everything that was sent and everything that has to happen. */
export function AssessmentPage(view: AssessmentView) {
  const { nomination, submission, errors } = view
  const { title } = view.submitted.sections.name
  const again = submission.number > 1 ? ` Dit is verzending ${submission.number}.` : ''
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{nomination.call.title}</p>
        <Heading level={1}>{title === '' ? 'Zonder naam' : title}</Heading>
        <ExampleMark fictional={nomination.fictional} />
        <Lead>
          Verstuurd op {inDutch(submission.submittedAt)}, ontvangstbewijs {submission.receipt}.{again}
        </Lead>
        {nomination.withdrawnAt ? (
          <Notice tone="warning" title="De organisatie trok deze aanmelding in.">
            <p>Er hoeft niets meer mee te gebeuren.</p>
          </Notice>
        ) : null}
        <ErrorSummary errors={errors} />
      </Band>
      <Band labelledby="aanmelding">
        <Heading level={2} id="aanmelding">
          Wat ze aanmelden
        </Heading>
        <SubmittedText submitted={view.submitted} />
        <AttachedList attached={view.attached} />
        <Contact view={view} />
      </Band>
      <FirstCheckBand {...view} />
      {view.checkState === 'passed' ? <ReadersBand {...view} /> : null}
      <DecisionBand {...view} />
      {view.disagreement ? <DisagreementBand {...view} disagreement={view.disagreement} /> : null}
    </>
  )
}

/** Whom to ring: only the desk sees this. */
function Contact({ view }: { view: AssessmentView }) {
  const { contact, mail, phone, website } = view.submitted.sections.organisation
  const { people } = view.submitted.sections.people
  return (
    <>
      <Heading level={3}>Mensen</Heading>
      <p>Contact: {[contact, mail, phone, website].filter((part) => part !== '').join(', ')}</p>
      {people.length > 0 ? (
        <ul>
          {people.map((one) => (
            <li>
              {[one.name, one.function].filter((part) => part !== '').join(', ')}
              {one.client ? ' (cliënt of inwoner)' : ''}
            </li>
          ))}
        </ul>
      ) : null}
      <Small>Meelezers zien deze namen en adressen niet.</Small>
    </>
  )
}
