import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { refuse } from '../foundation/http/index.ts'
import { beforeClosing, saveAnswers } from './ballot.store.ts'
import { objectionWords } from './ballot.ts'
import { paperSheet } from './olympiad.tables.ts'
import { changeRole, join } from './panel.store.ts'
import { type Held, heldBy } from './panel.ts'
import { openSheet, type PaperObjection, roundObjection, type Sheet, type SheetFacts, sealSheet } from './paper.ts'
import { readRoundById } from './round.store.ts'
import type { Round } from './round.ts'

// Whoever enters the same sheet at the same moment waits here, so that two entries always see each other.
const facts = statement<{ id: string; printedBy: string | null; leftAt: Date | null }>(
  'olympiad.paper.facts',
  `select id, invited_by as "printedBy", left_at as "leftAt" from olympiad.panellist
   where key_hash = $1 and olympiad = $2 and channel = 'paper' for no key update`,
)
const answered = statement<{ some: boolean }>(
  'olympiad.paper.answered',
  'select exists (select from olympiad.participation where round = $1 and panellist = $2) as some',
)
const entries = statement<{ answers: string; enteredBy: string }>(
  'olympiad.paper.entries',
  `select answers #>> '{}' as answers, entered_by as "enteredBy" from olympiad.paper_entry
   where round = $1 and panellist = $2 order by entered_at, id`,
)
const add = statement(
  'olympiad.paper.add',
  `insert into olympiad.paper_entry (round, panellist, answers, entered_by, entered_at)
   values ($1, $2, to_jsonb($3::text), $4, $5)`,
)
const drop = statement('olympiad.paper.drop', 'delete from olympiad.paper_entry where round = $1 and panellist = $2')
const dropRound = statement('olympiad.paper.dropRound', 'delete from olympiad.paper_entry where round = $1')

/** A sheet as it lies before whoever has the paper: what is known of it, and the entries its code opens. */
export interface Opened {
  panellist: string
  held: Held
  code: string
  facts: SheetFacts
  entries: Sheet[]
}

/**
 * Opens a sheet by its code, and holds it and the round until this transaction ends. A round that closed meanwhile gives
 * an objection; a code that is no paper code of this Olympiade gives undefined.
 */
export async function openPaper(
  tx: Db,
  asked: Round,
  code: string,
  now: Date,
): Promise<Opened | PaperObjection | undefined> {
  await beforeClosing(tx, asked.no)
  const round = await readRoundById(tx, asked.id)
  const late = roundObjection(round, now)
  if (late !== undefined) return late
  const held = heldBy(code)
  const [row] = await facts(tx, held.panellist, asked.olympiad)
  if (row === undefined) return undefined
  const typed = await entries(tx, asked.id, row.id)
  return {
    panellist: row.id,
    held,
    code,
    facts: {
      printedBy: row.printedBy,
      left: row.leftAt !== null,
      answered: (await answered(tx, asked.id, row.id))[0]?.some ?? false,
      enteredBy: typed.map(({ enteredBy }) => enteredBy),
    },
    entries: typed.map(({ answers }) => openSheet(code, answers, asked.id)),
  }
}

/** Who enters or settles, and when. */
export interface PaperHand {
  by: string
  at: Date
}

/** Keeps what one person typed over, sealed with the code; it counts nowhere yet. */
export async function keepEntry(tx: Db, round: Round, { panellist, code }: Opened, sheet: Sheet, hand: PaperHand) {
  await add(tx, round.id, panellist, sealSheet(code, sheet, round.id), hand.by, hand.at)
}

/**
 * Counts a sheet on which two people agree, through the same door as every other vote, and lets its entries go.
 * @throws Refusal when the round closed, or the group can't change any more
 */
export async function countSheet(
  db: Db,
  round: Round,
  { panellist, held }: Opened,
  counted: { sheet: Sheet; first: string; second: string; settled: string | null; at: Date },
): Promise<void> {
  const { sheet, first, second, settled, at } = counted
  await inTransaction(db, async (tx) => {
    await join(tx, held, at)
    // Who answered in an earlier round has their group: answers of one person count in one group.
    if (sheet.group !== null) await changeRole(tx, panellist, sheet.group)
    const given = Object.entries(sheet.answers).map(([about, answer]) => ({ statement: about, answer }))
    const saved = await saveAnswers(tx, { round, held, given, at })
    if (saved.is === 'refused') refuse(409, objectionWords[saved.why])
    await tx.insert(paperSheet).values({ round: round.id, firstBy: first, secondBy: second, settledBy: settled })
    await drop(tx, round.id, panellist)
  })
}

/** Lets both entries of a sheet go, to begin with it anew. */
export async function beginAnew(tx: Db, round: Round, { panellist }: Opened): Promise<void> {
  await drop(tx, round.id, panellist)
}

/** At the closing: what was not entered twice counts nowhere, and goes. */
export async function dropEntries(tx: Db, round: string): Promise<void> {
  await dropRound(tx, round)
}

/** How many sheets of a round were counted, wait for a second person, and differ; and how often settling was needed. */
export interface PaperCounts {
  counted: number
  settled: number
  waiting: number
  /** Of those that wait, how many this person has not entered. */
  forYou: number
  differing: number
}

const counts = statement<PaperCounts & Record<string, unknown>>(
  'olympiad.paper.counts',
  `with open as (
     select panellist, count(*) as n, bool_or(entered_by = $2) as mine from olympiad.paper_entry e where e.round = $1
       and not exists (select from olympiad.participation t where t.round = e.round and t.panellist = e.panellist)
     group by panellist
   )
   select (select count(*)::int from olympiad.paper_sheet where round = $1) as counted,
     (select count(*)::int from olympiad.paper_sheet where round = $1 and settled_by is not null) as settled,
     (select count(*)::int from open where n = 1) as waiting,
     (select count(*)::int from open where n = 1 and not mine) as "forYou",
     (select count(*)::int from open where n > 1) as differing`,
)

/** Where the paper of a round stands; `person` is who looks. */
export async function paperCounts(db: Db, round: string, person: string | null): Promise<PaperCounts> {
  const [row] = await counts(db, round, person)
  return row ?? { counted: 0, settled: 0, waiting: 0, forYou: 0, differing: 0 }
}

const printed = statement<{ hash: string }>(
  'olympiad.paper.printed',
  `select key_hash as hash from olympiad.panellist
   where olympiad = $1 and role = $2 and channel = 'paper' and left_at is null and key_hash = any ($3::text[])`,
)

/** Those of these codes that belong to people of this group who take part on paper. */
export async function paperCodes(db: Db, olympiad: string, role: string, codes: readonly string[]): Promise<string[]> {
  const hashes = new Map(codes.map((code) => [heldBy(code).panellist, code]))
  const known = new Set((await printed(db, olympiad, role, [...hashes.keys()])).map(({ hash }) => hash))
  return [...hashes].flatMap(([hash, code]) => (known.has(hash) ? [code] : []))
}
