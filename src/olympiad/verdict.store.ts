import { inDutch } from '../foundation/clock.ts'
import { type Db, statement } from '../foundation/db/index.ts'
import { itemId, publishRevision } from '../thread/index.ts'
import type { Charter } from './charter.ts'
import type { StatementFigures } from './figures.ts'
import type { Olympiad } from './olympiad.ts'
import type { Round, Sentence } from './round.ts'
import { basisWords, outcomeWords, type Verdict } from './verdict.ts'

/** What came of one statement in one round. */
export interface VerdictRow {
  round: string
  number: number
  statement: string
  verdict: Verdict
  figures: StatementFigures
  item: string | null
  closedAt: Date
}

const VERDICT = `select v.round, r.number, v.statement, v.verdict, v.figures, v.item, c.closed_at as "closedAt"
  from olympiad.verdict v join olympiad.round r on r.id = v.round join olympiad.round_closing c on c.round = v.round`

type Row = VerdictRow & Record<string, unknown>

/** The verdicts of one round. */
export const verdictsOf: (db: Db, round: string) => Promise<VerdictRow[]> = statement<Row>(
  'olympiad.verdicts',
  `${VERDICT} where v.round = $1`,
)

/** The last verdict about every statement of an Olympiade: what holds. */
export const lastVerdicts: (db: Db, olympiad: string) => Promise<VerdictRow[]> = statement<Row>(
  'olympiad.verdicts.last',
  `select distinct on (statement) * from (${VERDICT} where r.olympiad = $1) as v order by statement, number desc`,
)

const place = statement(
  'olympiad.verdict.place',
  'update olympiad.verdict set item = $3, revision = $4 where round = $1 and statement = $2',
)

/** Where a verdict about a statement stands for good; what later rounds say about it is its next revision. */
export const verdictItem = (olympiad: string, about: string): string => itemId('verdict', `${olympiad}/${about}`)

/** The page of a verdict. */
export const verdictUrl = ({ slug }: Pick<Olympiad, 'slug'>, about: string): string =>
  `/olympiades/${slug}/uitslag/${about}`

/** What of a closed round goes on the thread. */
export interface Decided {
  olympiad: Pick<Olympiad, 'id' | 'slug' | 'title' | 'fictional'>
  charter: Pick<Charter, 'roles'>
  round: Round
  sentences: Sentence[]
  figures: StatementFigures[]
  by: string | null
  at: Date
}

/** Puts the verdicts of a round on the thread, each built on its statement exactly as it was voted on. */
export async function publishVerdicts(db: Db, decided: Decided): Promise<void> {
  for (const [at, sentence] of decided.sentences.entries()) {
    const figures = decided.figures[at]
    if (sentence.item === null || sentence.revision === null || figures === undefined) continue
    const { outcome } = figures
    const published = await publishRevision(db, {
      item: verdictItem(decided.olympiad.id, sentence.statement),
      kind: 'verdict',
      word: 'uitspraak',
      title: sentence.plain,
      summary: summaryOf(outcome, decided),
      body: {
        verdict: outcome.verdict,
        round: decided.round.number,
        people: outcome.people,
        roles: outcome.roles,
        holdingBack: outcome.holdingBack,
        tooFew: outcome.tooFew,
      },
      url: verdictUrl(decided.olympiad, sentence.statement),
      links: [{ kind: 'builds on', item: sentence.item, revision: sentence.revision }],
      fictional: decided.olympiad.fictional,
      by: decided.by,
      at: decided.at,
    })
    await place(db, decided.round.id, sentence.statement, published.item, published.revision)
  }
}

function summaryOf(outcome: StatementFigures['outcome'], { charter, olympiad, round, at }: Decided): string {
  const plural = (slug: string) => charter.roles.find((role) => role.slug === slug)?.plural ?? slug
  const said = outcomeWords(outcome, plural)
  return `${olympiad.title}, ronde ${round.number}: ${said}, ${basisWords(outcome, inDutch(at))}.`
}
