import type { PeopleContext } from '../people/index.ts'
import { readCharter } from './charter.store.ts'
import type { Charter } from './charter.ts'
import type { Olympiad } from './olympiad.ts'
import { roundsOf, sentencesOf } from './round.store.ts'
import type { Round, Sentence } from './round.ts'
import { roundState } from './round.ts'

/** What is the same for everyone who takes part: the rounds, the rules of the game, and the sentences of the open round. */
export interface Ground {
  rounds: Round[]
  charter: Charter | undefined
  /** The round that was opened last and not closed yet, also past its hour. */
  open: Round | undefined
  sentences: Sentence[]
}

/**
 * Read once per version of the content, for everyone at once: every opening, extension and closing makes a new one.
 * Whether a vote counts is asked again when it is kept.
 */
export function groundOf(c: PeopleContext, olympiad: Pick<Olympiad, 'id'>): Promise<Ground> {
  return c.var.memo(`olympiad ground ${olympiad.id}`, async () => {
    const { db } = c.var
    const rounds = await roundsOf(db, olympiad.id)
    const open = rounds.find(({ openedAt, closedAt }) => openedAt !== null && closedAt === null)
    const charter = await readCharter(db, olympiad.id)
    return { rounds, charter, open, sentences: open ? await sentencesOf(db, open.id) : [] }
  })
}

/** The round in which someone can answer now. */
export const votable = ({ open }: Ground, now: Date): Round | undefined =>
  open && roundState(open, now) === 'open' ? open : undefined
