import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { publishCall } from './call.desk.store.ts'
import { readCall, themesOf } from './call.store.ts'
import {
  type CallContent,
  type CriteriaContent,
  callContent,
  criteriaContent,
  vocabularyTerms,
} from './content.form.ts'
import { call, criteriaEdition, criterion, field, theme } from './intake.tables.ts'

/** Every file of a folder of content, checked. */
export function readFolder<Shape extends z.ZodType>(folder: string, shape: Shape): z.output<Shape>[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.toSorted().map((name) => shape.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

/** The lists an editor may choose from for a call, besides those of the calls that are there. Source: issue 3, point 1. */
const LISTS = ['wmo2007', 'wmo2015', 'bakens']

/**
 * Puts the lists of fields, the editions of the criteria and the calls of the repository in place; at every start,
 * without effect on what is there. Fictional calls come only with a trial installation.
 */
export async function loadCalls(
  db: Db,
  { contentDir, now, trial }: { contentDir: string; now: Date; trial: boolean },
): Promise<void> {
  const calls = readFolder(join(contentDir, 'calls'), callContent).filter(({ voorbeeld }) => trial || !voorbeeld)
  const lists = readFolder(join(contentDir, 'vocabularies'), vocabularyTerms)
  await inTransaction(db, async (tx) => {
    const wanted = new Set([...LISTS, ...calls.map(({ vocabulary }) => vocabulary)])
    for (const list of lists.filter(({ slug }) => wanted.has(slug))) await loadFields(tx, list)
    for (const edition of readFolder(join(contentDir, 'criteria'), criteriaContent)) await loadCriteria(tx, edition)
    for (const one of calls) await loadCall(tx, one, now)
  })
}

async function loadFields(db: Db, { slug: vocabulary, validFrom, validTo, terms }: z.output<typeof vocabularyTerms>) {
  for (const [position, { slug, code, name, note }] of terms.entries()) {
    const words = { code, name, note, position, validFrom, validTo }
    await db
      .insert(field)
      .values({ vocabulary, slug, ...words })
      .onConflictDoUpdate({ target: [field.vocabulary, field.slug], set: words })
  }
}

const sentence = (source: { text: string }[] | null): string => source?.map(({ text }) => text).join(' ') ?? ''

async function loadCriteria(db: Db, { slug, criteria, source, ...edition }: CriteriaContent): Promise<void> {
  const words = { ...edition, source: sentence(source) }
  await db
    .insert(criteriaEdition)
    .values({ slug, ...words })
    .onConflictDoUpdate({ target: criteriaEdition.slug, set: words })
  for (const [position, { slug: name, ...rest }] of criteria.entries())
    await db
      .insert(criterion)
      .values({ edition: slug, slug: name, position: position + 1, ...rest })
      .onConflictDoUpdate({ target: [criterion.edition, criterion.slug], set: { position: position + 1, ...rest } })
}

/** A call that was published stays as it was published. */
async function loadCall(db: Db, content: CallContent, now: Date): Promise<void> {
  const { slug, themes, voorbeeld, intro, source, dateNote, ours, ...rest } = content
  if (await readCall(db, slug)) return
  const note = [sentence(source), dateNote, ours].filter(Boolean).join(' ')
  const [row] = await db
    .insert(call)
    .values({ slug, ...rest, intro: intro.join('\n\n'), source: note, fictional: voorbeeld })
    .returning({ id: call.id })
  if (!row) throw new Error(`The call ${slug} was not kept.`)
  await db.insert(theme).values(themes.map((words, position) => ({ call: row.id, position: position + 1, ...words })))
  const kept = await readCall(db, slug)
  if (kept) await publishCall(db, kept, await themesOf(db, row.id), { by: null, at: now })
}
