import { dutchDay } from '../foundation/clock.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { currentStandards } from '../standards/index.ts'
import { readCourseById } from './course.store.ts'
import { saveCourse } from './course.write.store.ts'
import type { Hand } from './hand.ts'
import { releaseItems } from './import.adopting.store.ts'
import { inBatches } from './import.batch.store.ts'
import type { CourseWish } from './import.comparison.ts'
import { withdrawItems } from './import.requesting.store.ts'
import { type ImportedOffering, type Settable, writeOfferings } from './import.rows.store.ts'
import type { Import } from './import.ts'
import { holdProvider } from './provider.store.ts'
import { archiveCourse, restoreCourse } from './publication.store.ts'
import { proposeTeachings, revertTeachings } from './teaching.store.ts'

const OFFERINGS = 1_000
const COURSES = 200
const ONE_BY_ONE = 20

// The text an undoing writes is the one from before, over the version the import left.
const waiting = statement<Settable<never> & Record<string, unknown>>(
  'training.setItemsToUndo',
  `select no, code, before as given, given as before, target, left_at as seen from training.import_item
   where import = $1 and kind = $2 and outcome = $3 and left_at is not null and no > $5 and undone_at is null order by no limit $4`,
)
const nothingToDo = statement(
  'training.undoNothing',
  'update training.import_item set undone_at = $2 where import = $1 and undone_at is null and left_at is null',
)
const undone = statement(
  'training.itemsUndone',
  'update training.import_item set undone_at = $2 where import = $1 and no = any ($3)',
)
const keep = statement('training.itemsKept', 'update training.import_undoing set kept = kept + $2 where import = $1')
const endUndoing = statement(
  'training.endUndoing',
  'update training.import_undoing set ended_at = $2 where import = $1 and ended_at is null',
)

type Item = Settable<never>

/** Does batches of one kind of items until there are none left; `work` tells which it could put back. */
async function undoAll(
  db: Db,
  { id, provider }: Import,
  of: { kind: 'course' | 'offering'; outcome: string; size: number },
  at: Date,
  work: (tx: Db, items: Item[]) => Promise<number[]>,
): Promise<void> {
  const load = async (tx: Db, last: number): Promise<Item[]> => {
    await holdProvider(tx, provider)
    return waiting(tx, id, of.kind, of.outcome, of.size, last)
  }
  await inBatches(db, of.size, load, async (tx, items) => {
    const back = await work(tx, items)
    const numbers = items.map(({ no }) => no)
    await undone(tx, id, at, numbers)
    await keep(tx, id, items.length - back.length)
  })
}

// Somebody may have asked to be reminded of a date: that one is called off, for they must hear of it.
const removeOfferings = statement<{ id: string }>(
  'training.removeImportedOfferings',
  `delete from training.offering as old using jsonb_to_recordset($1::jsonb) as given (target uuid, seen integer)
   where old.id = given.target and old.version = given.seen
     and not exists (select from training.reminder where reminder.offering = old.id) returning old.id`,
)
const cancelOfferings = statement<{ id: string }>(
  'training.cancelImportedOfferings',
  `update training.offering as old set cancelled_at = $2, cancelled_by = $3, updated_at = $2, version = version + 1
   from jsonb_to_recordset($1::jsonb) as given (target uuid, seen integer)
   where old.id = given.target and old.version = given.seen and cancelled_at is null returning old.id`,
)
const reviveOfferings = statement<{ id: string }>(
  'training.reviveOfferings',
  `update training.offering as old set cancelled_at = null, cancelled_by = null, updated_at = $2, version = version + 1
   from jsonb_to_recordset($1::jsonb) as given (target uuid, seen integer)
   where old.id = given.target and old.version = given.seen returning old.id`,
)

const numbersOf = (items: Item[], ids: { id: string }[]): number[] => {
  const there = new Set(ids.map(({ id }) => id))
  return items.filter(({ target }) => target !== null && there.has(target)).map(({ no }) => no)
}

async function takeAwayOfferings(tx: Db, items: Item[], hand: Hand): Promise<number[]> {
  const given = JSON.stringify(items.map(({ target, seen }) => ({ target, seen })))
  return numbersOf(items, [
    ...(await removeOfferings(tx, given)),
    ...(await cancelOfferings(tx, given, hand.at, hand.by)),
  ])
}

const unread = statement<{ id: string }>(
  'training.unreadImported',
  `select course.id from training.course join jsonb_to_recordset($1::jsonb) as given (target uuid, seen integer)
     on course.id = given.target and course.version = given.seen
   where course.item is null and not exists (select from training.offering where offering.course = course.id)
   for update of course`,
)
const published = statement<{ id: string }>(
  'training.publishedImported',
  `select course.id from training.course join jsonb_to_recordset($1::jsonb) as given (target uuid, seen integer)
     on course.id = given.target and course.version = given.seen
   where course.item is not null and not exists (select from training.offering where offering.course = course.id
     and cancelled_at is null)`,
)
const removals = [
  `delete from training.publication_check using training.publication_request as request
   where request.id = publication_check.request and request.course = any ($1)`,
  'delete from training.publication_request where course = any ($1)',
  'delete from training.archive where course = any ($1)',
  'delete from training.change where course = any ($1)',
  'delete from training.course where id = any ($1)',
].map((text, at) => statement(`training.removeImported ${at}`, text))

/** Courses nobody ever read go as they came. What was published goes to the archive: there are links to it. */
async function takeAwayCourses(tx: Db, items: Item[], hand: Hand): Promise<number[]> {
  const given = JSON.stringify(items.map(({ target, seen }) => ({ target, seen })))
  const gone = await unread(tx, given)
  const ids = gone.map(({ id }) => id)
  if (ids.length > 0) for (const remove of removals) await remove(tx, ids)
  const kept = await published(tx, given)
  for (const { id } of kept) await archiveCourse(tx, id, hand)
  return numbersOf(items, [...gone, ...kept])
}

async function changeBack(tx: Db, one: Import, item: Item, names: Map<string, string>, hand: Hand): Promise<boolean> {
  const { teaches, ...text }: CourseWish = item.given
  if (item.target === null || item.seen === null) return false
  if ((await saveCourse(tx, item.target, { ...text, version: item.seen }, hand)) !== 'saved') return false
  // The import wrote them at the moment it was accepted.
  if (teaches && one.acceptedAt) await revertTeachings(tx, item.target, one.acceptedAt, names, hand)
  if (teaches) await proposeTeachings(tx, item.target, teaches, names, hand)
  return true
}

async function bringBack(tx: Db, { target, seen }: Item, hand: Hand): Promise<boolean> {
  const course = target === null ? undefined : await readCourseById(tx, target)
  if (!course || course.version !== seen) return false
  await restoreCourse(tx, course.id, hand)
  return true
}

const oneByOne =
  (work: (tx: Db, item: Item) => Promise<boolean>) =>
  async (tx: Db, items: Item[]): Promise<number[]> => {
    const back: number[] = []
    for (const item of items) if (await work(tx, item)) back.push(item.no)
    return back
  }

/** Puts everything of an import back as it was, as far as nobody changed it since; goes on where it stopped. */
export async function undoItems(db: Db, one: Import, now: Date): Promise<void> {
  const at = one.undoingAt ?? now
  const hand: Hand = { by: one.undoneBy, at }
  const names = new Map((await currentStandards(db)).map(({ item, name }) => [item, name]))
  await nothingToDo(db, one.id, at)
  await undoAll(db, one, { kind: 'offering', outcome: 'new', size: OFFERINGS }, at, (tx, items) =>
    takeAwayOfferings(tx, items, hand),
  )
  await undoAll(db, one, { kind: 'offering', outcome: 'changed', size: OFFERINGS }, at, async (tx, items) =>
    (await writeOfferings(tx, one, items as ImportedOffering[], hand)).map(({ no }) => no),
  )
  await undoAll(db, one, { kind: 'offering', outcome: 'gone', size: OFFERINGS }, at, async (tx, items) =>
    numbersOf(items, await reviveOfferings(tx, JSON.stringify(items), at)),
  )
  const course = (outcome: string, work: (tx: Db, item: Item) => Promise<boolean>) =>
    undoAll(db, one, { kind: 'course', outcome, size: ONE_BY_ONE }, at, oneByOne(work))
  await course('gone', (tx, item) => bringBack(tx, item, hand))
  await course('changed', (tx, item) => changeBack(tx, one, item, names, hand))
  await undoAll(db, one, { kind: 'course', outcome: 'new', size: COURSES }, at, (tx, items) =>
    takeAwayCourses(tx, items, hand),
  )
  await inTransaction(db, async (tx) => {
    await holdProvider(tx, one.provider)
    await withdrawItems(tx, one, dutchDay(now))
    await releaseItems(tx, one)
    await endUndoing(tx, one.id, now)
    await contentChanged(tx)
  })
}
