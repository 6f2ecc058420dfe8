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

const dayWords = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "1 december 2026" of '2026-12-01'; what is no day stays as it is. */
export const dayInDutch = (day: string): string => (isDay(day) ? dayWords.format(new Date(`${day}T00:00:00Z`)) : day)

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The day `days` days later. */
export function daysLater(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** The same day one year later; 29 February becomes 1 March. */
export function yearLater(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCFullYear(at.getUTCFullYear() + 1)
  return at.toISOString().slice(0, 10)
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
