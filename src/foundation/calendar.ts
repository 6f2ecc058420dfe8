import { onDutchClock } from './day.ts'

/** When something is: moments, or whole days of which the last one counts. */
export type CalendarSpan = { from: Date; to: Date } | { firstDay: string; dayAfter: string }

/** One entry of a calendar. */
export interface CalendarEntry {
  /** Never changes, whatever else does. */
  uid: string
  /** Goes up with each change. */
  version: number
  changedAt: Date
  span: CalendarSpan
  title: string
  place: string
  words: string
  url: string
  categories: readonly string[]
  cancelled?: boolean
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

const entryLines = (entry: CalendarEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `SEQUENCE:${entry.version}`,
  `DTSTAMP:${utc(entry.changedAt)}`,
  `LAST-MODIFIED:${utc(entry.changedAt)}`,
  ...spanLines(entry.span),
  `SUMMARY:${escaped(entry.title)}`,
  ...(entry.place === '' ? [] : [`LOCATION:${escaped(entry.place)}`]),
  `DESCRIPTION:${escaped(entry.words)}`,
  `URL:${entry.url}`,
  `CATEGORIES:${entry.categories.map(escaped).join(',')}`,
  `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

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
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('')
}
