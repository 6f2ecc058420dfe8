/** Whoever does something, and when; null: the clock, or someone who erased their account. */
export interface Hand {
  by: string | null
  at: Date
}
