import { randomUUID } from 'node:crypto'
import { type Db, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { slugFrom } from '../foundation/slug.ts'
import { RESERVED } from './course.ts'
import type { Hand } from './hand.ts'
import { CODE_TOLD, KNOWN_BY_CODE } from './import.code.ts'
import type { CourseWish } from './import.comparison.ts'
import type { Import } from './import.ts'
import { type OfferingText, offeringWords } from './offering.ts'
import { providersById } from './provider.store.ts'

/** An item that waits to be put in place. */
export interface Settable<Text> {
  no: number
  code: string
  given: Text
  before: Text | null
  target: string | null
  seen: number | null
}

/** What became of the items of a batch: what stands now and which version, or that somebody was first. */
export interface Settled {
  no: number
  target: string
  left_at: number
}

const slugsTaken = statement<{ slug: string }>(
  'training.slugsTaken',
  'select slug from training.course where slug = any ($1)',
)
const insertCourses = statement<{ id: string }>(
  'training.insertCourses',
  `insert into training.course (id, provider, slug, fictional, created_at, created_by, updated_at, updated_by, code, title,
     outcome, about, form, minutes, language, level, professions, for_students, in_company, any_time, price_cents, enrol_url,
     delivered_in)
   select id, $1, slug, $2, $3, $4, $3, $4, code, title, outcome, about, form, minutes, language, level, professions,
     "forStudents", "inCompany", "anyTime", "priceCents", "enrolUrl", $6
   from jsonb_to_recordset($5::jsonb) as given (id uuid, slug text, code text, title text, outcome text, about text,
     form text, minutes integer, language text, level text, professions text[], "forStudents" boolean,
     "inCompany" boolean, "anyTime" boolean, "priceCents" integer, "enrolUrl" text)
   on conflict do nothing returning id`,
)
const insertAccreditations = statement(
  'training.insertAccreditations',
  `insert into training.accreditation (course, register, register_name, number, points, valid_until)
   select course, register, coalesce("registerName", ''), number, points, "validUntil" from jsonb_to_recordset($1::jsonb)
     as given (course uuid, register text, "registerName" text, number text, points float8, "validUntil" date)`,
)
const insertTeachings = statement(
  'training.insertTeachings',
  `insert into training.teaching (course, standard, revision, strength, proposed_at, proposed_by)
   select course, standard, revision, strength, $2, $3 from jsonb_to_recordset($1::jsonb)
     as given (course uuid, standard uuid, revision uuid, strength text)`,
)

/** Addresses nobody has, for many courses at once; where a name is in use a piece of the course's own id is behind it. */
async function slugsFor(tx: Db, courses: { id: string; title: string }[]): Promise<Map<string, string>> {
  const wished = courses.map(({ id, title }) => ({ id, slug: slugFrom(title) || 'training' }))
  const used = new Set([
    ...RESERVED,
    ...(
      await slugsTaken(
        tx,
        wished.map(({ slug }) => slug),
      )
    ).map(({ slug }) => slug),
  ])
  return new Map(
    wished.map(({ id, slug }) => {
      const free = used.has(slug) ? `${slug}-${id.slice(0, 6)}` : slug
      used.add(free)
      return [id, free]
    }),
  )
}

/** Where rows come from: an import of a provider. */
type Source = Pick<Import, 'id' | 'provider'>

/** Makes many courses that only their provider sees. One whose code or address was taken a moment ago is left out. */
export async function writeCourses(
  tx: Db,
  { id: delivery, provider }: Source,
  items: Settable<CourseWish>[],
  { by, at }: Hand,
): Promise<Settled[]> {
  const of = (await providersById(tx, [provider])).get(provider)
  if (!of) throw new Error(`Import of a provider that is not there: ${provider}.`)
  const courses = items.map(({ no, given: { teaches = [], ...text } }) => ({ no, id: randomUUID(), text, teaches }))
  const slugs = await slugsFor(
    tx,
    courses.map(({ id, text }) => ({ id, title: text.title })),
  )
  const rows = courses.map(({ id, text }) => ({ ...text, id, slug: slugs.get(id) }))
  const made = new Set(
    (await insertCourses(tx, provider, of.fictional, at, by, JSON.stringify(rows), delivery)).map(({ id }) => id),
  )
  const there = courses.filter(({ id }) => made.has(id))
  const points = there.flatMap(({ id, text }) => text.accreditations.map((one) => ({ course: id, ...one })))
  if (points.length > 0) await insertAccreditations(tx, JSON.stringify(points))
  const taught = there.flatMap(({ id, teaches }) => teaches.map((one) => ({ course: id, ...one })))
  if (taught.length > 0) await insertTeachings(tx, JSON.stringify(taught), at, by)
  return there.map(({ no, id }) => ({ no, target: id, left_at: 1 }))
}

/** A date that is put in place: new without a target, else beside the text it had. */
export type ImportedOffering = Settable<OfferingText>

const coursesByCode = statement<{ id: string; code: string; live: boolean }>(
  'training.liveByCode',
  `select id, ${CODE_TOLD} as code, item is not null as live from training.course where ${KNOWN_BY_CODE}`,
)
const COLUMNS = `id uuid, course uuid, seen integer, code text, days date[], "startsOn" date, "endsOn" date, "startsAt" time,
  "endsAt" time, online boolean, venue text, gemeente text, seats integer, "seatsLeft" integer, "enrolUrl" text`
const insertOfferings = statement<{ id: string; version: number }>(
  'training.insertOfferings',
  `insert into training.offering (id, course, created_at, updated_at, code, days, starts_on, ends_on, starts_at, ends_at,
     online, venue, gemeente, seats, seats_left, enrol_url, delivered_in)
   select id, course, $1, $1, code, days, "startsOn", "endsOn", "startsAt", "endsAt", online, venue, gemeente, seats,
     "seatsLeft", "enrolUrl", $3 from jsonb_to_recordset($2::jsonb) as given (${COLUMNS})
   on conflict do nothing returning id, version`,
)
const updateOfferings = statement<{ id: string; version: number }>(
  'training.updateOfferings',
  `update training.offering as old set updated_at = $1, version = version + 1, code = given.code, days = given.days,
     starts_on = "startsOn", ends_on = "endsOn", starts_at = "startsAt", ends_at = "endsAt", online = given.online,
     venue = given.venue, gemeente = given.gemeente, seats = given.seats, seats_left = "seatsLeft", enrol_url = "enrolUrl"
   from jsonb_to_recordset($2::jsonb) as given (${COLUMNS})
   where old.id = given.id and old.version = given.seen and old.cancelled_at is null returning old.id, old.version`,
)
const noteChanges = statement(
  'training.noteManyChanges',
  `insert into training.change (course, changed_at, changed_by, changes)
   select course.id, $1, $2, given.changes from jsonb_to_recordset($3::jsonb) as given (course uuid, changes jsonb)
   join training.course on course.id = given.course where course.item is not null`,
)

/** Adds or changes many dates, and logs it for courses that were published, a row per course. */
export async function writeOfferings(
  tx: Db,
  { id: delivery, provider }: Source,
  items: ImportedOffering[],
  { by, at }: Hand,
): Promise<Settled[]> {
  const courses = new Map(
    (await coursesByCode(tx, provider, [...new Set(items.map(({ code }) => code))])).map((row) => [row.code, row]),
  )
  const rows = items.flatMap((item) => {
    const course = courses.get(item.code)
    if (!course) return []
    const days = [...new Set(item.given.days)].sort()
    const { no, seen, before, given, target } = item
    const row = {
      ...given,
      id: target ?? randomUUID(),
      course: course.id,
      seen,
      days,
      startsOn: days[0],
      endsOn: days.at(-1),
    }
    return [{ no, row, isNew: target === null, isPublic: course.live, from: before }]
  })
  const part = (isNew: boolean) => JSON.stringify(rows.filter((one) => one.isNew === isNew).map(({ row }) => row))
  const written = new Map(
    [...(await insertOfferings(tx, at, part(true), delivery)), ...(await updateOfferings(tx, at, part(false)))].map(
      (one) => [one.id, one.version],
    ),
  )
  const there = rows.filter(({ row }) => written.has(row.id))
  const changes = new Map<string, object[]>()
  for (const { row, from } of there.filter(({ isPublic }) => isPublic)) {
    const change = { field: 'Data', from: from ? offeringWords(from) : '', to: offeringWords(row) }
    changes.set(row.course, [...(changes.get(row.course) ?? []), change])
  }
  if (changes.size > 0) {
    const noted = [...changes].map(([course, all]) => ({ course, changes: all }))
    await noteChanges(tx, at, by, JSON.stringify(noted))
    await contentChanged(tx)
  }
  return there.map(({ no, row }) => ({ no, target: row.id, left_at: written.get(row.id) ?? 1 }))
}
