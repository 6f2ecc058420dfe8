import { yearLater } from '../foundation/day.ts'

/** The yearly invitation to send in practices. Days are 'YYYY-MM-DD', in Dutch time. */
export interface Call {
  id: string
  slug: string
  year: number
  title: string
  intro: string
  contact: string
  opensOn: string
  closesOn: string
  /** The edition of the criteria by which we judge. */
  criteria: string
  /** The dated list of fields someone chooses from. */
  vocabulary: string
  source: string
  fictional: boolean
  /** Its place on the thread, once published. */
  item: string | null
  version: number
  publishedAt: Date | null
}

/** Where a call stands today. */
export type CallState = 'draft' | 'coming' | 'open' | 'closed'

/** The state of a call on a day. */
export function callState(call: Pick<Call, 'opensOn' | 'closesOn' | 'publishedAt'>, today: string): CallState {
  if (call.publishedAt === null) return 'draft'
  if (today < call.opensOn) return 'coming'
  return today <= call.closesOn ? 'open' : 'closed'
}

/** Whether something that began on this day has run a full year on the closing day. Source: the call of 2009. */
export const ranAYear = (startedOn: string, closesOn: string): boolean => yearLater(startedOn) <= closesOn

/** Whole months from one day until another; 0 when it has not begun. */
export function monthsBetween(from: string, until: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [year = 0, month = 0, day = 0] = until.split('-').map(Number)
  return Math.max(0, (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0))
}

/** The page of a call. */
export const callUrl = (call: Pick<Call, 'slug'>): string => `/oproepen/${call.slug}`
