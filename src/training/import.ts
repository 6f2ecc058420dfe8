import { after, DAY } from '../foundation/clock.ts'
import { inThousands } from '../foundation/number.ts'

/** What an item of a catalogue means for what stands here. */
export const OUTCOMES = ['refused', 'new', 'changed', 'gone', 'same'] as const

export type Outcome = (typeof OUTCOMES)[number]

export const outcomeWords: Record<Outcome, string> = {
  refused: 'kunnen we niet lezen',
  new: 'nieuw',
  changed: 'verandert',
  gone: 'staat er niet meer in',
  same: 'blijft zoals het is',
}

/** How many there are of each. */
export type Counts = Record<Outcome, number>

/** A catalogue on its way in, with everything that was said and done about it. */
export interface Import {
  id: string
  provider: string
  /** The address it was read from; null for a file. */
  address: string | null
  name: string
  begunAt: Date
  begunBy: string | null
  /** Of an address: when its bytes lay here. */
  fetchedAt: Date | null
  readAt: Date | null
  /** Why it could not be read any further, as a sentence; '' when it was. */
  fault: string
  /** What was left unread without being wrong, as sentences. */
  remarks: string[]
  /** Null until everything was laid beside what stands here. */
  counts: Counts | null
  acceptedAt: Date | null
  acceptedBy: string | null
  endsGone: boolean
  setAt: Date | null
  undoingAt: Date | null
  undoneBy: string | null
  undoneAt: Date | null
  /** Of an undoing: what somebody changed since, and so stays. */
  kept: number
}

/** Where an import stands. */
export type ImportState =
  | 'fetching'
  | 'reading'
  | 'failed'
  | 'comparing'
  | 'reported'
  | 'setting'
  | 'set'
  | 'undoing'
  | 'undone'

export const importWords: Record<ImportState, string> = {
  fetching: 'wordt opgehaald',
  reading: 'wordt gelezen',
  failed: 'niet te lezen',
  comparing: 'wordt vergeleken',
  reported: 'verslag staat klaar',
  setting: 'wordt in je aanbod gezet',
  set: 'staat in je aanbod',
  undoing: 'wordt teruggedraaid',
  undone: 'teruggedraaid',
}

/** The state of an import, out of what was noted of it. A fault half way leaves what was read before it to report. */
export function importState(one: Import): ImportState {
  if (one.undoneAt) return 'undone'
  if (one.undoingAt) return 'undoing'
  if (one.setAt) return 'set'
  if (one.acceptedAt) return 'setting'
  if (one.counts) return one.fault !== '' && total(one.counts) === 0 ? 'failed' : 'reported'
  if (one.readAt) return 'comparing'
  return one.address !== null && one.fetchedAt === null ? 'fetching' : 'reading'
}

/** Whether work goes on by itself. */
export const isBusy = (state: ImportState): boolean =>
  ['fetching', 'reading', 'comparing', 'setting', 'undoing'].includes(state)

const total = (counts: Counts): number => Object.values(counts).reduce((sum, one) => sum + one, 0)

/** Whether there is anything to put in place. */
export const hasWork = (counts: Counts, endsGone = true): boolean =>
  counts.new + counts.changed + (endsGone ? counts.gone : 0) > 0

/** The page of an import, for the people of its provider. */
export const importUrl = ({ id }: Pick<Import, 'id'>): string => `/scholing/aanbieder/aanleveringen/${id}`

/** How long the rows of an import are kept, in days: as long it can be undone. */
export const KEPT_DAYS = 90

/** Whether its rows are gone or may go any moment, so that nothing can be decided about it any more. */
export const isOld = (one: Pick<Import, 'begunAt'>, now: Date): boolean => one.begunAt < after(now, -KEPT_DAYS * DAY)

/**
 * How often fetching or reading a catalogue is begun. Mostly once; a server that stops, or a machine that ends the reader for its
 * memory, makes it more. After that the provider hears that it does not work.
 */
export const MOST_TRIES = 5

/** Imports of one provider that go on at one time: more than anybody means. */
export const MOST_BUSY = 5

/** "3 nieuw, 2 veranderen": what an import does, in one line. */
export function countsWords({ refused, new: fresh, changed, gone, same }: Counts): string {
  const parts = [
    [fresh, 'nieuw'],
    [changed, changed === 1 ? 'verandert' : 'veranderen'],
    [same, 'gelijk gebleven'],
    [refused, 'niet te lezen'],
    [gone, 'niet meer in het bestand'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${inThousands(count)} ${word}`)
  return said.length === 0 ? 'niets' : said.join(', ')
}

/** One item as its report shows it. */
export interface ReportRow {
  no: number
  kind: 'course' | 'offering'
  place: string
  code: string
  title: string
  outcome: Outcome
  words: string[]
  /** What stands here of it: a course or a date. */
  target: string | null
}
