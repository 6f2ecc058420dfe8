import { type Db, statement } from '../foundation/db/index.ts'
import { inThousands } from '../foundation/number.ts'
import { CHECKS_PER_PAGE, type Checking, type CheckKind, checksInWords } from './check.ts'
import { domainsWaiting } from './domain.store.ts'
import { DOMAINS_URL } from './domain.ts'
import { learningFormTasks } from './learning-form.reading.ts'
import { moduleTasks } from './module-check.store.ts'

// A course in the archive waits for nobody.
const WAITING = `from training.course join training.provider on provider.id = course.provider
   left join lateral (select due_at from training.publication_request as request
     where request.course = course.id
       and not exists (select from training.publication_check where publication_check.request = request.id)
     order by requested_at desc limit 1) as asked on true
   left join lateral (select count(*) from training.teaching
     where teaching.course = course.id and ended_at is null and confirmed_at is null) as said on true
   where not exists (select from training.archive where archive.course = course.id and archive.ended_at is null)`
const FIRST = 'asked.due_at is not null'
const TEACHINGS = 'asked.due_at is null and course.live_since is not null and said.count > 0'

const COLUMNS = `course.id as course, course.title, provider.name as provider, asked.due_at as "dueAt",
     course.live_since as "liveSince", coalesce(said.count, 0)::int as teachings`
const waiting: Record<CheckKind, (db: Db, skip: number, most: number) => Promise<Checking[]>> = {
  first: statement<Checking & Record<string, unknown>>(
    'training.firstChecks',
    `select ${COLUMNS} ${WAITING} and ${FIRST} order by asked.due_at, course.title, course.no offset $1 limit $2`,
  ),
  teachings: statement<Checking & Record<string, unknown>>(
    'training.teachingChecks',
    `select ${COLUMNS} ${WAITING} and ${TEACHINGS} order by course.title, course.no offset $1 limit $2`,
  ),
}
const counts = statement<Record<CheckKind, number>>(
  'training.checkCounts',
  `select count(*) filter (where ${FIRST})::int as first, count(*) filter (where ${TEACHINGS})::int as teachings ${WAITING}`,
)

/** One page of what waits for an editor: first publications by the moment they are due, the others by name. */
export const checksWaiting = (db: Db, kind: CheckKind, page: number): Promise<Checking[]> =>
  waiting[kind](db, (page - 1) * CHECKS_PER_PAGE, CHECKS_PER_PAGE)

/** How many courses wait for an editor, of each kind. */
export const countChecks = async (db: Db): Promise<Record<CheckKind, number>> =>
  (await counts(db))[0] ?? { first: 0, teachings: 0 }

/** One line of a list of what waits. */
export interface TrainingTask {
  href: string
  title: string
  text: string
}

/** What waits for an editor at the desk, a line per kind; empty when nothing does. */
export async function trainingTasks(db: Db): Promise<TrainingTask[]> {
  return [
    ...(await checkTasks(db)),
    ...(await moduleTasks(db)),
    ...(await learningFormTasks(db)),
    ...(await domainTasks(db)),
  ]
}

async function checkTasks(db: Db): Promise<TrainingTask[]> {
  const counted = await countChecks(db)
  const all = counted.first + counted.teachings
  if (all === 0) return []
  return [
    { href: '/redactie/scholing', title: `Scholing nakijken (${inThousands(all)})`, text: checksInWords(counted) },
  ]
}

async function domainTasks(db: Db): Promise<TrainingTask[]> {
  const domains = await domainsWaiting(db)
  const [first] = domains
  if (!first) return []
  const text =
    domains.length === 1
      ? `${first.name} zegt dat ${first.domain} van hen is. Kijk of dat zo is.`
      : 'Opleiders zeggen welke site van hen is. Kijk of dat zo is.'
  return [{ href: DOMAINS_URL, title: `Sites van opleiders (${domains.length})`, text }]
}
