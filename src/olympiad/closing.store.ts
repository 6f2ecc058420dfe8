import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { sha256 } from '../foundation/seal.ts'
import { beReady, countRound } from './arithmetic.ts'
import { stopVoting } from './ballot.store.ts'
import { readCharter } from './charter.store.ts'
import { type Counted, LETTER, type Row, receipts, roundAnswers } from './closing.ts'
import type { RoundFigures } from './figures.ts'
import { removalsIn, settleFlags } from './flag.store.ts'
import { appendLog, type Logged } from './log.store.ts'
import { mixLater } from './mixing.store.ts'
import { readOlympiadById } from './olympiad.store.ts'
import { forgetKeys } from './panel.forget.store.ts'
import { dropEntries, paperCounts } from './paper.store.ts'
import { type TakenOut, takeOut, withRemoved } from './removal.ts'
import { readRoundById, sentencesOf } from './round.store.ts'
import type { Round, Sentence } from './round.ts'
import { publishVerdicts } from './verdict.store.ts'

/** The place of each statement of a round, from 0, in the order in which they are voted on. */
const PLACE = `place as (
    select statement, version, (row_number() over (order by position, statement) - 1)::int as at
    from olympiad.round_statement where round = $1
  )`

const ballots = `with ${PLACE}, said as (
    select b.pseudonym, min(b.role) as role, string_agg(${LETTER}, '') as answers
    from olympiad.ballot b join place using (statement) where b.round = $1 group by b.pseudonym
  )
  select said.*, n.nonce from said left join olympiad.pseudonym n using (pseudonym)`

const secretBallots = `with ${PLACE}
  select '' as pseudonym, b.role, string_agg(${LETTER}, '') as answers, null as nonce
  from olympiad.secret_ballot b join place using (statement) where b.round = $1 group by b.role`

const ballotsBefore = `with ${PLACE}
  select b.pseudonym, string_agg(${LETTER}, '') as answers
  from olympiad.ballot b
  join olympiad.round_statement old on old.round = b.round and old.statement = b.statement
  join place on place.statement = old.statement and place.version = old.version
  where b.round = (
    select before.id from olympiad.round r
    join olympiad.round before on before.olympiad = r.olympiad and before.number = r.number - 1
    where r.id = $1 and before.kind = 'weighing'
  )
  group by b.pseudonym`

/** Ten thousand people over two hundred sentences are two million ballots: longer than a page may take. */
const PATIENCE = 20_000

async function longQuery<R extends object>(tx: Db, text: string, values: unknown[]): Promise<R[]> {
  const query = { text, values, query_timeout: PATIENCE }
  return (await tx.$client.query<R & Record<string, unknown>>(query)).rows
}

/** What came of asking to close a round. */
export type Closed =
  /** By this request. */
  | { is: 'closed'; figures: RoundFigures | null }
  /** It was closed before; nothing changes. */
  | { is: 'closed before' }
  /** It was never opened. */
  | { is: 'not open' }

/** Who closes, when, and whether no round follows. */
export interface Hand {
  by: string | null
  at: Date
  final: boolean
}

const close = statement(
  'olympiad.closing.write',
  `insert into olympiad.round_closing (round, final, figures, closed_by, closed_at) values ($1, $2, $3, $4, $5)`,
)
const writeVerdicts = statement(
  'olympiad.verdict.write',
  `insert into olympiad.verdict (round, statement, verdict, figures)
   select $1, v.statement, v.verdict, v.figures
   from jsonb_to_recordset($2) as v (statement uuid, verdict text, figures jsonb)`,
)
const writeReceipts = statement(
  'olympiad.receipt.write',
  `insert into olympiad.receipt (round, code) select $1, unnest($2::text[]) on conflict do nothing`,
)
// What someone chose beside a reason is what they chose in the end.
const settleReasons = statement(
  'olympiad.closing.reasons',
  `update olympiad.reason r set score = b.score from olympiad.ballot b
   where r.round = $1 and b.round = r.round and b.statement = r.statement and b.pseudonym = r.pseudonym
     and b.score is distinct from r.score`,
)
const turnoutNow = statement<{ role: string; joined: number; answered: number }>(
  'olympiad.closing.turnout',
  `select p.role, count(*)::int as joined, count(t.panellist)::int as answered
   from olympiad.panellist p left join olympiad.participation t on t.round = $2 and t.panellist = p.id
   where p.olympiad = $1 and p.joined_at is not null group by p.role`,
)

/**
 * Closes a round in one transaction: nobody votes any more, everything is counted, and what was computed is kept. A vote
 * was kept before this, or is refused after it. Closing twice is closing once.
 */
export async function closeRound(db: Db, id: string, hand: Hand): Promise<Closed> {
  return inTransaction(db, async (tx) => {
    const asked = await readRoundById(tx, id)
    if (asked === undefined) return { is: 'not open' }
    await stopVoting(tx, asked.no)
    // Read again: whoever held the lock before us may have closed it.
    const round = await readRoundById(tx, id)
    if (round === undefined || round.openedAt === null) return { is: 'not open' }
    if (round.closedAt !== null) return { is: 'closed before' }
    const figures = round.kind === 'weighing' ? await count(tx, round, hand) : null
    if (figures === null) {
      await writeClosing(tx, round, {}, hand)
      await appendLog(tx, logged(round, hand))
    }
    await endPaper(tx, round, hand)
    if (hand.final) await forgetKeys(tx, round.olympiad)
    await mixLater(tx, round.olympiad)
    await contentChanged(tx)
    return { is: 'closed', figures }
  })
}

/** Sheets that were counted are told of, in number alone and only now; what was entered once counts nowhere, and goes. */
async function endPaper(tx: Db, round: Round, hand: Hand): Promise<void> {
  const { counted: sheets, settled } = await paperCounts(tx, round.id, null)
  if (sheets > 0) await appendLog(tx, { ...logged(round, hand), action: 'paper counted', body: { sheets, settled } })
  await dropEntries(tx, round.id)
}

async function count(tx: Db, round: Round, hand: Hand): Promise<RoundFigures> {
  beReady()
  await tx.$client.query(`set local statement_timeout = ${PATIENCE}`)
  const sentences = await sentencesOf(tx, round.id)
  const all = await read(tx, round, sentences)
  const { kept, removed, takenOut } = takeOut(all.rows, await removalsIn(tx, round.id), sentences.length)
  const counted = { ...all, rows: kept }
  const without = await countRound(roundAnswers(counted))
  const figures = { ...without, statements: withRemoved(without.statements, removed, all.charter) }
  await keep(tx, { round, sentences, counted, figures, takenOut, hand })
  return figures
}

async function read(tx: Db, round: Round, sentences: Sentence[]): Promise<Counted> {
  const charter = await readCharter(tx, round.olympiad)
  if (charter === undefined) throw new Error('A round was opened before its rules were locked.')
  const secret = round.mode === 'secret'
  return {
    charter,
    statements: sentences.length,
    rows: await longQuery<Row>(tx, secret ? secretBallots : ballots, [round.id]),
    earlier: secret ? [] : await longQuery<Row>(tx, ballotsBefore, [round.id]),
    secret,
  }
}

interface Outcome {
  round: Round
  sentences: Sentence[]
  counted: Counted
  figures: RoundFigures
  takenOut: (TakenOut & { pseudonyms: string[] })[]
  hand: Hand
}

async function keep(tx: Db, { round, sentences, counted, figures, takenOut, hand }: Outcome): Promise<void> {
  const { statements, ...overall } = figures
  const told = takenOut.map(({ flag, role, forms }) => ({ flag, role, forms }))
  await writeClosing(tx, round, told.length > 0 ? { ...overall, takenOut: told } : overall, hand)
  await settleFlags(tx, takenOut)
  const verdicts = sentences.map((sentence, at) => ({
    statement: sentence.statement,
    verdict: statements[at]?.outcome.verdict,
    figures: statements[at],
  }))
  const written = JSON.stringify(verdicts)
  await writeVerdicts(tx, round.id, written)
  // The hash of everything that was counted: whoever keeps it sees a tally that was changed after.
  const out = takenOut.reduce((sum, { forms }) => sum + forms, 0)
  const body = { final: hand.final, counted: sha256(written), ...(out > 0 ? { removed: out } : {}) }
  await appendLog(tx, { ...logged(round, hand), body })
  if (round.mode !== 'secret') {
    await writeReceipts(tx, round.id, receipts(counted.rows, sentences.length))
    await settleReasons(tx, round.id)
  }
  const olympiad = await readOlympiadById(tx, round.olympiad)
  if (olympiad === undefined || olympiad.item === null) return
  const { charter } = counted
  await publishVerdicts(tx, { olympiad, charter, round, sentences, figures: statements, by: hand.by, at: hand.at })
}

const logged = ({ olympiad, number }: Round, { by, at }: Hand): Logged => ({
  olympiad,
  action: 'round closed',
  object: `ronde ${number}`,
  actor: by,
  at,
})

async function writeClosing(tx: Db, round: Round, overall: object, { by, at, final }: Hand): Promise<void> {
  const turnout = await turnoutNow(tx, round.olympiad, round.id)
  await close(tx, round.id, final, JSON.stringify({ ...overall, turnout }), by, at)
}
