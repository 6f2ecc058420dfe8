import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { keepUtterance } from '../thread/index.ts'
import { beforeClosing } from './ballot.store.ts'
import type { Held } from './panel.ts'
import type { Round } from './round.ts'

// The same questions as for a vote: the round is open, and the key is of this Olympiade.
const add = statement<{ id: string }>(
  'olympiad.proposal.add',
  `insert into olympiad.proposal (round, role, utterance, pseudonym)
   select r.id, p.role, $4, n.pseudonym
   from olympiad.round r join olympiad.round_opening o on o.round = r.id
   join olympiad.panellist p on p.olympiad = r.olympiad and p.key_hash = $2 and p.joined_at is not null and p.left_at is null
   join olympiad.pseudonym n on n.holder = $3 and n.olympiad = r.olympiad
   where r.id = $1 and r.kind = 'proposing'
     and not exists (select from olympiad.round_closing c where c.round = r.id)
     and (select count(*) from olympiad.proposal mine where mine.round = r.id and mine.pseudonym = n.pseudonym) < $5
   returning id`,
)

/** More sentences from one person push out those of others. */
export const MOST_PROPOSALS = 10

/** Keeps a sentence someone proposes. False when the round is closed, or they proposed enough. */
export async function propose(
  db: Db,
  { round, held, words, at }: { round: Pick<Round, 'id' | 'no'>; held: Held; words: string; at: Date },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await beforeClosing(tx, round.no)
    const { id } = await keepUtterance(tx, { text: words, at })
    return (await add(tx, round.id, held.panellist, held.pseudonym, id, MOST_PROPOSALS)).length > 0
  })
}

const own = statement<{ utterance: string; outcome: string | null }>(
  'olympiad.proposal.own',
  `select p.utterance, m.outcome from olympiad.pseudonym n
   join olympiad.proposal p on p.round = $1 and p.pseudonym = n.pseudonym
   left join olympiad.moderation m on m.subject = p.id
   where n.holder = $2 order by p.id`,
)

/** What someone proposed themselves, and what the chair said of it. */
export const ownProposals = (
  db: Db,
  round: string,
  held: Pick<Held, 'pseudonym'>,
): Promise<{ utterance: string; outcome: string | null }[]> => own(db, round, held.pseudonym)

const passedOnes = statement<{ id: string; role: string; utterance: string; statement: string | null }>(
  'olympiad.proposal.passed',
  `select p.id, p.role, p.utterance, p.statement from olympiad.proposal p
   join olympiad.round r on r.id = p.round join olympiad.moderation m on m.subject = p.id and m.outcome = 'passed'
   where r.olympiad = $1 order by p.id`,
)

/** What people proposed and the chair let through, and which statement it became. */
export const passedProposals = (
  db: Db,
  olympiad: string,
): Promise<{ id: string; role: string; utterance: string; statement: string | null }[]> => passedOnes(db, olympiad)

const became = statement<{ id: string }>(
  'olympiad.proposal.became',
  'update olympiad.proposal set statement = $2 where id = $1 and statement is null returning id',
)

/** Notes which statement a proposal became. False when it was one already. */
export const proposalBecame = async (db: Db, id: string, into: string): Promise<boolean> =>
  (await became(db, id, into)).length > 0
