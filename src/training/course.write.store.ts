import { randomUUID } from 'node:crypto'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { slugFrom } from '../foundation/slug.ts'
import { publishRevision } from '../thread/index.ts'
import { noteChange } from './change.store.ts'
import { changesBetween } from './change.ts'
import { coursePublication } from './course.publication.ts'
import { holdCourse, readCourseById } from './course.store.ts'
import { type Accreditation, type Course, type CourseText, RESERVED } from './course.ts'
import type { Hand } from './hand.ts'
import { holdProvider, holdProviderOf, providersById } from './provider.store.ts'
import { teachingsOf } from './teaching.read.store.ts'
import { accreditation } from './training.tables.ts'

const taken = statement<{ slug: string }>(
  'training.takenSlugs',
  `select slug from training.course where slug = $1 or slug like $1 || '-%'`,
)

/** An address nobody has: the name, with a number behind it when that is in use. */
export async function freeSlug(tx: Db, title: string): Promise<string> {
  const wished = slugFrom(title) || 'training'
  const used = new Set([...RESERVED, ...(await taken(tx, wished)).map(({ slug }) => slug)])
  if (!used.has(wished)) return wished
  for (let number = 2; ; number += 1) if (!used.has(`${wished}-${number}`)) return `${wished}-${number}`
}

const insert = statement<{ id: string }>(
  'training.insertCourse',
  `insert into training.course (id, provider, slug, fictional, created_at, created_by, updated_at, updated_by, code, title,
     outcome, about, form, minutes, language, level, professions, for_students, in_company, any_time, price_cents, enrol_url)
   values ($1, $2, $3, $4, $5, $6, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
   on conflict (slug) do nothing returning id`,
)

const update = statement<{ id: string }>(
  'training.updateCourse',
  `update training.course set updated_at = $3, updated_by = $4, version = version + 1, code = $5, title = $6, outcome = $7,
     about = $8, form = $9, minutes = $10, language = $11, level = $12, professions = $13, for_students = $14,
     in_company = $15, any_time = $16, price_cents = $17, enrol_url = $18
   where id = $1 and version = $2 returning id`,
)

const values = (text: CourseText): unknown[] => [
  ...[text.code, text.title, text.outcome, text.about, text.form, text.minutes, text.language, text.level],
  ...[text.professions, text.forStudents, text.inCompany, text.anyTime, text.priceCents, text.enrolUrl],
]

async function setAccreditations(tx: Db, course: string, given: Accreditation[], isNew: boolean): Promise<void> {
  if (!isNew) await forgetAccreditations(tx, course)
  if (given.length > 0) await tx.insert(accreditation).values(given.map((one) => ({ course, ...one })))
}

const forgetAccreditations = statement(
  'training.forgetAccreditations',
  'delete from training.accreditation where course = $1',
)

const codeStands = statement(
  'training.codeStands',
  `select from training.course where provider = $1 and code = $2 and id <> $3`,
)

async function isCodeTaken(tx: Db, provider: string, code: string, course: string): Promise<boolean> {
  if (code === '') return false
  return (await codeStands(tx, provider, code, course)).length > 0
}

/**
 * Makes a course that only its provider sees; undefined when another course of theirs has its code. `slug` and `id` are
 * given for courses of the repository alone.
 */
export async function createCourse(
  db: Db,
  provider: { id: string; fictional: boolean },
  text: CourseText,
  { by, at }: Hand,
  fixed: { id?: string; slug?: string } = {},
): Promise<string | undefined> {
  return inTransaction(db, async (tx) => {
    const id = fixed.id ?? randomUUID()
    // Two who give one code at one moment follow each other.
    await holdProvider(tx, provider.id)
    if (await isCodeTaken(tx, provider.id, text.code, id)) return undefined
    const slug = fixed.slug ?? (await freeSlug(tx, text.title))
    const [row] = await insert(tx, id, provider.id, slug, provider.fictional, at, by, ...values(text))
    // Two people who give the same name at one moment: the second gets an address with a piece of its own id.
    if (!row)
      await insert(tx, id, provider.id, `${slug}-${id.slice(0, 4)}`, provider.fictional, at, by, ...values(text))
    await setAccreditations(tx, id, text.accreditations, true)
    return id
  })
}

/** Puts the words of a course on the thread as they stand now. Nothing for a course that was never published. */
export async function republishCourse(tx: Db, course: Course, hand: Hand): Promise<string> {
  const provider = (await providersById(tx, [course.provider])).get(course.provider)
  if (!provider) throw new Error(`Course ${course.id} has no provider.`)
  const teachings = (await teachingsOf(tx, [course.id])).get(course.id) ?? []
  const { item } = await publishRevision(tx, coursePublication(course, provider, teachings, hand))
  return item
}

/** What saving a course came to. */
export type Saving = 'saved' | 'someone was first' | 'code taken'

/**
 * Saves a course, unless a colleague saved since it was read: then nothing changed. What changes in a course
 * that was published goes live at once, and is logged with who, when and what.
 */
export async function saveCourse(
  db: Db,
  id: string,
  { version, ...text }: CourseText & { version: number },
  hand: Hand,
): Promise<Saving> {
  return inTransaction(db, async (tx) => {
    await holdProviderOf(tx, id)
    const before = await holdCourse(tx, id)
    if (before?.version !== version) return 'someone was first'
    if (await isCodeTaken(tx, before.provider, text.code, id)) return 'code taken'
    const changes = changesBetween(before, text)
    if (changes.length === 0) return 'saved'
    await update(tx, id, version, hand.at, hand.by, ...values(text))
    await setAccreditations(tx, id, text.accreditations, false)
    const after = await readCourseById(tx, id)
    await noteChange(tx, id, changes, hand)
    if (after?.liveSince) {
      await republishCourse(tx, after, hand)
      await contentChanged(tx)
    }
    return 'saved'
  })
}
