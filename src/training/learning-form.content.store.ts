import { type Db, inTransaction } from '../foundation/db/index.ts'
import { sha256 } from '../foundation/seal.ts'
import { itemId, readItem } from '../thread/index.ts'
import { wordsChanged } from './change.ts'
import { readLearningForms } from './content.file.ts'
import type { LearningFormContent } from './content.form.ts'
import type { Hand } from './hand.ts'
import { learningFormInWords } from './learning-form.form.ts'
import { publishLearningForm } from './learning-form.publication.store.ts'
import { createLearningForm, holdLearningFormBySlug, saveLearningForm } from './learning-form.store.ts'
import type { LearningFormText, Practising } from './learning-form.ts'

/**
 * Puts the learning forms of the repository in place: once at every start, without effect when nothing changed. A file
 * that says something new changes its form as long as no editor wrote in it. What an editor wrote, made or put away stays.
 */
export async function loadLearningForms(db: Db, { contentDir, now }: { contentDir: string; now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.$client.query(`select pg_advisory_xact_lock(hashtext('training.content'))`)
    for (const content of readLearningForms(contentDir)) await settle(tx, content, { by: null, at: now })
  })
}

async function settle(tx: Db, content: LearningFormContent, hand: Hand): Promise<void> {
  const filePrint = sha256(JSON.stringify(content))
  const there = await holdLearningFormBySlug(tx, content.slug)
  if (there && (there.filePrint === null || there.filePrint === filePrint)) return
  const { text, names } = await textOf(tx, content)
  if (!there) {
    const id = await createLearningForm(tx, text, hand, { slug: content.slug, filePrint })
    return publishLearningForm(tx, id, hand)
  }
  for (const { standard } of there.practises) names.set(standard, (await readItem(tx, standard))?.revision.title ?? '')
  const changes = wordsChanged(learningFormInWords(there, names), learningFormInWords(text, names))
  await saveLearningForm(tx, there, text, changes, hand, filePrint)
}

/** What a file says, about the standards as they read now; `names` are theirs. */
async function textOf(
  tx: Db,
  { slug, practises: said, ...text }: LearningFormContent,
): Promise<{ text: LearningFormText; names: Map<string, string> }> {
  const names = new Map<string, string>()
  const practises: Practising[] = []
  for (const { standard, strength } of said) {
    const found = await readItem(tx, itemId('standard', standard))
    if (!found) throw new Error(`There is no standard ${standard} for the learning form ${slug}.`)
    names.set(found.id, found.revision.title)
    practises.push({ standard: found.id, revision: found.revision.id, strength })
  }
  return { text: { ...text, practises }, names }
}
