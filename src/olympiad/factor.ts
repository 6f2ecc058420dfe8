/** What several marks have in common: what makes that it works. */
export interface Factor {
  id: string
  group: string
  name: string
  explanation: string
  /** Its place on the thread, once put there. */
  item: string | null
  version: number
  at: Date
  /** How it ended, when it did. */
  ending: Ending | null
}

/** How a factor or statement went. */
export interface Ending {
  kind: 'merged' | 'split' | 'dropped'
  reason: string
  at: Date
}

const ENDED: Record<Ending['kind'], string> = {
  merged: 'samengevoegd',
  split: 'gesplitst',
  dropped: 'losgelaten',
}

export const endingWord = ({ kind }: Pick<Ending, 'kind'>): string => ENDED[kind]

export type FactorWords = Pick<Factor, 'name' | 'explanation'>

/** Where a factor stands on the public page of its group. */
export const factorAnchor = ({ id }: Pick<Factor, 'id'>): string => `succesfactor-${id.slice(0, 8)}`

/** A split leaves something on both sides. */
export const splitsWell = (marks: readonly string[], chosen: readonly string[]): boolean => {
  const there = new Set(chosen.filter((one) => marks.includes(one)))
  return there.size > 0 && there.size < marks.length
}
