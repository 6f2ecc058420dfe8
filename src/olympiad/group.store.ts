import { eq, sql } from 'drizzle-orm'
import { type Db, statement as prepared } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { groupMember, study, workingGroup } from './group.tables.ts'
import { freeGroupSlug, type GroupMember, type GroupWords, type WorkingGroup } from './group.ts'

/** Who does something, and when; `by` is null where nobody with an account did. */
export interface Hand {
  by: string | null
  at: Date
}

const GROUP = `select g.id, g.slug, g.year, g.title, g.task, g.themes, g.fictional, g.version, g.started_at as "startedAt",
    array(select practice from olympiad.study where working_group = g.id order by position) as practices,
    array(select person from olympiad.group_member where working_group = g.id and until is null and person is not null
      order by since, id) as members
  from olympiad.working_group g`

type Row = WorkingGroup & Record<string, unknown>

const bySlug = prepared<Row>('olympiad.group', `${GROUP} where g.slug = $1`)
const all = prepared<Row>('olympiad.groups', `${GROUP} order by g.year desc, g.started_at desc, g.slug limit 500`)
const ofPerson = prepared<Row>(
  'olympiad.groupsOf',
  `${GROUP} where exists (select from olympiad.group_member m
     where m.working_group = g.id and m.person = $1 and m.until is null) order by g.year desc, g.slug`,
)

/** A working group by its address. */
export async function readGroup(db: Db, slug: string): Promise<WorkingGroup | undefined> {
  return (await bySlug(db, slug))[0]
}

/** Every working group, newest year first. There are a few a year. */
export const workingGroups: (db: Db) => Promise<WorkingGroup[]> = all

/** The groups someone is a member of now. */
export const groupsOf: (db: Db, person: string) => Promise<WorkingGroup[]> = ofPerson

const slugRows = prepared<{ slug: string }>('olympiad.groupSlugs', 'select slug from olympiad.working_group')

/** Begins a group under an address that is free. */
export async function makeGroup(
  db: Db,
  { practices, ...words }: GroupWords & { fictional: boolean },
  { by, at }: Hand,
): Promise<WorkingGroup> {
  const taken = new Set((await slugRows(db)).map(({ slug }) => slug))
  const slug = freeGroupSlug(words, taken)
  const [row] = await db
    .insert(workingGroup)
    .values({ ...words, slug, startedBy: by, startedAt: at })
    .returning({ id: workingGroup.id })
  if (!row) throw new Error('The working group was not stored.')
  await setStudies(db, row.id, practices)
  await contentChanged(db)
  const made = await readGroup(db, slug)
  if (!made) throw new Error('The working group that was just made is gone.')
  return made
}

/** Mends a group; false when someone else was first. */
export async function saveGroup(
  db: Db,
  { id, version }: Pick<WorkingGroup, 'id' | 'version'>,
  { practices, ...words }: GroupWords,
): Promise<boolean> {
  const saved = await db
    .update(workingGroup)
    .set({ ...words, version: sql`${workingGroup.version} + 1` })
    .where(sql`${workingGroup.id} = ${id} and ${workingGroup.version} = ${version}`)
    .returning({ id: workingGroup.id })
  if (saved.length === 0) return false
  await setStudies(db, id, practices)
  await contentChanged(db)
  return true
}

async function setStudies(db: Db, group: string, practices: string[]): Promise<void> {
  await db.delete(study).where(eq(study.workingGroup, group))
  if (practices.length > 0)
    await db.insert(study).values(practices.map((practice, position) => ({ workingGroup: group, practice, position })))
}

const memberRows = prepared<GroupMember & Record<string, unknown>>(
  'olympiad.members',
  `select id, person, since from olympiad.group_member
    where working_group = $1 and until is null and person is not null order by since, id`,
)

/** Who is a member now, longest first. */
export const membersOf: (db: Db, group: string) => Promise<GroupMember[]> = memberRows

/** Adds a member; who is one already stays one. */
export async function addMember(db: Db, group: string, person: string, { by, at }: Hand): Promise<void> {
  await db.insert(groupMember).values({ workingGroup: group, person, addedBy: by, since: at }).onConflictDoNothing()
}

const end = prepared<{ id: string }>(
  'olympiad.endMember',
  `update olympiad.group_member set until = $3
    where working_group = $1 and person = $2 and until is null returning id`,
)

/** Someone leaves; false when they were no member any more. */
export const endMember = async (db: Db, group: string, person: string, at: Date): Promise<boolean> =>
  (await end(db, group, person, at)).length > 0
