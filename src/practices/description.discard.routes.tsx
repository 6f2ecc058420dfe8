import { found, page, readForm, refuse } from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { deskPractice, heldPractice } from './description.context.ts'
import { DescriptionDiscardPage, workMark } from './description.discard.page.tsx'
import { discardDescription } from './description.discard.store.ts'
import { discardForm } from './description.form.ts'
import { descriptionDeskUrl } from './description.page.tsx'
import { type DescriptionWork, descriptionWork } from './description.publication.store.ts'
import { practiceHead } from './desk-head.ts'
import type { Practice } from './practice.ts'

async function workInTheMaking(c: PeopleContext, practice: Practice): Promise<DescriptionWork> {
  const work = found(await descriptionWork(c.var.db, practice))
  if (work.step === 'published')
    refuse(
      409,
      'Deze versie is gepubliceerd. Wat gepubliceerd is, blijft te lezen; een verbetering wordt een nieuwe versie.',
    )
  return work
}

function askAgain(c: PeopleContext, practice: Practice, work: DescriptionWork, late = false): Response {
  const trail = [{ label: 'Beschrijving', href: descriptionDeskUrl(practice) }]
  const head = practiceHead(practice, 'Tekst weggooien', { trail, ...(late ? { status: 409 } : {}) })
  return page(c, head, <DescriptionDiscardPage practice={practice} work={work} late={late} />)
}

/** Asks whether the version in the making may go. */
export async function showDiscard(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  return askAgain(c, practice, await workInTheMaking(c, practice))
}

/** Throws the version in the making away, when it still is what its editor saw. */
export async function discard(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await heldPractice(c)
  const work = await workInTheMaking(c, practice)
  const form = readForm(c, discardForm)
  if (!form.ok || form.value.gezien !== workMark(work)) return askAgain(c, practice, work, true)
  await discardDescription(c.var.db, work.draft, { by: editor, at: c.var.now })
  return c.redirect(`${descriptionDeskUrl(practice)}?gedaan=weggegooid`, 303)
}
