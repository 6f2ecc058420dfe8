/** Something a person kept for later, as it reads now. */
export interface Saved {
  item: string
  href: string
  title: string
  /** What it is: "kenmerk", "praktijk". */
  text: string
  /** "verzonnen voorbeeld", for what is fictional. */
  badge?: string
}

/** So many things one can still find again; more is a heap, and a way to fill our disk. */
export const MOST_SAVED = 200

export function mayKeepMore(kept: number): boolean {
  return kept < MOST_SAVED
}
