import type { Db } from '../foundation/db/index.ts'
import { readItems } from '../thread/index.ts'
import { readCourse } from './course.store.ts'
import type { Course } from './course.ts'
import { offeringsAhead } from './offering.store.ts'
import type { Offering } from './offering.ts'
import { providersById } from './provider.store.ts'
import type { Provider } from './provider.ts'
import { figuresOf } from './rating.store.ts'
import type { Taught } from './taught.ts'
import { teachingsOf } from './teaching.read.store.ts'

/** Everything the page of a course shows. */
export interface CourseDetail {
  course: Course
  provider: Provider
  /** What one can still go to, soonest first. */
  ahead: Offering[]
  teaches: Taught[]
}

/** The standards a course teaches, with the title and address they have now; strongest first. */
export async function taughtBy(db: Db, course: string): Promise<Taught[]> {
  const teachings = (await teachingsOf(db, [course])).get(course) ?? []
  const [items, figures] = [
    await readItems(
      db,
      teachings.map(({ standard }) => standard),
    ),
    await figuresOf(db, course),
  ]
  return teachings.flatMap(({ standard, strength, confirmedAt }) => {
    const item = items.get(standard)
    if (!item || item.title === null) return []
    const figure = figures.get(standard)
    return [{ standard, strength, title: item.title, href: item.url, isConfirmed: confirmedAt !== null, figure }]
  })
}

/** The same for a course that is already at hand. */
export async function detailOf(db: Db, course: Course, today: string): Promise<CourseDetail> {
  const provider = (await providersById(db, [course.provider])).get(course.provider)
  if (!provider) throw new Error(`Course ${course.id} has no provider.`)
  const ahead = (await offeringsAhead(db, [course.id], today)).get(course.id) ?? []
  return { course, provider, ahead, teaches: await taughtBy(db, course.id) }
}

/** A course on the site by its slug, whole; undefined when there is none. */
export async function readDetail(db: Db, slug: string, today: string): Promise<CourseDetail | undefined> {
  const course = await readCourse(db, slug)
  return course && detailOf(db, course, today)
}
