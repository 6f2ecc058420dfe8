import type { Pool, PoolClient, QueryConfig } from 'pg'
import { isAway, isUnavailable } from './failure.ts'
import { connectionOf, type Db, dbOn, poolOf } from './pool.ts'

/** One running transaction. Commit or roll back once; a second call does nothing. */
export interface Transaction {
  db: Db
  commit(): Promise<void>
  rollback(): Promise<void>
}

type Undo = () => Promise<unknown>

const undoing = new WeakMap<Pool | PoolClient, Undo[]>()

/**
 * Work to undo, outside the database, what was done for this transaction, should it come to nothing: a file that was
 * written. A crash in between leaves it; whoever uses this sweeps as well.
 */
export function afterRollback(tx: Db, undo: Undo): void {
  undoing.set(tx.$client, [...(undoing.get(tx.$client) ?? []), undo])
}

/**
 * Undoes what was done outside the database, once its connection and its locks are free: that may take seconds. What can't
 * be undone now is left to the sweep, and hides no earlier fault.
 */
async function undoAll(work: Undo[]): Promise<void> {
  for (const undo of work) await undo().catch(() => {})
}

/** A hung database must not cost its patience twice: a connection that can't roll back at once is thrown away. */
const ROLLBACK: QueryConfig & { query_timeout: number } = { text: 'rollback', query_timeout: 500 }

/**
 * Opens a transaction on a connection of its own: for the middleware that gives every unsafe request one. `also` are
 * statements that go along in the same round trip.
 */
export async function begin(pool: Pool, also = ''): Promise<Transaction> {
  const client = await pool.connect()
  let open = true
  const close = (broken: boolean): void => {
    open = false
    client.release(broken)
  }
  const toUndo = (): Undo[] => {
    const work = undoing.get(client) ?? []
    undoing.delete(client)
    return work
  }
  const transaction: Transaction = {
    db: dbOn(client),
    async commit() {
      if (!open) return
      const ended = await client.query('commit').catch(async (error: unknown) => {
        // Without an answer nobody knows whether it was saved: then nothing may be undone. A deadlock is an answer.
        if (isAway(error)) undoing.delete(client)
        const work = toUndo()
        close(isUnavailable(error))
        await undoAll(work)
        throw error
      })
      const work = ended.command === 'COMMIT' ? [] : toUndo()
      undoing.delete(client)
      close(false)
      await undoAll(work)
      // A commit of a failed transaction is answered with a silent rollback: nobody may take that for saved.
      if (ended.command !== 'COMMIT') throw new Error('A statement had failed before the commit: nothing was saved.')
    },
    async rollback() {
      if (!open) return
      const work = toUndo()
      await client.query(ROLLBACK).then(
        () => close(false),
        () => close(true),
      )
      await undoAll(work)
    },
  }
  await client.query(`begin; ${also}`).catch((error: unknown) => {
    close(true)
    throw error
  })
  return transaction
}

/** Runs the work in the transaction that is already open, or in one of its own: all of it is kept, or nothing. */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (connectionOf(db) !== undefined) return work(db)
  return finish(await begin(poolOf(db)), work)
}

/** Does the work in a transaction that was just begun, and ends it. */
export async function finish<T>(transaction: Transaction, work: (tx: Db) => Promise<T>): Promise<T> {
  try {
    const result = await work(transaction.db)
    await transaction.commit()
    return result
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}

/**
 * Tries the work inside an open transaction; when it throws, only the work is undone and the transaction goes on.
 * For a row that may already exist, where the refusal is an answer and not the end of the request.
 */
export async function attempt<T>(tx: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const client = connectionOf(tx)
  if (client === undefined) return inTransaction(tx, work)
  await client.query('savepoint attempt')
  try {
    const result = await work(tx)
    await client.query('release savepoint attempt')
    return result
  } catch (error) {
    if (!isUnavailable(error)) await client.query('rollback to savepoint attempt; release savepoint attempt')
    throw error
  }
}
