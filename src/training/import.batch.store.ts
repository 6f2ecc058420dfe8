import { type Db, inTransaction } from '../foundation/db/index.ts'

/** Does numbered items batch by batch, a transaction each, until fewer than `size` wait behind the last. */
export async function inBatches<Item extends { no: number }>(
  db: Db,
  size: number,
  waiting: (tx: Db, last: number) => Promise<Item[]>,
  work: (tx: Db, items: Item[]) => Promise<void>,
): Promise<void> {
  // By number: whoever asked for the first that waits would each time pass by all that wait no longer.
  for (let last: number | undefined = -1; last !== undefined; )
    last = await inTransaction(db, async (tx): Promise<number | undefined> => {
      const items: Item[] = await waiting(tx, last ?? -1)
      if (items.length > 0) await work(tx, items)
      return items.length === size ? items.at(-1)?.no : undefined
    })
}
