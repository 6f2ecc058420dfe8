/** A day and an hour as a browser sends them, in Dutch time: "2027-03-01T20:00". */
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** A moment as a field for day and hour shows it. */
export const asTyped = (moment: Date): string => parts.format(moment).replace(' ', 'T')

/** The moment behind a day and hour in Dutch time; undefined for what is none, such as the hour that summer time skips. */
export function readMoment(typed: string): Date | undefined {
  const found = LOCAL.exec(typed)
  if (!found) return undefined
  const asUtc = Date.parse(`${typed}:00Z`)
  if (Number.isNaN(asUtc)) return undefined
  // The Netherlands are one or two hours ahead.
  return [1, 2].map((hours) => new Date(asUtc - hours * 3_600_000)).find((moment) => asTyped(moment) === typed)
}
