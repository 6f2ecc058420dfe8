import { hashOfCode, readCode } from '../foundation/save-code.ts'

/** What someone would change in a published standard, and what became of it. */
export interface ChangeProposal {
  id: string
  standard: string
  revision: string
  /** Null once taken back. */
  words: string | null
  fictional: boolean
  proposedAt: Date
  /** The Olympiade that will talk about it. */
  agenda: { slug: string; title: string } | null
  outcome: ChangeOutcome | null
}

export interface ChangeOutcome {
  is: 'became a statement' | 'declined'
  words: string
  decidedAt: Date
}

/** Where a proposal stands, from what happened to it. */
export type ChangeState = 'waiting' | 'on the agenda' | 'answered' | 'withdrawn'

/** An answer outlives the words it answers: taking words back does not undo what they led to. */
export function changeState({
  words,
  agenda,
  outcome,
}: Pick<ChangeProposal, 'words' | 'agenda' | 'outcome'>): ChangeState {
  if (outcome !== null) return 'answered'
  if (words === null) return 'withdrawn'
  return agenda === null ? 'waiting' : 'on the agenda'
}

/** One sentence that says what is next. */
export function changeSentence(proposal: Pick<ChangeProposal, 'words' | 'agenda' | 'outcome'>): string {
  const { agenda, outcome } = proposal
  switch (changeState(proposal)) {
    case 'answered':
      return outcome?.is === 'declined'
        ? 'De Olympiade liet de tekst zoals hij is.'
        : 'Hier kwam een zin uit. Die gaat mee in de rondes.'
    case 'withdrawn':
      return 'Je nam dit voorstel terug.'
    case 'on the agenda':
      return `Dit staat op de agenda van ${agenda?.title}.`
    case 'waiting':
      return 'Er is nu geen Olympiade in voorbereiding. Zodra er een is, komt dit daar op de agenda.'
  }
}

const PURPOSE = 'change proposal'

/** What is kept of the code with which someone without an account follows a proposal; undefined for what can't be one. */
export function followHash(typed: string): string | undefined {
  const code = readCode(typed)
  return code === undefined ? undefined : hashOfCode(PURPOSE, code)
}
