import { onDutchClock } from './day.ts'

/** When something is: moments, or whole days of which the last one counts. */
export type CalendarSpan = { from: Date; to: Date } | { firstDay: string; dayAfter: string }

/** What someone puts into their own agenda. */
export interface Appointment {
  /** Never changes, whatever else does. */
  uid: string
  /** Goes up with each change. */
  version: number
  span: CalendarSpan
  title: string
  place: string
  words?: string
  url?: string
  cancelled?: boolean
  /** Nobody said yet that they come. */
  tentative?: boolean
  /** Whoever looks into the agenda of another may not read it. */
  isPrivate?: boolean
  /** The time stays free. */
  isFree?: boolean
}

/** One entry of a calendar to follow. */
export interface CalendarEntry extends Appointment {
  changedAt: Date
  words: string
  url: string
  categories: readonly string[]
}

/** The address by which an agenda on a phone or computer offers to follow a calendar, and not to read it once. */
export const followUrl = (url: string): string => url.replace(/^https?:/, 'webcal:')

const ZONE = 'Europe/Amsterdam'

/** Dutch time since 1996: summer from the last Sunday of March to that of October. */
const DUTCH_TIME = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')

/** Octets on one line (RFC 5545 3.1). */
const LINE = 75

/** A line that is too long goes on behind a space; a character is never cut in two. */
function folded(line: string): string {
  let lines = ''
  let size = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (size + octets > LINE) {
      lines += '\r\n '
      size = 1
    }
    lines += character
    size += octets
  }
  return `${lines}\r\n`
}

const plainDay = (day: string): string => day.replaceAll('-', '')

function onClock(at: Date): string {
  const [day, time] = onDutchClock(at)
  return `${plainDay(day)}T${time.replace(':', '')}00`
}

const utc = (at: Date): string => at.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')

const spanLines = (span: CalendarSpan): string[] =>
  'from' in span
    ? [`DTSTART;TZID=${ZONE}:${onClock(span.from)}`, `DTEND;TZID=${ZONE}:${onClock(span.to)}`]
    : [`DTSTART;VALUE=DATE:${plainDay(span.firstDay)}`, `DTEND;VALUE=DATE:${plainDay(span.dayAfter)}`]

function statusOf({ cancelled, tentative }: Appointment): string {
  if (cancelled) return 'CANCELLED'
  return tentative ? 'TENTATIVE' : 'CONFIRMED'
}

const entryLines = (entry: Appointment, stamp: Date, more: readonly string[] = []): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `SEQUENCE:${entry.version}`,
  `DTSTAMP:${utc(stamp)}`,
  ...spanLines(entry.span),
  `SUMMARY:${escaped(entry.title)}`,
  ...(entry.place === '' ? [] : [`LOCATION:${escaped(entry.place)}`]),
  ...(entry.words === undefined ? [] : [`DESCRIPTION:${escaped(entry.words)}`]),
  ...(entry.url === undefined ? [] : [`URL:${entry.url}`]),
  `STATUS:${statusOf(entry)}`,
  ...(entry.isPrivate ? ['CLASS:PRIVATE'] : []),
  `TRANSP:${entry.isFree ? 'TRANSPARENT' : 'OPAQUE'}`,
  ...more,
  'END:VEVENT',
]

const overviewLines = (entry: CalendarEntry): string[] =>
  entryLines({ ...entry, isFree: true }, entry.changedAt, [
    `LAST-MODIFIED:${utc(entry.changedAt)}`,
    `CATEGORIES:${entry.categories.map(escaped).join(',')}`,
  ])

/**
 * Appointments as a file to take once (RFC 5545), made at a moment. Times stand on the Dutch clock here too. A newer file
 * takes the place of an older one by its version; one that is called off takes the appointment away.
 */
export function appointmentFile(
  { product, at }: { product: string; at: Date },
  appointments: readonly Appointment[],
): string {
  const cancelled = appointments.length > 0 && appointments.every((one) => one.cancelled)
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Verankerd//${product}//NL`,
    'CALSCALE:GREGORIAN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    ...DUTCH_TIME,
    ...appointments.flatMap((one) => entryLines(one, at)),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('')
}

/**
 * A calendar to subscribe to (RFC 5545). Times stand on the Dutch clock, so an evening stays that evening when the clock
 * changes; nothing in it makes anyone busy, for it is an overview and no appointment.
 */
export function calendarOf(
  head: { title: string; description: string; url: string },
  entries: readonly CalendarEntry[],
): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Verankerd//Agenda//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(head.title)}`,
    `X-WR-CALNAME:${escaped(head.title)}`,
    `DESCRIPTION:${escaped(head.description)}`,
    `SOURCE;VALUE=URI:${head.url}`,
    `X-WR-TIMEZONE:${ZONE}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...DUTCH_TIME,
    ...entries.flatMap(overviewLines),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('')
}
