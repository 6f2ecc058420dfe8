import { onDutchClock } from '../foundation/day.ts'
import type { Typed } from '../foundation/http/index.ts'
import type { JsonItem } from '../foundation/sheets/index.ts'
import { REGISTERS } from './course.ts'
import type { ImportRow } from './import.row.ts'

/** Anything that came out of JSON, looked into with care: what has another shape than we expect is not there. */
export type Thing = Record<string, unknown>

export const thing = (value: unknown): Thing =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Thing) : {}
export const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
export const said = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' && Number.isFinite(value) ? String(value) : ''

/** A text in several languages: the Dutch one, or else the first. */
function inDutch(value: unknown): string {
  const texts = list(value).map(thing)
  const dutch = texts.find(({ language }) => said(language).toLowerCase().startsWith('nl'))
  return said((dutch ?? texts[0])?.value) || said(value)
}

/** Without the marks of a web page. */
export const bare = (text: string): string =>
  text
    .replace(/<(br|\/p|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const LONGEST_OUTCOME = 300

/** The first sentences of a text, as many as fit where we say what someone can do afterwards. */
export function firstSentences(text: string): string {
  const short = text.replace(/\s+/g, ' ').trim()
  if (short.length <= LONGEST_OUTCOME) return short
  const cut = short.slice(0, LONGEST_OUTCOME)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('! '), cut.lastIndexOf('? '))
  return end > 40 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))}…`.slice(0, LONGEST_OUTCOME)
}

/** Source: OEAPI 6.0, modeOfDelivery. */
function formOf(modes: string[]): string {
  const has = (...words: string[]) => modes.some((mode) => words.includes(mode))
  const isOnline = has('online')
  const isThere = has('presential', 'on campus', 'situated')
  if (has('blended', 'hybrid') || (isOnline && isThere)) return 'blended'
  if (isOnline) return 'online'
  return has('work_based') ? 'workplace' : 'on site'
}

/** Source: OEAPI 6.0, level. */
const LEVELS: [RegExp, string][] = [
  [/^secondary_vocational/, 'mbo'],
  [/^(associate|bachelor)/, 'hbo'],
  [/^(master|doctoral)/, 'wo'],
]

/** Two letters of a language, whether a feed writes two, three or a region behind it. */
const languageOf = (code: string): string => (code.toLowerCase() === 'fry' ? 'fy' : code.slice(0, 2).toLowerCase())

/** Net hours of a study load; an EC is 28 of them. */
function hoursIn(loads: unknown): string {
  const all = list(loads).map(thing)
  const of = (...units: string[]) => all.find(({ studyLoadUnit }) => units.includes(said(studyLoadUnit)))
  const hours = of('hour', 'contact_time', 'sbu')
  if (hours) return said(hours.value).replace('.', ',')
  const ects = of('ects')
  return ects ? String(Number(said(ects.value)) * 28) : ''
}

function priceIn(costs: unknown): string | undefined {
  const all = list(costs).map(thing)
  const cost = all.find(({ costType }) => said(costType) === 'total_costs') ?? all[0]
  const amount = said(cost?.amount)
  return amount === '' ? undefined : Number(amount) === 0 ? 'gratis' : Number(amount).toFixed(2)
}

const codeOf = (value: unknown): string => said(thing(thing(value).primaryCode).code)

/** Day and time of a moment on a Dutch clock; a day alone has no time. */
export function momentIn(value: unknown): { day: string; time: string } {
  const text = said(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) || text === '') return { day: text, time: '' }
  // A moment without a zone is meant as it is written.
  const local = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(\.\d+)?)?$/.exec(text)
  if (local) return { day: local[1] ?? '', time: local[2] ?? '' }
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) return { day: text, time: '' }
  const [day, time] = onDutchClock(at)
  return { day, time: time === '00:00' ? '' : time }
}

/** The words of our own that stand in the part that is free to whoever makes a feed. */
const own = (value: unknown): Thing => thing(thing(value).ext)

function coursePrice(course: Thing): Typed {
  const price = priceIn(course.priceInformation ?? own(course).priceInformation)
  return price === undefined ? {} : { prijs: price }
}

/** Points of registers, in the fields of our form; of a register we have no fields for, its name too. */
export function accreditationFields(accreditations: unknown): Typed {
  return Object.fromEntries(
    list(accreditations)
      .map(thing)
      .flatMap(({ register, registerName, number, points, validUntil }): [string, string][] => {
        const name = said(register)
        const known = REGISTERS.find((one) => one === name.toLowerCase()) ?? 'overig'
        // A feed that is not ours has the name of any register in that place.
        const called = said(registerName) || (name.toLowerCase() === 'overig' ? '' : name)
        return [
          ...(known === 'overig' ? [['naam_overig', called] as [string, string]] : []),
          [`punten_${known}`, said(points).replace('.', ',')],
          [`nummer_${known}`, said(number)],
          [`geldig_${known}`, said(validUntil)],
        ]
      }),
  )
}

/** A course of OEAPI in the fields of our form. What we say that OEAPI has no place for stands in `ext`. */
function courseRow(course: Thing, place: string): ImportRow {
  const ext = own(course)
  const about = bare(inDutch(course.description))
  const modes = list(course.modesOfDelivery).map(said)
  const level = said(course.level)
  const teaches = list(ext.teaches).map(thing)
  const fields: Typed = {
    titel: inDutch(course.name),
    daarna: said(ext.outcome) || firstSentences(about),
    over: about,
    vorm: said(ext.form) || formOf(modes),
    uren: hoursIn(course.studyLoad),
    ...told({
      taal: languageOf(said(list(course.teachingLanguages)[0])),
      niveau: said(ext.level) || (LEVELS.find(([sign]) => sign.test(level))?.[1] ?? ''),
      aanmelden: said(course.link),
    }),
    ...coursePrice(course),
    ...accreditationFields(ext.accreditations),
  }
  if (Array.isArray(ext.professions)) fields['beroepsgroepen[]'] = ext.professions.map(said)
  for (const [name, field] of [
    ['forStudents', 'studenten'],
    ['inCompany', 'incompany'],
    ['anyTime', 'altijd'],
  ] as const)
    if (typeof ext[name] === 'boolean') fields[field] = ext[name] ? 'ja' : ''
  const row: ImportRow = { place, code: codeOf(course), course: fields }
  if (teaches.length > 0)
    row.teaches = teaches.map(({ name, strength }) => `${said(name)}: ${said(strength) || 'introduction'}`).join(';')
  return row
}

function offeringRow(offering: Thing, code: string, place: string): ImportRow {
  const ext = own(offering)
  const from = momentIn(offering.startDateTime ?? offering.startDate)
  const until = momentIn(offering.endDateTime ?? offering.endDate)
  const address = thing(list(offering.addresses)[0])
  const street = [said(address.street), said(address.streetNumber)].filter(Boolean).join(' ')
  const modes = list(offering.modesOfDelivery).map(said)
  const city = said(address.city)
  const days = list(ext.days).map(said)
  const most = said(offering.maxNumberStudents ?? offering.maxNumberParticipants)
  const enrolled = said(offering.enrolledNumberStudents ?? offering.enrolledNumberParticipants)
  const left =
    said(ext.seatsLeft) || (most !== '' && enrolled !== '' ? String(Math.max(0, Number(most) - Number(enrolled))) : '')
  return {
    place,
    code,
    offering: {
      code: codeOf(offering),
      dagen: days.length > 0 ? days.join('\n') : [...new Set([from.day, until.day])].filter(Boolean).join('\n'),
      van: from.time,
      tot: from.time === '' ? '' : until.time > from.time || days.length > 0 ? until.time : '',
      gemeente: city,
      waar: [inDutch(address.additional), street].filter(Boolean).join(', '),
      online: modes.includes('online') || city === '' ? 'ja' : '',
      ...told({ plaatsen: most, over: left, aanmelden: said(offering.link) }),
    },
  }
}

/** The fields about which something was said: what a feed leaves out stays as it is. */
export const told = (fields: Record<string, string>): Typed =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))

/** Whether it will happen: what was called off or is only planned is no date of ours. Source: OEAPI 6.0, offeringState. */
const takesPlace = ({ state }: Thing): boolean => !['cancelled', 'concept'].includes(said(state))

/** Whether it has the id of something else: an organisation, a programme. */
const isElse = (one: Thing): boolean => Object.keys(one).some((name) => /^[a-z]+Id$/i.test(name) && name !== 'courseId')

const COURSE_LISTS = ['', 'items', 'courses']
const OFFERING_LISTS = ['courseOfferings', 'course-offerings', 'offerings']

/** Reads courses and their offerings, in lists of their own or inside each other, and page after page. */
export class OeapiReader {
  /** Codes of the courses by the id this feed gives them: an offering names its course by that. */
  #codes = new Map<string, string>()
  #count = 0

  /** The rows in one item of the document; nothing when it is about something else. */
  rows({ key, value }: JsonItem): ImportRow[] {
    const one = thing(value)
    if (one.courseOfferingId !== undefined || OFFERING_LISTS.includes(key)) return this.#offering(one)
    // What stands among the courses and is said to be nothing else, is one: without a code it is told that it lacks one.
    if (one.courseId !== undefined || (COURSE_LISTS.includes(key) && !isElse(one))) return this.#course(one)
    return []
  }

  #place(what: string): string {
    this.#count += 1
    return `${what} ${this.#count} van de lijst`
  }

  #course(course: Thing): ImportRow[] {
    const row = courseRow(course, this.#place('stuk'))
    const id = said(course.courseId)
    if (id !== '') this.#codes.set(id, row.code)
    const inside = OFFERING_LISTS.flatMap((name) => list(course[name])).map(thing)
    return [row, ...inside.filter(takesPlace).map((one) => offeringRow(one, row.code, this.#place('stuk')))]
  }

  #offering(offering: Thing): ImportRow[] {
    if (!takesPlace(offering)) return []
    const course = thing(offering.course)
    const code = codeOf(course) || this.#codes.get(said(offering.courseId)) || said(own(offering).courseCode)
    return [offeringRow(offering, code, this.#place('stuk'))]
  }
}
