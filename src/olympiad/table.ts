import type { Person } from '../people/index.ts'
import { mayChair, type Olympiad, olympiadUrl } from './olympiad.ts'

/** A table in the room, with a host and the practices that are discussed there. */
export interface HallTable {
  id: string
  number: number
  title: string
  seats: number
  host: string | null
  /** Practices by their place on the thread. */
  practices: string[]
  /** How many signed up for this table. */
  taken: number
}

/** How many can still sit down: at this table, and in the room as a whole, for who has no table still needs a chair. */
export function seatsLeft(table: Pick<HallTable, 'seats' | 'taken'>, room: number): number {
  return Math.max(0, Math.min(table.seats - table.taken, room))
}

/** Chairs in the whole room that nobody has yet. `coming` is everyone who signed up, with a table or without. */
export function roomLeft(tables: readonly Pick<HallTable, 'seats'>[], coming: number): number {
  return Math.max(0, tables.reduce((sum, { seats }) => sum + seats, 0) - coming)
}

/** "nog 3 plaatsen", "nog één plaats", "vol". */
export function seatWords(left: number): string {
  if (left <= 0) return 'vol'
  return left === 1 ? 'nog één plaats' : `nog ${left} plaatsen`
}

/** Only the host of this table, or a chair of this Olympiade, writes what was said there. */
export function mayWriteNotes(
  person: Person | undefined,
  table: Pick<HallTable, 'host'>,
  olympiad: Pick<Olympiad, 'chairs'>,
): boolean {
  return person !== undefined && (table.host === person.id || mayChair(person, olympiad))
}

/** What was said at a table, without who said it. */
export interface TableNote {
  id: string
  kind: 'note' | 'statement' | 'reason'
  words: string
  /** The sentence it became, or that it is a reason for. */
  statement: string | null
  writtenAt: Date
}

/** Where the host of a table writes. */
export const notesUrl = (olympiad: Pick<Olympiad, 'slug'>, { number }: Pick<HallTable, 'number'>): string =>
  `${olympiadUrl(olympiad)}/tafels/${number}`
