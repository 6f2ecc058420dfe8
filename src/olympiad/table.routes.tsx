import { Hono } from 'hono'
import { allow, found, page, readForm } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { type PeopleContext, type PeopleEnv, type Person, signedIn, withRole } from '../people/index.ts'
import { trail } from './olympiad.context.ts'
import { readOlympiad } from './olympiad.store.ts'
import { mayChair, type Olympiad } from './olympiad.ts'
import { noteForm, noteReasonForm, noteStatementForm } from './programme.form.ts'
import { programmeUrl } from './programme.ts'
import { makeStatement } from './statement.store.ts'
import { plainFaults } from './statement.ts'
import { type NotesBack, TableNotesPage } from './table.page.tsx'
import { addNote, noteBecame, notesOf, removeNote, sentencesAt, tablesOf } from './table.store.ts'
import { type HallTable, mayWriteNotes, notesUrl, type TableNote } from './table.ts'

interface Here {
  olympiad: Olympiad
  person: Person
  table: HallTable
}

/** The table of this address, for its host and for the chairs of its Olympiade. */
async function tableHere(c: PeopleContext): Promise<Here> {
  const person = signedIn(c)
  const olympiad = found(await readOlympiad(c.var.db, c.req.param('slug') ?? ''))
  const number = c.req.param('number')
  const table = found((await tablesOf(c.var.db, olympiad.id)).find((one) => String(one.number) === number))
  allow(mayWriteNotes(person, table, olympiad))
  // Who comes in as chair gives the second factor a chair gives; a host sees nothing of anyone.
  if (table.host !== person.id && mayChair(person, olympiad)) withRole(c, 'chair')
  return { olympiad, person, table }
}

async function noteHere(c: PeopleContext, table: HallTable): Promise<TableNote> {
  const id = c.req.param('note')
  const notes = await notesOf(c.var.db, table.id)
  return found(isId(id) ? notes.find((note) => note.id === id && note.kind === 'note') : undefined)
}

async function showNotes(c: PeopleContext, { olympiad, table }: Here, back: NotesBack): Promise<Response> {
  const { db } = c.var
  return page(
    c,
    {
      title: `Tafel ${table.number}`,
      robots: 'noindex',
      breadcrumb: trail(
        olympiad,
        { label: 'Programma', href: programmeUrl(olympiad) },
        { label: `Tafel ${table.number}` },
      ),
      errors: back.errors.length,
    },
    <TableNotesPage
      olympiad={olympiad}
      table={table}
      notes={await notesOf(db, table.id)}
      sentences={await sentencesAt(db, olympiad.id)}
      {...back}
    />,
  )
}

async function show(c: PeopleContext): Promise<Response> {
  return showNotes(c, await tableHere(c), { errors: [], typed: {} })
}

async function write(c: PeopleContext): Promise<Response> {
  const here = await tableHere(c)
  const form = readForm(c, noteForm)
  if (!form.ok) return showNotes(c, here, { form: 'nieuw', ...form })
  await addNote(c.var.db, here.table.id, form.value.notitie, here.person.id, c.var.now)
  return c.redirect(notesUrl(here.olympiad, here.table), 303)
}

async function toStatement(c: PeopleContext): Promise<Response> {
  const { db, now } = c.var
  const here = await tableHere(c)
  const note = await noteHere(c, here.table)
  const form = readForm(c, noteStatementForm)
  const name = `${note.id}-zin`
  if (!form.ok) return showNotes(c, here, { form: name, ...form })
  const { gewoon, voorbeeld, vaktaal, reden } = form.value
  const [fault] = plainFaults(gewoon)
  if (fault !== undefined)
    return showNotes(c, here, { form: name, typed: form.typed, errors: [{ field: 'gewoon', message: fault }] })
  const sentence = await makeStatement(
    db,
    {
      group: null,
      fictional: here.olympiad.fictional,
      words: { plain: gewoon, example: voorbeeld, exampleItem: null, professional: vaktaal },
      reason: reden,
      factors: [],
      step: 'noted',
      from: [note.id],
    },
    { by: here.person.id, at: now },
  )
  await noteBecame(db, note, 'statement', sentence)
  return c.redirect(`${notesUrl(here.olympiad, here.table)}#notitie-${note.id}`, 303)
}

async function toReason(c: PeopleContext): Promise<Response> {
  const { db } = c.var
  const here = await tableHere(c)
  const note = await noteHere(c, here.table)
  const form = readForm(c, noteReasonForm)
  const name = `${note.id}-reden`
  if (!form.ok) return showNotes(c, here, { form: name, ...form })
  const sentences = await sentencesAt(db, here.olympiad.id)
  if (!sentences.some(({ id }) => id === form.value.zin)) {
    const errors = [{ field: 'zin', message: 'Kies een zin uit de lijst.' }]
    return showNotes(c, here, { form: name, typed: form.typed, errors })
  }
  await noteBecame(db, note, 'reason', form.value.zin)
  return c.redirect(`${notesUrl(here.olympiad, here.table)}#notitie-${note.id}`, 303)
}

async function drop(c: PeopleContext): Promise<Response> {
  const here = await tableHere(c)
  await removeNote(c.var.db, await noteHere(c, here.table))
  return c.redirect(notesUrl(here.olympiad, here.table), 303)
}

/** What is said at a table becomes notes, sentences and reasons. */
export function tableRoutes(): Hono<PeopleEnv> {
  const at = '/olympiades/:slug/tafels/:number'
  return new Hono<PeopleEnv>()
    .get(at, show)
    .post(`${at}/notities`, write)
    .post(`${at}/notities/:note/zin`, toStatement)
    .post(`${at}/notities/:note/reden`, toReason)
    .post(`${at}/notities/:note/verwijdering`, drop)
}
