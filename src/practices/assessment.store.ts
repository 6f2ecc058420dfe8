import { type Db, statement } from '../foundation/db/index.ts'
import type { AssessmentLine } from './assessment.ts'

/** `from` is the nominations that count and in which order; of each the newest submission and what was done with it. */
const linesOf = (from: string, order: string) =>
  `select n.id, n.fictional, call.title as call, s.submitted_at as "submittedAt", k.outcome as "check",
     coalesce(s.body -> 'sections' -> 'name' ->> 'title', 'Zonder naam') as title,
     coalesce(s.body -> 'sections' -> 'organisation' ->> 'name', '') as organisation,
     coalesce(r.readers, 0)::int as readers, coalesce(r.closed, 0)::int as closed, r.due_on as "dueOn",
     d.outcome as decision, g.nomination is not null and a.nomination is null as disagrees
   from ${from} n
   join practices.call call on call.id = n.call
   join lateral (select id, body, submitted_at from practices.submission where nomination = n.id
     order by number desc limit 1) as s on true
   left join lateral (select outcome from practices.first_check where submission = s.id
     order by checked_at desc limit 1) as k on true
   left join lateral (select count(*) as readers, count(c.closed_at) as closed,
       to_char(min(one.due_on) filter (where c.closed_at is null), 'YYYY-MM-DD') as due_on
     from practices.assignment one
     left join practices.interest i on i.assignment = one.id
     left join practices.judgement_closing c on c.assignment = one.id
     where one.nomination = n.id and i.conflicted is not true) as r on true
   left join practices.decision d on d.nomination = n.id
   left join practices.disagreement g on g.nomination = n.id
   left join practices.disagreement_answer a on a.nomination = n.id
   order by ${order}`

type Line = AssessmentLine & Record<string, unknown>

/** Someone of the organisation still waits for an answer to what they see otherwise. */
const UNANSWERED = `exists (select from practices.disagreement g where g.nomination = o.id
  and not exists (select from practices.disagreement_answer a where a.nomination = g.nomination))`
const KEPT = 'not exists (select from practices.nomination_withdrawal w where w.nomination = o.id)'

const waiting = statement<Line>(
  'practices.assessments.waiting',
  linesOf(
    `(select o.* from practices.nomination o where ${KEPT}
        and (${UNANSWERED} or not exists (select from practices.decision d where d.nomination = o.id)))`,
    's.submitted_at, n.id',
  ),
)

/** The nominations that wait for somebody, longest waiting on top. */
export const waitingAssessments: (db: Db) => Promise<AssessmentLine[]> = waiting

const DONE = `practices.nomination o join practices.decision e on e.nomination = o.id where ${KEPT} and not ${UNANSWERED}`

const done = statement<Line>(
  'practices.assessments.done',
  linesOf(`(select o.* from ${DONE} order by e.decided_at desc, o.id limit $1 offset $2)`, 'd.decided_at desc, n.id'),
)
const countDone = statement<{ count: number }>(
  'practices.assessments.count',
  `select count(*)::int as count from ${DONE}`,
)

/** The nominations that were decided about, newest first: at most `most` after the first `skip`. */
export const decidedAssessments = (db: Db, { most, skip }: { most: number; skip: number }): Promise<AssessmentLine[]> =>
  done(db, most, skip)

/** How many were decided about. */
export const countDecided = async (db: Db): Promise<number> => (await countDone(db))[0]?.count ?? 0
