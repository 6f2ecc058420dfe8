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
  /** Olympiades that did not get to it, oldest first, each with its reason. */
  deferrals: { title: string; words: string; at: Date }[]
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
export function changeSentence(
  proposal: Pick<ChangeProposal, 'words' | 'agenda' | 'outcome'> & Partial<Pick<ChangeProposal, 'deferrals'>>,
): string {
  const { agenda, outcome, deferrals = [] } = proposal
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
      return deferrals.length > 0
        ? `${deferrals.at(-1)?.title} schoof dit door. Het komt op de agenda van de Olympiade daarna.`
        : 'Er is nu geen Olympiade in voorbereiding. Zodra er een is, komt dit daar op de agenda.'
  }
}

const counted = (many: number, one: string, more: string): string => (many === 1 ? one : `${many} ${more}`)

/** What an agenda says about one standard, for everyone: how many proposals and what became of them, never their words. */
export function agendaSentence(proposals: readonly Pick<ChangeProposal, 'words' | 'agenda' | 'outcome'>[]): string {
  const standing = proposals.filter((one) => changeState(one) !== 'withdrawn')
  const became = standing.filter(({ outcome }) => outcome?.is === 'became a statement').length
  const declined = standing.filter(({ outcome }) => outcome?.is === 'declined').length
  const parts = [
    ...(became > 0 ? [counted(became, 'Van één kwam een zin.', 'werden een zin.')] : []),
    ...(declined > 0
      ? [counted(declined, 'Bij één bleef de tekst zoals hij is.', 'keer bleef de tekst zoals hij is.')]
      : []),
  ]
  return [`${counted(standing.length, 'Eén voorstel', 'voorstellen')}.`, ...parts].join(' ')
}

const PURPOSE = 'change proposal'

/** What is kept of the code with which someone without an account follows a proposal; undefined for what can't be one. */
export function followHash(typed: string): string | undefined {
  const code = readCode(typed)
  return code === undefined ? undefined : hashOfCode(PURPOSE, code)
}
