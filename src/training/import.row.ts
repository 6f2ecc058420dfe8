import type { Typed } from '../foundation/http/index.ts'
import type { CourseText } from './course.ts'
import type { OfferingText } from './offering.ts'
import type { Strength } from './teaching.ts'

/**
 * One row of a catalogue, whatever it came in: what it says of a course and of one of its dates, in the fields of our own
 * forms. A field that is not there said nothing; an empty one said "nothing".
 */
export interface ImportRow {
  /** Where it stood, as whoever made the file finds it back: "regel 12". */
  place: string
  /** The provider's own code of the course. */
  code: string
  course?: Typed
  offering?: Typed
  /** Which standards it teaches and how strongly, as it was written. */
  teaches?: string
}

/** A standard as a file calls it. */
export interface NamedStandard {
  name: string
  strength: Strength
}

/** What a file says of a course: only what it has a place for. */
export type GivenCourse = Partial<CourseText> & { teaches?: NamedStandard[] }
export type GivenOffering = Partial<OfferingText> & Pick<OfferingText, 'days'>

interface Item {
  place: string
  code: string
  /** Why it can't be taken over, as sentences; empty when it can. */
  faults: string[]
}

/** One thing of a catalogue that can be new, changed, the same or refused. */
export type ImportItem =
  | (Item & { kind: 'course'; key: ''; given: GivenCourse })
  | (Item & { kind: 'offering'; key: string; given: GivenOffering })

/** By what a date is known within its course: its code, or else its first day and its place. */
export const offeringKey = ({ code, days, gemeente }: Pick<OfferingText, 'code' | 'days' | 'gemeente'>): string =>
  code === '' ? `${[...days].sort()[0] ?? ''} ${gemeente || 'online'}` : code
