/** "Ik zie dit anders": what an organisation says about a decision, and what we answered. */
export interface Disagreement {
  words: string
  saidAt: Date
  answer: { words: string; answeredAt: Date } | null
}
