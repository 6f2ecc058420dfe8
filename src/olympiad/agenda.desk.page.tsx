import { inDutch } from '../foundation/clock.ts'
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
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  Notice,
  Prose,
  Rows,
  Select,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { type ChangeProposal, changeState } from './change-proposal.ts'
import { chairUrl } from './olympiad.context.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { MOST_WORDS, type Statement } from './statement.ts'

/** A proposal with the text it is about, as it read when someone proposed. */
export interface AgendaPoint {
  proposal: ChangeProposal
  standard: { title: string; line: string; url: string; fictional: boolean }
  /** The words as they stand now are others. */
  outdated: boolean
}

/** The page of one proposal. */
export const agendaUrl = (olympiad: Pick<Olympiad, 'slug'>, { id }: Pick<ChangeProposal, 'id'>): string =>
  chairUrl(olympiad, `agenda/${id}`)

function Answered({ proposal }: { proposal: ChangeProposal }) {
  if (changeState(proposal) === 'withdrawn') return <Badge tone="old">teruggenomen</Badge>
  if (proposal.outcome === null) return <Badge tone="warn">wacht op antwoord</Badge>
  return <Badge tone="ok">{proposal.outcome.is === 'declined' ? 'tekst blijft' : 'er kwam een zin van'}</Badge>
}

/** What people would change in standards, for the chair: what waits first. */
export function AgendaPage({ olympiad, points }: { olympiad: Olympiad; points: AgendaPoint[] }) {
  const waiting = points.filter(({ proposal }) => changeState(proposal) === 'on the agenda').length
  return (
    <Band tone="wad">
      <Heading level={1}>Dit werkt zo niet</Heading>
      <Lead>
        {points.length === 0
          ? 'Er staat nog niets op de agenda.'
          : waiting === 0
            ? 'Op alles is geantwoord.'
            : 'Bespreek deze voorstellen, en zeg wat ervan gekomen is. Wie het voorstelde, leest je antwoord.'}
      </Lead>
      <Rows
        items={points.map(({ proposal, standard }) => ({
          href: agendaUrl(olympiad, proposal),
          title: standard.title,
          badge: <Answered proposal={proposal} />,
          text: proposal.words ?? 'De woorden zijn teruggenomen.',
        }))}
      />
      <Small>
        Wie iets voorstelt, blijft voor jou onbekend. Op <a href={olympiadUrl(olympiad)}>de pagina van de Olympiade</a>{' '}
        staat alleen bij welke kenmerken er voorstellen zijn en wat ervan kwam.
      </Small>
    </Band>
  )
}

interface PointView {
  olympiad: Olympiad
  point: AgendaPoint
  statements: Statement[]
  typed: Typed
  errors: FieldError[]
}

/** One proposal: the line it is about, what someone would change, and the answer. */
export function AgendaPointPage({ olympiad, point, statements, typed, errors }: PointView) {
  const { proposal, standard, outdated } = point
  const { outcome } = proposal
  return (
    <>
      <Band tone="wad">
        <ErrorSummary errors={errors} />
        <Heading level={1}>{standard.title}</Heading>
        {standard.fictional ? <Example /> : null}
        <p>
          <strong>{standard.line}</strong>
        </p>
        <p>
          <a href={standard.url}>De hele tekst</a>
        </p>
        {outdated ? (
          <Notice tone="info" title="De tekst is sindsdien veranderd">
            <p>Het voorstel gaat over de woorden hierboven. Kijk of het nog speelt.</p>
          </Notice>
        ) : null}
      </Band>
      <Band>
        <Heading level={2}>Wat iemand schreef op {inDutch(proposal.proposedAt)}</Heading>
        {proposal.words === null ? (
          <p>De woorden zijn teruggenomen. Je hoeft niet meer te antwoorden.</p>
        ) : (
          <blockquote class="brought">{proposal.words}</blockquote>
        )}
        {outcome === null ? null : (
          <Prose>
            <h3>Je antwoord van {inDutch(outcome.decidedAt)}</h3>
            <p>{outcome.words}</p>
          </Prose>
        )}
        {proposal.words === null || outcome !== null ? null : (
          <AnswerForm olympiad={olympiad} proposal={proposal} statements={statements} typed={typed} errors={errors} />
        )}
        <p>
          <a href={chairUrl(olympiad, 'agenda')}>Terug naar de agenda</a>
        </p>
      </Band>
    </>
  )
}

function AnswerForm(props: Omit<PointView, 'point'> & { proposal: ChangeProposal }) {
  const { olympiad, proposal, statements, typed, errors } = props
  return (
    <Form action={agendaUrl(olympiad, proposal)}>
      <Choices
        type="radio"
        legend="Wat is ervan gekomen?"
        name="uitkomst"
        options={[
          { value: 'zin', label: 'Er komt een zin van', hint: 'Die gaat mee in de rondes.' },
          { value: 'blijft', label: 'De tekst blijft zoals hij is' },
          { value: 'later', label: 'Later: dit is voor de volgende Olympiade' },
        ]}
        value={typed.uitkomst}
        error={errorFor(errors, 'uitkomst')}
      />
      <Select
        label="Welke zin?"
        name="zin"
        optional
        options={[
          { value: '', label: 'Een nieuwe, hieronder' },
          ...statements.map(({ id, text }) => ({ value: id, label: text.plain })),
        ]}
        value={typed.zin}
        error={errorFor(errors, 'zin')}
      />
      <Field
        label="Een nieuwe zin"
        name="nieuw"
        optional
        hint={`Eén gedachte, hooguit ${MOST_WORDS} woorden`}
        value={typed.nieuw}
        error={errorFor(errors, 'nieuw')}
      />
      <TextArea
        label="Waarom?"
        name="woorden"
        rows={4}
        hint="Wie het voorstelde, leest dit."
        value={typed.woorden}
        error={errorFor(errors, 'woorden')}
      />
      <Actions>
        <Button>Geef dit antwoord</Button>
      </Actions>
      <Small>Antwoorden kan één keer.</Small>
    </Form>
  )
}
