import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import type { ChangeOutcome } from './change-proposal.ts'
import { changeOutcome } from './outcome.tables.ts'

// The first one that still has its weighing before it: what comes in later than that is for the next.
const nextOlympiad = `select o.id from olympiad.olympiad o where o.item is not null and not exists (
    select from olympiad.round r join olympiad.round_opening g on g.round = r.id
    where r.olympiad = o.id and r.kind = 'weighing')
    and not exists (select from olympiad.change_deferral d where d.change_proposal = p.id and d.olympiad = o.id)
  order by o.starts_on, o.id limit 1`
// What an Olympiade left unanswered when it was finished goes along to the next.
const left = `select from olympiad.agenda_item a where a.change_proposal = p.id and (
    exists (select from olympiad.change_outcome x where x.change_proposal = p.id)
    or not exists (select from olympiad.round r join olympiad.round_closing c on c.round = r.id and c.final
      where r.olympiad = a.olympiad))`
const place = statement<{ change_proposal: string }>(
  'olympiad.placeChanges',
  `insert into olympiad.agenda_item (change_proposal, olympiad, placed_at)
   select p.id, next.id, $1 from olympiad.change_proposal p, lateral (${nextOlympiad}) as next
   where not exists (${left})
   on conflict (change_proposal) do update set olympiad = excluded.olympiad, placed_at = excluded.placed_at
   returning change_proposal`,
)

/** Puts everything that waits on the agenda of the next Olympiade; at each proposal, and when an Olympiade is announced. */
export const placeChanges = async (db: Db, at: Date): Promise<number> => (await place(db, at)).length

/** Who answers, why and when. */
interface Hand {
  changeProposal: string
  words: string
  by: string
  at: Date
}

/** Says what became of a proposal, once. False when a colleague was first. */
export async function answerChange(
  db: Db,
  answer: Hand & { outcome: ChangeOutcome['is']; statement: string | null },
): Promise<boolean> {
  const { by, at, ...row } = answer
  return inTransaction(db, async (tx) => {
    const kept = await tx
      .insert(changeOutcome)
      .values({ ...row, decidedBy: by, decidedAt: at })
      .onConflictDoNothing()
      .returning({ id: changeOutcome.changeProposal })
    if (kept.length > 0) await contentChanged(tx)
    return kept.length === 1
  })
}

const defer = statement<{ change_proposal: string }>(
  'olympiad.deferChange',
  `with gone as (
     delete from olympiad.agenda_item a where a.change_proposal = $1 and a.olympiad = $2
       and not exists (select from olympiad.change_outcome x where x.change_proposal = $1)
     returning a.change_proposal
   )
   insert into olympiad.change_deferral (change_proposal, olympiad, words, decided_by, decided_at)
   select change_proposal, $2, $3, $4, $5 from gone returning change_proposal`,
)

/** Leaves a proposal to the next Olympiade, with the reason. False when it was answered or left already. */
export async function deferChange(db: Db, olympiad: string, { changeProposal, words, by, at }: Hand): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if ((await defer(tx, changeProposal, olympiad, words, by, at)).length === 0) return false
    await placeChanges(tx, at)
    await contentChanged(tx)
    return true
  })
}
