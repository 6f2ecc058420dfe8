import type { CalendarEntry } from '../foundation/calendar.ts'
import { dutchDay } from '../foundation/clock.ts'
import { daysLater } from '../foundation/day.ts'
import type { Db } from '../foundation/db/index.ts'
import { olympiads } from './olympiad.store.ts'
import { programmeOf } from './programme.store.ts'
import { programmeUrl, spanOf } from './programme.ts'

/** The days of announced Olympiades that are still to come, for a calendar that anyone may follow. */
export async function olympiadDays(
  db: Db,
  { now, baseUrl, fictional }: { now: Date; baseUrl: string; fictional: boolean },
): Promise<CalendarEntry[]> {
  const today = dutchDay(now)
  const ahead = (await olympiads(db)).filter(
    (one) => one.item !== null && one.endsOn >= today && (fictional || !one.fictional),
  )
  const host = new URL(baseUrl).hostname
  return Promise.all(
    ahead.map(async (one) => {
      const span = spanOf(await programmeOf(db, one.id))
      const url = baseUrl + programmeUrl(one)
      return {
        // The same as in the mail to whoever signed up, so that an agenda that has it twice shows it once.
        uid: `${one.id}@${host}`,
        version: one.version,
        changedAt: now,
        span: span
          ? { from: span.startsAt, to: span.endsAt }
          : { firstDay: one.startsOn, dayAfter: daysLater(one.endsOn, 1) },
        title: one.title,
        place: one.place,
        words: [...(one.fictional ? ['Verzonnen voorbeeld.'] : []), one.question, url].join('\n'),
        url,
        categories: ['Olympiade', ...(one.fictional ? ['voorbeeld'] : [])],
      }
    }),
  )
}
