/** How strongly a course teaches a standard. */
export const STRENGTHS = ['introduction', 'practice', 'deepening'] as const

export type Strength = (typeof STRENGTHS)[number]

export const strengthWords: Record<Strength, string> = {
  introduction: 'kennismaken',
  practice: 'oefenen',
  deepening: 'verdiepen',
}

/** What a course teaches, about one revision of one standard. */
export interface Teaching {
  id: string
  course: string
  /** Item of the standard on the thread. */
  standard: string
  /** The revision of the standard that was meant. */
  revision: string
  strength: Strength
  /** Null: the provider says so, no editor confirmed it yet. */
  confirmedAt: Date | null
}
