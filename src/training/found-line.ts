import type { CourseRow } from './agenda.ts'
import { type DateAsk, NO_DISTANCE } from './date-ask.ts'
import { kmToOffering } from './finding.ts'
import { firstLine, lineWords } from './first-line.ts'

/** "ongeveer 12 km"; '' where there is nothing to travel, or not from anywhere; within the gemeente its name says enough. */
export function distanceWords(km: number): string {
  if (km >= NO_DISTANCE || km < 1) return ''
  return `ongeveer ${Math.round(km)} km`
}

/**
 * The first line of a course in a list: from the dates that fit what was asked, with how far the nearest of those is. A
 * course that fits without a date shows the dates it has.
 */
export function foundLine({ course, ahead }: CourseRow, ask: DateAsk, today: string): string {
  const fits = ahead.filter((offering) => !Number.isNaN(kmToOffering(offering, ask)))
  const line = firstLine(course, fits.length > 0 ? fits : ahead, today)
  if (ask.reach === undefined || fits.length === 0) return lineWords(line)
  const far = distanceWords(Math.min(...fits.map((offering) => kmToOffering(offering, ask))))
  return lineWords(far === '' ? line : { ...line, where: `${line.where}, ${far}` })
}
