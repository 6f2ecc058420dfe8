import type { CalendarEntry } from '../foundation/calendar.ts'
import { GEMEENTEN, gemeentenEver } from '../foundation/gemeente.ts'
import type { PeopleContext } from '../people/index.ts'
import { dayOf } from './agenda.ts'
import { ANY_DAY, type DateAsk } from './date-ask.ts'
import { readFinding } from './finding.form.ts'
import { seek, shelfOf } from './finding.reading.ts'
import { findUrl } from './finding.ts'
import { calendarEntries } from './offering.calendar.ts'
import { openDates } from './open.store.ts'
import { provinceBit } from './province.ts'

/** What reading asks of a handler. */
type Reader = { var: Pick<PeopleContext['var'], 'db' | 'memo' | 'now' | 'config'> }

/** Further ahead than anyone plans. */
const LAST_DAY = '2999-12-31'

/** The gemeenten within reach; null is everywhere. */
function within({ reach, provinces }: DateAsk): string[] | null {
  if (reach === undefined && provinces === 0) return null
  const isNear = (at: number) => reach === undefined || (reach.km[at] ?? Number.POSITIVE_INFINITY) <= reach.radius
  const isThere = (at: number) => provinces === 0 || (provinceBit(at) & provinces) !== 0
  return gemeentenEver(GEMEENTEN.filter((_, at) => isNear(at) && isThere(at)).map(({ code }) => code))
}

/** Dates ahead for a calendar, and the page that shows the same. */
export interface CourseDates {
  entries: CalendarEntry[]
  /** Whether the question narrowed anything. */
  isNarrowed: boolean
  page: string
}

/** The dates of courses that answer to a question of the list of courses, soonest first. */
export async function courseDates(
  c: Reader,
  queries: Record<string, string[]>,
  { fictional, most }: { fictional: boolean; most: number },
): Promise<CourseDates> {
  const shelf = await shelfOf(c)
  const { words } = shelf.courses
  const { finding } = readFinding(queries, shelf.words)
  const { narrowed, ask } = await seek(c, shelf, finding)
  const dates = await openDates(c.var.db, {
    courses: words.numbers(narrowed.rows),
    from: dayOf(ask.from),
    to: ask.to >= ANY_DAY ? LAST_DAY : dayOf(ask.to),
    fictional,
    gemeenten: within(ask),
    online: ask.reach?.online ?? false,
    seats: ask.seats,
    most,
  })
  const page = findUrl({ ...finding, page: 1, order: undefined }, shelf.words)
  return { entries: calendarEntries(dates, c.var.config), isNarrowed: page !== '/scholing', page }
}
