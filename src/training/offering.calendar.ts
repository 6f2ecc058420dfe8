import { appointmentFile, type CalendarEntry, type CalendarSpan } from '../foundation/calendar.ts'
import { daysLater, fromDutchClock } from '../foundation/day.ts'
import { type Course, courseUrl, priceWords } from './course.ts'
import { type Offering, placeWords, seatsWords } from './offering.ts'
import type { OpenDate } from './open.store.ts'

/** What one day of an offering is called everywhere, so that an agenda that has it twice shows it once. */
export const dayUid = ({ id }: Pick<Offering, 'id'>, turn: number, host: string): string => `${id}-${turn + 1}@${host}`

/** Begin and end of one day; as a whole day when no times are known, or the clock skips them. */
function spanOf(day: string, { startsAt, endsAt }: Pick<Offering, 'startsAt' | 'endsAt'>): CalendarSpan {
  const from = startsAt === null ? undefined : fromDutchClock(day, startsAt)
  const to = endsAt === null ? undefined : fromDutchClock(day, endsAt)
  return from && to && to > from ? { from, to } : { firstDay: day, dayAfter: daysLater(day, 1) }
}

/**
 * An offering as an agenda takes it: one entry per day one is there. The version goes up with each change, so that a newer
 * file takes the place of an older one.
 */
export function offeringCalendar(
  offering: Offering,
  course: Pick<Course, 'title' | 'priceCents' | 'fictional'>,
  { provider, url, host, at }: { provider: string; url: string; host: string; at: Date },
): string {
  const many = offering.days.length
  const days = offering.days.map((day, turn) => ({
    uid: dayUid(offering, turn, host),
    version: offering.version,
    span: spanOf(day, offering),
    title: many === 1 ? course.title : `${course.title} (dag ${turn + 1} van ${many})`,
    place: [offering.venue, placeWords(offering)].filter((part) => part !== '').join(', '),
    words: [
      ...(course.fictional ? ['Verzonnen voorbeeld: deze training bestaat niet echt.'] : []),
      `${provider} · ${priceWords(course.priceCents)}`,
      'Je bent hiermee nog niet aangemeld.',
      url,
    ].join('\n'),
    url,
    cancelled: offering.cancelledAt !== null,
    tentative: true,
  }))
  return appointmentFile({ product: 'Scholing', at }, days)
}

/** Dates as an overview to follow: one entry per day one is there. */
export function calendarEntries(dates: readonly OpenDate[], { baseUrl }: { baseUrl: string }): CalendarEntry[] {
  const host = new URL(baseUrl).hostname
  return dates.flatMap((date) =>
    date.days.map((day, turn) => ({
      uid: dayUid(date, turn, host),
      version: date.version,
      changedAt: date.updatedAt,
      span: spanOf(day, date),
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
