import { Agenda, type AgendaEntry, type Kept } from './agenda.ts'
import { ANY_DAY, LEFT, ONLINE, SEATS } from './date-ask.ts'
import { gemeenteNumber } from './place.ts'

function datesIn(text: string): Pick<Kept, 'dates' | 'offerings'> {
  if (text === '') return { dates: new Int32Array(), offerings: new Int32Array() }
  const dates = text.split(';').map((one) => {
    const [day, gemeente = '', online, left, no] = one.split(',')
    const flags = (online === '1' ? ONLINE : 0) + (Number(left) > 0 ? SEATS : 0) + (Number(left) + 1) * LEFT
    return { day: Number(day), place: gemeenteNumber(gemeente), flags, no: Number(no) }
  })
  dates.sort((one, other) => one.day - other.day)
  return {
    dates: Int32Array.from(dates.flatMap(({ day, place, flags }) => [day, place, flags])),
    offerings: Int32Array.from(dates, ({ no }) => no),
  }
}

function untilIn(text: string): Map<string, number> {
  if (text === '') return new Map()
  return new Map(
    text.split(';').map((one) => {
      const [register = '', day] = one.split(',')
      return [register, day === '-1' ? ANY_DAY : Number(day)]
    }),
  )
}

/** The dates of all courses while they change; `view` gives them as they are at one moment. */
export class AgendaBook {
  #courses = new Map<number, Kept>()

  put({ no, dates, points, ...facts }: AgendaEntry): void {
    const { form, anyTime, inCompany, priceCents, card } = facts
    const kept = { form, anyTime, inCompany, priceCents, card, ...datesIn(dates), until: untilIn(points) }
    this.#courses.set(no, kept)
  }

  drop(no: number): void {
    this.#courses.delete(no)
  }

  view(): Agenda {
    return new Agenda(this.#courses)
  }
}
