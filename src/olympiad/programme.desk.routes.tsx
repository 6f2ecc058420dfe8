import { Hono } from 'hono'
import { z } from 'zod'
import { attempt, violated } from '../foundation/db/index.ts'
import { found, page, readForm } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { type PeopleContext, type PeopleEnv, peopleNamed } from '../people/index.ts'
import { practicesToStudy } from '../practices/index.ts'
import { discussedAt, hostsOf } from './hall.view.ts'
import { chaired, chairTrail } from './olympiad.context.ts'
import type { Olympiad } from './olympiad.ts'
import { type DeskBack, ProgrammeDeskPage } from './programme.desk.page.tsx'
import { partForm, tableForm } from './programme.form.ts'
import { addPart, changePart, programmeOf, removePart } from './programme.store.ts'
import { programmeDeskUrl } from './programme.ts'
import { TableCardsPage } from './table.cards.page.tsx'
import { addTable, changeTable, type EditedTable, tablesOf } from './table.store.ts'

const DESK = '/olympiades/:slug/voorzitter/programma'

/** Practices of so many years back can be put on a table. */
const YEARS_BACK = 5

const headOf = (olympiad: Olympiad, title: string, errors = 0) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: chairTrail(olympiad, title),
  errors,
})

const versionForm = z.object({ versie: z.coerce.number().int().min(1).catch(0) })

async function showDesk(c: PeopleContext, olympiad: Olympiad, back: DeskBack): Promise<Response> {
  const { db } = c.var
  const tables = await tablesOf(db, olympiad.id)
  const head = headOf(olympiad, 'De dag', back.errors.length)
  return page(
    c,
    back.conflict ? { ...head, status: 409 } : head,
    <ProgrammeDeskPage
      olympiad={olympiad}
      parts={await programmeOf(db, olympiad.id)}
      tables={tables}
      hosts={await hostsOf(db, tables)}
      practices={await practicesToStudy(db, olympiad.year - YEARS_BACK, olympiad.year)}
      {...back}
    />,
  )
}

async function show(c: PeopleContext): Promise<Response> {
  const { olympiad } = await chaired(c)
  return showDesk(c, olympiad, { errors: [], typed: {} })
}

async function savePart(c: PeopleContext): Promise<Response> {
  const { db } = c.var
  const { olympiad } = await chaired(c)
  const id = c.req.param('part')
  const form = readForm(c, partForm)
  const name = id ?? 'deel'
  if (!form.ok) return showDesk(c, olympiad, { form: name, ...form })
  const { startsAt, minuten, titel, uitleg } = form.value
  const part = { startsAt, minutes: minuten, title: titel, words: uitleg }
  if (id === undefined) await addPart(db, olympiad.id, part)
  else {
    const version = readForm(c, versionForm)
    const kept = { id: found(isId(id) ? id : undefined), version: version.ok ? version.value.versie : 0, ...part }
    if (!(await changePart(db, olympiad.id, kept)))
      return showDesk(c, olympiad, { form: name, typed: form.typed, errors: [], conflict: true })
  }
  return c.redirect(programmeDeskUrl(olympiad), 303)
}

async function dropPart(c: PeopleContext): Promise<Response> {
  const { olympiad } = await chaired(c)
  const id = c.req.param('part')
  await removePart(c.var.db, olympiad.id, found(isId(id) ? id : undefined))
  return c.redirect(programmeDeskUrl(olympiad), 303)
}

/** The one person who is called so: by the whole name, or by a part that only one name has. */
async function hostNamed(c: PeopleContext, name: string): Promise<{ host: string | null } | { fault: string }> {
  if (name === '') return { host: null }
  const people = await peopleNamed(c.var.db, name)
  const exact = people.filter((one) => one.name.toLowerCase() === name.toLowerCase())
  const [one, ...others] = exact.length > 0 ? exact : people
  if (one === undefined)
    return { fault: 'We kennen niemand met een account die zo heet. Typ de naam zoals die in het account staat.' }
  if (others.length > 0) return { fault: 'Er zijn er meer die zo heten. Typ de hele naam.' }
  return { host: one.id }
}

async function tableNumbered(c: PeopleContext, olympiad: Olympiad): Promise<EditedTable | undefined> {
  const number = c.req.param('number')
  if (number === undefined) return undefined
  return found((await tablesOf(c.var.db, olympiad.id)).find((table) => String(table.number) === number))
}

async function saveTable(c: PeopleContext): Promise<Response> {
  const { olympiad } = await chaired(c)
  const table = await tableNumbered(c, olympiad)
  const name = table?.id ?? 'tafel'
  const form = readForm(c, tableForm)
  if (!form.ok) return showDesk(c, olympiad, { form: name, ...form })
  const { typed } = form
  const { nummer, onderwerp, plaatsen, gastheer } = form.value
  const again = (field: string, message: string) =>
    showDesk(c, olympiad, { form: name, typed, errors: [{ field, message }] })
  if (table && plaatsen < table.taken)
    return again('plaatsen', `Er zitten al ${table.taken} mensen aan deze tafel. Vul minstens ${table.taken} in.`)
  const host = await hostNamed(c, gastheer)
  if ('fault' in host) return again('gastheer', host.fault)
  const head = {
    number: nummer,
    title: onderwerp,
    seats: plaatsen,
    host: host.host,
    practices: form.value['praktijken[]'],
  }
  const version = readForm(c, versionForm)
  const versie = version.ok ? version.value.versie : 0
  try {
    const kept = await attempt(c.var.db, async (tx) =>
      table
        ? changeTable(tx, { id: table.id, version: versie }, head)
        : addTable(tx, olympiad.id, head).then(() => true),
    )
    if (!kept) return showDesk(c, olympiad, { form: name, typed, errors: [], conflict: true })
  } catch (fault) {
    if (violated(fault) !== 'hall_table_olympiad_number_key') throw fault
    return again('nummer', `Tafel ${nummer} is er al. Kies een ander nummer.`)
  }
  return c.redirect(programmeDeskUrl(olympiad), 303)
}

async function cards(c: PeopleContext): Promise<Response> {
  const { db } = c.var
  const { olympiad } = await chaired(c)
  const tables = await tablesOf(db, olympiad.id)
  return page(
    c,
    headOf(olympiad, 'Kaartjes voor op tafel'),
    <TableCardsPage
      olympiad={olympiad}
      tables={tables}
      practices={await discussedAt(db, tables)}
      hosts={await hostsOf(db, tables)}
    />,
  )
}

/** The chair makes the day. */
export function programmeDeskRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get(DESK, show)
    .post(`${DESK}/delen`, savePart)
    .post(`${DESK}/delen/:part`, savePart)
    .post(`${DESK}/delen/:part/verwijdering`, dropPart)
    .post(`${DESK}/tafels`, saveTable)
    .post(`${DESK}/tafels/:number`, saveTable)
    .get(`${DESK}/tafelkaartjes`, cards)
}
