import { createHash } from 'node:crypto'
import { daysLater } from '../foundation/day.ts'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { GEMEENTEN } from '../foundation/gemeente.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { settleOrganisation } from '../people/index.ts'
import { currentStandards, type StandardCard } from '../standards/index.ts'
import { itemId, publishRevision } from '../thread/index.ts'
import { COURSE_FORMS, LEVELS, PROFESSIONS } from './course.ts'
import { STRENGTHS } from './teaching.ts'

/** Numbers that look like chance and are the same every time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const WHAT = [
  'Luisteren',
  'Signaleren',
  'Samenwerken',
  'Motiveren',
  'Begeleiden',
  'Verbinden',
  'Rapporteren',
  'Oefenen',
]
const WHERE = ['aan de deur', 'in de wijk', 'met het gezin', 'bij schulden', 'na verlies', 'in een groep', 'op straat']
const ABOUT =
  `gesprek vraag stilte vertrouwen buurt wijk gezin huisbezoek vrijwilliger beroepskracht netwerk steun eigen kracht
  regie contact ontmoeting begeleiding ervaring casus oefening rollenspel video intervisie plan evaluatie gemeente beleid
  samenwerking huisarts school werk inkomen schulden wonen gezondheid rouw zorg aandacht grens veiligheid signaal agenda
  eenzaamheid mantelzorg jongeren ouderen verslaving opvang taal tolk cultuur discriminatie lotgenoten groep`.split(
    /\s+/,
  )

const uuid = (of: string): string =>
  createHash('sha1')
    .update(of)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')

/** A published course that was never there, with its dates. */
export interface CourseSample {
  id: string
  provider: number
  code: string
  slug: string
  title: string
  outcome: string
  about: string
  form: string
  minutes: number
  language: string
  level: string
  professions: string[]
  for_students: boolean
  any_time: boolean
  price_cents: number | null
  /** Numbers of the standards it teaches, and how strongly. */
  teaches: { standard: number; strength: string }[]
  accreditations: { register: string; points: number; valid_until: string | null }[]
  offerings: {
    day: string
    online: boolean
    gemeente: string
    venue: string
    seats: number
    seats_left: number | null
  }[]
}

/** Providers of the samples. */
export const SAMPLE_PROVIDERS = 200

/** As many fictional courses as asked, the same ones for the same seed, with five dates each in the year from `today`. */
export function sampleCourses(count: number, today: string, seed = 1): CourseSample[] {
  const next = chance(seed)
  const one = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  const some = <T>(from: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, () => one(from))),
  ]
  const sentences = (many: number) =>
    Array.from({ length: many }, () => `${Array.from({ length: 12 }, () => one(ABOUT)).join(' ')}.`).join(' ')
  return Array.from({ length: count }, (_, at) => {
    const form = one(COURSE_FORMS)
    const isOnline = form === 'online' || form === 'self-paced'
    const offering = () => {
      const place = one(GEMEENTEN)
      return {
        day: daysLater(today, Math.floor(next() * 365)),
        online: isOnline || next() < 0.05,
        gemeente: isOnline ? '' : place.code,
        venue: isOnline ? '' : `Buurthuis ${place.name}`,
        seats: 16,
        seats_left: next() < 0.2 ? null : Math.floor(next() * 16),
      }
    }
    const kind = next()
    return {
      id: uuid(`course ${seed} ${at}`),
      provider: Math.floor(next() * SAMPLE_PROVIDERS),
      code: `vb-${at + 1}`,
      slug: `voorbeeld-${seed}-${at + 1}`,
      title: `${one(WHAT)} ${one(WHERE)}, ${at + 1}`,
      outcome: `Je ${sentences(1)}`,
      about: sentences(10),
      form,
      minutes: 60 * (1 + Math.floor(next() * 30)),
      language: next() < 0.95 ? 'nl' : 'en',
      level: one(LEVELS),
      professions: some(PROFESSIONS, 4),
      for_students: next() < 0.4,
      any_time: form === 'self-paced',
      price_cents: kind < 0.1 ? 0 : kind < 0.2 ? null : 500 * (5 + Math.floor(next() * 150)),
      teaches: some([0, 1, 2, 3, 4], 2).map((standard) => ({ standard, strength: one(STRENGTHS) })),
      accreditations:
        next() < 0.4
          ? []
          : some(['registerplein', 'skj'], 2).map((register) => ({
              ...{ register, points: 1 + Math.floor(next() * 20) },
              valid_until: daysLater(today, Math.floor(next() * 900) - 90),
            })),
      offerings: Array.from({ length: 5 }, offering),
    }
  })
}

const BATCH = 500

/**
 * Puts samples on the site as if they were published: straight into the rows, and the first on the thread as well, so that
 * every word of them is known to the search.
 */
export async function settleSampleCourses(db: Db, samples: CourseSample[], now: Date): Promise<void> {
  const standards = await currentStandards(db)
  await inTransaction(db, async (tx) => {
    for (let at = 0; at < SAMPLE_PROVIDERS; at += 1) await settleProvider(tx, at, now)
    for (let from = 0; from < samples.length; from += BATCH)
      await settleBatch(tx, samples.slice(from, from + BATCH), standards, now)
    for (const { title, outcome, slug } of samples.slice(0, 20))
      await publishRevision(tx, {
        ...{
          item: itemId('course', slug),
          title,
          summary: outcome,
          body: {},
          url: `/scholing/${slug}`,
          fictional: true,
        },
        ...{ kind: 'course', word: 'training', search: { text: ABOUT.join(' ') }, by: null, at: now },
      })
    await contentChanged(tx)
  })
}

async function settleProvider(tx: Db, at: number, now: Date): Promise<void> {
  const [organisation, provider, name] = [uuid(`organisation ${at}`), uuid(`provider ${at}`), `Leerhuis ${at + 1}`]
  await settleOrganisation(tx, { id: organisation, name, kind: 'provider', fictional: true, at: now })
  await tx.$client.query(
    `insert into training.provider (id, organisation, slug, name, line, gemeente, fictional, created_at, updated_at)
     values ($1, $2, $3, $4, 'Een leerhuis.', $5, true, $6, $6) on conflict do nothing`,
    [provider, organisation, `leerhuis-${at + 1}`, name, GEMEENTEN[at % GEMEENTEN.length]?.code ?? '', now],
  )
}

async function settleBatch(tx: Db, samples: CourseSample[], standards: StandardCard[], now: Date): Promise<void> {
  const put = (sql: string, rows: object[]) => tx.$client.query(sql, [JSON.stringify(rows), now])
  await put(
    `insert into training.course (id, provider, code, slug, title, outcome, about, form, minutes, language, level,
       professions, for_students, any_time, price_cents, fictional, live_since, looked_at, created_at, updated_at)
     select id, provider, code, slug, title, outcome, about, form, minutes, language, level, professions, for_students,
       any_time, price_cents, true, $2, $2, $2, $2
     from jsonb_to_recordset($1::jsonb) as one (id uuid, provider uuid, code text, slug text, title text, outcome text,
       about text, form text, minutes integer, language text, level text, professions text[], for_students boolean,
       any_time boolean, price_cents integer)`,
    samples.map((one) => ({ ...one, provider: uuid(`provider ${one.provider}`) })),
  )
  await put(
    `insert into training.offering (course, days, starts_on, ends_on, starts_at, ends_at, online, venue, gemeente, seats,
       seats_left, created_at, updated_at)
     select course, array[day], day, day, '09:30', '16:30', online, venue, gemeente, seats, seats_left, $2, $2
     from jsonb_to_recordset($1::jsonb) as one (course uuid, day date, online boolean, venue text, gemeente text,
       seats integer, seats_left integer)`,
    samples.flatMap(({ id, offerings }) => offerings.map((one) => ({ ...one, course: id }))),
  )
  await put(
    `insert into training.accreditation (course, register, points, valid_until)
     select course, register, points, valid_until from jsonb_to_recordset($1::jsonb)
       as one (course uuid, register text, points float8, valid_until date) where $2::timestamptz is not null`,
    samples.flatMap(({ id, accreditations }) => accreditations.map((one) => ({ ...one, course: id }))),
  )
  await put(
    `insert into training.teaching (course, standard, revision, strength, proposed_at, confirmed_at)
     select course, standard, revision, strength, $2, $2 from jsonb_to_recordset($1::jsonb)
       as one (course uuid, standard uuid, revision uuid, strength text)`,
    samples.flatMap(({ id, teaches }) =>
      teaches.map(({ standard, strength }) => ({
        ...{ course: id, strength },
        standard: standards[standard]?.item,
        revision: standards[standard]?.revision,
      })),
    ),
  )
}
