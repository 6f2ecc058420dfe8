import pg, { type QueryResult, type QueryResultRow } from 'pg'
import { connectionOf, type Db } from '../foundation/db/index.ts'

/** The only role that reaches what people said about their own work. */
export const REFLECTOR = 'verankerd_reflector'

/** What a statement may be given: bytes and moments of our own making, never anything a visitor typed. */
export type Given = Buffer | Date | number | boolean

const { escapeLiteral } = pg

/** One statement, ready to be sent as the reflector. */
export type Single<Row extends QueryResultRow> = (
  db: Db,
  settings: Record<string, Buffer>,
  ...values: Given[]
) => Promise<Row[]>

/**
 * A statement that takes the role, does its work and gives the role back in one round trip; `asRole` needs four. Saving
 * a screen is what happens most in this house, and round trips are most of what it costs. The settings hold until the
 * end of the transaction, or of these statements where none is open.
 */
export function single<Row extends QueryResultRow>(text: string): Single<Row> {
  return async (db, settings, ...values) => {
    const enter = Object.entries(settings).map(([name, value]) => set(name, value.toString('hex')))
    const work = text.replaceAll(/\$(\d)/g, (_, at: string) => literal(values[Number(at) - 1]))
    const statements = [`select ${[...enter, BECOME].join(', ')}`, work]
    // Where no transaction is open these statements are one of their own, and role and settings end with it.
    if (connectionOf(db)) statements.push(`select ${Object.keys(settings).map((name) => set(name, ''))}`, 'reset role')
    const results: unknown = await db.$client.query(statements.join('; '))
    return resultAt(results, 1).rows as Row[]
  }
}

const set = (name: string, value: string) => `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`
const BECOME = `case when to_regrole(${escapeLiteral(REFLECTOR)}) is not null then ${set('role', REFLECTOR)} end`

function literal(value: Given | undefined): string {
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'::bytea`
  if (value instanceof Date) return `'${value.toISOString()}'::timestamptz`
  if (value === undefined) throw new Error('A statement of the reflector was given too few values.')
  return String(value)
}

/** Several statements in one query give several results. */
function resultAt(results: unknown, at: number): QueryResult<QueryResultRow> {
  if (!Array.isArray(results)) throw new Error('The reflector gave one answer where more were due.')
  return results[at]
}
