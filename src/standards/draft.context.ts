import { contentChanged, type FieldError, found, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { draftUrl } from './draft.page.tsx'
import { lockDraft } from './draft.store.ts'
import { type Edition, editions } from './edition.store.ts'

/** The draft or edition of this address; an id that is none is a page that does not exist. */
export async function editionAt(c: PeopleContext): Promise<Edition> {
  const id = c.req.param('id')
  return found((await editions(c.var.db, c.var.now)).find((edition) => edition.id === id))
}

/** The draft of this address, held so that nobody else changes it in the same moment. */
export async function heldDraft(c: PeopleContext): Promise<Edition> {
  await lockDraft(c.var.db, c.req.param('id') ?? '')
  const edition = await editionAt(c)
  // In consultation everyone reads along: whatever is written now shows at once.
  if (edition.status === 'consultation') await contentChanged(c.var.db)
  return edition
}

/** A form that came back, with what was typed. */
export interface Returned {
  errors?: FieldError[]
  typed?: Typed
  status?: number
}

/** The head of a page on which a draft is written. */
export const headOf = (edition: Edition, title: string, { errors = [], status }: Returned) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: [
    { label: 'Redactie', href: '/redactie' },
    { label: 'Kenmerken', href: '/redactie/kenmerken' },
    { label: String(edition.text.year), href: draftUrl(edition.id) },
    { label: title },
  ],
  errors: errors.length,
  ...(status ? { status } : errors.length > 0 ? { status: 400 } : {}),
})
