/** Tables as other programs make them: rows of cells, one at a time, never the whole in memory. */
export { csvRows } from './csv.reading.ts'
/** Lists in JSON, item by item. */
export { type JsonItem, JsonItems } from './json-items.ts'
/** Why a file can't be read, as a sentence for whoever sent it. */
export { SheetFault, type SheetRow } from './sheet-fault.ts'
/** Bytes as text, in whatever encoding they came. */
export { decoded } from './text.ts'
/** A workbook to read. */
export { xlsxRows } from './xlsx.reading.ts'
/** A workbook to take along. */
export { xlsxOf } from './xlsx.writing.ts'
