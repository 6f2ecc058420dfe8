import { gemeenteByCode } from '../foundation/gemeente.ts'
import { without } from '../foundation/words/index.ts'
import { courseUrl } from './course.ts'
import { numbersOn, orderOf } from './finding.order.ts'
import { seek, shelfOf } from './finding.reading.ts'
import { type Finding, findUrl, NOTHING_ASKED } from './finding.ts'
import { foundLine } from './found-line.ts'

/** What is looked for from elsewhere: words, a kenmerk by its slug and the gemeente that asks ('' for none). */
export interface CoursesAsked {
  text: string
  kenmerk: string
  gemeente: string
  fictional: boolean
  most: number
}

/** What was found, and the page that shows all of it. */
export interface CoursesFound {
  total: number
  found: { href: string; title: string; text: string; fictional: boolean }[]
  all: string
}

/** Courses for a page of others: near the gemeente that asks, and online. */
export async function coursesFound(c: Parameters<typeof shelfOf>[0], asked: CoursesAsked): Promise<CoursesFound> {
  const shelf = await shelfOf(c)
  const { courses, words, today } = shelf
  const standard = [...words.standards].find(([, { slug }]) => slug === asked.kenmerk)?.[0]
  const finding: Finding = {
    ...NOTHING_ASKED,
    text: asked.text,
    chosen: standard === undefined ? {} : { standard: [standard] },
    near: gemeenteByCode(asked.gemeente)?.name ?? '',
    online: asked.gemeente !== '',
  }
  const { narrowed, question, fitting, place, ask } = await seek(c, shelf, finding)
  const rows = asked.fictional ? narrowed.rows : without(narrowed.rows, courses.words.tagged('fictional', ['ja']))
  const { standard: standards } = finding.chosen
  const part = { order: orderOf(finding, place), question, standards, fitting, skip: 0, most: asked.most }
  const shown = courses.agenda.rowsOf(numbersOn(courses, rows, part), today)
  return {
    total: courses.words.count(rows),
    found: shown.map((row) => ({
      href: courseUrl(row.course),
      title: row.course.title,
      text: `${foundLine(row, ask, today)} (${row.course.provider})`,
      fictional: row.course.fictional,
    })),
    all: findUrl(finding, words),
  }
}
