/** What happens to the id of someone whose account is erased. */
export type TraceEnd =
  /** The name goes, the row stays: it belongs to an organisation or to a text. */
  | 'emptied'
  /** The id stays, of a person who is empty by then: it says that one and the same human decided, not who. */
  | 'stays'

/** One column of a domain that says who did something. */
export interface Trace {
  table: string
  column: string
  end: TraceEnd
  /** What someone did, as their own export says it. */
  did: string
  /** The column that says when. */
  at: string
  /** What it is about, as SQL over `t`. */
  about: string
  /** What they wrote there themselves, as SQL over `t`. */
  text?: string
  /** What is emptied along with the name, as SQL. */
  also?: string
}

/** A trace, its place first: a list of them reads as a table. */
export const trace = (
  table: string,
  column: string,
  end: TraceEnd,
  rest: Omit<Trace, 'table' | 'column' | 'end'>,
): Trace => ({ table, column, end, ...rest })
