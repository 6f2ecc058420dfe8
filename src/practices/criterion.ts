/** What a practice is judged by: one of the criteria of a call. */
export interface Criterion {
  id: string
  slug: string
  position: number
  name: string
  /** Has to be met, or counts among others. */
  weight: 'must' | 'counts'
  /** One that an adviser checks first, before anyone reads. */
  hard: boolean
  explanation: string
  example: string
  evidence: string
}

/** How a criterion is met. */
export const VERDICTS = ['meets', 'partly', 'fails'] as const

export type Verdict = (typeof VERDICTS)[number]

const VERDICT_WORDS: Record<Verdict, string> = {
  meets: 'voldoet',
  partly: 'voldoet deels',
  fails: 'voldoet niet',
}

/** The words of a verdict on screen. */
export const verdictWord = (verdict: Verdict): string => VERDICT_WORDS[verdict]

/** "moet" or "weegt mee". */
export const weightWord = (weight: Criterion['weight']): string => (weight === 'must' ? 'moet' : 'weegt mee')
