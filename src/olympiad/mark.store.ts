import { and, eq, notExists, sql } from 'drizzle-orm'
import { type Db, statement as prepared } from '../foundation/db/index.ts'
import { passagesRead } from '../practices/index.ts'
import type { Hand } from './group.store.ts'
import { factorMark, mark as marks } from './group.tables.ts'
import { noteSteps } from './lineage.store.ts'
import { type Mark, type MarkRead, marksRead } from './mark.ts'

type Row = Mark & Record<string, unknown>

const MARK = `select m.id, m.working_group as "group", m.item, m.revision, m.passage, m.shows, m.words, m.marked_by as by,
    m.marked_at as at, f.factor
  from olympiad.mark m left join olympiad.factor_mark f on f.mark = m.id`

const ofGroup = prepared<Row>('olympiad.marks', `${MARK} where m.working_group = $1 order by m.marked_at, m.id`)
const ofFactors = prepared<Row>('olympiad.marksUnder', `${MARK} where f.factor = any ($1) order by m.marked_at, m.id`)
const byIds = prepared<Row>('olympiad.marksById', `${MARK} where m.id = any ($1) order by m.marked_at, m.id`)

/** Every mark of a group, oldest first. */
export const marksOf: (db: Db, group: string) => Promise<Mark[]> = ofGroup

/** The marks under some factors. */
export const marksUnder = async (db: Db, factors: string[]): Promise<Mark[]> =>
  factors.length === 0 ? [] : ofFactors(db, factors)

/** Marks by id. */
export const marksById = async (db: Db, ids: string[]): Promise<Mark[]> => (ids.length === 0 ? [] : byIds(db, ids))

/** Marks with the words they point at, as they were read. */
export const readMarks = async (db: Db, list: Mark[]): Promise<MarkRead[]> =>
  marksRead(list, await passagesRead(db, list))

/** Keeps what a member says a passage or quote shows. */
export async function addMark(
  db: Db,
  {
    group,
    item,
    revision,
    passage,
    shows,
    words,
  }: Pick<Mark, 'group' | 'item' | 'revision' | 'passage' | 'shows' | 'words'>,
  { by, at }: Hand,
): Promise<string> {
  const [row] = await db
    .insert(marks)
    .values({ workingGroup: group, item, revision, passage, shows, words, markedBy: by, markedAt: at })
    .returning({ id: marks.id })
  if (!row) throw new Error('The mark was not stored.')
  return row.id
}

/** Takes back one's own mark while nothing rests on it; false when it is another's, or stands under a factor. */
export async function dropMark(db: Db, { group, id, by }: { group: string; id: string; by: string }): Promise<boolean> {
  const placed = db.select({ mark: factorMark.mark }).from(factorMark).where(eq(factorMark.mark, marks.id))
  const gone = await db
    .delete(marks)
    .where(and(eq(marks.workingGroup, group), eq(marks.id, id), eq(marks.markedBy, by), notExists(placed)))
    .returning({ id: marks.id })
  return gone.length > 0
}

const place = prepared(
  'olympiad.placeMarks',
  `insert into olympiad.factor_mark (mark, factor, placed_by, placed_at) select unnest($1::uuid[]), $2, $3, $4
   on conflict (mark) do update set factor = excluded.factor, placed_by = excluded.placed_by, placed_at = excluded.placed_at`,
)

/** Puts marks under a factor, wherever they stood. */
export async function placeMarks(
  db: Db,
  { group, ids, factor }: { group: string; ids: string[]; factor: string },
  hand: Hand,
): Promise<void> {
  if (ids.length === 0) return
  await place(db, ids, factor, hand.by, hand.at)
  await noteSteps(db, { group, step: 'clustered', from: ids, to: [factor] }, hand)
}

/** Takes a mark from under the factor where someone saw it; false when it was moved meanwhile. */
export async function looseMark(db: Db, { id, factor }: { id: string; factor: string }): Promise<boolean> {
  const loosened = await db
    .delete(factorMark)
    .where(sql`${factorMark.mark} = ${id} and ${factorMark.factor} = ${factor}`)
    .returning({ mark: factorMark.mark })
  return loosened.length > 0
}
