import { dutchDay } from '../foundation/clock.ts'
import type { Bits, Question } from '../foundation/words/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { findCourses, readCourses } from './course-index.store.ts'
import type { Courses } from './course-index.ts'
import type { DateAsk } from './date-ask.ts'
import { countable, type FacetSense, left, type Narrowed, narrow } from './facet.ts'
import type { FindWords } from './facet.words.ts'
import { readFindWords } from './finding.store.ts'
import { dateAsk, type Finding, fittingRows } from './finding.ts'
import type { Fitting } from './fitting.ts'
import { type Located, type Place, placeTyped } from './place.ts'

/** What reading asks of a handler. */
type Reader = { var: Pick<PeopleContext['var'], 'db' | 'memo' | 'now'> }

/** The courses as they are now, and how things are called: looked at once per content version. */
export interface Shelf {
  courses: Courses
  words: FindWords
  today: string
}

export async function shelfOf(c: Reader): Promise<Shelf> {
  const [courses, words] = await Promise.all([
    c.var.memo('training.courses', () => readCourses(c.var.db)),
    c.var.memo('training.words', () => readFindWords(c.var.db)),
  ])
  return { courses, words, today: dutchDay(c.var.now) }
}

/** What someone asked, looked up. */
export interface Sought {
  located: Located
  place: Place | undefined
  ask: DateAsk
  fitting: Fitting
  narrowed: Narrowed
  question: Question | undefined
  /** The words really looked for, when those typed were nowhere. */
  instead: string[]
}

const senseOf = ({ words, today }: Shelf): FacetSense => ({
  today,
  competences: new Map([...words.competences].map(([slug, { standards }]) => [slug, standards])),
})

/** Looks up what is asked, before a page of it is read. A place we don't know does not narrow; the page says so. */
export async function seek(c: Reader, shelf: Shelf, finding: Finding): Promise<Sought> {
  const { courses } = shelf
  const found = finding.text === '' ? undefined : await findCourses(c, courses, finding.text)
  const left = leftBy(shelf, finding, found?.within)
  return { ...left, question: found?.question, instead: found?.instead ?? [] }
}

/** The courses of which a date fits what was asked. */
function dated(shelf: Shelf, finding: Finding, text: Bits | undefined) {
  const { courses, today } = shelf
  const located = placeTyped(finding.near)
  const place = located.is === 'place' ? located.place : undefined
  const ask = dateAsk(finding, place, today)
  const { all } = courses.words
  const within = countable(courses, finding.chosen, text ?? all, senseOf(shelf))
  const fitting = courses.agenda.fitting(ask, within === all ? undefined : courses.words.numbers(within))
  const sense = { ...senseOf(shelf), fitting }
  return { located, place, ask, fitting, sense, fit: fittingRows(courses, fitting, within) }
}

/** What is left of these courses. */
export function leftBy(shelf: Shelf, finding: Finding, within: Bits | undefined): Omit<Sought, 'question' | 'instead'> {
  const { fit, sense, ...asked } = dated(shelf, finding, within)
  return { ...asked, narrowed: narrow(shelf.courses, finding.chosen, fit, sense) }
}

/** The same for whoever shows no facets: only which courses are left. */
export async function seekRows(c: Reader, shelf: Shelf, finding: Finding) {
  const found = finding.text === '' ? undefined : await findCourses(c, shelf.courses, finding.text)
  const { fit, sense, ...asked } = dated(shelf, finding, found?.within)
  return { ...asked, question: found?.question, rows: left(shelf.courses, finding.chosen, fit, sense) }
}
