import { inTransaction } from '../foundation/db/index.ts'
import { refuse, refuseTo } from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { utterances } from '../thread/index.ts'
import { saveAnswers } from './ballot.store.ts'
import { type Objection, objectionWords } from './ballot.ts'
import { panellistOf } from './panel.store.ts'
import type { Held } from './panel.ts'
import { keepReason, ownReasons } from './reason.store.ts'
import type { Round } from './round.ts'
import type { Answer } from './score.ts'

/** Why an answer is not kept, as an answer; `entrance` is where they came in and see how things stand. @throws Refusal always */
export function notKept(why: Objection, entrance: string): never {
  if (why === 'not yours') refuse(404, objectionWords['not yours'])
  return refuseTo(why === 'unknown statement' ? 400 : 409, objectionWords[why], {
    href: entrance,
    label: 'Kijk hoe het nu staat',
  })
}

/** One answer about one statement, with why. */
export interface Cast {
  round: Round
  held: Held
  statement: string
  answer: Answer
  reason: string
  /** There was a reason on the page before: an empty one takes it back. */
  reasoned: boolean
  /** Where someone goes on who hears no. */
  entrance: string
}

/**
 * Keeps one answer, and the reason beside it: alone on a phone, at a table or in the room.
 * @throws Refusal when the round is closed, or the answer is not this person's to give
 */
export async function castVote(
  c: PeopleContext,
  { round, held, statement, answer, reason, reasoned, entrance }: Cast,
): Promise<void> {
  const cast = { round, held, given: [{ statement, answer }], at: c.var.now }
  const saved =
    reason === '' && !reasoned
      ? await saveAnswers(c.var.db, cast)
      : await inTransaction(c.var.db, async (tx) => {
          const kept = await saveAnswers(tx, cast)
          const panellist = await panellistOf(tx, held)
          const place = (await ownReasons(tx, round.id, held)).get(statement)
          const text = place && (await utterances(tx, [place])).get(place)?.text
          if (kept.is === 'saved' && panellist)
            await keepReason(tx, {
              ...{ round: round.id, statement, role: panellist.role, held, answer },
              ...{ words: reason, before: text ?? undefined, at: c.var.now },
            })
          return kept
        })
  if (saved.is === 'refused') notKept(saved.why, entrance)
}
