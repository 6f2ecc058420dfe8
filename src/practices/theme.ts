/** One of the three questions a call is about. */
export interface Theme {
  id: string
  slug: string
  position: number
  name: string
  explanation: string
  /** The proposal it came from. */
  proposal: string | null
}

/** How many themes a call has. Source: the call of 2009. */
export const THEMES_PER_CALL = 3

/** What became of a proposal. */
export type ThemeOutcome = 'chosen' | 'not chosen'

/** What someone would like a call to be about. */
export interface ThemeProposal {
  id: string
  year: number
  name: string
  reason: string
  /** Who proposed it; null once the account is gone. Never on a page. */
  person: string | null
  proposedAt: Date
  choice: { outcome: ThemeOutcome; reason: string; chosenAt: Date } | null
}
