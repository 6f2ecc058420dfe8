import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarEntry } from '../foundation/calendar.ts'
import { daysLater, fromDutchClock } from '../foundation/day.ts'
import { type Course, courseUrl, priceWords } from './course.ts'
import { type Offering, placeWords, seatsWords } from './offering.ts'
import type { OpenDate } from './open.store.ts'

/** What one day of an offering is called everywhere, so that an agenda that has it twice shows it once. */
export const dayUid = ({ id }: Pick<Offering, 'id'>, turn: number, host: string): string => `${id}-${turn + 1}@${host}`

/** An agenda takes whole days in its own time, and the end of one as the day after. */
const wholeDay = (day: string) => ({
  start: new Date(`${day}T00:00:00Z`),
  end: new Date(`${daysLater(day, 1)}T00:00:00Z`),
  allDay: true,
})

/** Begin and end of one day; as a whole day when no times are known, or the clock skips them. */
function spanOf(day: string, { startsAt, endsAt }: Pick<Offering, 'startsAt' | 'endsAt'>) {
  const start = startsAt === null ? undefined : fromDutchClock(day, startsAt)
  const end = endsAt === null ? undefined : fromDutchClock(day, endsAt)
  return start && end && end > start ? { start, end } : wholeDay(day)
}

/**
 * An offering as an agenda takes it: one entry per day one is there. Moments stand in UTC, so every agenda shows them on
 * its own clock; the version goes up with each change, so that a newer file takes the place of an older one.
 */
export function offeringCalendar(
  offering: Offering,
  course: Pick<Course, 'title' | 'priceCents' | 'fictional'>,
  { provider, url, host, at }: { provider: string; url: string; host: string; at: Date },
): string {
  const isCancelled = offering.cancelledAt !== null
  const calendar = ical({
    prodId: { company: 'Verankerd', product: 'Scholing', language: 'NL' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  const many = offering.days.length
  for (const [turn, day] of offering.days.entries())
    calendar.createEvent({
      id: dayUid(offering, turn, host),
      sequence: offering.version,
      stamp: at,
      ...spanOf(day, offering),
      summary: many === 1 ? course.title : `${course.title} (dag ${turn + 1} van ${many})`,
      location: [offering.venue, placeWords(offering)].filter((part) => part !== '').join(', '),
      description: [
        ...(course.fictional ? ['Verzonnen voorbeeld: deze training bestaat niet echt.'] : []),
        `${provider} · ${priceWords(course.priceCents)}`,
        'Je bent hiermee nog niet aangemeld.',
        url,
      ].join('\n'),
      url,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.TENTATIVE,
      transparency: ICalEventTransparency.OPAQUE,
    })
  return `${calendar.toString()}\r\n`
}

/** Dates as an overview to follow: one entry per day one is there. */
export function calendarEntries(dates: readonly OpenDate[], { baseUrl }: { baseUrl: string }): CalendarEntry[] {
  const host = new URL(baseUrl).hostname
  return dates.flatMap((date) =>
    date.days.map((day, turn) => ({
      uid: dayUid(date, turn, host),
      version: date.version,
      changedAt: date.updatedAt,
      span: overviewSpan(day, date),
      title:
        date.days.length === 1 ? date.courseTitle : `${date.courseTitle} (dag ${turn + 1} van ${date.days.length})`,
      place: [date.venue, placeWords(date)].filter((part) => part !== '').join(', '),
      words: [
        ...(date.fictional ? ['Verzonnen voorbeeld: deze training bestaat niet echt.'] : []),
        [date.providerName, priceWords(date.priceCents), seatsWords(date)].filter((part) => part !== '').join(' · '),
        baseUrl + courseUrl({ slug: date.courseSlug }),
      ].join('\n'),
      url: baseUrl + courseUrl({ slug: date.courseSlug }),
      categories: ['Scholing', ...(date.fictional ? ['voorbeeld'] : [])],
    })),
  )
}

function overviewSpan(day: string, times: Pick<Offering, 'startsAt' | 'endsAt'>): CalendarEntry['span'] {
  const span = spanOf(day, times)
  return 'allDay' in span ? { firstDay: day, dayAfter: daysLater(day, 1) } : { from: span.start, to: span.end }
}
