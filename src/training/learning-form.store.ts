import { randomUUID } from 'node:crypto'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { slugFrom } from '../foundation/slug.ts'
import { publishRevision } from '../thread/index.ts'
import { noteLearningFormChange } from './change.store.ts'
import type { Change } from './change.ts'
import type { Hand } from './hand.ts'
import { learningFormPublication } from './learning-form.publication.ts'
import type { LearningForm, LearningFormText, Practising } from './learning-form.ts'
import type { Strength } from './teaching.ts'
import { practising } from './training.tables.ts'

const COLUMNS = `form.id, form.slug, form.title, form.line, form.cost, form.duration as "time", form.place as "where",
  form.people, form.steps, form.questions, form.beware, form.item, form.file_print as "filePrint", form.version,
  form.live_since as "liveSince", form.updated_at as "updatedAt",
  exists (select from training.archive where archive.learning_form = form.id and ended_at is null) as "isArchived",
  coalesce((select json_agg(json_build_object('standard', standard, 'revision', revision, 'strength', strength)
      order by array_position(array['deepening', 'practice', 'introduction'], strength), standard)
    from training.practising where practising.learning_form = form.id), '[]') as practises`

type Row = LearningForm & Record<string, unknown>

const liveBySlug = statement<Row>(
  'training.liveLearningForm',
  `select ${COLUMNS} from training.learning_form as form where slug = $1 and live_since is not null`,
)
const bySlug = statement<Row>(
  'training.learningFormBySlug',
  `select ${COLUMNS} from training.learning_form as form where slug = $1 for update of form`,
)
const byId = statement<Row>(
  'training.learningFormById',
  `select ${COLUMNS} from training.learning_form as form where id = $1`,
)
const held = statement<Row>(
  'training.holdLearningForm',
  `select ${COLUMNS} from training.learning_form as form where id = $1 for update of form`,
)
const live = statement<Row>(
  'training.liveLearningForms',
  `select ${COLUMNS} from training.learning_form as form where live_since is not null order by title, id`,
)
const practisingOne = statement<Row & { here: Strength }>(
  'training.learningFormsPractising',
  `select ${COLUMNS}, own.strength as here from training.practising as own
   join training.learning_form as form on form.id = own.learning_form
   where own.standard = $1 and form.live_since is not null
   order by array_position(array['deepening', 'practice', 'introduction'], own.strength), form.title, form.id limit $2`,
)
const all = statement<Row>(
  'training.learningForms',
  `select ${COLUMNS} from training.learning_form as form order by title, id`,
)

/** A learning form on the site by the slug in its address. */
export const readLearningForm = async (db: Db, slug: string): Promise<LearningForm | undefined> =>
  (await liveBySlug(db, slug))[0]

/** One with this slug, on the site or not, held until the end of the transaction. */
export const holdLearningFormBySlug = async (tx: Db, slug: string): Promise<LearningForm | undefined> =>
  (await bySlug(tx, slug))[0]

/** A learning form by id, on the site or not. */
export const readLearningFormById = async (db: Db, id: string): Promise<LearningForm | undefined> =>
  (await byId(db, id))[0]

/** The same, held until the end of the transaction. */
export const holdLearningForm = async (tx: Db, id: string): Promise<LearningForm | undefined> => (await held(tx, id))[0]

/** Everything on the site, by title: some dozens, all of them ours. */
export const liveLearningForms: (db: Db) => Promise<LearningForm[]> = live

/** Those on the site in which one practises a standard, the strongest first, with how strongly. */
export const learningFormsPractising: (
  db: Db,
  standard: string,
  most: number,
) => Promise<(LearningForm & { here: Strength })[]> = practisingOne

/** Every learning form, also drafts and what lies in the archive, for editors. */
export const allLearningForms: (db: Db) => Promise<LearningForm[]> = all

const insert = statement<{ id: string }>(
  'training.insertLearningForm',
  `insert into training.learning_form (slug, file_print, created_at, created_by, updated_at, updated_by, title, line, cost,
     duration, place, people, steps, questions, beware)
   values ($1, $2, $3, $4, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (slug) do nothing returning id`,
)
const update = statement<{ id: string }>(
  'training.updateLearningForm',
  `update training.learning_form set file_print = $3, updated_at = $4, updated_by = $5, version = version + 1, title = $6,
     line = $7, cost = $8, duration = $9, place = $10, people = $11, steps = $12, questions = $13, beware = $14
   where id = $1 and version = $2 returning id`,
)
const forget = statement('training.forgetPractising', 'delete from training.practising where learning_form = $1')

const values = (text: LearningFormText): unknown[] => [
  ...[text.title, text.line, text.cost, text.time, text.where, text.people, text.steps, text.questions, text.beware],
]

async function setPractises(tx: Db, form: string, practises: Practising[]): Promise<void> {
  await forget(tx, form)
  if (practises.length > 0)
    await tx
      .insert(practising)
      .values(
        practises.map(({ standard, revision, strength }) => ({ learningForm: form, standard, revision, strength })),
      )
}

/** Where the words of a form come from: the file of the repository with this print, or an editor. */
export interface Source {
  slug?: string
  filePrint: string | null
}

/** Makes a learning form that only editors see. */
export async function createLearningForm(
  db: Db,
  text: LearningFormText,
  { by, at }: Hand,
  { slug = slugFrom(text.title) || 'leervorm', filePrint }: Source = { filePrint: null },
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const made = (wished: string) => insert(tx, wished, filePrint, at, by, ...values(text))
    const row = (await made(slug))[0] ?? (await made(`${slug}-${randomUUID().slice(0, 8)}`))[0]
    if (!row) throw new Error('A learning form was made and is not there.')
    await setPractises(tx, row.id, text.practises)
    return row.id
  })
}

/** Puts the words of a form on the thread as they stand now, with what one practises in it. */
export async function republishLearningForm(tx: Db, form: LearningForm, hand: Hand): Promise<string> {
  return (await publishRevision(tx, learningFormPublication(form, hand))).item
}

/**
 * Saves a form; false when a colleague saved since it was read. What changes in a form on the site is live at once; of
 * every form that was ever published it is logged with who, when and what. Saving words makes them the editor's: from
 * then on no file changes them. Only saying that it still holds does not.
 */
export async function saveLearningForm(
  db: Db,
  before: Pick<LearningForm, 'id' | 'version' | 'filePrint'>,
  text: LearningFormText,
  changes: Change[],
  hand: Hand,
  filePrint: string | null = changes.length === 0 ? before.filePrint : null,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const saved = await update(tx, before.id, before.version, filePrint, hand.at, hand.by, ...values(text))
    if (saved.length === 0) return false
    await setPractises(tx, before.id, text.practises)
    await noteLearningFormChange(tx, before.id, changes, hand)
    const after = await readLearningFormById(tx, before.id)
    if (after?.liveSince) {
      await republishLearningForm(tx, after, hand)
      await contentChanged(tx)
    }
    return true
  })
}
