import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { currentStandards } from '../standards/index.ts'
import { readCourseById } from './course.store.ts'
import { saveCourse } from './course.write.store.ts'
import type { Hand } from './hand.ts'
import { adoptItems } from './import.adopting.store.ts'
import { inBatches } from './import.batch.store.ts'
import type { CourseWish } from './import.comparison.ts'
import { requestItems } from './import.requesting.store.ts'
import {
  type ImportedOffering,
  type Settable,
  type Settled,
  writeCourses,
  writeOfferings,
} from './import.rows.store.ts'
import type { Import } from './import.ts'
import { readOfferingById } from './offering.store.ts'
import type { OfferingText } from './offering.ts'
import { cancelOffering } from './offering.write.store.ts'
import { holdProvider } from './provider.store.ts'
import { archiveCourse } from './publication.store.ts'
import { proposeTeachings } from './teaching.store.ts'

/** What goes in at one time: a batch is one transaction, and others wait for it no longer than for a page. */
const COURSES = 200
const OFFERINGS = 1_000
const ONE_BY_ONE = 20

const waiting = statement<Settable<never> & Record<string, unknown>>(
  'training.unsetItems',
  `select no, code, given, before, target, seen from training.import_item
   where import = $1 and kind = $2 and outcome = $3 and no > $5 and done_at is null order by no limit $4`,
)
const nothingToDo = statement(
  'training.setNothing',
  `update training.import_item set done_at = $2 where import = $1 and done_at is null
     and (outcome in ('same', 'refused') or (outcome = 'gone' and not $3))`,
)
const done = statement(
  'training.itemsSet',
  `update training.import_item as item set done_at = $2, target = said.target, left_at = said.left_at
   from jsonb_to_recordset($3::jsonb) as said (no integer, target uuid, left_at integer)
   where item.import = $1 and item.no between $4 and $5 and item.no = said.no`,
)
const missed = statement(
  'training.itemsMissed',
  `update training.import_item set done_at = $2, outcome = 'refused', words = array[$4] where import = $1 and no = any ($3)`,
)
const recount = statement(
  'training.recountImport',
  `update training.import_report as report set new = said.new, changed = said.changed, refused = said.refused
   from (select count(*) filter (where outcome = 'new') as new, count(*) filter (where outcome = 'changed') as changed,
       count(*) filter (where outcome = 'refused') as refused from training.import_item where import = $1) as said
   where report.import = $1`,
)
const endSetting = statement(
  'training.endSetting',
  'update training.import_acceptance set ended_at = $2 where import = $1 and ended_at is null',
)

const SOMEONE_FIRST =
  'Een collega veranderde dit terwijl de aanlevering liep. Lever het opnieuw aan, dan kijken we verder.'

async function noteBatch(tx: Db, id: string, items: { no: number }[], settled: Settled[], at: Date): Promise<void> {
  // The span of numbers keeps the search for rows short, however many an import has.
  await done(tx, id, at, JSON.stringify(settled), items[0]?.no, items.at(-1)?.no)
  const there = new Set(settled.map(({ no }) => no))
  const rest = items.filter(({ no }) => !there.has(no)).map(({ no }) => no)
  if (rest.length > 0) await missed(tx, id, at, rest, SOMEONE_FIRST)
}

/** Does batches of one kind of items until there are none left. */
async function setAll<Text>(
  db: Db,
  { id, provider }: Import,
  of: { kind: 'course' | 'offering'; outcome: string; size: number },
  at: Date,
  work: (tx: Db, items: Settable<Text>[]) => Promise<Settled[]>,
): Promise<void> {
  const load = async (tx: Db, last: number): Promise<Settable<Text>[]> => {
    await holdProvider(tx, provider)
    return waiting(tx, id, of.kind, of.outcome, of.size, last)
  }
  await inBatches(db, of.size, load, async (tx, items) => noteBatch(tx, id, items, await work(tx, items), at))
}

async function changeCourse(
  tx: Db,
  item: Settable<CourseWish>,
  names: Map<string, string>,
  hand: Hand,
): Promise<Settled[]> {
  const { teaches, ...text } = item.given
  if (item.target === null || item.seen === null) return []
  if ((await saveCourse(tx, item.target, { ...text, version: item.seen }, hand)) !== 'saved') return []
  if (teaches) await proposeTeachings(tx, item.target, teaches, names, hand)
  const now = await readCourseById(tx, item.target)
  return now ? [{ no: item.no, target: now.id, left_at: now.version }] : []
}

async function endCourse(tx: Db, { no, target, seen }: Settable<never>, hand: Hand): Promise<Settled[]> {
  const course = target === null ? undefined : await readCourseById(tx, target)
  if (!course || course.version !== seen) return []
  await archiveCourse(tx, course.id, hand)
  return [{ no, target: course.id, left_at: course.version }]
}

async function endOffering(tx: Db, { no, target, seen }: Settable<never>, hand: Hand): Promise<Settled[]> {
  const offering = target === null ? undefined : await readOfferingById(tx, target)
  if (!offering || offering.version !== seen || !(await cancelOffering(tx, offering, hand))) return []
  return [{ no, target: offering.id, left_at: offering.version + 1 }]
}

const oneByOne =
  <Text>(work: (tx: Db, item: Settable<Text>, hand: Hand) => Promise<Settled[]>, hand: Hand) =>
  async (tx: Db, items: Settable<Text>[]): Promise<Settled[]> => {
    const settled: Settled[] = []
    for (const item of items) settled.push(...(await work(tx, item, hand)))
    return settled
  }

/**
 * Puts an accepted import in place, batch by batch; goes on where it stopped. Changes are logged as when somebody makes
 * them by hand, and what is new and complete is laid before an editor, as by hand.
 */
export async function setItems(db: Db, one: Import, today: string, now: Date): Promise<void> {
  const at = one.acceptedAt ?? now
  const hand: Hand = { by: one.acceptedBy, at }
  const names = new Map((await currentStandards(db)).map(({ item, name }) => [item, name]))
  await nothingToDo(db, one.id, at, one.endsGone)
  await setAll<CourseWish>(db, one, { kind: 'course', outcome: 'new', size: COURSES }, at, (tx, items) =>
    writeCourses(tx, one, items, hand),
  )
  await setAll<CourseWish>(
    db,
    one,
    { kind: 'course', outcome: 'changed', size: ONE_BY_ONE },
    at,
    oneByOne((tx, item, by) => changeCourse(tx, item, names, by), hand),
  )
  for (const outcome of ['new', 'changed'])
    await setAll<OfferingText>(db, one, { kind: 'offering', outcome, size: OFFERINGS }, at, (tx, items) =>
      writeOfferings(tx, one, items as ImportedOffering[], hand),
    )
  await setAll<never>(db, one, { kind: 'offering', outcome: 'gone', size: ONE_BY_ONE }, at, oneByOne(endOffering, hand))
  await setAll<never>(db, one, { kind: 'course', outcome: 'gone', size: ONE_BY_ONE }, at, oneByOne(endCourse, hand))
  await inTransaction(db, async (tx) => {
    await holdProvider(tx, one.provider)
    await requestItems(tx, one, hand, today)
    // Behind the request: what counts as delivered from now on was typed by hand until here.
    await adoptItems(tx, one)
    await recount(tx, one.id)
    await endSetting(tx, one.id, now)
    await contentChanged(tx)
  })
}
