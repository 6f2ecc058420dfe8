/** What a cell can hold. */
export type Cell = string | number | boolean | null

/**
 * Rows as CSV (RFC 4180) with a header line. A cell that a spreadsheet would run as a formula gets an apostrophe in front
 * (source: OWASP ASVS 1.2.10). `excel` writes it as a Dutch spreadsheet opens it: a mark in front, semicolons.
 */
export function csvOf(rows: Record<string, Cell>[], { excel = false }: { excel?: boolean } = {}): string {
  const columns = columnsOf(rows)
  return `${excel ? '\ufeff' : ''}${linesOf([columns, ...cellsOf(rows, columns)], excel)}`
}

/**
 * The same for a long table, part after part: never more rows in memory than `load` gives at once. It reads the keys by
 * `size`; the first part decides the columns.
 */
export async function* csvParts<Key>(
  keys: readonly Key[],
  load: (some: Key[]) => Promise<Record<string, Cell>[]>,
  { size = 500, excel = false }: { size?: number; excel?: boolean } = {},
): AsyncGenerator<string, void> {
  const first = await load(keys.slice(0, size))
  const columns = columnsOf(first)
  yield csvOf(first, { excel })
  for (let from = size; from < keys.length; from += size)
    yield linesOf(cellsOf(await load(keys.slice(from, from + size)), columns), excel)
}

const columnsOf = (rows: Record<string, Cell>[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))]

const cellsOf = (rows: Record<string, Cell>[], columns: string[]): Cell[][] =>
  rows.map((row) => columns.map((column) => row[column] ?? ''))

const linesOf = (lines: Cell[][], excel: boolean): string =>
  lines.map((line) => `${line.map(cellOf).join(excel ? ';' : ',')}\r\n`).join('')

function cellOf(value: Cell): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '')
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
