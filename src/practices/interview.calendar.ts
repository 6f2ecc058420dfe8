import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { endOf, type Interview } from './interview.ts'

/**
 * A talk as an agenda takes it. Moments stand in UTC, so every agenda shows them on its own clock; the number that goes
 * up with each change tells it which file is the newest, also for a cancelled talk.
 */
export function interviewCalendar(
  interview: Interview,
  { practice, host, at }: { practice: string; host: string; at: Date },
): string {
  const cancelled = interview.cancelledAt !== null
  const calendar = ical({
    prodId: { company: 'Verankerd', product: 'Gesprekken', language: 'NL' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${interview.id}@${host}`,
    sequence: interview.sequence,
    stamp: at,
    start: interview.startsAt,
    end: endOf(interview),
    summary: `Gesprek over ${practice}`,
    location: interview.place,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return `${calendar.toString()}\r\n`
}
