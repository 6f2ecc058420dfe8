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

/** A standard a provider says a course teaches, as it reads now. */
export type Proposal = Pick<Teaching, 'standard' | 'revision' | 'strength'>

/** "Klopt dit nog?": a standard got a new text since a course said it teaches it. */
export interface Recheck {
  id: string
  course: string
  standard: string
  askedAt: Date
}

/** What ends and what begins when a provider says anew what a course teaches. The same standard, as strongly, stays. */
export function teachingChange(standing: Teaching[], proposals: Proposal[]): { ended: Teaching[]; begun: Proposal[] } {
  const same = (one: Pick<Teaching, 'standard' | 'strength'>, other: Pick<Teaching, 'standard' | 'strength'>) =>
    one.standard === other.standard && one.strength === other.strength
  return {
    ended: standing.filter((one) => !proposals.some((other) => same(one, other))),
    begun: proposals.filter((one) => !standing.some((other) => same(one, other))),
  }
}
