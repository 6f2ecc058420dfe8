import { dayInDutch } from '../foundation/day.ts'
import { gemeenteByCode } from '../foundation/gemeente.ts'

/** A course on its days (uitvoering). */
export interface Offering {
  no: number
  id: string
  course: string
  /** The provider's own code; '' when it has none. */
  code: string
  /** Every day one is there, in order; the first is `startsOn`, the last `endsOn`. */
  days: string[]
  startsOn: string
  endsOn: string
  /** '09:30', or null when only the day is known. */
  startsAt: string | null
  endsAt: string | null
  online: boolean
  /** Building and street, as the provider writes it. */
  venue: string
  /** Code of the gemeente; '' when it is online only. */
  gemeente: string
  seats: number | null
  /** Null: unknown. */
  seatsLeft: number | null
  enrolUrl: string
  version: number
  cancelledAt: Date | null
  updatedAt: Date
}

/** A date as far as a first line says it. */
export type DateAhead = Pick<Offering, 'startsOn' | 'gemeente' | 'online' | 'seatsLeft'>

/** What a provider says of an offering. */
export type OfferingText = Omit<
  Offering,
  'no' | 'id' | 'course' | 'startsOn' | 'endsOn' | 'version' | 'cancelledAt' | 'updatedAt'
>

/** Whether one can still go: not cancelled, and its first day is not over. */
export const isAhead = (offering: Pick<Offering, 'startsOn' | 'cancelledAt'>, today: string): boolean =>
  offering.cancelledAt === null && offering.startsOn >= today

/** The name of the place as people say it: "Assen", "Den Haag", or "online". */
export function placeWords({ gemeente, online }: Pick<Offering, 'gemeente' | 'online'>): string {
  const found = gemeenteByCode(gemeente)
  const place = found ? (found.aliases[0] ?? found.name) : gemeente
  if (place === '') return 'online'
  return online ? `${place} of online` : place
}

/** "9 november 2026", "9 november 2026, 4 dagen tot en met 30 november 2026". */
export function daysWords({ days, startsOn, endsOn }: Pick<Offering, 'days' | 'startsOn' | 'endsOn'>): string {
  if (startsOn === endsOn) return dayInDutch(startsOn)
  return `${dayInDutch(startsOn)}, ${days.length} dagen tot en met ${dayInDutch(endsOn)}`
}

/** "9.30 tot 16.30 uur"; '' when no time is known. */
export function timesWords({ startsAt, endsAt }: Pick<Offering, 'startsAt' | 'endsAt'>): string {
  const clock = (at: string) => at.slice(0, 5).replace(/^0/, '').replace(':', '.')
  if (startsAt === null) return ''
  return endsAt === null ? `vanaf ${clock(startsAt)} uur` : `${clock(startsAt)} tot ${clock(endsAt)} uur`
}

/** "nog 4 plaatsen", "vol"; '' when nobody told. */
export function seatsWords({ seatsLeft }: Pick<Offering, 'seatsLeft'>): string {
  if (seatsLeft === null) return ''
  if (seatsLeft === 0) return 'vol'
  return seatsLeft === 1 ? 'nog één plaats' : `nog ${seatsLeft} plaatsen`
}

/** An offering in one line, for a list of changes: days, times, place and places. */
export function offeringWords(text: OfferingText): string {
  const days = text.days.map(dayInDutch).join(' en ')
  const seats = text.seats === null ? '' : `${text.seats} plaatsen`
  return [days, timesWords(text), placeWords(text), text.venue, seats, seatsWords(text), text.enrolUrl]
    .filter((part) => part !== '')
    .join(', ')
}
