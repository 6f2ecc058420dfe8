import { eq } from 'drizzle-orm'
import type { Logger } from 'pino'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { eachRow } from '../foundation/jobs/index.ts'
import { sha256 } from '../foundation/seal.ts'
import { beforeClosing } from './ballot.store.ts'
import {
  type AlikeRow,
  alike,
  bursts,
  FEWEST_ALIKE,
  type Flag,
  type Found,
  mayRemove,
  type Pace,
  renewed,
  type SignUps,
  type Stretch,
  signUpBursts,
} from './flag.ts'
import { appendLog } from './log.store.ts'
import { flag, removal } from './olympiad.tables.ts'
import type { Held } from './panel.ts'
import type { Removal, TakenOut } from './removal.ts'
import { readRoundById } from './round.store.ts'
import type { Round } from './round.ts'

// Forms are compared as long as they lie under pseudonyms; what stands on them never leaves the database.
const alikeRows = statement<AlikeRow & Record<string, unknown>>(
  'olympiad.flag.alike',
  `with forms as (
     select b.pseudonym, min(b.role) as role, count(*)::int as sentences, count(distinct coalesce(b.score, 0))::int as different,
       string_agg(s.position || ':' || coalesce(b.score, 0), ',' order by s.position, s.statement) as pattern
     from olympiad.ballot b join olympiad.round_statement s on s.round = b.round and s.statement = b.statement
     where b.round = $1 group by b.pseudonym
   )
   select role, array_agg(pseudonym::text) as pseudonyms, min(sentences) as sentences, min(different) as different
   from forms group by role, pattern having count(*) >= $2`,
)
const paces = statement<Pace & Record<string, unknown>>(
  'olympiad.flag.paces',
  'select at, sum(ballots)::int as ballots from olympiad.pace where round = $1 group by at order by at',
)
const stretches = statement<{ from: Date; until: Date | null }>(
  'olympiad.flag.live',
  'select started_at as "from", ended_at as "until" from olympiad.live_session where round = $1',
)
// A batch: those of one group who were invited by one press of a button.
const signUps = statement<SignUps & Record<string, unknown>>(
  'olympiad.flag.signUps',
  `select p.role, date_trunc('minute', p.joined_at) as at, count(*)::int as codes
   from olympiad.panellist p join olympiad.round_opening o on o.round = $2 and p.joined_at >= o.opened_at
   where p.olympiad = $1 and p.channel in ('mail', 'paper') group by p.role, p.invited_at, date_trunc('minute', p.joined_at)`,
)

/** Looks at a round as it stands, and keeps nothing. A secret round has no forms to compare. */
export async function findFlags(db: Db, { id, olympiad, mode }: Round, now: Date): Promise<Found[]> {
  if (mode === 'secret') return []
  const live: Stretch[] = (await stretches(db, id)).map(({ from, until }) => ({ from, until: until ?? now }))
  return [
    ...alike(await alikeRows(db, id, FEWEST_ALIKE)),
    ...bursts(await paces(db, id), live),
    ...signUpBursts(await signUps(db, olympiad, id), live),
  ]
}

const ofRound = statement<Flag & Record<string, unknown>>(
  'olympiad.flag.ofRound',
  `select f.id, f.kind, f.role, f.pseudonyms::text[] as pseudonyms, f.forms, f.around, x.reason, x.removed_at as "removedAt"
   from olympiad.flag f left join olympiad.removal x on x.flag = f.id where f.round = $1
   order by f.forms desc, f.id`,
)

/** Every flag of a round, with what its chair decided. */
export const flagsOf: (db: Db, round: string) => Promise<Flag[]> = ofRound

// Looking again and taking out wait for each other: a flag is not kept twice, and none goes while it is decided upon.
const hold = statement('olympiad.flag.hold', 'select from olympiad.round where id = $1 for no key update')

/** Looks at a round again and keeps what is found: what is gone goes, what was acted upon stays. Gives how many stand. */
export async function raiseFlags(db: Db, round: Round, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    await beforeClosing(tx, round.no)
    await hold(tx, round.id)
    const asked = await readRoundById(tx, round.id)
    if (asked === undefined || asked.closedAt !== null) return 0
    const flags = await flagsOf(tx, round.id)
    const { gone, fresh } = renewed(flags, await findFlags(tx, asked, now))
    for (const { id } of gone) await tx.delete(flag).where(eq(flag.id, id))
    for (const { kind, role, pseudonyms, forms, around } of fresh)
      await tx
        .insert(flag)
        .values({ round: round.id, kind, role, pseudonyms: [...pseudonyms], forms, around, raisedAt: now })
    return flags.length - gone.length + fresh.length
  })
}

/** What came of asking to take forms out. */
export type Removed = 'removed' | 'closed' | 'not there' | 'removed before'

/**
 * Decides that the forms of a flag are taken out at the closing, by the rule published beforehand. Only before the verdicts
 * are there; it can't be undone.
 */
export async function removeFlagged(
  db: Db,
  round: Round,
  { id, reason }: { id: string; reason: string },
  { by, at }: { by: string; at: Date },
): Promise<Removed> {
  return inTransaction(db, async (tx) => {
    await beforeClosing(tx, round.no)
    await hold(tx, round.id)
    const asked = await readRoundById(tx, round.id)
    if (asked === undefined || asked.closedAt !== null) return 'closed'
    const one = (await flagsOf(tx, round.id)).find((other) => other.id === id)
    if (one === undefined || !mayRemove(one)) return 'not there'
    const made = await tx
      .insert(removal)
      .values({ flag: id, reason, removedBy: by, removedAt: at })
      .onConflictDoNothing()
      .returning({ flag: removal.flag })
    if (made.length === 0) return 'removed before'
    // The words stand with the verdicts; here what they were, so that they can't be changed unseen.
    const body = { kind: one.kind, group: one.role, forms: one.forms, reason: sha256(reason) }
    const object = `ronde ${round.number}`
    await appendLog(tx, { olympiad: round.olympiad, action: 'ballots removed', object, actor: by, body, at })
    return 'removed'
  })
}

const removals = statement<Removal & Record<string, unknown>>(
  'olympiad.removal.ofRound',
  `select f.id as flag, f.role, f.pseudonyms::text[] as pseudonyms
   from olympiad.removal x join olympiad.flag f on f.id = x.flag
   where f.round = $1 and f.role is not null order by x.removed_at, f.id`,
)

/** What was decided to take out of a round, in the order in which it was decided. */
export const removalsIn: (db: Db, round: string) => Promise<Removal[]> = removals

/** Forms that were taken out of a closed round, as everyone may read it. */
export interface TakenOutTold extends TakenOut {
  reason: string
  removedAt: Date
}

const told = statement<TakenOutTold & Record<string, unknown>>(
  'olympiad.removal.told',
  `select t.flag, t.role, t.forms, x.reason, x.removed_at as "removedAt"
   from olympiad.round_closing c,
     jsonb_to_recordset(coalesce(c.figures->'takenOut', '[]')) as t (flag uuid, role text, forms integer)
   join olympiad.removal x on x.flag = t.flag where c.round = $1 order by x.removed_at, t.flag`,
)

/** What was taken out of a closed round, with why. */
export const takenOutOf: (db: Db, round: string) => Promise<TakenOutTold[]> = told

const openRounds = statement<{ id: string }>(
  'olympiad.flag.openRounds',
  `select o.round as id from olympiad.round_opening o
   where not exists (select from olympiad.round_closing c where c.round = o.round)`,
)

/** Every hour: looks at every round that is open. */
export async function watchRounds(db: Db, now: Date, log: Logger): Promise<void> {
  await eachRow({ log, what: 'watch a round', name: ({ id }) => id }, await openRounds(db), async ({ id }) => {
    const round = await readRoundById(db, id)
    if (round?.kind === 'weighing') await raiseFlags(db, round, now)
  })
}

const settle = statement(
  'olympiad.flag.settle',
  'update olympiad.flag set pseudonyms = $2::uuid[], forms = $3 where id = $1',
)

/** At the closing: which forms went in the end, so that whoever filled one in can be told. */
export async function settleFlags(tx: Db, takenOut: readonly (TakenOut & { pseudonyms: string[] })[]): Promise<void> {
  for (const { flag: id, pseudonyms, forms } of takenOut) await settle(tx, id, pseudonyms, forms)
}

const own = statement<{ gone: boolean }>(
  'olympiad.removal.own',
  `select exists (select from olympiad.pseudonym n join olympiad.flag f on f.round = $1 and n.pseudonym = any (f.pseudonyms)
     join olympiad.removal x on x.flag = f.id
     join olympiad.round_closing c on c.round = f.round and c.figures->'takenOut' @> jsonb_build_array(jsonb_build_object('flag', f.id))
     where n.holder = $2) as gone`,
)

/** Whether someone's own form was taken out of a closed round, for whoever holds the key. */
export async function ownTakenOut(db: Db, round: string, held: Pick<Held, 'pseudonym'>): Promise<boolean> {
  return (await own(db, round, held.pseudonym))[0]?.gone ?? false
}
