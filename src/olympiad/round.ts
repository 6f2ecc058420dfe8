/**
 * Who can see who chose what. *confidential*: nobody, and someone's own earlier answer only behind their own link.
 * *open*: everyone who takes part. *secret*: nobody ever, also not the person; one answer, no change; one last round only.
 */
export type Mode = 'confidential' | 'open' | 'secret'

/** What a round is for: bringing sentences up, or weighing them. */
export type RoundKind = 'proposing' | 'weighing'

/** Rounds are 0 (proposing) and at most four of weighing. */
export const MOST_ROUNDS = 4

/** One time that everyone proposes or answers. */
export interface Round {
  id: string
  /** Number for the lock that a vote and a closing share. */
  no: number
  olympiad: string
  number: number
  kind: RoundKind
  mode: Mode
  /** Of its plan: one more with every change. */
  version: number
  opensAt: Date
  /** With every extension in it. */
  closesAt: Date
  openedAt: Date | null
  closedAt: Date | null
}

/** A statement as it is voted on in a round: this text, whatever becomes of it later. */
export interface Sentence {
  statement: string
  version: number
  position: number
  plain: string
  example: string
  exampleItem: string | null
  professional: string
  /** Its place on the thread, and as which revision it stands there. */
  item: string | null
  revision: string | null
}

/** Where a round stands, from what happened to it. */
export type RoundState = 'planned' | 'open' | 'overdue' | 'closed'

/** Time alone closes nothing: past its hour a round waits for the closing that counts it, and takes no more answers. */
export function roundState(round: Pick<Round, 'openedAt' | 'closedAt' | 'closesAt'>, now: Date): RoundState {
  if (round.closedAt !== null) return 'closed'
  if (round.openedAt === null) return 'planned'
  return now.getTime() < round.closesAt.getTime() ? 'open' : 'overdue'
}
