import { after, MINUTE } from '../foundation/clock.ts'
import { type Practice, practiceDeskUrl } from './practice.ts'

/** A talk with people of a practice. */
export interface Interview {
  id: string
  practice: string
  startsAt: Date
  minutes: number
  place: string
  /** Goes up with every change, so that an agenda knows which is the newest. */
  sequence: number
  cancelledAt: Date | null
}

/** How long notes of a talk stay after the publication they served, in months. Source: issue 3, point 4. */
export const NOTES_KEPT_MONTHS = 6

/** When a talk ends. */
export const endOf = (interview: Pick<Interview, 'startsAt' | 'minutes'>): Date =>
  after(interview.startsAt, interview.minutes * MINUTE)

/** The moment before which a publication makes the notes that served it go. */
export const notesKeptSince = (now: Date): Date => monthsBefore(now, NOTES_KEPT_MONTHS)

/** In months: how long the notes of a talk stay that no publication followed. */
const UNPUBLISHED_KEPT_MONTHS = 24

/** The moment before which a talk lies that led to nothing, and whose notes go. */
export const unpublishedKeptSince = (now: Date): Date => monthsBefore(now, UNPUBLISHED_KEPT_MONTHS)

function monthsBefore(now: Date, months: number): Date {
  const since = new Date(now)
  since.setUTCMonth(since.getUTCMonth() - months)
  // 31 August minus six months is not 3 March.
  if (since.getUTCDate() !== now.getUTCDate()) since.setUTCDate(0)
  return since
}

/** Whether a talk's day and place still can change. */
export const isPlanned = (interview: Pick<Interview, 'cancelledAt'>): boolean => interview.cancelledAt === null

type Place = Pick<Practice, 'slug'>

/** The desk's page of talks about a practice. */
export const interviewsUrl = (practice: Place): string => `${practiceDeskUrl(practice)}/gesprekken`

/** The desk's page of one talk. */
export const interviewUrl = (practice: Place, id: string): string => `${interviewsUrl(practice)}/${id}`

/** The desk's page of quotes of a practice. */
export const quotesUrl = (practice: Place): string => `${practiceDeskUrl(practice)}/citaten`

/** Where the desk sends what it knows of the people in a practice. */
export const speakersUrl = (practice: Place): string => `${practiceDeskUrl(practice)}/gesprekspartners`
