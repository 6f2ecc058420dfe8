/** What a cell can hold. */
export type Cell = string | number | boolean | null

/**
 * Rows as CSV (RFC 4180) with a header line. A cell that a spreadsheet would run as a formula gets an apostrophe in front
 * (source: OWASP ASVS 1.2.10). `excel` writes it as a Dutch spreadsheet opens it: a mark in front, semicolons.
 */
export function csvOf(rows: Record<string, Cell>[], { excel = false }: { excel?: boolean } = {}): string {
  const columns = columnsOf(rows)
  return `${excel ? EXCEL_MARK : ''}${linesOf([columns, ...cellsOf(rows, columns)], excel)}`
}

/** What a spreadsheet needs in front to read UTF-8. */
export const EXCEL_MARK = '\ufeff'

/** A text that no spreadsheet runs as a formula. */
export const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)

/** One line; what needs quotes gets them. */
export const csvLine = (texts: readonly string[], separator: ',' | ';'): string =>
  `${texts.map((text) => quoted(text, separator)).join(separator)}\r\n`

const quoted = (text: string, separator: string): string =>
  /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text

const columnsOf = (rows: Record<string, Cell>[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))]

const cellsOf = (rows: Record<string, Cell>[], columns: string[]): Cell[][] =>
  rows.map((row) => columns.map((column) => row[column] ?? ''))

const linesOf = (lines: Cell[][], excel: boolean): string =>
  lines.map((line) => csvLine(line.map(cellOf), excel ? ';' : ',')).join('')

const cellOf = (value: Cell): string => (typeof value === 'string' ? harmless(value) : String(value ?? ''))
