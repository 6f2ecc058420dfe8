import { type Db, statement } from '../foundation/db/index.ts'
import { MODULE_CHECKS_URL } from './module.ts'

/** Material that waits for an editor. */
export interface CheckingModule {
  module: string
  title: string
  provider: string
  dueAt: Date
  /** It went on the site unseen. */
  isLive: boolean
}

const WAITS = `from training.publication_request as request
  join training.module on module.id = request.module join training.provider on provider.id = module.provider
  where not exists (select from training.publication_check where publication_check.request = request.id)
    and not exists (select from training.archive where archive.module = module.id and archive.ended_at is null)`

const waiting = statement<CheckingModule & Record<string, unknown>>(
  'training.moduleChecks',
  `select module.id as module, module.title, provider.name as provider, due_at as "dueAt",
     module.live_since is not null as "isLive" ${WAITS} order by due_at, module.title, module.id limit $1 offset $2`,
)
const counted = statement<{ count: number }>('training.countModuleChecks', `select count(*)::int as count ${WAITS}`)

/** What waits for an editor, what is due first on top: `most` of it after the first `skip`. */
export const moduleChecks = (db: Db, { skip, most }: { skip: number; most: number }): Promise<CheckingModule[]> =>
  waiting(db, most, skip)

/** How much waits. */
export const countModuleChecks = async (db: Db): Promise<number> => (await counted(db))[0]?.count ?? 0

/** The same as a line at the desk of editors; empty when nothing waits. */
export async function moduleTasks(db: Db): Promise<{ href: string; title: string; text: string }[]> {
  const count = await countModuleChecks(db)
  if (count === 0) return []
  const text = 'Voor het eerst op de site. Kijk het binnen twee werkdagen na.'
  return [{ href: MODULE_CHECKS_URL, title: `Materiaal nakijken (${count})`, text }]
}
