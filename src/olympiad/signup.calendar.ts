import { appointmentFile } from '../foundation/calendar.ts'
import { daysLater } from '../foundation/day.ts'
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
  const day = {
    uid: `${olympiad.id}@${host}`,
    version: 0,
    span: span
      ? { from: span.startsAt, to: span.endsAt }
      : { firstDay: olympiad.startsOn, dayAfter: daysLater(olympiad.endsOn, 1) },
    title: olympiad.title,
    place: olympiad.place,
    url,
  }
  return appointmentFile({ product: 'Olympiade', at }, [day])
}
