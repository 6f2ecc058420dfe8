import { type Db, statement } from '../foundation/db/index.ts'
import type { AssessmentLine } from './assessment.ts'

const lines = statement<AssessmentLine & Record<string, unknown>>(
  'practices.assessments',
  `select n.id, n.fictional, call.title as call, s.submitted_at as "submittedAt", k.outcome as "check",
     coalesce(s.body -> 'sections' -> 'name' ->> 'title', 'Zonder naam') as title,
     coalesce(s.body -> 'sections' -> 'organisation' ->> 'name', '') as organisation,
     coalesce(r.readers, 0)::int as readers, coalesce(r.closed, 0)::int as closed, r.due_on as "dueOn",
     d.outcome as decision, g.nomination is not null and a.nomination is null as disagrees
   from practices.nomination n
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
   where not exists (select from practices.nomination_withdrawal w where w.nomination = n.id)
   order by d.decided_at desc nulls first, s.submitted_at, n.id
   limit 300`,
)

/** The nominations the desk works on: what has no decision yet first, longest waiting on top; at most 300. */
export const assessments: (db: Db) => Promise<AssessmentLine[]> = lines
