import { type Db, statement } from '../foundation/db/index.ts'
import { utterances } from '../thread/index.ts'
import type { StatementFigures } from './figures.ts'
import type { StakeholderRole } from './olympiad.ts'
import { type AcceptedStatement, acceptedWords, doubtingGroups, groupName, type Standing } from './standing.ts'
import { verdictUrl } from './verdict.store.ts'
import { otherwise } from './verdict.ts'

interface Row extends Record<string, unknown> {
  item: string
  revision: string
  round: string
  statement: string
  plain: string
  example: string
  professional: string
  figures: StatementFigures
  roles: StakeholderRole[]
  closedAt: Date
  slug: string
  title: string
  fictional: boolean
}

// A later round replaces what an earlier one said; only an Olympiade that is over has the last word.
const LAST = `select distinct on (v.item) v.item, v.revision, v.round, v.statement, v.verdict, v.figures,
    t.plain, t.example, t.professional, h.roles, c.closed_at as "closedAt", o.slug, o.title, o.fictional
  from olympiad.verdict v
  join olympiad.round r on r.id = v.round
  join olympiad.round_closing c on c.round = v.round
  join olympiad.olympiad o on o.id = r.olympiad
  join olympiad.charter h on h.olympiad = o.id
  join olympiad.round_statement s on s.round = v.round and s.statement = v.statement
  join olympiad.statement_text t on t.statement = s.statement and t.version = s.version
  where v.item is not null and exists (
    select from olympiad.round_closing f join olympiad.round fr on fr.id = f.round where fr.olympiad = o.id and f.final)`

const accepted = statement<Row>(
  'olympiad.accepted',
  `select * from (${LAST} order by v.item, r.number desc) as last where verdict = 'accepted'
   order by "closedAt" desc, plain`,
)
const behind = statement<Row>(
  'olympiad.standing',
  `select * from (${LAST} and v.item = any ($1::uuid[]) order by v.item, r.number desc) as last where verdict = 'accepted'`,
)

/** Every statement that all groups of a finished Olympiade stood behind, newest first. */
export async function acceptedStatements(db: Db): Promise<AcceptedStatement[]> {
  return (await accepted(db)).map(
    ({ item, revision, slug, title, plain, example, professional, fictional, ...row }) => ({
      ...{ item, revision, olympiad: slug, title, plain, example, professional, fictional },
      said: acceptedWords(row.figures.outcome, row.closedAt),
    }),
  )
}

// Everyone who answered otherwise than "nodig" and was let through, in any round in which these words were weighed.
const minority = statement<{ item: string; role: string; utterance: string }>(
  'olympiad.standing.reasons',
  `select v.item, n.role, n.utterance from olympiad.verdict v
   join olympiad.reason n on n.round = v.round and n.statement = v.statement and ${otherwise('n')}
   join olympiad.moderation m on m.subject = n.id and m.outcome = 'passed'
   join olympiad.round r on r.id = v.round
   where v.item = any ($1::uuid[]) order by r.number desc, n.id`,
)

/** What came of the statements with these verdicts, with why some people thought otherwise; by verdict. */
export async function standingsOf(db: Db, verdicts: string[]): Promise<Map<string, Standing>> {
  if (verdicts.length === 0) return new Map()
  const rows = await behind(db, verdicts)
  const reasons = await minority(db, verdicts)
  const words = await utterances(
    db,
    reasons.map(({ utterance }) => utterance),
  )
  return new Map(
    rows.map(({ item, plain, figures, roles, closedAt, title, slug, statement: about, fictional }) => [
      item,
      {
        ...{ item, plain, closedAt, title, fictional, href: verdictUrl({ slug }, about) },
        said: acceptedWords(figures.outcome, closedAt),
        people: figures.outcome.people,
        groups: figures.outcome.roles,
        doubting: doubtingGroups(figures.shown, roles),
        reasons: reasons.flatMap(({ item: of, role, utterance }) => {
          const text = of === item ? words.get(utterance)?.text : null
          return text ? [{ group: groupName(roles, role), text }] : []
        }),
      },
    ]),
  )
}
