/** Twenty thousand published courses with a hundred thousand dates: straight into the tables as the owner. */
import pg from 'pg'
import { dutchDay } from '../src/foundation/clock.ts'
import { dbOn } from '../src/foundation/db/index.ts'
import { sampleCourses, settleSampleCourses } from '../src/training/course.sample.ts'

export const BENCH_COURSES = 20_000
const SEED = 1

/** Lays them once, from today on, for the server hides what is over; a bench file that comes later finds them there. */
export async function layCourses(database: string): Promise<void> {
  // Longer than a page may take, and a pool of its own: the rows go in as one transaction.
  const pool = new pg.Pool({ connectionString: database, max: 1, options: '-c statement_timeout=0' })
  try {
    const { rows } = await pool.query<{ laid: boolean }>(
      `select exists (select from training.course where slug = 'voorbeeld-${SEED}-${BENCH_COURSES}') as laid`,
    )
    if (rows[0]?.laid) return
    const now = new Date()
    await settleSampleCourses(dbOn(pool), sampleCourses(BENCH_COURSES, dutchDay(now), SEED), now)
    await pool.query('vacuum analyze training.course, training.offering, training.teaching, training.accreditation')
  } finally {
    await pool.end()
  }
}
