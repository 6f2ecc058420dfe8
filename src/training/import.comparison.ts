import { changesBetween, courseInWords } from './change.ts'
import { type CourseText, PROFESSIONS, REGISTERS } from './course.ts'
import type { GivenCourse, GivenOffering, NamedStandard } from './import.row.ts'
import type { Outcome } from './import.ts'
import { plain } from './import.words.ts'
import { type Offering, type OfferingText, offeringWords } from './offering.ts'
import { type Proposal, strengthWords, type Teaching, teachingChange } from './teaching.ts'

/** What an item means for what stands here: what would be written, and in words what changes or why not. */
export interface Comparison<Text> {
  outcome: Outcome
  words: string[]
  text: Text
}

/** A course as an import writes it: its text, and what it teaches when the catalogue says so. */
export type CourseWish = CourseText & { teaches?: Proposal[] }

const EMPTY_COURSE: CourseText = {
  ...{ code: '', title: '', outcome: '', about: '', form: 'on site', minutes: 60, language: 'nl', level: 'none' },
  ...{ professions: [], forStudents: false, inCompany: false, anyTime: false, priceCents: null, enrolUrl: '' },
  accreditations: [],
}

const EMPTY_OFFERING: Omit<OfferingText, 'days'> = {
  ...{ code: '', startsAt: null, endsAt: null, online: false, venue: '', gemeente: '' },
  ...{ seats: null, seatsLeft: null, enrolUrl: '' },
}

/** The text of a course, without what the house keeps of it. */
export function courseTextOf(course: CourseText): CourseText {
  const { code, title, outcome, about, form, minutes, language, level, professions, forStudents, inCompany } = course
  const { anyTime, priceCents, enrolUrl, accreditations } = course
  return {
    ...{ code, title, outcome, about, form, minutes, language, level, professions, forStudents, inCompany },
    ...{ anyTime, priceCents, enrolUrl, accreditations },
  }
}

/** The same for a date. */
export function offeringTextOf(offering: OfferingText): OfferingText {
  const { code, days, startsAt, endsAt, online, venue, gemeente, seats, seatsLeft, enrolUrl } = offering
  return { code, days, startsAt, endsAt, online, venue, gemeente, seats, seatsLeft, enrolUrl }
}

const LONGEST_WORD = 80
const short = (text: string): string =>
  text.length > LONGEST_WORD ? `${text.slice(0, LONGEST_WORD)}…` : text || 'leeg'

/** A standard that can be taught now. */
export interface KnownStandard {
  item: string
  revision: string
  slug: string
  name: string
}

/** The standards a catalogue names, as far as they exist; the others as sentences. */
export function standardsNamed(
  named: NamedStandard[],
  known: KnownStandard[],
): { teaches: Proposal[]; words: string[] } {
  const words: string[] = []
  const teaches = named.flatMap(({ name, strength }): Proposal[] => {
    const asked = plain(name)
    const found = known.find((one) => plain(one.name) === asked || plain(one.slug) === asked || one.item === name)
    if (found) return [{ standard: found.item, revision: found.revision, strength }]
    words.push(
      `kenmerken: “${short(name)}” kennen we niet; dat lieten we weg. Kies uit: ${known.map((one) => `“${one.name.toLowerCase()}”`).join(', ')}.`,
    )
    return []
  })
  return {
    teaches: teaches.filter((one, at) => teaches.findIndex(({ standard }) => standard === one.standard) === at),
    words,
  }
}

function teachingWords(standing: Teaching[], teaches: Proposal[] | undefined, known: KnownStandard[]): string[] {
  if (!teaches || teaches.length === 0) return []
  const offered = new Set(known.map(({ item }) => item))
  const { ended, begun } = teachingChange(
    standing.filter(({ standard }) => offered.has(standard)),
    teaches,
  )
  const said = (all: Pick<Proposal, 'standard' | 'strength'>[]) =>
    all
      .map(
        ({ standard, strength }) =>
          `${known.find(({ item }) => item === standard)?.name ?? ''}, ${strengthWords[strength]}`,
      )
      .join('; ')
  return ended.length + begun.length === 0 ? [] : [`Leert je: ${said(ended) || 'leeg'} → ${said(begun) || 'leeg'}`]
}

/** What a catalogue says of a course, beside the course that has its code. What it says nothing about stays. */
export function compareCourse(
  given: GivenCourse,
  existing: { text: CourseText; teachings: Teaching[] } | undefined,
  known: KnownStandard[],
): Comparison<CourseWish> {
  const { teaches: named, ...said } = given
  const { teaches, words } = standardsNamed(named ?? [], known)
  const wish = (text: CourseText): CourseWish => ({ ...ordered(text), ...(teaches.length > 0 ? { teaches } : {}) })
  if (!existing) return { outcome: 'new', words, text: wish({ ...EMPTY_COURSE, ...said }) }
  const before = ordered(existing.text)
  const text = wish({ ...before, ...said })
  const changes = [
    ...changesBetween(before, text).map(({ field, from, to }) => `${field}: ${short(from)} → ${short(to)}`),
    ...teachingWords(existing.teachings, text.teaches, known),
  ]
  return { outcome: changes.length > 0 ? 'changed' : 'same', words: [...changes, ...words], text }
}

/** Points and professions in one order, so that the same ones are the same. */
const ordered = (text: CourseText): CourseText => ({
  ...text,
  professions: PROFESSIONS.filter((one) => text.professions.includes(one)),
  accreditations: REGISTERS.flatMap((register) => text.accreditations.filter((one) => one.register === register)),
})

/** What will stand here of something new, in one line: so that a price or a day we read otherwise is seen before it is there. */
export function wishWords(
  row: { kind: 'course'; text: CourseWish } | { kind: 'offering'; text: OfferingText },
): string {
  if (row.kind === 'offering') return offeringWords(row.text)
  const { Prijs, Studielast, Vorm, Punten } = courseInWords(row.text)
  const count = row.text.teaches?.length ?? 0
  const teaches = count === 0 ? 'nog geen kenmerken' : count === 1 ? 'één kenmerk' : `${count} kenmerken`
  return [Prijs, Studielast, Vorm, Punten || 'geen punten', teaches].join(' · ')
}

/** What a catalogue says of a date, beside the date that has its code, or its day and place. */
export function compareOffering(
  given: GivenOffering,
  existing: Offering | undefined,
  today: string,
): Comparison<OfferingText> {
  if (!existing) {
    const text = { ...EMPTY_OFFERING, ...given }
    const isOver = [...text.days].sort().at(-1) ?? ''
    if (isOver < today)
      return { outcome: 'same', words: ['Deze dag is voorbij. We zetten hem er niet meer bij.'], text }
    return { outcome: 'new', words: [], text }
  }
  const before = offeringTextOf(existing)
  const text = { ...before, ...given }
  if (existing.cancelledAt !== null) return { outcome: 'same', words: ['Deze keer is afgelast en blijft dat.'], text }
  const isSame = (Object.keys(before) as (keyof OfferingText)[]).every(
    (name) => String(before[name]) === String(text[name]),
  )
  const words = isSame ? [] : [`${offeringWords(before)} → ${offeringWords(text)}`]
  return { outcome: isSame ? 'same' : 'changed', words, text }
}
