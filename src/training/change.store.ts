import { type Db, statement } from '../foundation/db/index.ts'
import type { Change, ChangeRow } from './change.ts'
import type { Hand } from './hand.ts'

const note = statement(
  'training.noteChange',
  `insert into training.change (course, changed_at, changed_by, changes)
   select id, $2, $3, $4 from training.course where id = $1 and item is not null`,
)
const noteOfModule = statement(
  'training.noteModuleChange',
  `insert into training.change (module, changed_at, changed_by, changes)
   select module, $2, $3, $4 from training.publication where module = $1`,
)
const noteOfLearningForm = statement(
  'training.noteLearningFormChange',
  `insert into training.change (learning_form, changed_at, changed_by, changes)
   select learning_form, $2, $3, $4 from training.publication where learning_form = $1`,
)

/** Logs what changed in a course, once it was published: before that nobody read it. */
export async function noteChange(tx: Db, course: string, changes: Change[], { by, at }: Hand): Promise<void> {
  if (changes.length > 0) await note(tx, course, at, by, JSON.stringify(changes))
}

/** The same of material. */
export async function noteModuleChange(tx: Db, module: string, changes: Change[], { by, at }: Hand): Promise<void> {
  if (changes.length > 0) await noteOfModule(tx, module, at, by, JSON.stringify(changes))
}

/** The same of a learning form. */
export async function noteLearningFormChange(tx: Db, form: string, changes: Change[], { by, at }: Hand): Promise<void> {
  if (changes.length > 0) await noteOfLearningForm(tx, form, at, by, JSON.stringify(changes))
}

const changes = statement<ChangeRow & Record<string, unknown>>(
  'training.changesOf',
  `select id, changed_at as "changedAt", changed_by as "changedBy", changes from training.change
   where course = $1 or module = $1 or learning_form = $1 order by changed_at desc, id limit $2 offset $3`,
)
const counted = statement<{ count: number }>(
  'training.countChangesOf',
  'select count(*)::int as count from training.change where course = $1 or module = $1 or learning_form = $1',
)

/** What changed in a course, material or a learning form since it was published, newest first: `most` of it after the first `skip`. */
export const changesOf = (db: Db, offered: string, part: { skip: number; most: number }): Promise<ChangeRow[]> =>
  changes(db, offered, part.most, part.skip)

/** How many changes that are. */
export const countChangesOf = async (db: Db, offered: string): Promise<number> =>
  (await counted(db, offered))[0]?.count ?? 0
