import { checkForm, type FieldError, type Typed } from '../foundation/http/index.ts'
import { courseForm } from './course.form.ts'
import type { CourseText } from './course.ts'
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

/** How a column of our template is called, by the field of the form it fills. */
export const columnNames: Record<string, string> = {
  ...{
    titel: 'titel',
    daarna: 'wat kun je daarna',
    over: 'over de training',
    vorm: 'vorm',
    uren: 'uren',
    prijs: 'prijs',
  },
  ...{ taal: 'taal', niveau: 'niveau', 'beroepsgroepen[]': 'beroepsgroepen', studenten: 'studenten welkom' },
  ...{ incompany: 'in-company', altijd: 'begin wanneer je wilt', aanmelden: 'link', code: 'code' },
  ...{ punten_registerplein: 'punten Registerplein', nummer_registerplein: 'nummer Registerplein' },
  ...{ geldig_registerplein: 'geldig tot Registerplein', punten_skj: 'punten SKJ', nummer_skj: 'nummer SKJ' },
  ...{ geldig_skj: 'geldig tot SKJ', punten_overig: 'punten ander register' },
  ...{ nummer_overig: 'nummer ander register', geldig_overig: 'geldig tot ander register' },
  ...{ dagen: 'datum', van: 'begintijd', tot: 'eindtijd', online: 'online', gemeente: 'plaats', waar: 'locatie' },
  ...{ plaatsen: 'aantal plaatsen' },
}
/** A date has some fields of the same name. */
const offeringColumns: Record<string, string> = { over: 'nog vrij', aanmelden: 'inschrijflink', code: 'datumcode' }

const COURSE_PARTS: Record<string, keyof CourseText> = {
  ...{ titel: 'title', daarna: 'outcome', over: 'about', vorm: 'form', uren: 'minutes', prijs: 'priceCents' },
  ...{ taal: 'language', niveau: 'level', 'beroepsgroepen[]': 'professions', studenten: 'forStudents' },
  ...{ incompany: 'inCompany', altijd: 'anyTime', aanmelden: 'enrolUrl', punten_registerplein: 'accreditations' },
  ...{ punten_skj: 'accreditations', punten_overig: 'accreditations' },
}
const OFFERING_PARTS: Record<string, keyof OfferingText> = {
  ...{ van: 'startsAt', tot: 'endsAt', waar: 'venue', plaatsen: 'seats', over: 'seatsLeft', aanmelden: 'enrolUrl' },
}

const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`

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
      faults.push(`kenmerken: schrijf achter ${quoted(name)} een van deze woorden: ${strengthList.said}.`)
      return []
    })
  return { teaches, faults }
}

const said = (errors: FieldError[], names: Record<string, string>, known: string[]): string[] => {
  const told = new Set(known.map((fault) => fault.split(':')[0]))
  return errors
    .map(({ field, message }) => ({ column: names[field] ?? field, message }))
    .filter(({ column }) => !told.has(column))
    .map(({ column, message }) => `${column}: ${message}`)
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
  const form = checkForm(courseForm, present(fields))
  const given: GivenCourse = form.ok
    ? partsOf<CourseText>(form.value, asked, COURSE_PARTS)
    : { title: textOf(asked, 'titel') }
  if (teaches.length > 0) given.teaches = teaches
  const wrong = [...faults, ...unsaid]
  const all = form.ok ? wrong : [...wrong, ...said(form.errors, columnNames, wrong)]
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
  const names = { ...columnNames, ...offeringColumns }
  const [text] = form.ok ? form.value.offerings : []
  if (!text) {
    const wrong = form.ok ? [] : said(form.errors, names, faults)
    const unknown = wrong.map((one) => (one.startsWith('plaats: Typ') ? unknownPlace(place) : one))
    const days = textOf(asked, 'dagen')
    return {
      kind: 'offering',
      place: row.place,
      code: row.code,
      key: '',
      given: { days: [days] },
      faults: [...faults, ...unknown],
    }
  }
  const { days, code, online, gemeente } = text
  const given = { ...partsOf<OfferingText>(text, asked, OFFERING_PARTS), days, code, online, gemeente }
  return { kind: 'offering', place: row.place, code: row.code, key: offeringKey(text), given, faults }
}

const unknownPlace = (place: string): string =>
  `plaats: ${quoted(place)} kennen we niet. Schrijf de naam van de plaats of de gemeente, of “online”.`

const NO_CODE =
  'code: deze regel heeft geen eigen code. Geef elke training er een, bijvoorbeeld T-12; daaraan herkennen we hem de volgende keer.'

/**
 * Judges the rows of one catalogue in their order, by the rules of our own forms. It remembers which codes came by: a
 * course said twice keeps what was said first.
 */
export class Judge {
  #courses = new Map<string, { place: string; words: string }>()
  #offerings = new Map<string, string>()

  itemsOf(row: ImportRow): ImportItem[] {
    const offering = row.offering ? [judgeOffering(row, row.offering)] : []
    if (row.code === '' || row.code.length > 60) return [this.#withoutCode(row)]
    const course = row.course && saysSomething(row) ? this.#course(row, row.course) : []
    return [...course, ...offering.map((one) => this.#once(one))]
  }

  #withoutCode({ place, code, course }: ImportRow): ImportItem {
    const fault = code === '' ? NO_CODE : 'code: houd het bij hooguit 60 tekens.'
    const given = { title: course ? textOf(course, 'titel') : '' }
    return { kind: 'course', place, code: code.slice(0, 60), key: '', given, faults: [fault] }
  }

  #course(row: ImportRow, course: Typed): ImportItem[] {
    const before = this.#courses.get(row.code)
    const words = JSON.stringify([course, row.teaches])
    if (before === undefined) {
      this.#courses.set(row.code, { place: row.place, words })
      return [judgeCourse(row, course)]
    }
    // One row per date: the same course on every one of them.
    if (row.offering && (before.words === words || agrees(before.words, course))) return []
    const item = judgeCourse(row, course)
    const fault = row.offering
      ? `Over training ${row.code} staat hier iets anders dan op ${before.place}. Maak ze gelijk, of laat de training hier leeg. De datum namen we wel mee.`
      : `code: ${quoted(row.code)} staat er twee keer, ook op ${before.place}. Geef elke training een eigen code.`
    return [{ ...item, faults: [fault] }]
  }

  #once(item: ImportItem & { kind: 'offering' }): ImportItem {
    if (item.faults.length > 0) return item
    const key = `${item.code}\n${item.key}`
    const before = this.#offerings.get(key)
    if (before === undefined) {
      this.#offerings.set(key, item.place)
      return item
    }
    const fault =
      item.given.code === ''
        ? `Op deze dag en plaats staat al een keer, op ${before}. Geef ze allebei een eigen code in de kolom “datumcode”.`
        : `datumcode: ${quoted(item.key)} staat er twee keer, ook op ${before}. Geef elke keer een eigen code.`
    return { ...item, faults: [fault] }
  }
}

/** Whether a row says more of its course than its code. */
const saysSomething = ({ course, teaches }: ImportRow): boolean =>
  Boolean(teaches) ||
  Object.values(course ?? {}).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))

/** Whether what a later row says of a course was said before: what is left empty is left out. */
function agrees(before: string, course: Typed): boolean {
  const [first] = JSON.parse(before) as [Typed]
  return Object.entries(course).every(
    ([field, value]) => !value?.length || String(value) === String(first[field] ?? ''),
  )
}
