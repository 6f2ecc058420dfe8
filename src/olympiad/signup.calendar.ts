import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Olympiad } from './olympiad.ts'

/**
 * The day as an agenda takes it, with the hours of the programme, or as whole days while there is none. Nothing of
 * whoever comes stands in it: agendas are shared.
 */
export function dayCalendar(
  olympiad: Pick<Olympiad, 'id' | 'title' | 'place' | 'startsOn' | 'endsOn'>,
  span: { startsAt: Date; endsAt: Date } | undefined,
  { url, host, at }: { url: string; host: string; at: Date },
): string {
  const calendar = ical({
    prodId: { company: 'Verankerd', product: 'Olympiade', language: 'NL' },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${olympiad.id}@${host}`,
    stamp: at,
    ...(span
      ? { start: span.startsAt, end: span.endsAt }
      : { start: new Date(`${olympiad.startsOn}T00:00:00Z`), end: dayAfter(olympiad.endsOn), allDay: true }),
    summary: olympiad.title,
    location: olympiad.place,
    url,
    status: ICalEventStatus.CONFIRMED,
  })
  return `${calendar.toString()}\r\n`
}

/** An agenda takes the end of a whole day as the day after. */
const dayAfter = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600_000)
