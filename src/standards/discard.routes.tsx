import { dutchDay } from '../foundation/clock.ts'
import { found, page, readForm, refuse } from '../foundation/http/index.ts'
import { type PeopleContext, withRole } from '../people/index.ts'
import { countReactions } from './consultation.store.ts'
import { discardForm } from './discard.form.ts'
import { DiscardPage, draftMark } from './discard.page.tsx'
import { discardDraft, withdrawConsultation } from './discard.store.ts'
import { editionAt, heldDraft } from './draft.context.ts'
import { draftUrl } from './draft.page.tsx'
import { readDraft } from './draft.store.ts'
import type { Edition } from './edition.store.ts'
import { discardFault, mayWithdraw } from './edition.ts'

async function askAgain(c: PeopleContext, edition: Edition, late = false): Promise<Response> {
  const { db } = c.var
  const title = 'Concept weggooien'
  return page(
    c,
    {
      title,
      robots: 'noindex',
      breadcrumb: [
        { label: 'Redactie', href: '/redactie' },
        { label: 'Kenmerken', href: '/redactie/kenmerken' },
        { label: String(edition.text.year), href: draftUrl(edition.id) },
        { label: title },
      ],
      ...(late ? { status: 409 } : {}),
    },
    <DiscardPage draft={await readDraft(db, edition)} reactions={await countReactions(db, edition.id)} late={late} />,
  )
}

const refuseFor = (edition: Edition): void => {
  const fault = discardFault(edition.status)
  if (fault) refuse(409, fault)
}

/** Asks whether a draft may go. */
export async function showDiscard(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const edition = await editionAt(c)
  refuseFor(edition)
  return askAgain(c, edition)
}

/** Throws a draft away, when it still is what its editor saw. */
export async function discard(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const edition = await heldDraft(c)
  refuseFor(edition)
  const form = readForm(c, discardForm)
  if (!form.ok || form.value.gezien !== draftMark(await readDraft(c.var.db, edition))) return askAgain(c, edition, true)
  await discardDraft(c.var.db, edition.id, { by: editor.id, at: c.var.now })
  return c.redirect('/redactie/kenmerken?weggegooid=ja', 303)
}

/** Calls a consultation off that nobody could react to yet. */
export async function withdrawPlanned(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const edition = await heldDraft(c)
  const asked = found(edition.consultations.find(({ id }) => id === c.req.param('consultatie')))
  if (!mayWithdraw(editor, asked, dutchDay(now)))
    refuse(409, 'Deze consultatie is al begonnen. Mensen lezen en reageren, dus wacht tot zij over is.')
  await withdrawConsultation(db, asked.id, { by: editor.id, at: now })
  return c.redirect(`${draftUrl(edition.id)}#consultatie`, 303)
}
