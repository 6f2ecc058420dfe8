import { daysLater } from '../foundation/day.ts'
import type { CourseContent } from './content.form.ts'
import type { OfferingText } from './offering.ts'
import { isWorkingDay } from './working-day.ts'

/** Who of the cast stands behind the fictional providers. */
export interface TrainingCast {
  /** Looks at first publications. */
  editor: string
  /** Organisations of the cast that offer training, by the slug of the provider. The others get one of their own. */
  organisations: Record<string, string>
}

/** The day, or the first working day after it. */
export const toWorkingDay = (day: string): string => (isWorkingDay(day) ? day : toWorkingDay(daysLater(day, 1)))

/** The offerings of a fictional course, counted from today. */
export function trialOfferings({ slug, offerings }: CourseContent, today: string): OfferingText[] {
  return offerings.map(({ inDays, days, gap, at, online, gemeente, venue, seats, left }, index) => {
    const [startsAt = null, endsAt = null] = at.split('-')
    return {
      code: `${slug}-${index + 1}`,
      days: Array.from({ length: days }, (_, turn) => toWorkingDay(daysLater(today, inDays + turn * gap))),
      startsAt,
      endsAt,
      online,
      venue,
      gemeente,
      seats,
      seatsLeft: left,
      enrolUrl: '',
    }
  })
}

/** Days to the first of the days that lie ahead when a round is over: whole rounds of four weeks later. */
export function laterRound(days: string[], today: string): string[] {
  const [first = today] = days
  const rounds = Math.max(1, Math.ceil((Date.parse(today) - Date.parse(first)) / (28 * 86_400_000)) + 1)
  return days.map((day) => toWorkingDay(daysLater(day, rounds * 28)))
}
