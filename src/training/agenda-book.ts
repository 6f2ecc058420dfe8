import { Agenda } from './agenda.ts'
import { changedColumns, type Kept, noColumns } from './agenda-columns.ts'
import { REGISTERS } from './course.ts'
import { ANY_DAY, type CourseFacts, LEFT, ONLINE, SEATS } from './date-ask.ts'
import { gemeenteNumber } from './place.ts'

/** A course as it goes into the agenda. */
export interface AgendaEntry extends CourseFacts {
  no: number
  /** Null: on request. */
  priceCents: number | null
  /** CardParts as JSON. */
  card: string
  /** Per date "20800,GM0106,0,5,812": day, gemeente, online, places left (-1 when nobody told), number; divided by semicolons. */
  dates: string
  /** Per register "skj,20800": until which day its points hold (-1 when the register set no end); the same. */
  points: string
}

/** What stands in a text, a part for each piece between semicolons. */
const partsOf = (text: string): string[] => (text === '' ? [] : text.split(';'))

function datesIn(text: string): Pick<Kept, 'dates' | 'offerings'> {
  const dates = partsOf(text).map((one) => {
    const [day, gemeente = '', online, left, no] = one.split(',')
    const flags = (online === '1' ? ONLINE : 0) + (Number(left) > 0 ? SEATS : 0) + (Number(left) + 1) * LEFT
    return { day: Number(day), place: gemeenteNumber(gemeente), flags, no: Number(no) }
  })
  dates.sort((one, other) => one.day - other.day)
  return { dates: dates.flatMap(({ day, place, flags }) => [day, place, flags]), offerings: dates.map(({ no }) => no) }
}

function untilIn(text: string): number[] {
  const days = new Map(
    partsOf(text).map((one) => {
      const [register = '', day] = one.split(',')
      return [register, day === '-1' ? ANY_DAY : Number(day)]
    }),
  )
  return REGISTERS.map((register) => days.get(register) ?? -1)
}

/** Of all the ways in which courses can be alike there are a few dozen. */
const known = new Map<string, CourseFacts>()

function factsOf({ form, anyTime, inCompany }: CourseFacts): CourseFacts {
  const key = `${form} ${anyTime} ${inCompany}`
  const facts = known.get(key) ?? { form, anyTime, inCompany }
  known.set(key, facts)
  return facts
}

/** Changes at most before they are written into the columns: as objects courses take four times as much. */
const MOST_CHANGES = 2_000

/** The dates of all courses while they change; `view` gives them as they are at one moment. */
export class AgendaBook {
  #columns = noColumns()
  #changes = new Map<number, Kept | undefined>()

  put(entry: AgendaEntry): void {
    const { no, dates, points, card, priceCents } = entry
    const price = priceCents ?? Number.POSITIVE_INFINITY
    this.#change(no, { no, facts: factsOf(entry), price, card, until: untilIn(points), ...datesIn(dates) })
  }

  drop(no: number): void {
    this.#change(no, undefined)
  }

  #change(no: number, now: Kept | undefined): void {
    this.#changes.set(no, now)
    if (this.#changes.size > MOST_CHANGES) this.#write()
  }

  #write(): void {
    if (this.#changes.size === 0) return
    this.#columns = changedColumns(this.#columns, this.#changes)
    this.#changes.clear()
  }

  view(): Agenda {
    this.#write()
    return new Agenda(this.#columns)
  }
}
