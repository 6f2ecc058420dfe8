import { found } from '../foundation/http/index.ts'
import { type PeopleContext, withRole } from '../people/index.ts'
import { openNomination } from './nomination.entry.ts'
import type { Nomination } from './nomination.ts'
import { holdPractice, practiceOf, readPractice } from './practice.store.ts'
import type { Practice } from './practice.ts'

/** The practice of this address, for an editor. */
export async function deskPractice(c: PeopleContext): Promise<{ practice: Practice; editor: string }> {
  const editor = withRole(c, 'editor')
  return { practice: found(await readPractice(c.var.db, c.req.param('slug') ?? '')), editor: editor.id }
}

/** The same, held: whoever comes second waits, and then sees what the first did. */
export async function heldPractice(c: PeopleContext): Promise<{ practice: Practice; editor: string }> {
  const { practice, editor } = await deskPractice(c)
  await holdPractice(c.var.db, practice.id)
  return { practice: found(await readPractice(c.var.db, practice.slug)), editor }
}

/** The practice that a nomination became, for whoever may open that nomination. */
export async function ownPractice(c: PeopleContext): Promise<{ nomination: Nomination; practice: Practice }> {
  const nomination = await openNomination(c, c.req.param('id') ?? '')
  return { nomination, practice: found(await practiceOf(c.var.db, nomination.id)) }
}
