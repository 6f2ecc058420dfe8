import type { Client } from 'pg'

/** A table below this is read whole whatever the planner believes. */
const SMALL = 1024 * 1024

/**
 * Lets PostgreSQL look into the tables it knows nothing of, as after a restore: until it comes round to that by itself it
 * guesses, and reading all courses takes most of a minute instead of a second. As the owner; gives the tables it looked into.
 */
export async function gatherStatistics(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name
     from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
       and pg_relation_size(format('%I.%I', table_schema, table_name)::regclass) >= $1
       and not exists (
         select from pg_stats where pg_stats.schemaname = table_schema and pg_stats.tablename = table_name)
     order by 1`,
    [SMALL],
  )
  const tables = rows.map(({ name }) => name)
  if (tables.length > 0) await owner.query(`analyze ${tables.join(', ')}`)
  return tables
}
