/** Steps by which a factor or statement came to be. */
export const STEPS = ['clustered', 'stated', 'reworded', 'merged', 'split', 'proposed', 'noted'] as const

export type Step = (typeof STEPS)[number]

const WORDS: Record<Step, string> = {
  clustered: 'bij elkaar gelegd',
  stated: 'er een zin van gemaakt',
  reworded: 'anders gezegd',
  merged: 'samengevoegd',
  split: 'gesplitst',
  proposed: 'voorgesteld',
  noted: 'aan een tafel genoteerd',
}

export const stepWord = (step: Step): string => WORDS[step]

/** One step, with the reason someone gave for it. `from` and `to` are marks, factors, statements, proposals or notes. */
export interface LineageStep {
  step: Step
  from: string
  to: string
  reason: string
  at: Date
}

/** Everything a thing came from, one step at a time, nearest first; nothing twice, also when lines meet again. */
export function pathBack(to: string, steps: readonly LineageStep[]): LineageStep[] {
  const seen = new Set<string>([to])
  const found: LineageStep[] = []
  let here = [to]
  while (here.length > 0) {
    const nearer = steps.filter((step) => here.includes(step.to) && !found.includes(step))
    found.push(...nearer)
    here = [...new Set(nearer.map(({ from }) => from))].filter((from) => !seen.has(from))
    for (const from of here) seen.add(from)
  }
  return found
}
