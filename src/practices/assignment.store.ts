import { eq } from 'drizzle-orm'
import { type Db, statement } from '../foundation/db/index.ts'
import { placesOf } from '../people/index.ts'
import type { Assignment, Nominator, ReaderPlaces } from './assignment.ts'
import { assignment, interest, judgement, judgementClosing } from './intake.tables.ts'
import type { Nomination } from './nomination.ts'

interface Row {
  id: string
  nomination: string
  reader: string
  due_on: string
  assigned_at: Date
  conflicted: boolean | null
  words: string | null
  closed_at: Date | null
}

const COLUMNS = `a.id, a.nomination, a.reader, to_char(a.due_on, 'YYYY-MM-DD') as due_on, a.assigned_at, i.conflicted,
    i.words, c.closed_at
  from practices.assignment a
  left join practices.interest i on i.assignment = a.id
  left join practices.judgement_closing c on c.assignment = a.id`

const ofNomination = statement<Row & Record<string, unknown>>(
  'practices.assignmentsOf',
  `select ${COLUMNS} where a.nomination = $1 order by a.assigned_at, a.id`,
)
const one = statement<Row & Record<string, unknown>>('practices.assignment', `select ${COLUMNS} where a.id = $1`)
const held = statement<Row & Record<string, unknown>>(
  'practices.lockAssignment',
  `select ${COLUMNS} where a.id = $1 for update of a`,
)

function asAssignment({ due_on, assigned_at, conflicted, words, closed_at, ...row }: Row): Assignment {
  return {
    ...row,
    dueOn: due_on,
    assignedAt: assigned_at,
    interest: conflicted === null ? null : { conflicted, words: words ?? '' },
    closedAt: closed_at,
  }
}

/** The readers of a nomination, in the order they were asked. */
export const assignmentsOf = async (db: Db, nomination: string): Promise<Assignment[]> =>
  (await ofNomination(db, nomination)).map(asAssignment)

/** One assignment; `hold` keeps others from changing it in the same moment. */
export async function readAssignment(db: Db, id: string, { hold = false } = {}): Promise<Assignment | undefined> {
  const [row] = await (hold ? held : one)(db, id)
  return row && asAssignment(row)
}

/** One line of a reader's own list. */
export interface ReadingLine extends Assignment {
  title: string
  organisation: string
  fictional: boolean
  decided: boolean
}

const ofReader = statement<
  Row & { title: string | null; organisation: string | null; fictional: boolean; decided: boolean }
>(
  'practices.readingsOf',
  `select n.fictional, d.nomination is not null as decided, s.body -> 'sections' -> 'name' ->> 'title' as title,
     s.body -> 'sections' -> 'organisation' ->> 'name' as organisation, mine.*
   from (select ${COLUMNS} where a.reader = $1) as mine
   join practices.nomination n on n.id = mine.nomination
   left join practices.decision d on d.nomination = n.id
   left join lateral (select body from practices.submission where nomination = n.id order by number desc limit 1) as s
     on true
   where not exists (select from practices.nomination_withdrawal w where w.nomination = n.id)
   order by mine.due_on, mine.id`,
)

/** Everything someone was asked to read, what is due first on top. */
export async function readingsOf(db: Db, reader: string): Promise<ReadingLine[]> {
  return (await ofReader(db, reader)).map(({ title, organisation, fictional, decided, ...row }) => ({
    ...asAssignment(row),
    title: title ?? 'Zonder naam',
    organisation: organisation ?? '',
    fictional,
    decided,
  }))
}

/** Who nominated, as far as it decides who may not judge. */
export async function nominatorOf(db: Db, nomination: Nomination): Promise<Nominator> {
  const people = [...new Set([...nomination.colleagues, ...(nomination.startedBy ? [nomination.startedBy] : [])])]
  const places = await placesOf(db, people)
  const sent = nomination.submissions.at(-1)?.body.sections.organisation ?? nomination.sections.organisation.body
  return { organisation: sent.name, people, organisations: [...places.values()].flat().map(({ id }) => id) }
}

/** Where a possible reader belongs now. */
export const placesOfReader = async (db: Db, reader: string): Promise<ReaderPlaces> => ({
  id: reader,
  organisations: (await placesOf(db, [reader])).get(reader) ?? [],
})

/** Asks someone to read. */
export async function assign(
  db: Db,
  fresh: { nomination: string; reader: string; dueOn: string; by: string; at: Date },
): Promise<void> {
  const { by, at, ...row } = fresh
  await db.insert(assignment).values({ ...row, assignedBy: by, assignedAt: at })
}

/** Another day to be ready by. */
export async function moveDueDay(db: Db, id: string, dueOn: string): Promise<void> {
  await db.update(assignment).set({ dueOn }).where(eq(assignment.id, id))
}

/** A reader who can't after all; what was half written goes along. Never for a judgement that stands. */
export async function releaseReader(db: Db, id: string): Promise<void> {
  await db.delete(judgement).where(eq(judgement.assignment, id))
  await db.delete(interest).where(eq(interest.assignment, id))
  await db.delete(assignment).where(eq(assignment.id, id))
}

/** A reader says whether there is an interest. Once: who has one steps aside. */
export async function declareInterest(
  db: Db,
  id: string,
  said: { conflicted: boolean; words: string },
  at: Date,
): Promise<void> {
  await db
    .insert(interest)
    .values({ assignment: id, ...said, declaredAt: at })
    .onConflictDoNothing()
}

/** From here the judgement stands. */
export async function closeJudgement(db: Db, id: string, at: Date): Promise<void> {
  await db.insert(judgementClosing).values({ assignment: id, closedAt: at }).onConflictDoNothing()
}
