import { type FieldError, found } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import type { Crumb } from '../foundation/ui/index.ts'
import { type PeopleContext, withRole } from '../people/index.ts'
import { readListing } from './listing.store.ts'
import type { Listing } from './listing.ts'
import { type Practice, practiceDeskUrl } from './practice.ts'

/** How many rows a list of the desk shows at once. */
export const DESK_PAGE = 100

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

/** What the head of a page of the desk may hold besides its title. */
interface HeadGiven {
  /** Pages between the practice and this one. */
  trail?: Crumb[]
  errors?: FieldError[]
  status?: number | undefined
}

/** The head of a page of the desk about one practice, with the way to it. */
export const practiceHead = (
  practice: Pick<Practice, 'slug' | 'title'>,
  label: string,
  { trail = [], errors = [], status }: HeadGiven = {},
) => ({
  title: label,
  robots: 'noindex' as const,
  breadcrumb: [
    { label: 'Redactie', href: '/redactie' },
    { label: 'Praktijken', href: '/redactie/praktijken' },
    { label: practice.title, href: practiceDeskUrl(practice) },
    ...trail,
    { label },
  ],
  errors: errors.length,
  ...(status ? { status } : {}),
})

/** The same for a published practice, whose name stands in the title. */
export const deskHead = (listing: Listing, label: string, given?: HeadGiven) => ({
  ...practiceHead(listing, label, given),
  title: `${label}: ${listing.title}`,
})
