import type { RatingCount } from './rating.ts'
import type { Teaching } from './teaching.ts'

/** A standard a course teaches, as its page shows it. */
export interface Taught extends Pick<Teaching, 'standard' | 'strength'> {
  title: string
  href: string
  isConfirmed: boolean
  /** What learners said, from ten answers on. */
  figure: RatingCount | undefined
}
