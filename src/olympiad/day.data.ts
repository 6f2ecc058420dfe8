import type { Olympiad } from './olympiad.ts'
import { endOfPart, type ProgrammePart, programmeUrl, spanOf } from './programme.ts'

/** The day of an Olympiade as schema.org describes an event: with the hours of its programme, or as whole days before. */
export function dayData(
  olympiad: Pick<Olympiad, 'slug' | 'title' | 'question' | 'place' | 'startsOn' | 'endsOn' | 'fictional'>,
  parts: readonly ProgrammePart[],
  baseUrl: string,
): object {
  const span = spanOf(parts)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: olympiad.title,
    description: olympiad.question,
    url: baseUrl + programmeUrl(olympiad),
    inLanguage: 'nl',
    startDate: span ? span.startsAt.toISOString() : olympiad.startsOn,
    endDate: span ? span.endsAt.toISOString() : olympiad.endsOn,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    ...(olympiad.place === '' ? {} : { location: { '@type': 'Place', name: olympiad.place, address: olympiad.place } }),
    organizer: { '@type': 'Organization', name: 'Verankerd', url: baseUrl },
    isAccessibleForFree: true,
    subEvent: parts.map((part) => ({
      '@type': 'Event',
      name: part.title,
      startDate: part.startsAt.toISOString(),
      endDate: endOfPart(part).toISOString(),
    })),
    ...(olympiad.fictional ? { voorbeeld: true } : {}),
  }
}
