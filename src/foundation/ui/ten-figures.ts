/** How many figures stand in a row and how many of them are filled. */
export interface Figures {
  figures: number
  filled: number
}

/**
 * Ten figures for any number of people, and one figure each when there are ten or fewer. Rounding never hides
 * someone: a row is empty only at zero and full only when everyone is in.
 */
export function tenFigures(filled: number, of: number): Figures {
  if (!(of > 0)) return { figures: 10, filled: 0 }
  const part = Math.min(Math.max(filled, 0), of)
  if (of <= 10 && Number.isInteger(of)) return { figures: of, filled: Math.round(part) }
  const rounded = Math.round((part / of) * 10)
  if (part > 0 && rounded === 0) return { figures: 10, filled: 1 }
  if (part < of && rounded === 10) return { figures: 10, filled: 9 }
  return { figures: 10, filled: rounded }
}
