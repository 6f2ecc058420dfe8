import type { Logger } from 'pino'
import { dutchDay } from '../foundation/clock.ts'
import type { Config } from '../foundation/config.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { eachRow } from '../foundation/jobs/index.ts'
import { currentStandards } from '../standards/index.ts'
import { datesMail, recheckMail } from './check.mail.ts'
import { mailProvider } from './provider-people.store.ts'

type Secrets = Pick<Config, 'secretKey' | 'baseUrl'>

interface RunOut {
  course: string
  provider: string
  title: string
  lastDay: string
}

// By the last day one can begin: from then on a page shows no date. Once per last date: a course that got a new date and
// let that pass too is told again. A course that comes to a team is told only when it had dates as well.
const runOut = statement<RunOut & Record<string, unknown>>(
  'training.runOut',
  `select course.id as course, course.provider, course.title, last.day::text as "lastDay"
   from training.course
   join lateral (select max(starts_on) as day from training.offering
     where offering.course = course.id and cancelled_at is null) as last on last.day < $1
   where course.live_since is not null and not course.any_time
     and not exists (select from training.offering_nudge
       where offering_nudge.course = course.id and offering_nudge.last_day >= last.day)
     and ($2::uuid is null or course.provider = $2)
   order by course.provider, course.title limit 5000 for update of course skip locked`,
)
const noteNudges = statement(
  'training.noteNudges',
  `insert into training.offering_nudge (course, last_day, sent_at)
   select told.course, told.day, $3 from unnest($1::uuid[], $2::date[]) as told (course, day)`,
)

const titlesOf = (rows: { title: string }[]): string[] => [...new Set(rows.map(({ title }) => title))]

/** Tells providers which of their courses have no date left: one mail per provider. Returns how many courses. */
export async function nudgeProviders(db: Db, config: Secrets, now: Date, log: Logger): Promise<number> {
  const providers = new Set((await runOut(db, dutchDay(now), null)).map(({ provider }) => provider))
  let courses = 0
  await eachRow({ log, what: 'tell a provider of dates', name: (id) => id }, providers, async (provider) => {
    courses += await inTransaction(db, (tx) => nudge(tx, config, provider, now))
  })
  return courses
}

async function nudge(tx: Db, config: Secrets, provider: string, now: Date): Promise<number> {
  const rows = await runOut(tx, dutchDay(now), provider)
  if (rows.length === 0) return 0
  await mailProvider(tx, config, provider, datesMail(titlesOf(rows), `${config.baseUrl}/scholing/aanbieder`), now)
  await noteNudges(
    tx,
    rows.map(({ course }) => course),
    rows.map(({ lastDay }) => lastDay),
    now,
  )
  return rows.length
}

// The teaching of courses on the site whose standard, $1, has another text by now, $2.
const OLD_TEXT = `from training.teaching join training.course on course.id = teaching.course
     where teaching.standard = $1 and teaching.revision <> $2 and teaching.ended_at is null
       and teaching.confirmed_at is not null and course.live_since is not null`

const toRecheck = statement<{ provider: string }>(
  'training.toRecheck',
  `select distinct course.provider ${OLD_TEXT}
     and not exists (select from training.recheck where recheck.teaching = teaching.id and recheck.revision = $2)`,
)
const askRechecks = statement<{ title: string }>(
  'training.askRechecks',
  `with asked as (
     insert into training.recheck (teaching, revision, asked_at) select teaching.id, $2, $4 ${OLD_TEXT} and course.provider = $3
     on conflict (teaching, revision) do nothing returning teaching
   )
   select course.title from asked join training.teaching on teaching.id = asked.teaching
   join training.course on course.id = teaching.course order by course.title`,
)

/** Asks providers whether their courses still teach a standard that got a new text: once per text. Returns how many questions. */
export async function askAboutStandards(db: Db, config: Secrets, now: Date, log: Logger): Promise<number> {
  const standards = await currentStandards(db)
  const providers = new Set<string>()
  for (const { item, revision } of standards)
    for (const { provider } of await toRecheck(db, item, revision)) providers.add(provider)
  let questions = 0
  await eachRow({ log, what: 'ask a provider', name: (id) => id }, providers, async (provider) => {
    questions += await inTransaction(db, (tx) => askProvider(tx, config, { provider, standards }, now))
  })
  return questions
}

async function askProvider(
  tx: Db,
  config: Secrets,
  { provider, standards }: { provider: string; standards: { item: string; revision: string }[] },
  now: Date,
): Promise<number> {
  const rows: { title: string }[] = []
  for (const { item, revision } of standards) rows.push(...(await askRechecks(tx, item, revision, provider, now)))
  if (rows.length === 0) return 0
  await mailProvider(tx, config, provider, recheckMail(titlesOf(rows), `${config.baseUrl}/scholing/aanbieder`), now)
  return rows.length
}
