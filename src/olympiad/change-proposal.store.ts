import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import type { Takeout } from '../people/index.ts'
import { keepUtterance, utterances, withdrawUtterance } from '../thread/index.ts'
import { placeChanges } from './agenda.store.ts'
import type { ChangeOutcome, ChangeProposal } from './change-proposal.ts'
import { changeProposal } from './outcome.tables.ts'

type Row = Omit<ChangeProposal, 'words' | 'agenda' | 'outcome' | 'deferrals'> & {
  utterance: string
  agendaSlug: string | null
  agendaTitle: string | null
  outcome: ChangeOutcome['is'] | null
  outcomeWords: string | null
  deferred: { title: string; words: string; at: string }[]
  decidedAt: Date | null
} & Record<string, unknown>

const PROPOSAL = `select p.id, p.standard, p.revision, p.utterance, p.fictional, p.proposed_at as "proposedAt",
    o.slug as "agendaSlug", o.title as "agendaTitle", x.outcome, x.words as "outcomeWords", x.decided_at as "decidedAt",
    coalesce((select jsonb_agg(jsonb_build_object('title', l.title, 'words', d.words, 'at', d.decided_at) order by d.decided_at)
      from olympiad.change_deferral d join olympiad.olympiad l on l.id = d.olympiad where d.change_proposal = p.id),
      '[]') as deferred
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
  return rows.map(({ agendaSlug, agendaTitle, outcome, outcomeWords, decidedAt, deferred, utterance, ...row }) => ({
    ...row,
    words: words.get(utterance)?.text ?? null,
    agenda: agendaSlug !== null && agendaTitle !== null ? { slug: agendaSlug, title: agendaTitle } : null,
    deferrals: deferred.map((one) => ({ ...one, at: new Date(one.at) })),
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

/** What someone would change, to take along. */
export async function exportChanges(db: Db, person: string): Promise<Takeout[]> {
  const rows = (await changesBy(db, person)).map(({ words, proposedAt, outcome, deferrals }) => ({
    voorstel: words ?? '(teruggenomen)',
    wanneer: proposedAt.toISOString(),
    antwoord: outcome?.words ?? deferrals.at(-1)?.words ?? '',
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
