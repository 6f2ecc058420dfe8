import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '../src/foundation/db/index.ts'

/** One column as either side tells it. */
interface Column {
  type: string
  nullable: boolean
}

interface Shape {
  columns: Map<string, Column>
  primaryKey: string[]
}

/** The pgTable descriptions among the exports of a module. */
export function tablesIn(module: Record<string, unknown>): PgTable[] {
  return Object.values(module).filter((value): value is PgTable => is(value, PgTable))
}

/**
 * Where the descriptions for TypeScript and the live catalog differ: tables, columns, types, nullability and primary
 * keys, in both directions for every schema that is described at all. One sentence per difference.
 */
export async function compareTables(db: Db, tables: PgTable[]): Promise<string[]> {
  const described = new Map(tables.map((table) => [nameOf(table), shapeOf(table)]))
  const schemas = [...new Set(tables.map((table) => getTableConfig(table).schema ?? 'public'))]
  const live = await liveShapes(db, schemas)
  const missing = [...live.keys()].filter((name) => !described.has(name))
  return [
    ...missing.map((name) => `${name} is in the database and has no description`),
    ...[...described].flatMap(([name, shape]) => differences(name, shape, live.get(name))),
  ].sort()
}

function differences(name: string, described: Shape, live: Shape | undefined): string[] {
  if (live === undefined) return [`${name} is described and not in the database`]
  const columns = [...new Set([...described.columns.keys(), ...live.columns.keys()])].flatMap((column) => {
    const [mine, theirs] = [described.columns.get(column), live.columns.get(column)]
    if (theirs === undefined) return [`${name}.${column} is described and not in the database`]
    if (mine === undefined) return [`${name}.${column} is in the database and not described`]
    const type = mine.type === theirs.type ? [] : [`${name}.${column} is ${theirs.type}, described as ${mine.type}`]
    const word = (one: Column) => (one.nullable ? 'nullable' : 'not null')
    return mine.nullable === theirs.nullable
      ? type
      : [...type, `${name}.${column} is ${word(theirs)}, described as ${word(mine)}`]
  })
  const [mine, theirs] = [described.primaryKey.join(', '), live.primaryKey.join(', ')]
  return mine === theirs ? columns : [...columns, `${name} has primary key (${theirs}), described as (${mine})`]
}

function nameOf(table: PgTable): string {
  const { schema = 'public', name } = getTableConfig(table)
  return `${schema}.${name}`
}

function shapeOf(table: PgTable): Shape {
  const { columns, primaryKeys } = getTableConfig(table)
  const composed = primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
  const single = columns.filter((column) => column.primary).map((column) => column.name)
  const primaryKey = composed.length > 0 ? composed : single
  return {
    primaryKey: primaryKey.toSorted(),
    columns: new Map(
      columns.map((column) => [
        column.name,
        { type: plainType(column.getSQLType()), nullable: !(column.notNull || primaryKey.includes(column.name)) },
      ]),
    ),
  }
}

/** Drizzle's short and serial names, as PostgreSQL writes them. */
const LONG: [RegExp, string][] = [
  [/^bigserial\b/, 'bigint'],
  [/^smallserial\b/, 'smallint'],
  [/^serial\b/, 'integer'],
  [/^varchar\b/, 'character varying'],
  [/^char\b/, 'character'],
  [/^timestamptz\b/, 'timestamp with time zone'],
  [/^timestamp(?! .*with)(\b.*)$/, 'timestamp$1 without time zone'],
  [/^time$/, 'time without time zone'],
  [/^(int|int4)\b/, 'integer'],
  [/^int8\b/, 'bigint'],
  [/^bool\b/, 'boolean'],
  [/^float8\b/, 'double precision'],
  [/^float4\b/, 'real'],
]

function plainType(type: string): string {
  const name = LONG.reduce((text, [short, long]) => text.replace(short, long), type)
  return name.replace(' (', '(').replace(/, (\d)/g, ',$1')
}

async function liveShapes(db: Db, schemas: string[]): Promise<Map<string, Shape>> {
  const { rows } = await db.$client.query<{
    table: string
    column: string
    type: string
    nullable: boolean
    key: boolean
  }>(
    `select n.nspname || '.' || c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
       not a.attnotnull as nullable, coalesce(a.attnum = any(i.indkey), false) as key
     from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relkind in ('r', 'p') and n.nspname = any($1) and (n.nspname, c.relname) <> ('house', 'migration')
     order by 1, a.attname`,
    [schemas],
  )
  const shapes = new Map<string, Shape>()
  for (const { table, column, type, nullable, key } of rows) {
    const shape: Shape = shapes.get(table) ?? { columns: new Map(), primaryKey: [] }
    shape.columns.set(column, { type, nullable })
    if (key) shape.primaryKey.push(column)
    shapes.set(table, shape)
  }
  for (const shape of shapes.values()) shape.primaryKey.sort()
  return shapes
}
