import { type Db, statement } from '../foundation/db/index.ts'
import type { Takeout } from './takeout.store.ts'
import type { Trace } from './trace.ts'

interface TraceRow {
  did: string
  about: string | null
  text: string | null
  at: Date | null
}

/** What a domain's list of traces does for someone: tell what they did, and take their name off it. */
export interface Traces {
  /** Everything someone did there, oldest first, with what they wrote. */
  told(db: Db, person: string): Promise<Takeout['rows']>
  /** Takes their name off whatever does not stay. Safe to run twice; joins the caller's transaction. */
  forgotten(db: Db, person: string): Promise<void>
}

/** Reads and empties the columns of a schema that say who did something. The name is unique in the house. */
export function tracesIn(schema: string, name: string, traces: readonly Trace[]): Traces {
  const rows = statement<TraceRow & Record<string, unknown>>(
    name,
    `select * from (${traces
      .map(
        ({ table, column, did, at, about, text = 'null' }) =>
          `select '${did}' as did, ${about} as about, ${text}::text as text, t.${at} as at
             from ${schema}.${table} t where t.${column} = $1`,
      )
      .join(' union all ')}) as told order by at, did`,
  )
  return {
    async told(db, person) {
      return (await rows(db, person)).map(({ did, about, text, at }) => ({
        wat: did,
        waarbij: about,
        tekst: text,
        wanneer: at?.toISOString() ?? null,
      }))
    },
    async forgotten(db, person) {
      for (const { table, column, end, also } of traces) {
        if (end === 'stays') continue
        const set = [`${column} = null`, ...(also ? [also] : [])].join(', ')
        await db.$client.query(`update ${schema}.${table} set ${set} where ${column} = $1`, [person])
      }
    },
  }
}
