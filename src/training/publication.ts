import { dutchDay, inDutch } from '../foundation/clock.ts'
import type { Course } from './course.ts'
import { workingDaysLater } from './working-day.ts'

/** Working days within which an editor looks at a first publication; after that the course is live all the same. */
export const LOOK_WITHIN = 2

/** What providers offer, and an editor sees the first time. */
export type Offered = 'course' | 'module'

/** What became of a request to publish. */
export type RequestOutcome = 'good' | 'asked'

/** The newest request of a course or material to be published, and what an editor said. */
export interface PublicationRequest {
  id: string
  requestedAt: Date
  dueAt: Date
  outcome: RequestOutcome | null
  /** What the editor asks. */
  words: string
}

/** Where a course stands, or material. */
export type CourseState = 'draft' | 'waiting' | 'asked' | 'live' | 'archived'

export const stateWords: Record<CourseState, string> = {
  draft: 'concept',
  waiting: 'wordt bekeken',
  asked: 'wij hebben een vraag',
  live: 'staat op de site',
  archived: 'in het archief',
}

/** In an address. */
export const stateSlugs: Record<CourseState, string> = {
  ...{ draft: 'concept', asked: 'vraag', waiting: 'wordt-bekeken', live: 'op-de-site', archived: 'archief' },
}

/** As it heads a list. */
export const stateTitle = (state: CourseState): string =>
  stateWords[state].charAt(0).toUpperCase() + stateWords[state].slice(1)

/** The state of a course, or of material. */
export function courseState(
  course: Pick<Course, 'liveSince'>,
  archived: boolean,
  request: Pick<PublicationRequest, 'outcome'> | undefined,
): CourseState {
  if (archived) return 'archived'
  if (course.liveSince !== null) return 'live'
  if (request?.outcome === 'asked') return 'asked'
  return request && request.outcome === null ? 'waiting' : 'draft'
}

/** When a course goes live unseen: after two whole working days, at the end of the Dutch day. */
export function dueAt(requestedAt: Date): Date {
  const next = workingDaysLater(dutchDay(requestedAt), LOOK_WITHIN)
  // Midnight in the Netherlands is 22 or 23 hours UTC of the same day; the first quarter of an hour that is the next day.
  const evening = new Date(`${next}T22:00:00Z`)
  return dutchDay(evening) === next ? new Date(`${next}T23:00:00Z`) : evening
}

/** "2 december 2026": the day at whose end that is. */
export const dueWords = (due: Date): string => inDutch(new Date(due.getTime() - 1))

/** Said to an editor who decides about what waits no more. */
export const WAITS_NO_MORE =
  'Hier valt niets meer te beslissen: een collega was je voor, of de opleider legde het in het archief. Ververs de pagina en kijk hoe het staat.'

/** Why a course cannot be asked to go on the site yet, as sentences; empty when it can. */
export function lacking(
  course: Pick<Course, 'anyTime' | 'inCompany'>,
  has: { dates: boolean; standards: boolean },
): string[] {
  return [
    ...(has.standards ? [] : ['Zeg eerst welke kenmerken de training leert en hoe sterk.']),
    ...(has.dates || course.anyTime || course.inCompany
      ? []
      : [
          'Zet er eerst een datum bij. Of zeg dat je op elk moment kunt beginnen, of dat het ook bij een team op het werk kan.',
        ]),
  ]
}
