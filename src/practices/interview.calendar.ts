import { appointmentFile } from '../foundation/calendar.ts'
import { endOf, type Interview } from './interview.ts'

/** A talk as an agenda takes it; the number that goes up with each change tells which file is the newest. */
export function interviewCalendar(
  interview: Interview,
  { practice, host, at }: { practice: string; host: string; at: Date },
): string {
  const talk = {
    uid: `${interview.id}@${host}`,
    version: interview.sequence,
    span: { from: interview.startsAt, to: endOf(interview) },
    title: `Gesprek over ${practice}`,
    place: interview.place,
    cancelled: interview.cancelledAt !== null,
  }
  return appointmentFile({ product: 'Gesprekken', at }, [talk])
}
