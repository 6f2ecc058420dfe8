import type { QueryResultRow } from 'pg'
import type { Db } from './pool.ts'

const texts = new Map<string, string>()

/**
 * A named statement that every connection plans once: for hot paths and for recursive queries that drizzle can't say.
 * The name is unique in the whole house, so begin it with the domain: `thread.origin`.
 */
export function statement<Row extends QueryResultRow>(
  name: string,
  text: string,
): (db: Db, ...values: unknown[]) => Promise<Row[]> {
  if (texts.has(name) && texts.get(name) !== text) throw new Error(`Two statements are called "${name}".`)
  texts.set(name, text)
  return async (db, ...values) => (await db.$client.query<Row>({ name, text, values })).rows
}
