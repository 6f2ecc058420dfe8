import { dutchDay } from '../foundation/clock.ts'
import type { Config } from '../foundation/config.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
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
   order by course.provider, course.title limit 5000 for update of course skip locked`,
)
const noteNudges = statement(
  'training.noteNudges',
  `insert into training.offering_nudge (course, last_day, sent_at)
   select told.course, told.day, $3 from unnest($1::uuid[], $2::date[]) as told (course, day)`,
)

const perProvider = <Row extends { provider: string }>(rows: Row[]): Map<string, Row[]> => {
  const by = new Map<string, Row[]>()
  for (const row of rows) {
    const theirs = by.get(row.provider)
    if (theirs) theirs.push(row)
    else by.set(row.provider, [row])
  }
  return by
}

const titlesOf = (rows: { title: string }[]): string[] => [...new Set(rows.map(({ title }) => title))]

/** Tells providers which of their courses have no date left: one mail per provider. Returns how many courses. */
export async function nudgeProviders(db: Db, config: Secrets, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const rows = await runOut(tx, dutchDay(now))
    for (const [provider, theirs] of perProvider(rows)) {
      await mailProvider(tx, config, provider, datesMail(titlesOf(theirs), `${config.baseUrl}/scholing/aanbieder`), now)
    }
    const told = [rows.map(({ course }) => course), rows.map(({ lastDay }) => lastDay)]
    if (rows.length > 0) await noteNudges(tx, ...told, now)
    return rows.length
  })
}

const askRechecks = statement<{ provider: string; title: string }>(
  'training.askRechecks',
  `with asked as (
     insert into training.recheck (teaching, revision, asked_at)
     select teaching.id, $2, $3 from training.teaching join training.course on course.id = teaching.course
     where teaching.standard = $1 and teaching.revision <> $2 and teaching.ended_at is null
       and teaching.confirmed_at is not null and course.live_since is not null
     on conflict (teaching, revision) do nothing returning teaching
   )
   select course.provider, course.title from asked join training.teaching on teaching.id = asked.teaching
   join training.course on course.id = teaching.course order by course.title`,
)

/** Asks providers whether their courses still teach a standard that got a new text: once per text. Returns how many questions. */
export async function askAboutStandards(db: Db, config: Secrets, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const rows: { provider: string; title: string }[] = []
    for (const { item, revision } of await currentStandards(tx))
      rows.push(...(await askRechecks(tx, item, revision, now)))
    for (const [provider, theirs] of perProvider(rows))
      await mailProvider(
        tx,
        config,
        provider,
        recheckMail(titlesOf(theirs), `${config.baseUrl}/scholing/aanbieder`),
        now,
      )
    return rows.length
  })
}
