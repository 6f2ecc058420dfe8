import { type Db, statement } from '../foundation/db/index.ts'
import type { Given } from './ballot.ts'
import type { NamedAnswer } from './named.ts'
import type { Score } from './score.ts'

// The mode stands in the question itself: whatever a page asks, of a round that is not open no name comes out.
const OPEN = `from olympiad.ballot b
  join olympiad.round r on r.id = b.round and r.mode = 'open'
  join olympiad.charter c on c.olympiad = r.olympiad and c.mode = 'open'
  join olympiad.round_closing f on f.round = r.id`

type Row = NamedAnswer & Record<string, unknown>

const ofStatement = statement<Row>(
  'olympiad.named.ofStatement',
  `select b.statement, b.role, p.name, b.score as answer ${OPEN}
   left join olympiad.panellist p on p.id = b.panellist where b.round = $1 and b.statement = $2`,
)
const ofRound = statement<Row>(
  'olympiad.named.ofRound',
  `select b.statement, b.role, p.name, b.score as answer ${OPEN}
   left join olympiad.panellist p on p.id = b.panellist where b.round = $1`,
)
const ofPanellist = statement<{ statement: string; answer: Score | null }>(
  'olympiad.named.ofPanellist',
  `select b.statement, b.score as answer ${OPEN} where b.round = $1 and b.panellist = $2`,
)

/** Who answered what about one statement, in a closed round of an open Olympiade; of any other round nothing. */
export const namedAnswers: (db: Db, round: string, about: string) => Promise<NamedAnswer[]> = ofStatement

/** The same of a whole round. */
export const namedRound: (db: Db, round: string) => Promise<NamedAnswer[]> = ofRound

/** What someone answered themselves: in an open Olympiade it can be found after the end too. */
export const answersUnderName = async (db: Db, round: string, panellist: string): Promise<Given[]> =>
  ofPanellist(db, round, panellist)

const mine = statement<{ title: string; number: number; plain: string; score: Score | null }>(
  'olympiad.named.ofPerson',
  `select o.title, r.number, t.plain, b.score from olympiad.panellist p
   join olympiad.olympiad o on o.id = p.olympiad
   join olympiad.ballot b on b.panellist = p.id
   join olympiad.round r on r.id = b.round
   join olympiad.round_statement s on s.round = b.round and s.statement = b.statement
   join olympiad.statement_text t on t.statement = s.statement and t.version = s.version
   where p.person = $1 or lower(p.mail) = lower(nullif($2, ''))
   order by o.starts_on, r.number, s.position`,
)

/** What someone answered with their name, to take along. In any other Olympiade nobody can find that, and neither can we. */
export const namedOf = (
  db: Db,
  person: string,
  mail: string,
): Promise<{ title: string; number: number; plain: string; score: Score | null }[]> => mine(db, person, mail)
