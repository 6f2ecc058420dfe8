import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import type { Takeout } from '../people/index.ts'
import { keepUtterance, utterances, withdrawUtterance } from '../thread/index.ts'
import type { ChangeOutcome, ChangeProposal } from './change-proposal.ts'
import { changeOutcome, changeProposal } from './outcome.tables.ts'

type Row = Omit<ChangeProposal, 'words' | 'agenda' | 'outcome'> & {
  utterance: string
  agendaSlug: string | null
  agendaTitle: string | null
  outcome: ChangeOutcome['is'] | null
  outcomeWords: string | null
  decidedAt: Date | null
} & Record<string, unknown>

const PROPOSAL = `select p.id, p.standard, p.revision, p.utterance, p.fictional, p.proposed_at as "proposedAt",
    o.slug as "agendaSlug", o.title as "agendaTitle", x.outcome, x.words as "outcomeWords", x.decided_at as "decidedAt"
  from olympiad.change_proposal p
  left join olympiad.agenda_item a on a.change_proposal = p.id left join olympiad.olympiad o on o.id = a.olympiad
  left join olympiad.change_outcome x on x.change_proposal = p.id`

const ofStandard = statement<Row>(
  'olympiad.changes.ofStandard',
  `${PROPOSAL} where p.standard = $1 order by p.proposed_at desc`,
)
const ofPerson = statement<Row>(
  'olympiad.changes.ofPerson',
  `${PROPOSAL} where p.person = $1 order by p.proposed_at desc`,
)
const byHash = statement<Row>('olympiad.changes.byHash', `${PROPOSAL} where p.key_hash = $1`)
const onAgenda = statement<Row>(
  'olympiad.changes.onAgenda',
  `${PROPOSAL} where a.olympiad = $1 order by p.standard, p.proposed_at`,
)

/** The rows as proposals, each with its words as they stand on the thread now. */
async function proposalsOf(db: Db, rows: Row[]): Promise<ChangeProposal[]> {
  const words = await utterances(
    db,
    rows.map(({ utterance }) => utterance),
  )
  return rows.map(({ agendaSlug, agendaTitle, outcome, outcomeWords, decidedAt, utterance, ...row }) => ({
    ...row,
    words: words.get(utterance)?.text ?? null,
    agenda: agendaSlug !== null && agendaTitle !== null ? { slug: agendaSlug, title: agendaTitle } : null,
    outcome: outcome !== null && decidedAt !== null ? { is: outcome, words: outcomeWords ?? '', decidedAt } : null,
  }))
}

/** What was proposed about a standard, newest first. */
export const changesTo = async (db: Db, standard: string): Promise<ChangeProposal[]> =>
  proposalsOf(db, await ofStandard(db, standard))

/** What someone proposed, newest first. */
export const changesBy = async (db: Db, person: string): Promise<ChangeProposal[]> =>
  proposalsOf(db, await ofPerson(db, person))

/** The proposal that a code follows. */
export const changeByHash = async (db: Db, hash: string): Promise<ChangeProposal | undefined> =>
  (await proposalsOf(db, await byHash(db, hash)))[0]

/** What is on the agenda of an Olympiade, standard by standard. */
export const changesFor = async (db: Db, olympiad: string): Promise<ChangeProposal[]> =>
  proposalsOf(db, await onAgenda(db, olympiad))

// The first one that still has its weighing before it: what comes in later than that is for the next.
const nextOlympiad = `select o.id from olympiad.olympiad o where o.item is not null and not exists (
    select from olympiad.round r join olympiad.round_opening g on g.round = r.id
    where r.olympiad = o.id and r.kind = 'weighing')
  order by o.starts_on, o.id limit 1`
const place = statement<{ change_proposal: string }>(
  'olympiad.placeChanges',
  `insert into olympiad.agenda_item (change_proposal, olympiad, placed_at)
   select p.id, next.id, $1 from olympiad.change_proposal p, (${nextOlympiad}) as next
   where not exists (select from olympiad.agenda_item a where a.change_proposal = p.id)
   on conflict do nothing returning change_proposal`,
)

/** Puts everything that waits on the agenda of the next Olympiade; at each proposal, and when an Olympiade is announced. */
export const placeChanges = async (db: Db, at: Date): Promise<number> => (await place(db, at)).length

/** Keeps what someone would change, as words they can take back, and puts it on the next agenda. */
export async function proposeChange(
  db: Db,
  proposal: {
    standard: string
    revision: string
    words: string
    keyHash: string | null
    person: string | null
    fictional: boolean
    at: Date
  },
): Promise<void> {
  const { words: text, at, ...row } = proposal
  await inTransaction(db, async (tx) => {
    const { id: utterance } = await keepUtterance(tx, { text, person: row.person, at })
    await tx.insert(changeProposal).values({ ...row, utterance, proposedAt: at })
    await placeChanges(tx, at)
  })
}

const utteranceOf = statement<{ utterance: string }>(
  'olympiad.changeUtterance',
  'select utterance from olympiad.change_proposal where id = $1 and (key_hash = $2 or person = $3)',
)

/** Takes a proposal back, for whoever holds its code or made it; false when it is not theirs. */
export async function withdrawChange(
  db: Db,
  id: string,
  { hash, person }: { hash: string | null; person: string | null },
  at: Date,
): Promise<boolean> {
  const [row] = await utteranceOf(db, id, hash, person)
  if (row === undefined) return false
  await withdrawUtterance(db, row.utterance, at)
  return true
}

/** Says what became of a proposal, once. False when a colleague was first. */
export async function answerChange(
  db: Db,
  answer: {
    changeProposal: string
    outcome: ChangeOutcome['is']
    statement: string | null
    words: string
    by: string
    at: Date
  },
): Promise<boolean> {
  const { by, at, ...row } = answer
  const kept = await db
    .insert(changeOutcome)
    .values({ ...row, decidedBy: by, decidedAt: at })
    .onConflictDoNothing()
    .returning({ id: changeOutcome.changeProposal })
  return kept.length === 1
}

/** What someone would change, to take along. */
export async function exportChanges(db: Db, person: string): Promise<Takeout[]> {
  const rows = (await changesBy(db, person)).map(({ words, proposedAt, outcome }) => ({
    voorstel: words ?? '(teruggenomen)',
    wanneer: proposedAt.toISOString(),
    antwoord: outcome?.words ?? '',
  }))
  return [{ name: 'dit-werkt-zo-niet', title: 'Wat je aan een kenmerk zou veranderen', rows }]
}

const forget = statement(
  'olympiad.forgetChanges',
  'update olympiad.change_proposal set person = null where person = $1',
)

/** Takes someone's name off what they proposed; the words themselves go with everything they said. */
export async function eraseChanges(db: Db, person: string): Promise<void> {
  await forget(db, person)
}
