import { randomUUID } from 'node:crypto'
import { appointmentFile } from '../foundation/calendar.ts'
import { dutchDay } from '../foundation/clock.ts'
import { daysLater } from '../foundation/day.ts'
import type { Choice } from './outcome.ts'

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** The next working day: nobody starts something new on the day of the reflection itself. */
export function nextWorkingDay(now: Date): string {
  let day = daysLater(dutchDay(now), 1)
  while (isWeekend(day)) day = daysLater(day, 1)
  return day
}

/**
 * One step as a calendar entry for a whole day. Colleagues may look into a calendar: the title says nothing, the entry is
 * private and leaves the day free. Its id is new every time, so that it leads nowhere.
 */
export function stepCalendar(choice: Choice, now: Date): string {
  const day = nextWorkingDay(now)
  const step = {
    uid: randomUUID(),
    version: 0,
    span: { firstDay: day, dayAfter: daysLater(day, 1) },
    title: 'Deze week proberen',
    place: '',
    words: `${choice.tryThisWeek}\n\nVraag aan een collega: ${choice.askColleague}`,
    isPrivate: true,
    isFree: true,
  }
  return appointmentFile({ product: 'Reflectie', at: now }, [step])
}
