import { type Db, statement } from '../foundation/db/index.ts'
import type { Events } from './status.ts'

const checks = statement<Events['checks'][number] & Record<string, unknown>>(
  'practices.status.checks',
  `select submission, outcome, question, checked_at as "checkedAt" from practices.first_check
    where nomination = $1 order by checked_at, id`,
)

interface EventsRow {
  readDueOn: string | null
  allRead: boolean
  outcome: 'chosen' | 'not chosen' | null
  decidedAt: Date | null
  saidAt: Date | null
  answeredAt: Date | null
  slug: string | null
  published: boolean
  talkAt: Date | null
  offered: boolean
}

// A reader who said to have an interest does not read; whoever comes in their place does.
const events = statement<EventsRow & Record<string, unknown>>(
  'practices.status.events',
  `with reading as (
     select a.due_on, c.closed_at from practices.assignment a
       left join practices.interest i on i.assignment = a.id
       left join practices.judgement_closing c on c.assignment = a.id
      where a.nomination = $1 and not coalesce(i.conflicted, false))
   select (select max(due_on)::text from reading) as "readDueOn",
          (select count(*) filter (where closed_at is not null) >= 2 from reading) as "allRead",
          d.outcome, d.decided_at as "decidedAt", r.said_at as "saidAt", ra.answered_at as "answeredAt",
          p.slug, p.item is not null as published,
          (select min(i.starts_at) from practices.interview i
            where i.practice = p.id and i.cancelled_at is null) as "talkAt",
          exists (select from practices.description s join practices.description_offer o on o.description = s.id
                   where s.practice = p.id
                     and not exists (select from practices.description_agreement g where g.offer = o.id)
                     and o.offered_at = (select max(n.offered_at) from practices.description_offer n
                                           join practices.description m on m.id = n.description
                                          where m.practice = p.id)) as offered
     from practices.nomination n
     left join practices.decision d on d.nomination = n.id
     left join practices.disagreement r on r.nomination = n.id
     left join practices.disagreement_answer ra on ra.nomination = n.id
     left join practices.practice p on p.nomination = n.id
    where n.id = $1`,
)

/** The checks of a nomination, oldest first. */
export const checksSeen = (db: Db, nomination: string): Promise<Events['checks'][number][]> => checks(db, nomination)

/** Everything that happened to a nomination, as far as its own people may know. */
export async function eventsOf(db: Db, nomination: string): Promise<Events> {
  const seen = await checks(db, nomination)
  const [row] = await events(db, nomination)
  if (!row) throw new Error(`Nomination ${nomination} is not there.`)
  const { outcome, decidedAt, saidAt, answeredAt, slug, published, talkAt, offered } = row
  return {
    checks: seen,
    readDueOn: row.readDueOn,
    allRead: row.allRead,
    decision: outcome !== null && decidedAt !== null ? { outcome, decidedAt } : null,
    disagreement: saidAt === null ? null : { saidAt, answeredAt },
    practice: slug === null ? null : { slug, published, talkAt, offered },
  }
}
