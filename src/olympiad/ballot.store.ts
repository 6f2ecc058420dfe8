import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { type Given, lastOfEach, type Objection, type Saved, secretReceiptOf } from './ballot.ts'
import type { Held } from './panel.ts'
import type { Round } from './round.ts'
import type { Score } from './score.ts'

/** Any number: the class of the locks that a vote and a closing share; the second is the number of the round. */
const CLASS = 4013

const share = statement('olympiad.round.share', `select pg_advisory_xact_lock_shared(${CLASS}, $1)`)
const alone = statement('olympiad.round.alone', `select pg_advisory_xact_lock(${CLASS}, $1)`)

/** Holds off a closing until this transaction ends; many may do so at once. */
export async function beforeClosing(tx: Db, no: number): Promise<void> {
  await share(tx, no)
}

/** Waits until nobody votes in this round any more, and lets nobody vote until this transaction ends. */
export async function stopVoting(tx: Db, no: number): Promise<void> {
  await alone(tx, no)
}

/** Those who vote at the same moment count in this many rows, so that they don't wait for each other's commit. */
const LANES = 16
const lane = (): number => Math.floor(Math.random() * LANES)

/** Who may answer what: the round is open, the key is of this Olympiade, and every statement belongs to the round. */
const ALLOWED = `
  open as (
    select r.id, r.olympiad, r.mode from olympiad.round r join olympiad.round_opening o on o.round = r.id
    where r.id = $1 and not exists (select from olympiad.round_closing c where c.round = r.id)
      and $6 < coalesce((select e.closes_at from olympiad.round_extension e where e.round = r.id
        order by e.extended_at desc, e.id limit 1), r.closes_at)
  ), voter as (
    select p.id, p.role, p.name, p.channel, n.pseudonym from olympiad.panellist p
    join olympiad.round r on r.id = $1 and r.olympiad = p.olympiad
    join olympiad.pseudonym n on n.holder = $3 and n.olympiad = p.olympiad
    where p.key_hash = $2 and p.joined_at is not null and p.left_at is null
  ), given as (
    select a.statement, a.score from unnest($4::uuid[], $5::smallint[]) as a (statement, score)
    join olympiad.round_statement s on s.round = $1 and s.statement = a.statement
  )`

const OUTCOME = `(select count(*)::int from open) as open, (select count(*)::int from voter) as voters,
    (select count(*)::int from open, voter where open.mode = 'open' and voter.name is null and voter.channel <> 'paper') as nameless,
    (select count(*)::int from given) as known, (select count(*)::int from saved) as saved`

const PACED = `paced as (
    insert into olympiad.pace as p (round, at, lane, ballots)
    select $1, to_timestamp(floor(extract(epoch from $6::timestamptz) / 10) * 10), $7, 1 from allowed
    on conflict (round, at, lane) do update set ballots = p.ballots + 1
  )`

interface Outcome extends Record<string, unknown> {
  open: number
  voters: number
  nameless: number
  known: number
  saved: number
}

// In an open Olympiade nobody answers without a name, except on paper, where there is none to type over.
// Whoever took part under another key (a link that was lost and made anew) has ballots that nobody can find: they count,
// and this key adds nothing to them.
const save = statement<Outcome>(
  'olympiad.ballot.save',
  `with ${ALLOWED}, allowed as (
     select voter.*, open.mode from open, voter
     where (select count(*) from given) = greatest(cardinality($4::uuid[]), 1) and open.mode <> 'secret'
       and (open.mode <> 'open' or voter.name is not null or voter.channel = 'paper')
       and (not exists (select from olympiad.participation t where t.round = $1 and t.panellist = voter.id)
         or exists (select from olympiad.ballot b where b.round = $1 and b.pseudonym = voter.pseudonym))
   ), saved as (
     insert into olympiad.ballot (round, statement, pseudonym, role, score, panellist)
     select $1, given.statement, allowed.pseudonym, allowed.role, given.score,
       case when allowed.mode = 'open' then allowed.id end
     from allowed, given order by given.statement
     on conflict (round, pseudonym, statement) do update set score = excluded.score
     returning 1
   ), took_part as (
     insert into olympiad.participation (round, panellist) select $1, id from allowed on conflict do nothing
   ), ${PACED}
   select ${OUTCOME}`,
)

// Taking part is the guard: of two at once the second waits for the first, and finds the place taken.
const saveSecret = statement<Outcome>(
  'olympiad.ballot.saveSecret',
  `with ${ALLOWED}, took_part as (
     insert into olympiad.participation (round, panellist)
     select $1, voter.id from open, voter
     where (select count(*) from given) = greatest(cardinality($4::uuid[]), 1) and open.mode = 'secret'
     on conflict do nothing returning panellist
   ), saved as (
     insert into olympiad.secret_ballot (round, statement, role, score)
     select $1, given.statement, voter.role, given.score
     from voter join took_part on took_part.panellist = voter.id, given
     order by random() returning 1
   ), receipted as (
     insert into olympiad.receipt (round, code) select $1, $7 from took_part
   )
   select ${OUTCOME}`,
)

function objectionOf({ open, voters, nameless, known }: Outcome, asked: number): Objection {
  // Looked at first: after the last closing no key opens anything any more.
  if (open === 0) return 'closed'
  if (voters === 0) return 'not yours'
  if (nameless > 0) return 'no name'
  return known < asked || asked === 0 ? 'unknown statement' : 'answered before'
}

/** Whose answers, in which round, and when they came. */
export interface Vote {
  round: Pick<Round, 'id' | 'no'>
  held: Held
  given: readonly Given[]
  at: Date
}

function columnsOf(given: readonly Given[]): [string[], (Score | null)[], Given[]] {
  const last = lastOfEach(given)
  return [last.map((one) => one.statement), last.map((one) => one.answer), last]
}

/**
 * Keeps answers, each instead of an earlier one about the same statement; all of them, or none with the reason why.
 * First the lock that a closing waits for, then a look at the round: so a vote is before the closing, or hears no.
 */
export async function saveAnswers(db: Db, { round, held, given, at }: Vote): Promise<Saved> {
  const [statements, scores, last] = columnsOf(given)
  return inTransaction(db, async (tx) => {
    await beforeClosing(tx, round.no)
    const [row] = await save(tx, round.id, held.panellist, held.pseudonym, statements, scores, at, lane())
    if (row === undefined) throw new Error('The vote was not answered.')
    return row.saved === last.length && row.saved > 0
      ? { is: 'saved' }
      : { is: 'refused', why: objectionOf(row, last.length) }
  })
}

const receipted = statement('olympiad.receipt.find', 'select from olympiad.receipt where round = $1 and code = $2')

/** What became of the one sheet of a secret round. `again`: it was kept before, and this is that same page once more. */
export type SavedSecretly = (Saved & { is: 'refused' }) | { is: 'saved'; receipt: string; again: boolean }

/**
 * Keeps the one answer of a secret round: who gave it stands nowhere, and nothing can be changed after. `page` is what
 * only the page knows on which it was given. The receipt is made of it, so whoever sends that page twice gets their
 * receipt again without anything being kept for it.
 */
export async function saveSecretly(
  db: Db,
  { round, held, given, at }: Vote,
  page: string | undefined,
): Promise<SavedSecretly> {
  const [statements, scores, last] = columnsOf(given)
  const receipt = secretReceiptOf(held.receipt, page)
  return inTransaction(db, async (tx) => {
    await beforeClosing(tx, round.no)
    const [row] = await saveSecret(tx, round.id, held.panellist, held.pseudonym, statements, scores, at, receipt)
    if (row === undefined) throw new Error('The vote was not answered.')
    if (row.saved === last.length && row.saved > 0) return { is: 'saved', receipt, again: false }
    const why = objectionOf(row, last.length)
    // A second look, for of two presses at once the second waited until the receipt of the first was there.
    const again = why === 'answered before' && (await receipted(tx, round.id, receipt)).length > 0
    return again ? { is: 'saved', receipt, again } : { is: 'refused', why }
  })
}

const own = statement<{ statement: string; answer: Score | null }>(
  'olympiad.ballot.own',
  `select b.statement, b.score as answer from olympiad.pseudonym n
     join olympiad.ballot b on b.round = $1 and b.pseudonym = n.pseudonym where n.holder = $2`,
)

/** Someone's own answers in a round, for whoever holds the key. */
export async function ownAnswers(db: Db, round: string, held: Pick<Held, 'pseudonym'>): Promise<Given[]> {
  return own(db, round, held.pseudonym)
}
