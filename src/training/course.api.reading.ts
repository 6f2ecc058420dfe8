import { type Bits, both, without } from '../foundation/words/index.ts'
import type { OpleidingenQuery, UitvoeringenQuery } from './course.api.form.ts'
import { listedCourse } from './course.api.store.ts'
import { findingOf } from './course.api.ts'
import { type Shelf, type Sought, seek, shelfOf } from './finding.reading.ts'
import { type Finding, numbersOn, orderOf } from './finding.ts'

type Reader = Parameters<typeof shelfOf>[0]

interface Asked {
  finding: Finding
  sought: Sought
  /** The courses that are left. */
  rows: Bits
}

/** What the page would find, without what is made up unless it is asked for, and of one provider only when that is asked. */
async function lookUp(c: Reader, shelf: Shelf, query: OpleidingenQuery | UitvoeringenQuery): Promise<Asked> {
  const { words } = shelf.courses
  const finding = findingOf(query, shelf.words)
  const sought = await seek(c, shelf, finding)
  const real =
    query.voorbeelden === 'ja' ? sought.narrowed.rows : without(sought.narrowed.rows, words.tagged('fictional', ['ja']))
  const rows = query.opleider === undefined ? real : both(real, words.tagged('provider', [query.opleider]))
  return { finding, sought, rows }
}

/** A part of something long. */
const partOf = ({ page, pageSize }: { page: number; pageSize: number }) => ({
  skip: (page - 1) * pageSize,
  most: pageSize,
})

/** Numbers of the courses on one page of what was asked, and how many there are. */
export async function coursesAsked(
  c: Reader,
  query: OpleidingenQuery,
): Promise<{ shelf: Shelf; nos: number[]; total: number }> {
  const shelf = await shelfOf(c)
  const { courses } = shelf
  const { finding, sought, rows } = await lookUp(c, shelf, query)
  const { question, fitting, place } = sought
  const part = partOf(query)
  // Machines that take everything want what changed first, and the order of dates moves every day.
  const isPlain = finding.order === undefined && question === undefined && place === undefined
  const nos = isPlain
    ? courses.words.newest(rows, part.skip, part.most)
    : numbersOn(courses, rows, { order: orderOf(finding, place), question, fitting, ...part })
  return { shelf, nos, total: courses.words.count(rows) }
}

/** Numbers of the offerings on one page of what was asked, soonest first, and how many there are. */
export async function offeringsAsked(c: Reader, query: UitvoeringenQuery): Promise<{ nos: number[]; total: number }> {
  const shelf = await shelfOf(c)
  const { words, agenda } = shelf.courses
  const { sought, rows } = await lookUp(c, shelf, query)
  const course = query.opleiding === undefined ? undefined : await listedCourse(c.var.db, query.opleiding)
  const of = query.opleiding === undefined ? rows : both(rows, words.numbered(course ? [course.no] : []))
  const all = agenda.offeringsOf(words.numbers(of), sought.ask)
  const { skip, most } = partOf(query)
  return { nos: [...all.subarray(skip, skip + most)], total: all.length }
}
