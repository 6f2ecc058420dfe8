import { type Db, statement } from '../foundation/db/index.ts'
import { keptRows } from '../foundation/words/index.ts'
import { competencesByStandard, currentStandards } from '../standards/index.ts'
import { coursesByNo } from './course.store.ts'
import type { Course } from './course.ts'
import type { FindWords } from './finding.ts'
import { offeringsOfCourses } from './offering.store.ts'
import type { Offering } from './offering.ts'

/** How standards and competences are called now. */
export async function readFindWords(db: Db): Promise<FindWords> {
  const [standards, competences] = [await currentStandards(db), await competencesByStandard(db)]
  return {
    standards: new Map(standards.map(({ item, slug, name }) => [item, { slug, title: name }])),
    competences: new Map(competences.map(({ slug, name, standards: of }) => [slug, { title: name, standards: of }])),
  }
}

/** A course as lists show it. */
export interface CourseRow {
  no: number
  course: Course
  provider: string
  /** Every date that was not called off, soonest first; the clock hides what is over. */
  offerings: Offering[]
}

const names = statement<{ id: string; name: string }>(
  'training.providerNames',
  'select id, name from training.provider where id = any ($1)',
)

async function rowsByNo(db: Db, nos: number[]): Promise<CourseRow[]> {
  const courses = await coursesByNo(db, nos)
  const [providers, offerings] = [
    await names(
      db,
      courses.map(({ provider }) => provider),
    ),
    await offeringsOfCourses(
      db,
      courses.map(({ id }) => id),
    ),
  ]
  return courses.map((course) => ({
    no: course.no,
    course,
    provider: providers.find(({ id }) => id === course.provider)?.name ?? '',
    offerings: offerings.get(course.id) ?? [],
  }))
}

/** Rows kept at most, some MB with their dates. */
const MOST_KEPT = 2_000

/** The courses with these numbers, in the order of the numbers, each read once per moment. */
export const keptCourses = keptRows(rowsByNo, MOST_KEPT)
