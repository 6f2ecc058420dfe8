/** Why a file can't be read any further, as a sentence for whoever sent it. */
export class SheetFault extends Error {}

/** A row of a table: its cells as text, and where it stands. */
export interface SheetRow {
  /** Counted as a spreadsheet shows it: the first line is 1. */
  line: number
  cells: string[]
}

/** Bounds of a table that people made. */
export const MOST_CELLS = 200
export const LONGEST_CELL = 20_000
