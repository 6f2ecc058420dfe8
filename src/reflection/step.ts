import { randomUUID } from 'node:crypto'
import ical, { ICalEventClass, ICalEventTransparency } from 'ical-generator'
import { after, DAY } from '../foundation/clock.ts'
import type { Choice } from './outcome.ts'

/** The next working day: nobody starts something new on the day of the reflection itself. */
export function nextWorkingDay(now: Date): Date {
  let day = after(new Date(`${dutchDay.format(now)}T00:00:00Z`), DAY)
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day = after(day, DAY)
  return day
}

/** The day it is in the Netherlands, as 2026-11-21: after midnight there it may still be yesterday in UTC. */
const dutchDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/**
 * One step as a calendar entry for a whole day. Colleagues may look into a calendar: the title says nothing, the entry is
 * private and leaves the day free. Its id is new every time, so that it leads nowhere.
 */
export function stepCalendar(choice: Choice, now: Date): string {
  const calendar = ical({ prodId: '//Verankerd//Reflectie//NL' })
  calendar.createEvent({
    id: randomUUID(),
    start: nextWorkingDay(now),
    allDay: true,
    stamp: now,
    summary: 'Deze week proberen',
    description: `${choice.tryThisWeek}\n\nVraag aan een collega: ${choice.askColleague}`,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
  })
  return calendar.toString()
}
