import { type Db, statement } from '../foundation/db/index.ts'
import type { Round, Sentence } from './round.ts'

const ROUND = `select r.id, r.no, r.olympiad, r.number, r.kind, r.mode, r.version, r.opens_at as "opensAt",
    coalesce((select closes_at from olympiad.round_extension where round = r.id order by extended_at desc, id limit 1),
      r.closes_at) as "closesAt",
    (select opened_at from olympiad.round_opening where round = r.id) as "openedAt",
    (select closed_at from olympiad.round_closing where round = r.id) as "closedAt"
  from olympiad.round r`

type Row = Round & Record<string, unknown>

const byId = statement<Row>('olympiad.round.byId', `${ROUND} where r.id = $1`)
const byNumber = statement<Row>('olympiad.round.byNumber', `${ROUND} where r.olympiad = $1 and r.number = $2`)

/** One round by its id. */
export async function readRoundById(db: Db, id: string): Promise<Round | undefined> {
  return (await byId(db, id))[0]
}

/** One round by its number. */
export async function readRound(db: Db, olympiad: string, number: number): Promise<Round | undefined> {
  return (await byNumber(db, olympiad, number))[0]
}

/** Every round of an Olympiade, in their order. */
export const roundsOf: (db: Db, olympiad: string) => Promise<Round[]> = statement<Row>(
  'olympiad.rounds',
  `${ROUND} where r.olympiad = $1 order by r.number`,
)

/** The sentences of a round, as they are voted on, in their order. */
export const sentencesOf: (db: Db, round: string) => Promise<Sentence[]> = statement<
  Sentence & Record<string, unknown>
>(
  'olympiad.round.sentences',
  `select s.statement, s.version, s.position, t.plain, t.example, t.example_item as "exampleItem", t.professional,
      st.item, t.revision
    from olympiad.round_statement s
    join olympiad.statement st on st.id = s.statement
    join olympiad.statement_text t on t.statement = s.statement and t.version = s.version
    where s.round = $1 order by s.position, s.statement`,
)
