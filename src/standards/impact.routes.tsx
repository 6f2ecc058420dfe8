import { allow, type FieldError, page, readForm, type Typed } from '../foundation/http/index.ts'
import { type PeopleContext, withRole } from '../people/index.ts'
import { decideImpact, impactForm, linksMeant } from '../thread/index.ts'
import { editionAt, heldDraft } from './draft.context.ts'
import { draftUrl } from './draft.page.tsx'
import { readDraft } from './draft.store.ts'
import { ImpactPage } from './impact.page.tsx'

interface Faulty {
  errors?: FieldError[]
  typed?: Typed
}

export async function showImpact(c: PeopleContext, { errors = [], typed = {} }: Faulty = {}): Promise<Response> {
  withRole(c, 'editor')
  const edition = await editionAt(c)
  allow(edition.publishedAt === null)
  const draft = await readDraft(c.var.db, edition)
  return page(
    c,
    {
      title: 'Gevolgen van deze versie',
      robots: 'noindex',
      breadcrumb: [
        { label: 'Redactie', href: '/redactie' },
        { label: 'Kenmerken', href: '/redactie/kenmerken' },
        { label: String(edition.text.year), href: draftUrl(edition.id) },
        { label: 'Gevolgen' },
      ],
      errors: errors.length,
      ...(errors.length > 0 ? { status: 400 } : {}),
    },
    <ImpactPage draft={draft} errors={errors} typed={typed} />,
  )
}

/** Notes what an editor decided about one link or several, under the editor's own name. */
export async function decideImpactHere(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const edition = await heldDraft(c)
  allow(edition.publishedAt === null)
  const form = readForm(c, impactForm)
  if (!form.ok) return showImpact(c, form)
  const draft = await readDraft(db, edition)
  const { 'koppeling[]': named, 'soort[]': words, besluit, reden } = form.value
  const links = linksMeant({ links: named, words }, draft.impact)
  const decision = {
    links,
    outcome: besluit,
    reason: reden,
    name: editor.name || 'Redacteur',
    by: editor.id,
    at: now,
  }
  await decideImpact(db, { draft: edition.id, items: draft.touched }, decision)
  return c.redirect(`${draftUrl(edition.id)}/gevolgen`, 303)
}
