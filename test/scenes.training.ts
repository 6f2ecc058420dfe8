/** What the addresses of the training need: ids of the fictional courses, and one of their dates. */
import type { House } from './house.ts'
import { places } from './world.ts'

/** Ids that only the database knows. */
export async function trainingSamples(house: House): Promise<Record<string, string>> {
  const one = async (sql: string, ...values: string[]): Promise<string> => {
    const { rows } = await house.database.pool.query<{ id: string }>(sql, values)
    const [row] = rows
    if (row === undefined) throw new Error(`The training has no row for: ${sql}`)
    return row.id
  }
  const bySlug = (slug: string) => one('select id from training.course where slug = $1', slug)
  const course = await bySlug('de-kunst-van-het-wachten')
  return {
    course,
    draftCourse: await bySlug('een-jaar-later-terugkijken'),
    waitingCourse: await bySlug('samen-een-signaal-schrijven'),
    offering: await one('select id from training.offering where course = $1 order by starts_on limit 1', course),
    module: await one('select id from training.module where slug = $1', 'het-eerste-gesprek'),
    kompas: places.opleider.id,
  }
}
