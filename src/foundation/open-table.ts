import { csvLine, EXCEL_MARK, harmless } from './csv.ts'
import { onDutchClock } from './day.ts'
import type { Db } from './db/index.ts'

/** What stands in a column, in the words of CSV on the Web (W3C, 2015). */
export type Datatype = 'string' | 'integer' | 'decimal' | 'boolean' | 'date' | 'dateTime' | 'anyURI'

/** What a cell of an open table can hold; many values of one column stand beside each other. */
export type OpenCell = string | number | boolean | Date | null | readonly string[]

/** One column of a table that others take along. */
export interface OpenColumn {
  /** For machines; stands above the column. */
  name: string
  /** For people, as a spreadsheet shows it. */
  title: string
  datatype?: Datatype
  /** There may be more than one value in a cell. */
  many?: true
}

/** Whose rows are asked: `fictional` takes what is made up along, which says so in its row. */
export interface OpenAsk {
  db: Db
  baseUrl: string
  now: Date
  fictional: boolean
}

/** How much there is of something, and of when. */
export interface Extent {
  rows: number
  changedAt: Date | null
}

/** A table of one domain that anyone may take along. */
export interface OpenTable {
  /** Its name in addresses. */
  slug: string
  columns: readonly OpenColumn[]
  /**
   * All rows, some hundreds at a time, each asked when the earlier ones are on their way: whoever reads slowly holds no
   * connection to the database.
   */
  batches(ask: OpenAsk): AsyncGenerator<readonly Record<string, OpenCell>[], void>
  /** How many rows there are now, and when the last of them changed. */
  extent(ask: OpenAsk): Promise<Extent>
}

/** Between values of one cell. */
const SEPARATOR = '|'

/** Rows read at once. */
export const BATCH = 500

/**
 * Reads a table by its numbers: each time the rows that follow the last one read. What is written meanwhile is in it or
 * not; nothing is in it twice.
 */
export async function* followed<Row extends { no: number }>(
  load: (after: number, most: number) => Promise<Row[]>,
): AsyncGenerator<Row[], void> {
  let last = 0
  while (true) {
    const rows = await load(last, BATCH)
    if (rows.length > 0) yield rows
    const end = rows.at(-1)
    if (end === undefined || rows.length < BATCH) return
    last = end.no
  }
}

/** As machines read it (RFC 4180, UTF-8, commas): every value as it is. */
function machineCell(cell: OpenCell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell === 'object') return cell.map((one) => one.replaceAll(SEPARATOR, '/')).join(SEPARATOR)
  return String(cell)
}

/** '01-12-2026 14:30', which a Dutch spreadsheet takes for a day and not for a text. */
const inDutchOrder = ([day, ...time]: readonly [string, ...string[]]): string =>
  [day.split('-').reverse().join('-'), ...time].join(' ')

/** As a Dutch spreadsheet reads it: a decimal comma, days in Dutch order, and never a formula. */
function excelCell(cell: OpenCell, { datatype }: OpenColumn): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nee'
  if (cell instanceof Date) return inDutchOrder(onDutchClock(cell))
  if (typeof cell === 'object') return harmless(cell.join(', '))
  if (datatype === 'date') return inDutchOrder([cell])
  return harmless(cell)
}

/** The table as CSV, part after part. For a spreadsheet it is written otherwise than for machines. */
export async function* csvOfTable(
  table: OpenTable,
  ask: OpenAsk,
  { excel }: { excel: boolean },
): AsyncGenerator<string, void> {
  const { columns } = table
  const separator = excel ? ';' : ','
  const lineOf = (row: Record<string, OpenCell>) =>
    csvLine(
      columns.map((column) => {
        const cell = row[column.name] ?? null
        return excel ? excelCell(cell, column) : machineCell(cell)
      }),
      separator,
    )
  const head = columns.map(({ name, title }) => (excel ? title : name))
  yield `${excel ? EXCEL_MARK : ''}${csvLine(head, separator)}`
  for await (const rows of table.batches(ask)) yield rows.map(lineOf).join('')
}

/** What the table says of itself to machines, to lie beside its CSV (CSV on the Web). */
export function csvwOf(
  { columns, slug }: Pick<OpenTable, 'columns' | 'slug'>,
  about: { title: string; description: string; licence: string; url?: string },
): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    url: about.url ?? `${slug}.csv`,
    'dc:title': about.title,
    'dc:description': about.description,
    'dc:license': { '@id': about.licence },
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columns.map(({ name, title, datatype = 'string', many }) => ({
        name,
        titles: name,
        'dc:description': title,
        datatype,
        ...(many ? { separator: SEPARATOR } : {}),
      })),
    },
  }
}
