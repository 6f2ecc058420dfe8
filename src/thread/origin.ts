import { after } from '../foundation/clock.ts'
import { endOfDutchDay, fromDutchClock, isDay } from '../foundation/day.ts'
import { inThousands } from '../foundation/number.ts'
import { type Item, kindWords } from './item.ts'
import type { LinkKind } from './link.ts'

/** Stops shown at first in one direction. */
export const FIRST_STOPS = 50

/** Most stops shown in one direction; the rest is counted. */
export const MOST_STOPS = 500

/** Counting ends with the round that gets here: no page needs to know whether it is twenty thousand or forty. */
export const MOST_COUNTED = 20_000

/** One thing on the rope. */
export interface OriginStop extends Item {
  /** How many links away. */
  depth: number
  /** The text that was meant when the link was made. */
  number: number
  title: string
  summary: string
  note: string
  date: Date
  dated: string | null
  /** Someone's words that were taken back: neither title nor summary is given. */
  withdrawn: boolean
  /** The item one step nearer, and what ties the two. */
  via: { item: string; kind: LinkKind }
}

/** One direction of an origin. */
export interface Direction {
  stops: OriginStop[]
  /** How many there are in all; with `more` there are even more than that. */
  total: number
  more: boolean
}

/** The text an origin starts from. */
export interface OriginStart {
  number: number
  title: string
  summary: string
  note: string
  date: Date
  dated: string | null
  withdrawn: boolean
}

/** Where an item comes from and what was built on it, as it stood at one moment. */
export interface Origin {
  item: Item
  /** The text that was the newest then; undefined when the item did not exist yet. */
  start: OriginStart | undefined
  at: Date
  upstream: Direction
  downstream: Direction
}

/** The words for what is counted but not shown, or undefined when all is shown. */
export function restWords({ stops, total, more }: Direction): string | undefined {
  const rest = total - stops.length
  if (more)
    return `En nog meer dan ${inThousands(rest)} andere. Vanaf ${inThousands(MOST_COUNTED)} tellen we ze niet meer.`
  if (rest <= 0) return undefined
  return rest === 1 ? 'En nog één andere.' : `En nog ${inThousands(rest)} andere.`
}

/** Stops shown unfolded in one direction. */
const FEW = 4

/** One direction as it lies on the page: what people said apart, a few that are near, the rest folded. */
export interface Rope {
  quotes: OriginStop[]
  few: OriginStop[]
  /** As near as the few. */
  others: OriginStop[]
  far: OriginStop[]
}

/** Takes the quotes out of a direction and keeps a few near stops in sight, of as many kinds as there is room for. */
export function ropeOf({ stops }: Direction): Rope {
  const [quotes, things] = parted(stops, ({ kind }) => kind === 'quote')
  const [near, far] = parted(things, ({ depth }) => depth === 1)
  // A fold that hides one stop takes as much room as that stop.
  if (near.length <= FEW + 1) return { quotes, few: near, others: [], far }
  const first = near.filter(({ kind }, index) => near.findIndex((one) => one.kind === kind) === index)
  const chosen = new Set([...first.slice(0, FEW), ...near.filter((one) => !first.includes(one))].slice(0, FEW))
  const [few, others] = parted(near, (one) => chosen.has(one))
  return { quotes, few, others, far }
}

function parted<T>(all: T[], isIn: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isIn), all.filter((one) => !isIn(one))]
}

const listed = new Intl.ListFormat('nl', { type: 'conjunction' })

/** What a fold holds, in words: "Nog 21 trainingen", or "Nog 26: trainingen en praktijken". */
export function foldWords(stops: OriginStop[]): string {
  const words = [...new Set(stops.map(({ kind }) => kindWords(kind)))]
  return `Nog ${stops.length}${words.length > 1 ? ':' : ''} ${listed.format(words)}`
}

/** Before it nothing was written down that an origin could show. */
const FIRST_DAY = '1900-01-01'

/** The last moment of a day in the Netherlands, or undefined when there is no such day. */
export function endOfDay(day: string): Date | undefined {
  const noon = isDay(day) && day >= FIRST_DAY ? fromDutchClock(day, '12:00') : undefined
  return noon && after(endOfDutchDay(noon), -1)
}
