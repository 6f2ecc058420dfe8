import { type Db, statement as prepared } from '../foundation/db/index.ts'
import type { Hand } from './group.store.ts'
import { lineage } from './group.tables.ts'
import type { LineageStep, Step } from './lineage.ts'

/** Notes steps from several things to one, or from one to several, with the one reason someone gave. */
export async function noteSteps(
  db: Db,
  {
    group,
    step,
    from,
    to,
    reason = '',
  }: { group: string | null; step: Step; from: string[]; to: string[]; reason?: string },
  { by, at }: Hand,
): Promise<void> {
  const rows = from.flatMap((fromSubject) =>
    to.map((toSubject) => ({
      workingGroup: group,
      step,
      fromSubject,
      toSubject,
      reason,
      steppedBy: by,
      steppedAt: at,
    })),
  )
  if (rows.length > 0) await db.insert(lineage).values(rows)
}

// A thing that was only reworded points at itself; the walk goes on from what it came from.
const back = prepared<LineageStep & Record<string, unknown>>(
  'olympiad.lineage',
  `with recursive walk (subject, depth) as (
     select $1::uuid, 0
     union
     select l.from_subject, walk.depth + 1 from walk join olympiad.lineage l on l.to_subject = walk.subject
      where l.from_subject <> walk.subject and walk.depth < 50
   )
   select l.step, l.from_subject as "from", l.to_subject as "to", l.reason, l.stepped_at as at
     from olympiad.lineage l where l.to_subject in (select subject from walk) order by l.stepped_at desc, l.id limit 2000`,
)

/** Every step that led to a factor or statement, newest first. */
export const stepsTo: (db: Db, subject: string) => Promise<LineageStep[]> = back

const onward = prepared<LineageStep & Record<string, unknown>>(
  'olympiad.lineageOn',
  `select step, from_subject as "from", to_subject as "to", reason, stepped_at as at from olympiad.lineage
    where from_subject = $1 and to_subject <> $1 order by stepped_at, id`,
)

/** What a factor or statement went on to be: "ging op in …". */
export const stepsFrom: (db: Db, subject: string) => Promise<LineageStep[]> = onward
