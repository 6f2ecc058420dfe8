import pg, { type ClientBase } from 'pg'
import { isUnavailable } from './failure.ts'
import { connectionOf, type Db, poolOf } from './pool.ts'
import { begin, finish } from './transaction.ts'

const SETTING = /^[a-z_]+\.[a-z_]+$/
const { escapeLiteral } = pg

/**
 * Does the work in another PostgreSQL role, with settings for its row-level security (`{ 'app.person': id }`), in the
 * transaction that is open or in one of its own. Afterwards role and settings are what they were, also when the work
 * threw: then the work alone is undone and the transaction can go on. Await it before anything else uses the
 * transaction. A policy reads `nullif(current_setting('app.person', true), '')::uuid`.
 */
export async function asRole<T>(
  db: Db,
  role: string,
  settings: Record<string, string>,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  const client = connectionOf(db)
  // In a transaction of its own there is nothing to come back to: role and settings end with it.
  if (client === undefined) return finish(await begin(poolOf(db), enter(role, settings)), work)
  const wayBack = await remember(client, role, settings)
  try {
    const result = await work(db)
    await client.query(`${wayBack}; release savepoint as_role`)
    return result
  } catch (error) {
    if (!isUnavailable(error)) await client.query('rollback to savepoint as_role; release savepoint as_role')
    throw error
  }
}

/** Where the roles could not be made, the owner does the work: policies and encryption still hold. */
function enter(role: string, settings: Record<string, string>): string {
  const strange = Object.keys(settings).find((name) => !SETTING.test(name))
  if (strange !== undefined) throw new Error(`A setting of a role is called "app.name", not "${strange}".`)
  const become = `${set('role', role)} where to_regrole(${escapeLiteral(role)}) is not null`
  return [...Object.entries(settings).map(([name, value]) => set(name, value)), become].join('; ')
}

const set = (name: string, value: string) => `select set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`

/** Enters inside an open transaction, in one round trip, and returns the statements that lead back. */
async function remember(client: ClientBase, role: string, settings: Record<string, string>): Promise<string> {
  const names = ['role', ...Object.keys(settings)]
  const now = names.map((name) => `current_setting(${escapeLiteral(name)}, true)`).join(', ')
  const answers: unknown = await client.query(
    `savepoint as_role; select array[${now}]::text[] as earlier; ${enter(role, settings)}`,
  )
  const earlier = earlierOf(answers)
  return names.map((name, at) => set(name, earlier[at] ?? '')).join('; ')
}

/** Several statements in one query give several results; the second one holds what was set before. */
function earlierOf(answers: unknown): (string | null)[] {
  if (!Array.isArray(answers)) throw new Error('Entering a role gave one answer where more were due.')
  return answers[1].rows[0].earlier
}
