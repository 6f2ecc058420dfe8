import { type Db, poolOf } from './pool.ts'

/** Keeps these locks apart from those of others that name theirs likewise. */
const CLASS = 20

/**
 * Does work that nobody else may do at the same time, in whatever process; undefined when somebody is at it. It is held
 * on a connection of its own, so that whoever is killed leaves it free at once. The work opens its own transactions.
 */
export async function alone<T>(db: Db, name: string, work: () => Promise<T>): Promise<T | undefined> {
  const client = await poolOf(db).connect()
  let isBroken = true
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtextextended($1, ${CLASS})) as mine`,
      [name],
    )
    if (!rows[0]?.mine) {
      isBroken = false
      return undefined
    }
    try {
      return await work()
    } finally {
      await client.query(`select pg_advisory_unlock(hashtextextended($1, ${CLASS}))`, [name])
      isBroken = false
    }
  } finally {
    client.release(isBroken)
  }
}
