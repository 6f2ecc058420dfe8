import { type Db, statement } from '../foundation/db/index.ts'
import { domainsWaiting } from './domain.store.ts'
import { DOMAINS_URL } from './domain.ts'
import { moduleTasks } from './module-check.store.ts'

/** A course that waits for an editor. */
export interface Checking {
  course: string
  title: string
  provider: string
  /** When it goes live unseen, or went; null when only what it teaches waits. */
  dueAt: Date | null
  /** Standards it says it teaches that nobody confirmed. */
  teachings: number
}

const waiting = statement<Checking & Record<string, unknown>>(
  'training.checks',
  `select course.id as course, course.title, provider.name as provider, asked.due_at as "dueAt",
     coalesce(said.count, 0)::int as teachings
   from training.course join training.provider on provider.id = course.provider
   left join lateral (select due_at from training.publication_request as request
     where request.course = course.id
       and not exists (select from training.publication_check where publication_check.request = request.id)
     order by requested_at desc limit 1) as asked on true
   left join lateral (select count(*) from training.teaching
     where teaching.course = course.id and ended_at is null and confirmed_at is null) as said on true
   where (asked.due_at is not null or (course.live_since is not null and said.count > 0))
     and not exists (select from training.archive where archive.course = course.id and archive.ended_at is null)
   order by asked.due_at nulls last, course.title, course.no limit 200`,
)

/** What waits for an editor, what is due first on top. */
export const checksWaiting: (db: Db) => Promise<Checking[]> = waiting

/** One line of a list of what waits. */
export interface TrainingTask {
  href: string
  title: string
  text: string
}

/** What waits for an editor at the desk, a line per kind; empty when nothing does. */
export async function trainingTasks(db: Db): Promise<TrainingTask[]> {
  return [...(await checkTasks(db)), ...(await moduleTasks(db)), ...(await domainTasks(db))]
}

async function checkTasks(db: Db): Promise<TrainingTask[]> {
  const checks = await waiting(db)
  if (checks.length === 0) return []
  const first = checks.filter(({ dueAt }) => dueAt !== null).length
  const text =
    first === 0
      ? 'Opleiders zeggen wat hun trainingen leren. Bevestig wat klopt.'
      : first === 1
        ? 'Eén training voor het eerst.'
        : `${first} trainingen voor het eerst.`
  return [{ href: '/redactie/scholing', title: `Scholing nakijken (${checks.length})`, text }]
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
