import { refuseFaults, unknownFault } from '../foundation/api/index.ts'
import { type Bits, both, without } from '../foundation/words/index.ts'
import type { Agenda } from './agenda.ts'
import type { OpleidingenQuery, UitvoeringenQuery } from './course.api.form.ts'
import { listedCourse } from './course.api.store.ts'
import { findingOf } from './course.api.ts'
import type { Courses } from './course-index.ts'
import { numbersOn, orderOf } from './finding.order.ts'
import { type Shelf, seekRows, shelfOf } from './finding.reading.ts'
import { readProvider } from './provider.store.ts'

type Reader = Parameters<typeof shelfOf>[0]
type Query = OpleidingenQuery | UitvoeringenQuery

/** Of these courses those that may be shown: what is made up only when it is asked, of one provider when that is. */
function open({ words }: Courses, rows: Bits, { voorbeelden, opleider }: Query): Bits {
  const real = voorbeelden === 'ja' ? rows : without(rows, words.tagged('fictional', ['ja']))
  return opleider === undefined ? real : both(real, words.tagged('provider', [opleider]))
}

/** What a question names that is nowhere: an empty list would say that nobody teaches it, while it is a typing error. */
async function unknownIn(c: Reader, { words, courses }: Shelf, query: Query) {
  const { kenmerk, competentie, opleider } = query
  const standards = [...words.standards.values()].map(({ slug }) => slug)
  const faults = [
    ...unknownFault('kenmerk', kenmerk, standards.sort()),
    ...unknownFault('competentie', competentie, [...words.competences.keys()].sort()),
  ]
  // A provider without a course on the site is there as well.
  const hasCourses = (slug: string) => courses.words.count(courses.words.tagged('provider', [slug])) > 0
  if (opleider !== undefined && !hasCourses(opleider) && !(await readProvider(c.var.db, opleider)))
    faults.push({ veld: 'opleider', melding: 'Deze opleider kennen wij niet. In /opleiders staat wie er is.' })
  return faults
}

/** A part of something long. */
const partOf = ({ page, pageSize }: Query) => ({ skip: (page - 1) * pageSize, most: pageSize })

/** Numbers of the courses on one page of what was asked, and how many there are. */
export async function coursesAsked(c: Reader, query: OpleidingenQuery) {
  const shelf = await shelfOf(c)
  refuseFaults(await unknownIn(c, shelf, query))
  const { courses } = shelf
  const finding = findingOf(query, shelf.words)
  const { question, fitting, place, rows: fit } = await seekRows(c, shelf, finding)
  const rows = open(courses, fit, query)
  const part = partOf(query)
  // Machines that take everything want what changed first, and the order of dates moves every day.
  const isPlain = finding.order === undefined && question === undefined && place === undefined
  const nos = isPlain
    ? courses.words.newest(rows, part.skip, part.most)
    : numbersOn(courses, rows, {
        ...{ order: orderOf(finding, place), standards: finding.chosen.standard, question, fitting },
        ...part,
      })
  return { shelf, nos, total: courses.words.count(rows) }
}

/** Questions whose dates are kept: who takes a long list takes it page after page. */
const MOST_KEPT = 8
const keptOf = new WeakMap<Agenda, Map<string, Int32Array>>()

/** Numbers of the offerings on one page of what was asked, soonest first, and how many there are. */
export async function offeringsAsked(c: Reader, query: UitvoeringenQuery) {
  const shelf = await shelfOf(c)
  const { agenda } = shelf.courses
  const kept = keptOf.get(agenda) ?? new Map<string, Int32Array>()
  keptOf.set(agenda, kept)
  const key = `${shelf.today} ${JSON.stringify({ ...query, page: 0, pageSize: 0 })}`
  const all = kept.get(key) ?? (await offeringsFor(c, shelf, query))
  kept.delete(key)
  kept.set(key, all)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  const { skip, most } = partOf(query)
  return { words: shelf.words, nos: [...all.subarray(skip, skip + most)], total: all.length }
}

async function offeringsFor(c: Reader, shelf: Shelf, query: UitvoeringenQuery): Promise<Int32Array> {
  const faults = await unknownIn(c, shelf, query)
  const course = query.opleiding === undefined ? undefined : await listedCourse(c.var.db, query.opleiding)
  if (query.opleiding !== undefined && !course)
    faults.push({ veld: 'opleiding', melding: 'Deze opleiding kennen wij niet. In /opleidingen staat wat er is.' })
  refuseFaults(faults)
  const { words, agenda } = shelf.courses
  const { ask, rows } = await seekRows(c, shelf, findingOf(query, shelf.words))
  const shown = open(shelf.courses, rows, query)
  const of = query.opleiding === undefined ? shown : both(shown, words.numbered(course ? [course.no] : []))
  return agenda.offeringsOf(words.numbers(of), ask)
}
