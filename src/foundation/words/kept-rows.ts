import type { Db } from '../db/index.ts'

/**
 * Reads rows by their numbers, each once per moment, and gives them in the order of the numbers; what is gone is left
 * out. A moment is anything that was read for this state of the content: with it goes all that was kept, so a word that
 * is taken back is not shown again. A round trip to the database costs more than all else a search does.
 */
export function keptRows<Row extends { no: number }>(
  read: (db: Db, nos: number[]) => Promise<Row[]>,
  most: number,
): (db: Db, moment: object, nos: number[]) => Promise<Row[]> {
  const moments = new WeakMap<object, Map<number, Row>>()
  return async (db, moment, nos) => {
    const kept = moments.get(moment) ?? new Map<number, Row>()
    moments.set(moment, kept)
    const unread = nos.filter((no) => !kept.has(no))
    const rows = unread.length === 0 ? [] : await read(db, unread)
    const fresh = new Map(rows.map((row) => [row.no, row]))
    // What the list needs is taken before anything is thrown out.
    const listed = nos.flatMap((no) => fresh.get(no) ?? kept.get(no) ?? [])
    if (kept.size + fresh.size > most) kept.clear()
    for (const [no, row] of fresh) kept.set(no, row)
    return listed
  }
}
