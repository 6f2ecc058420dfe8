import { dayInDutch, dayTyped, isDay } from '../foundation/day.ts'
import { gemeenteTyped } from '../foundation/gemeente.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  COURSE_FORMS,
  formWords,
  LANGUAGES,
  LEVELS,
  languageWords,
  levelWords,
  PROFESSIONS,
  professionWords,
} from './course.ts'
import type { GivenOffering } from './import.row.ts'
import { placeWords } from './offering.ts'
import { placeTyped } from './place.ts'
import { STRENGTHS, strengthWords } from './teaching.ts'

/** Lower case, without accents and signs: "In-company" and "in company" are one. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** What a word of a list is called in a form, by the word people read and by its own name. */
function wordList<Value extends string>(
  values: readonly Value[],
  words: Record<Value, string>,
  others: Record<string, Value> = {},
): { find(text: string): Value | undefined; said: string } {
  const by = new Map<string, Value>([
    ...values.flatMap((value): [string, Value][] => [
      [plain(value), value],
      [plain(words[value]), value],
    ]),
    ...Object.entries(others),
  ])
  return { find: (text) => by.get(plain(text)), said: values.map((value) => `“${words[value]}”`).join(', ') }
}

export const formList = wordList(COURSE_FORMS, formWords, {
  klassikaal: 'on site',
  fysiek: 'on site',
  locatie: 'on site',
  live: 'on site',
  webinar: 'online',
  hybride: 'blended',
  gemengd: 'blended',
  'blended learning': 'blended',
  werkplek: 'workplace',
  'op de werkplek': 'workplace',
  'e learning': 'self-paced',
  elearning: 'self-paced',
  zelfstudie: 'self-paced',
})
export const levelList = wordList(LEVELS, levelWords, { geen: 'none', iedereen: 'none', 'hbo plus': 'post-hbo' })
export const languageList = wordList(LANGUAGES, languageWords, { 'nl nl': 'nl', 'en gb': 'en', 'en us': 'en' })
export const professionList = wordList(PROFESSIONS, professionWords)
export const strengthList = wordList(STRENGTHS, strengthWords, {
  kennis: 'introduction',
  introductie: 'introduction',
  verdieping: 'deepening',
  oefening: 'practice',
})

const YES = ['ja', 'j', 'x', '1', 'true', 'waar', 'yes', 'y', 'v']
const NO = ['', 'nee', 'n', '0', 'false', 'onwaar', 'no']

/** "ja", '' for no, or undefined when it is neither. */
export function yesTyped(text: string): 'ja' | '' | undefined {
  const said = plain(text)
  if (YES.includes(said)) return 'ja'
  return NO.includes(said) ? '' : undefined
}

const DAY_MS = 86_400_000
/** Spreadsheets count days from here; 1900 was no leap year, whatever they say. */
const FIRST_DAY = Date.UTC(1899, 11, 30)

/** A day as a cell holds it: a text, or the number a spreadsheet shows as a day. */
export function dayInCell(text: string): string {
  const typed = text.replace(
    /^(ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)[ .,]+/i,
    '',
  )
  if (/^\d{5}(\.\d+)?$/.test(typed))
    return new Date(FIRST_DAY + Math.floor(Number(typed)) * DAY_MS).toISOString().slice(0, 10)
  const bare = typed.replace(/[ T]00:00(:00)?(\.0+)?(Z)?$/, '')
  // What is no day is told as it was typed.
  return dayTyped(bare) ?? text
}

/** A time as a cell holds it: "9.30 uur", "09:30:00", or the part of a day that a spreadsheet shows as a time. */
export function timeInCell(text: string): string {
  if (/^0?\.\d+$/.test(text)) {
    const minutes = Math.round(Number(text) * 24 * 60)
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  }
  const bare = text.replace(/\s*(uur|u|h)\.?$/i, '').replace(/^(\d{1,2}[:.]\d{2}):\d{2}$/, '$1')
  if (/^\d{1,2}$/.test(bare)) return `${bare}:00`
  return /^\d{1,2}[:.]\d{2}$/.test(bare) ? bare : text
}

const known = new Map<string, string>()
/** A file names some hundreds of places; what strangers type may not fill the memory. */
const MOST_KNOWN = 5_000

/** The gemeente of a place as a form takes it; the text itself when nobody knows where that is. */
export function gemeenteInCell(text: string): string {
  const before = known.get(text)
  if (before !== undefined) return before
  const located = gemeenteTyped(text) ? undefined : placeTyped(text)
  const found = gemeenteTyped(text)?.code ?? (located?.is === 'place' ? located.place.gemeente : text)
  if (known.size < MOST_KNOWN) known.set(text, found)
  return found
}

/** The text of a field, '' when it said nothing. */
export const textOf = (fields: Typed, field: string): string => {
  const value = fields[field]
  return typeof value === 'string' ? value : ''
}

/** What a date is called in a report: "9-2-2027 in Assen". */
export function offeringTitle({ days, gemeente, online }: GivenOffering): string {
  const [first = ''] = days
  const day = isDay(first) ? dayInDutch(first) : first
  const place = placeWords({ gemeente: gemeente ?? '', online: online ?? false })
  return gemeente || online ? `${day}, ${place}` : day
}
