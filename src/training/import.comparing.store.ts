import { dutchDay } from '../foundation/clock.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { currentStandards } from '../standards/index.ts'
import { COURSE_COLUMNS } from './course.store.ts'
import type { Course } from './course.ts'
import { CODE_TOLD, KNOWN_BY_CODE } from './import.code.ts'
import {
  type Comparison,
  compareCourse,
  compareOffering,
  courseTextOf,
  type KnownStandard,
  offeringTextOf,
} from './import.comparison.ts'
import { storableJson } from './import.json.ts'
import { completeRefused, unknownCourse } from './import.refused.store.ts'
import type { GivenCourse, GivenOffering } from './import.row.ts'
import { offeringKey } from './import.row.ts'
import type { Import } from './import.ts'
import { codeOf } from './oeapi.ts'
import { OFFERING_COLUMNS } from './offering.store.ts'
import type { Offering } from './offering.ts'
import { standingOf } from './publication.store.ts'
import { teachingsOf } from './teaching.read.store.ts'

/** Items compared in one go: less than 50 ms of work. */
const PORTION = 500

interface Waiting<Given> {
  no: number
  code: string
  key: string
  given: Given
}

const waiting = statement<Waiting<never> & Record<string, unknown>>(
  'training.uncomparedItems',
  `select no, code, key, given from training.import_item
   where import = $1 and kind = $2 and no > $4 and done_at is null and coalesce(outcome, '') = ''
   order by no limit $3`,
)
// Said by coalesce, both: there is an index of outcomes as well, and going through that would mean all items each time.
const coming = statement<{ code: string }>(
  'training.coursesThatCome',
  `select code from training.import_item
   where import = $1 and code = any ($2) and kind = 'course' and coalesce(outcome, '') = 'new'`,
)
const byCode = statement<Course & { deliveredIn: string | null } & Record<string, unknown>>(
  'training.coursesByCode',
  `select ${COURSE_COLUMNS}, course.delivered_in as "deliveredIn" from training.course where ${KNOWN_BY_CODE}`,
)
const idsByCode = statement<{ id: string; code: string }>(
  'training.courseIdsByCode',
  `select id, ${CODE_TOLD} as code from training.course where ${KNOWN_BY_CODE}`,
)
const offeringsOf = statement<Offering & Record<string, unknown>>(
  'training.offeringsOfMany',
  `select ${OFFERING_COLUMNS} from training.offering where course = any ($1) and (ends_on >= $2 or code <> '')`,
)
const note = statement(
  'training.noteComparison',
  `update training.import_item as item set outcome = said.outcome, words = said.words, given = said.text,
     target = said.target, before = said.before, seen = said.seen
   from jsonb_to_recordset($2::jsonb) as said (no integer, outcome text, words text[], text jsonb, target uuid,
     before jsonb, seen integer)
   where item.import = $1 and item.no between $3 and $4 and item.no = said.no`,
)

const ARCHIVED = 'Deze training ligt in het archief en blijft daar. Haal hem er zelf uit als hij weer op de site mag.'

const TYPED_BY_HAND =
  'Deze training zetten jullie er zelf al op, met dezelfde code. Zet je deze aanlevering in je aanbod, dan zeggen we het voortaan als hij niet meer in je bestand staat.'

interface Said extends Comparison<unknown> {
  no: number
  target?: string
  before?: unknown
  seen?: number
}

/** What stays as it is needs no text: nothing will be written. The span of numbers keeps the search for rows short. */
async function noteAll(db: Db, id: string, said: Said[]): Promise<void> {
  const kept = said.map((one) => (one.outcome === 'same' ? { ...one, text: {}, before: undefined } : one))
  await note(db, id, storableJson(kept), said[0]?.no, said.at(-1)?.no)
}

async function compareCourses(db: Db, { id, provider }: Import, items: Waiting<GivenCourse>[], known: KnownStandard[]) {
  const codes = items.map(({ code }) => code)
  const courses = new Map((await byCode(db, provider, codes)).map((course) => [codeOf(course), course]))
  const teachings = await teachingsOf(
    db,
    [...courses.values()].map((course) => course.id),
  )
  const archived = await standingOf(
    db,
    [...courses.values()].map((course) => course.id),
  )
  const said = items.map(({ no, code, given }): Said => {
    const course = courses.get(code)
    const standing = teachings.get(course?.id ?? '') ?? []
    const existing = course && { text: courseTextOf(course), teachings: standing }
    const compared = compareCourse({ ...given, code: course ? course.code : code }, existing, known)
    if (!existing) return { no, ...compared }
    // Somebody put it there, and a catalogue that still names it does not know.
    if (archived.get(course.id)?.archived) compared.words.push(ARCHIVED)
    if (course.deliveredIn === null) compared.words.push(TYPED_BY_HAND)
    const taught = standing.map(({ standard, revision, strength }) => ({ standard, revision, strength }))
    return { no, ...compared, target: course.id, before: { ...existing.text, teaches: taught }, seen: course.version }
  })
  await noteAll(db, id, said)
}

async function compareOfferings(db: Db, { id, provider }: Import, items: Waiting<GivenOffering>[], today: string) {
  const codes = [...new Set(items.map(({ code }) => code))]
  const courses = new Map((await idsByCode(db, provider, codes)).map((row) => [row.code, row.id]))
  const come = new Set((await coming(db, id, codes)).map(({ code }) => code))
  const offerings = new Map<string, Offering>()
  for (const one of courses.size === 0 ? [] : await offeringsOf(db, [...courses.values()], today)) {
    offerings.set(`${one.course} ${offeringKey(one)}`, one)
    // Our own feed calls a date without a code by its id.
    if (one.code === '') offerings.set(`${one.course} ${one.id}`, one)
  }
  const said = items.map(({ no, code, key, given }): Said => {
    const course = courses.get(code)
    if (course === undefined && !come.has(code))
      return {
        no,
        outcome: 'refused',
        words: [unknownCourse(code)],
        text: given,
      }
    const existing =
      offerings.get(`${course} ${key}`) ??
      offerings.get(`${course} ${offeringKey({ ...given, code: '', gemeente: given.gemeente ?? '' })}`)
    const compared = compareOffering(
      existing && given.code === existing.id ? { ...given, code: '' } : given,
      existing,
      today,
    )
    if (!existing) return { no, ...compared }
    return { no, ...compared, target: existing.id, before: offeringTextOf(existing), seen: existing.version }
  })
  await noteAll(db, id, said)
}

// What an earlier import named and this one does not: courses when it speaks of courses, dates when of dates. What somebody
// typed by hand was never in one, and is not missing now. Said by coalesce and "not in": right after a first import the
// planner still believes that hardly anything was delivered, and would go through all of it row by row.
const gone = statement(
  'training.noteGone',
  `with gone as (
     select 'course' as kind, course.code, '' as key, course.title, course.id as target, course.version as seen
     from training.course where provider = $2 and code <> '' and coalesce(delivered_in, course.id) <> course.id
       and exists (select from training.import_item where import = $1 and kind = 'course')
       and not exists (select from training.import_item as item where item.import = $1 and item.code = course.code)
       and not exists (select from training.archive where archive.course = course.id and ended_at is null)
     union all
     select 'offering', course.code, '', to_char(offering.starts_on, 'FMDD-FMMM-YYYY') || ', ' || course.title,
       offering.id, offering.version
     from training.offering join training.course on course.id = offering.course
     where course.provider = $2 and course.code <> '' and coalesce(offering.delivered_in, offering.id) <> offering.id
       and offering.starts_on >= $3 and offering.cancelled_at is null
       and exists (select from training.import_item as item where item.import = $1 and item.code = course.code)
       and exists (select from training.import_item where import = $1 and kind = 'offering')
       and offering.id not in (select target from training.import_item
         where import = $1 and kind = 'offering' and target is not null)
   )
   insert into training.import_item (import, no, kind, place, code, key, title, given, outcome, target, seen)
   select $1, (select coalesce(max(no), -1) from training.import_item where import = $1)
       + row_number() over (order by kind, title), kind, '', code, key, title, '{}', 'gone', target, seen
   from gone`,
)
const report = statement(
  'training.makeReport',
  `insert into training.import_report (import, made_at, new, changed, same, refused, gone)
   select $1, $2, count(*) filter (where outcome = 'new'), count(*) filter (where outcome = 'changed'),
     count(*) filter (where outcome = 'same'), count(*) filter (where outcome = 'refused'),
     count(*) filter (where outcome = 'gone')
   from training.import_item where import = $1`,
)

/** Lays every item beside what stands here, portion by portion, and then makes the report. Goes on where it stopped. */
export async function compareItems(db: Db, one: Import, now: Date): Promise<void> {
  const known = await currentStandards(db)
  const today = dutchDay(now)
  // By number: whoever asked for the first that waits would each time pass by all that wait no longer.
  for (let last = -1; ; ) {
    const items = await waiting(db, one.id, 'course', PORTION, last)
    if (items.length === 0) break
    await compareCourses(db, one, items, known)
    last = items.at(-1)?.no ?? last
  }
  for (let last = -1; ; ) {
    const items = await waiting(db, one.id, 'offering', PORTION, last)
    if (items.length === 0) break
    await compareOfferings(db, one, items, today)
    last = items.at(-1)?.no ?? last
  }
  await inTransaction(db, async (tx) => {
    // A catalogue that could not be read to its end says nothing about what is not in it.
    if (one.fault === '') await gone(tx, one.id, one.provider, today)
    await completeRefused(tx, one.id, one.provider, known)
    await report(tx, one.id, now)
  })
}
