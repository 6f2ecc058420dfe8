import { found } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { type PeopleContext, withRole } from '../people/index.ts'
import { readListing } from './listing.store.ts'
import type { Listing } from './listing.ts'

/** The published practice an editor works on. */
export async function deskListing(c: PeopleContext): Promise<{ editor: string; listing: Listing }> {
  const { id } = withRole(c, 'editor')
  return { editor: id, listing: found(await readListing(c.var.db, c.req.param('slug') ?? '')) }
}

/** The id in the address. */
export const idIn = (c: PeopleContext): string => {
  const id = c.req.param('id')
  return found(isId(id) ? id : undefined)
}

/** The way to a page of the desk. */
export const deskHead = ({ slug, title }: Listing, label: string) => ({
  title: `${label}: ${title}`,
  robots: 'noindex' as const,
  breadcrumb: [
    { label: 'Redactie', href: '/redactie' },
    { label: 'Praktijken', href: '/redactie/praktijken' },
    { label: title, href: `/redactie/praktijken/${slug}` },
    { label },
  ],
})
