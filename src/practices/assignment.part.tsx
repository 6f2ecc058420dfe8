import { inDutch } from '../foundation/clock.ts'
import { dayInDutch, daysLater } from '../foundation/day.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  Disclosure,
  errorFor,
  Field,
  Form,
  Heading,
  Select,
  Small,
} from '../foundation/ui/index.ts'
import { type AssessmentView, type DeskReader, deskUrl } from './assessment.view.ts'
import { countingReaders, READERS } from './assignment.ts'
import { DAYS } from './status.ts'

/** The readers: who was asked, how far they are, and asking another. */
export function ReadersBand(view: AssessmentView) {
  const { readers, decision, nomination } = view
  const wanted = READERS - countingReaders(readers).length
  return (
    <Band labelledby="meelezers">
      <Heading level={2} id="meelezers">
        Meelezers
      </Heading>
      <p>Twee mensen van andere organisaties lezen dit, los van elkaar. Pas daarna zien zij elkaars oordeel.</p>
      {readers.map((reader) => (
        <ReaderRow reader={reader} view={view} />
      ))}
      {wanted > 0 && !decision && !nomination.withdrawnAt ? <AskForm view={view} /> : null}
    </Band>
  )
}

function stateOf(reader: DeskReader): { word: string; tone: 'plain' | 'ok' | 'warn' | 'old' } {
  if (reader.interest?.conflicted) return { word: 'heeft een belang', tone: 'old' }
  if (reader.closedAt) return { word: 'afgesloten', tone: 'ok' }
  if (reader.late) return { word: 'dag voorbij', tone: 'warn' }
  return { word: reader.interest ? 'leest' : 'gevraagd', tone: 'plain' }
}

function ReaderRow({ reader, view }: { reader: DeskReader; view: AssessmentView }) {
  const { word, tone } = stateOf(reader)
  const busy = reader.closedAt === null && reader.interest?.conflicted !== true && !view.decision
  const url = `${deskUrl(view.nomination.id)}/meelezers/${reader.id}`
  const mine = view.form === 'readers' && view.typed.wie === reader.id
  return (
    <section class="reader" aria-label={reader.name}>
      <p>
        <strong>{reader.name}</strong> <Badge tone={tone}>{word}</Badge>
      </p>
      <p>
        {reader.closedAt
          ? `Afgesloten op ${inDutch(reader.closedAt)}.`
          : `Klaar uiterlijk op ${dayInDutch(reader.dueOn)}.`}
      </p>
      {reader.interest?.conflicted ? <Small>Belang: {reader.interest.words}</Small> : null}
      {busy ? (
        <Disclosure summary="Andere dag, of iemand anders" open={mine}>
          <Form action={`${url}/dag`}>
            <Field
              label={`Nieuwe dag voor ${reader.name}`}
              name="uiterlijk"
              {...(mine ? {} : { id: `dag-${reader.id}` })}
              type="date"
              size="code"
              value={mine ? view.typed.uiterlijk : reader.dueOn}
              error={mine ? errorFor(view.errors, 'uiterlijk') : undefined}
            />
            <Actions>
              <Button kind="secondary">Geef deze dag</Button>
            </Actions>
          </Form>
          <Form action={`${url}/vertrek`}>
            <p>Kan {reader.name} niet? Wat half geschreven is, gaat dan weg.</p>
            <Actions>
              <Button kind="danger">Vraag iemand anders</Button>
            </Actions>
          </Form>
        </Disclosure>
      ) : null}
    </section>
  )
}

function AskForm({ view }: { view: AssessmentView }) {
  const back = view.form === 'readers' && view.typed.wie === undefined
  const errors = back ? view.errors : []
  const typed: Typed = back ? view.typed : {}
  if (view.candidates.length === 0)
    return <p>Er is nu niemand om te vragen. Een beheerder kan iemand de rol van meelezer geven.</p>
  return (
    <Form action={`${deskUrl(view.nomination.id)}/meelezers`}>
      <Select
        label="Vraag een meelezer"
        hint="Wie bij de organisatie hoort die aanmeldde, staat er niet bij."
        name="meelezer"
        value={typed.meelezer}
        error={errorFor(errors, 'meelezer')}
        options={[
          { value: '', label: 'Kies iemand' },
          ...view.candidates.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Field
        label="Klaar uiterlijk op"
        name="uiterlijk"
        type="date"
        size="code"
        value={typed.uiterlijk ?? daysLater(view.today, DAYS.read)}
        error={errorFor(errors, 'uiterlijk')}
      />
      <Actions>
        <Button>Vraag deze meelezer</Button>
      </Actions>
    </Form>
  )
}
