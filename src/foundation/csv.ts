/** What a cell can hold. */
export type Cell = string | number | boolean | null

/**
 * Rows as CSV (RFC 4180) with a header line. A cell that a spreadsheet would run as a formula gets an apostrophe in front
 * (source: OWASP ASVS 1.2.10). `excel` writes it as a Dutch spreadsheet opens it: a mark in front, semicolons.
 */
export function csvOf(rows: Record<string, Cell>[], { excel = false }: { excel?: boolean } = {}): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  const between = excel ? ';' : ','
  return `${excel ? '\ufeff' : ''}${lines.map((line) => `${line.map(cellOf).join(between)}\r\n`).join('')}`
}

function cellOf(value: Cell): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '')
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
