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
  Notice,
  Select,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import type { Olympiad } from './olympiad.ts'
import { type HallTable, notesUrl, type TableNote } from './table.ts'

/** A form of this page that came back. */
export interface NotesBack {
  /** 'nieuw', or the note and what was to become of it. */
  form?: string | undefined
  typed: Typed
  errors: FieldError[]
}

interface View extends NotesBack {
  olympiad: Olympiad
  table: HallTable
  notes: TableNote[]
  sentences: { id: string; plain: string }[]
}

function StatementForm({ view, note }: { view: View; note: TableNote }) {
  const name = `veld-${note.id}-zin`
  const mine = view.form === name
  const field = (id: string) => ({
    id: `${name}-${id}`,
    name: id,
    rows: 2,
    value: mine ? view.typed[id] : undefined,
    error: mine ? errorFor(view.errors, id) : undefined,
  })
  return (
    <Disclosure summary="Maak er een zin van" open={mine}>
      <Form action={`${notesUrl(view.olympiad, view.table)}/notities/${note.id}/zin`}>
        <TextArea
          label="De zin, in gewone woorden"
          hint="Eén gedachte, hooguit twintig woorden."
          {...field('gewoon')}
        />
        <TextArea label="Een voorbeeld uit een praktijk" {...field('voorbeeld')} />
        <TextArea label="In vaktaal" {...field('vaktaal')} />
        <TextArea label="Waarom moet deze zin erbij?" {...field('reden')} />
        <Actions>
          <Button kind="secondary">Maak de zin</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

function ReasonForm({ view, note }: { view: View; note: TableNote }) {
  if (view.sentences.length === 0) return null
  const name = `veld-${note.id}-reden`
  const mine = view.form === name
  return (
    <Disclosure summary="Dit is een reden bij een zin" open={mine}>
      <Form action={`${notesUrl(view.olympiad, view.table)}/notities/${note.id}/reden`}>
        <Select
          label="Bij welke zin hoort het?"
          name="zin"
          id={`${name}-zin`}
          options={[
            { value: '', label: 'Kies een zin' },
            ...view.sentences.map(({ id, plain }) => ({ value: id, label: plain })),
          ]}
          value={mine ? view.typed.zin : ''}
          error={mine ? errorFor(view.errors, 'zin') : undefined}
        />
        <Actions>
          <Button kind="secondary">Zet bij deze zin</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

function Note({ view, note }: { view: View; note: TableNote }) {
  const became = view.sentences.find(({ id }) => id === note.statement)
  return (
    <li class="table-note" id={`notitie-${note.id}`}>
      <p>{note.words}</p>
      {note.kind === 'statement' ? <Badge>werd een zin</Badge> : null}
      {note.kind === 'reason' ? <Badge>reden bij een zin</Badge> : null}
      {became ? <Small>{became.plain}</Small> : null}
      {note.kind === 'note' ? (
        <>
          <StatementForm view={view} note={note} />
          <ReasonForm view={view} note={note} />
          <Form action={`${notesUrl(view.olympiad, view.table)}/notities/${note.id}/verwijdering`}>
            <Button kind="subtle">Haal deze notitie weg</Button>
          </Form>
        </>
      ) : null}
    </li>
  )
}

/** Where the host of a table writes what was said, and makes something of it. */
export function TableNotesPage(view: View) {
  const { olympiad, table, notes, errors, typed, form } = view
  const prefix = form === undefined || form === 'nieuw' ? '' : `${form}-`
  return (
    <>
      <Band tone="wad" narrow>
        <ErrorSummary errors={errors.map((error) => ({ ...error, field: `${prefix}${error.field}` }))} />
        <Heading level={1}>
          Tafel {table.number}: {table.title}
        </Heading>
        <Lead>{olympiad.title}</Lead>
        <Form action={`${notesUrl(olympiad, table)}/notities`}>
          <TextArea
            label="Wat is er gezegd?"
            name="notitie"
            rows={4}
            hint="Schrijf niet op wie het zei, en noem geen namen of cliënten."
            value={form === 'nieuw' ? typed.notitie : undefined}
            error={form === 'nieuw' ? errorFor(errors, 'notitie') : undefined}
          />
          <Actions>
            <Button>Schrijf op</Button>
          </Actions>
        </Form>
      </Band>
      <Band narrow>
        <Heading level={2}>Opgeschreven</Heading>
        {notes.length === 0 ? (
          <Notice tone="info" title="Er staat nog niets">
            <p>
              Schrijf hierboven op wat jullie bespreken. Daarna kun je er een zin van maken, of een reden bij een zin.
            </p>
          </Notice>
        ) : (
          <ul class="plain-list">
            {notes.map((note) => (
              <Note view={view} note={note} />
            ))}
          </ul>
        )}
      </Band>
    </>
  )
}
