import { checkForm, type Typed } from '../foundation/http/index.ts'
import { deliveredCourseForm } from './course.form.ts'
import type { CourseText } from './course.ts'
import { columnNames, faultsIn, offeringColumns, quoted } from './import.faults.ts'
import { type GivenCourse, type ImportItem, type ImportRow, type NamedStandard, offeringKey } from './import.row.ts'
import {
  formList,
  gemeenteInCell,
  languageList,
  levelList,
  plain,
  professionList,
  strengthList,
  textOf,
  yesTyped,
} from './import.words.ts'
import { offeringForm } from './offering.form.ts'
import type { OfferingText } from './offering.ts'

const COURSE_PARTS: Record<string, keyof CourseText> = {
  ...{ titel: 'title', daarna: 'outcome', over: 'about', vorm: 'form', uren: 'minutes', prijs: 'priceCents' },
  ...{ taal: 'language', niveau: 'level', 'beroepsgroepen[]': 'professions', studenten: 'forStudents' },
  ...{ incompany: 'inCompany', altijd: 'anyTime', aanmelden: 'enrolUrl', punten_registerplein: 'accreditations' },
  ...{ punten_skj: 'accreditations', punten_overig: 'accreditations' },
  naam_overig: 'accreditations',
}
const OFFERING_PARTS: Record<string, keyof OfferingText> = {
  ...{ van: 'startsAt', tot: 'endsAt', waar: 'venue', plaatsen: 'seats', over: 'seatsLeft', aanmelden: 'enrolUrl' },
}

type Words = { find(text: string): string | undefined; said: string }

/** Puts the word of a list in a field; a word that is not in it is a fault. */
function chosen(fields: Typed, field: string, list: Words, without = ''): string[] {
  const text = textOf(fields, field)
  const value = text === '' ? without : list.find(text)
  fields[field] = value ?? ''
  return value === undefined ? [`${columnNames[field]}: ${quoted(text)} kennen we niet. Kies uit: ${list.said}.`] : []
}

function ticked(fields: Typed, field: string): string[] {
  const text = textOf(fields, field)
  const yes = yesTyped(text)
  fields[field] = yes || undefined
  return yes === undefined ? [`${columnNames[field]}: schrijf ja of nee. Nu staat er ${quoted(text)}.`] : []
}

function professionsIn(fields: Typed): string[] {
  const given = fields['beroepsgroepen[]'] ?? ''
  const typed = (Array.isArray(given) ? given : given.split(/[;,]/))
    .map((one) => one.trim())
    .filter((one) => one !== '')
  fields['beroepsgroepen[]'] = typed.flatMap((one) => professionList.find(one) ?? [])
  const unknown = typed.filter((one) => professionList.find(one) === undefined)
  if (unknown.length === 0) return []
  return [`beroepsgroepen: ${unknown.map(quoted).join(', ')} kennen we niet. Kies uit: ${professionList.said}.`]
}

/** "signaleren en agenderen: oefenen; op de vraag af": without a word for how strongly one gets to know it. */
function teachesIn(text: string): { teaches: NamedStandard[]; faults: string[] } {
  const faults: string[] = []
  const teaches = text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .flatMap((one): NamedStandard[] => {
      const [, name = one, said = ''] = /^(.*?)\s*[:(]\s*([^:()]*)\)?$/.exec(one) ?? []
      const strength = said === '' ? 'introduction' : strengthList.find(said)
      if (strength !== undefined) return [{ name, strength }]
      faults.push(`kenmerken: achter ${quoted(name)} staat ${quoted(said)}. Kies uit: ${strengthList.said}.`)
      return []
    })
  return { teaches, faults }
}

/** Keeps of a whole text what the row had a place for. */
function partsOf<Text>(text: Text, fields: Typed, parts: Record<string, keyof Text>): Partial<Text> {
  const names = new Set(Object.keys(fields).flatMap((field) => parts[field] ?? []))
  const given: Partial<Text> = {}
  for (const name of names) given[name] = text[name]
  return given
}

function judgeCourse(row: ImportRow, asked: Typed): ImportItem & { kind: 'course' } {
  const fields: Typed = { ...asked, code: row.code }
  const faults = [
    ...chosen(fields, 'vorm', formList),
    ...chosen(fields, 'niveau', levelList, 'none'),
    ...chosen(fields, 'taal', languageList, 'nl'),
    ...professionsIn(fields),
    ...['studenten', 'incompany', 'altijd'].flatMap((field) => ticked(fields, field)),
  ]
  const { teaches, faults: unsaid } = teachesIn(row.teaches ?? '')
  fields.uren = textOf(fields, 'uren').replace(/\s*(uur|uren|u)\.?$/i, '')
  const form = checkForm(deliveredCourseForm, present(fields))
  const given: GivenCourse = form.ok
    ? partsOf<CourseText>(form.value, asked, COURSE_PARTS)
    : { title: textOf(asked, 'titel') }
  if (teaches.length > 0) given.teaches = teaches
  const wrong = [...faults, ...unsaid]
  const all = form.ok ? wrong : [...wrong, ...faultsIn(form.errors, asked, columnNames, wrong)]
  return { kind: 'course', place: row.place, code: row.code, key: '', given, faults: all }
}

const present = (fields: Typed): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

function judgeOffering(row: ImportRow, asked: Typed): ImportItem & { kind: 'offering' } {
  const fields: Typed = { ...asked, versie: '0' }
  const faults = ticked(fields, 'online')
  const place = textOf(fields, 'gemeente')
  const isOnline = plain(place) === 'online'
  if (isOnline) fields.online = 'ja'
  fields.gemeente = isOnline ? '' : gemeenteInCell(place)
  const form = checkForm(offeringForm, present(fields))
  const [text] = form.ok ? form.value.offerings : []
  if (!text) {
    const wrong = form.ok ? [] : faultsIn(form.errors, asked, offeringColumns, faults)
    return {
      kind: 'offering',
      place: row.place,
      code: row.code,
      key: '',
      given: { days: [textOf(asked, 'dagen')] },
      faults: [...faults, ...wrong],
    }
  }
  const { days, code, online, gemeente } = text
  const given = { ...partsOf<OfferingText>(text, asked, OFFERING_PARTS), days, code, online, gemeente }
  return { kind: 'offering', place: row.place, code: row.code, key: offeringKey(text), given, faults }
}

const NO_CODE =
  'code: deze regel heeft geen eigen code. Geef elke training er een, bijvoorbeeld T-12; daaraan herkennen we hem de volgende keer.'

const LONGEST_CODE = 60
const longCode = (code: string): string =>
  `code: hier staat ${quoted(code)}. Houd het bij hooguit ${LONGEST_CODE} tekens. Nu zijn het er ${code.length}.`

/** A row nobody could find back the next time. What else lacks is told along with it, so that one look is enough. */
function withoutCode(asked: ImportRow): ImportItem {
  const fault = asked.code === '' ? NO_CODE : longCode(asked.code)
  const row = { ...asked, code: '' }
  const course = row.course && saysSomething(row) ? judgeCourse(row, row.course) : undefined
  const offering = row.offering && judgeOffering(row, row.offering)
  const faults = [fault, ...(course?.faults ?? []), ...(offering?.faults ?? [])]
  const code = asked.code.slice(0, LONGEST_CODE)
  if (!course && offering) return { ...offering, code, key: '', faults }
  const given = { title: row.course ? textOf(row.course, 'titel') : '' }
  return { kind: 'course', place: row.place, code, key: '', given, faults }
}

/**
 * Judges the rows of one catalogue in their order, by the rules of our own forms. It remembers which codes came by: a
 * course said twice keeps what was said first.
 */
export class Judge {
  #courses = new Map<string, { place: string; words: string }>()
  #offerings = new Map<string, string>()

  itemsOf(row: ImportRow): ImportItem[] {
    if (row.code === '' || row.code.length > LONGEST_CODE) return [withoutCode(row)]
    const offering = row.offering ? [judgeOffering(row, row.offering)] : []
    const course = row.course && saysSomething(row) ? this.#course(row, row.course) : []
    return [...course, ...offering.map((one) => this.#once(one))]
  }

  #course(row: ImportRow, course: Typed): ImportItem[] {
    const before = this.#courses.get(row.code)
    const words = JSON.stringify([course, row.teaches])
    if (before === undefined) {
      this.#courses.set(row.code, { place: row.place, words })
      return [judgeCourse(row, course)]
    }
    // One row per date: the same course on every one of them.
    const others = before.words === words ? [] : differing(before.words, course, row.teaches)
    if (row.offering && others.length === 0) return []
    const item = judgeCourse(row, course)
    const fault = row.offering
      ? `${others.join(', ')}: hier staat iets anders dan op ${before.place}, over dezelfde training ${quoted(row.code)}. Maak het gelijk, of laat het hier leeg. De datum kijken we apart na.`
      : `code: ${quoted(row.code)} staat er twee keer, ook op ${before.place}. Geef elke training een eigen code.`
    // What a repeated row leaves empty was said on the first.
    const more = row.offering ? item.faults.filter((one) => others.includes(one.split(':')[0] ?? '')) : item.faults
    return [{ ...item, faults: [fault, ...more] }]
  }

  #once(item: ImportItem & { kind: 'offering' }): ImportItem {
    if (item.key === '') return item
    const key = `${item.code}\n${item.key}`
    const before = this.#offerings.get(key)
    if (before === undefined) {
      if (item.faults.length === 0) this.#offerings.set(key, item.place)
      return item
    }
    const fault =
      item.given.code === ''
        ? `Op deze dag en plaats staat al een keer, op ${before}. Geef ze allebei een eigen code in de kolom “datumcode”.`
        : `datumcode: ${quoted(item.key)} staat er twee keer, ook op ${before}. Geef elke keer een eigen code.`
    return { ...item, faults: [...item.faults, fault] }
  }
}

/** Whether a row says more of its course than its code. */
const saysSomething = ({ course, teaches }: ImportRow): boolean =>
  Boolean(teaches) ||
  Object.values(course ?? {}).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))

/** The columns in which a later row says something else of a course than the first: what is left empty is left out. */
function differing(before: string, course: Typed, teaches: string | undefined): string[] {
  const [first, taught] = JSON.parse(before) as [Typed, string?]
  const columns = Object.entries(course)
    .filter(([field, value]) => value?.length && String(value) !== String(first[field] ?? ''))
    .map(([field]) => columnNames[field] ?? field)
  return teaches && teaches !== taught ? [...columns, 'kenmerken'] : columns
}
