import { type Db, statement } from '../foundation/db/index.ts'
import type { Verdict } from './criterion.ts'
import type { Pair } from './kappa.ts'

/** What the public account of one call rests on. Nobody who was not chosen is named in it. */
export interface CallAccount {
  nominated: number
  decided: number
  chosen: { title: string; line: string; fictional: boolean; slug: string | null }[]
  /** Practices with two independent judgements and a decision. */
  judged: number
  pairs: Pair[]
}

const counts = statement<{ nominated: number; decided: number }>(
  'practices.account.counts',
  `select count(*)::int as nominated, count(d.nomination)::int as decided
   from practices.nomination n left join practices.decision d on d.nomination = n.id
   where n.call = $1 and exists (select from practices.submission s where s.nomination = n.id)
     and not exists (select from practices.nomination_withdrawal w where w.nomination = n.id)`,
)
const chosen = statement<{ title: string; line: string; fictional: boolean; slug: string | null }>(
  'practices.account.chosen',
  `select p.title, p.line, p.fictional, case when p.item is null then null else p.slug end as slug
   from practices.practice p join practices.decision d on d.nomination = p.nomination
   where p.call = $1 order by p.title, p.id`,
)
// Only what was decided, and only the two that counted: a judgement in progress may not shimmer through.
const verdicts = statement<{ nomination: string; one: Verdict; other: Verdict }>(
  'practices.account.verdicts',
  `select a.nomination, one.verdict as one, two.verdict as other
   from practices.assignment a
   join practices.assignment b on b.nomination = a.nomination and b.id > a.id
   join practices.nomination n on n.id = a.nomination and n.call = $1
   join practices.decision d on d.nomination = n.id
   join practices.judgement_closing ca on ca.assignment = a.id
   join practices.judgement_closing cb on cb.assignment = b.id
   join practices.judgement one on one.assignment = a.id
   join practices.judgement two on two.assignment = b.id and two.criterion = one.criterion
   where not exists (select from practices.nomination_withdrawal w where w.nomination = n.id)`,
)

/** The account of a call, from rows that no longer change. */
export async function accountOf(db: Db, call: string): Promise<CallAccount> {
  const [[count], picked, rows] = await Promise.all([counts(db, call), chosen(db, call), verdicts(db, call)])
  return {
    nominated: count?.nominated ?? 0,
    decided: count?.decided ?? 0,
    chosen: picked,
    judged: new Set(rows.map(({ nomination }) => nomination)).size,
    pairs: rows.map(({ one, other }): Pair => [one, other]),
  }
}
