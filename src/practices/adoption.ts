/** "Wij doen dit ook": an organisation says that it uses a practice. */
export interface Adoption {
  id: string
  organisation: string
  /** Code of the gemeente. */
  gemeente: string
  sinceYear: number
  /** What it changed to make it fit; '' when nothing. */
  changed: string
  person: string | null
  fictional: boolean
  saidAt: Date
}

/** "3 organisaties doen dit ook". */
export function adoptionWords(count: number): string {
  if (count === 0) return 'Nog niemand liet weten dat ze dit ook doen'
  return count === 1 ? 'Eén organisatie doet dit ook' : `${count} organisaties doen dit ook`
}
