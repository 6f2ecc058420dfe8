import { Agenda, type AgendaEntry, type Kept } from './agenda.ts'
import { REGISTERS } from './course.ts'
import { ANY_DAY, LEFT, ONLINE, SEATS } from './date-ask.ts'
import { gemeenteNumber } from './place.ts'

/** What stands in a text, a part for each piece between semicolons. */
const partsOf = (text: string): string[] => (text === '' ? [] : text.split(';'))

function datesIn(text: string): number[] {
  const dates = partsOf(text).map((one) => {
    const [day, gemeente = '', online, left, no] = one.split(',')
    const flags = (online === '1' ? ONLINE : 0) + (Number(left) > 0 ? SEATS : 0) + (Number(left) + 1) * LEFT
    return { day: Number(day), place: gemeenteNumber(gemeente), flags, no: Number(no) }
  })
  dates.sort((one, other) => one.day - other.day)
  return dates.flatMap(({ day, place, flags, no }) => [day, place, flags, no])
}

function untilIn(text: string): Kept['until'] {
  return partsOf(text).flatMap((one) => {
    const [name, day] = one.split(',')
    const register = REGISTERS.find((known) => known === name)
    return register === undefined ? [] : [{ register, day: day === '-1' ? ANY_DAY : Number(day) }]
  })
}

/** The dates of all courses while they change; `view` gives them as they are at one moment. */
export class AgendaBook {
  #courses = new Map<number, Kept>()

  put({ no, dates, points, card, form, anyTime, inCompany, priceCents }: AgendaEntry): void {
    const facts = { form, anyTime, inCompany, priceCents }
    this.#courses.set(no, { facts, card, dates: datesIn(dates), until: untilIn(points) })
  }

  drop(no: number): void {
    this.#courses.delete(no)
  }

  view(): Agenda {
    return new Agenda(this.#courses)
  }
}
