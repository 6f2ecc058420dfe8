import type { Db } from '../foundation/db/index.ts'
import { both } from '../foundation/words/index.ts'
import { courseUrl } from './course.ts'
import { readCourses } from './course-index.store.ts'
import type { Courses } from './course-index.ts'
import { ANY_DAY } from './date-ask.ts'
import { dateAsk, fittingRows, NOTHING_ASKED } from './finding.ts'
import { foundLine } from './found-line.ts'
import { reasonWords, STRONGEST } from './reason.ts'

/** A course that teaches a standard, as the page of the standard shows it. */
export interface TeachingCourse {
  href: string
  title: string
  /** Why it is shown, in words: how strongly it teaches the standard. */
  reason: string
  /** The first line of the course. */
  text: string
  fictional: boolean
}

/** Numbers of courses that teach a standard as strongly as this and can still be followed: with a date first, soonest first. */
function numbersTeaching({ words, agenda }: Courses, standard: string, today: string) {
  const fitting = agenda.fitting(dateAsk(NOTHING_ASKED, undefined, today))
  const { soonest } = fitting
  const open = both(words.tagged('standard', [standard]), fittingRows({ words, agenda }, fitting))
  const made = new Set(words.numbers(both(open, words.tagged('fictional', ['ja']))))
  const ranked = STRONGEST.flatMap((strength, rank) =>
    words.numbers(both(open, words.tagged('teaches', [`${standard}:${strength}`]))).map((no) => {
      const day = soonest[agenda.placeOf(no)] ?? ANY_DAY
      return { no, strength, order: [made.has(no) ? 1 : 0, day === ANY_DAY ? 1 : 0, rank, day, no] }
    }),
  )
  return ranked.sort((one, other) => {
    const at = one.order.findIndex((value, index) => value !== other.order[index])
    return (one.order[at] ?? 0) - (other.order[at] ?? 0)
  })
}

/** What was found for each moment of the courses: ranking thousands takes more than all the rest of a page. */
const moments = new WeakMap<Courses, Map<string, TeachingCourse[]>>()

/**
 * Courses that teach a standard (by its place on the thread) and can still be followed: real ones first, then those with
 * a date, then the strongest.
 */
export async function coursesTeaching(db: Db, standard: string, today: string, most = 6): Promise<TeachingCourse[]> {
  const courses = await readCourses(db)
  const kept = moments.get(courses) ?? new Map<string, TeachingCourse[]>()
  moments.set(courses, kept)
  const asked = `${standard} ${today} ${most}`
  const known = kept.get(asked) ?? rankedTeaching(courses, standard, today, most)
  kept.set(asked, known)
  return known
}

function rankedTeaching(courses: Courses, standard: string, today: string, most: number): TeachingCourse[] {
  const ranked = numbersTeaching(courses, standard, today).slice(0, most)
  const ask = dateAsk(NOTHING_ASKED, undefined, today)
  const rows = courses.agenda.rowsOf(
    ranked.map(({ no }) => no),
    today,
  )
  return rows.map((row) => ({
    href: courseUrl(row.course),
    title: row.course.title,
    reason: reasonWords(ranked.find(({ no }) => no === row.no)?.strength ?? 'introduction'),
    text: foundLine(row, ask, today),
    fictional: row.course.fictional,
  }))
}
