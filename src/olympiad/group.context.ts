import { found } from '../foundation/http/index.ts'
import { type PeopleContext, type Person, signedIn, withRole } from '../people/index.ts'
import { readGroup } from './group.store.ts'
import { groupUrl, isMember, type WorkingGroup } from './group.ts'

/** The group of the address. */
export const groupIn = async (c: PeopleContext): Promise<WorkingGroup> =>
  found(await readGroup(c.var.db, c.req.param('slug') ?? ''))

/** Someone who works in the group of the address: a member or an editor. For others its rooms are not there. */
export async function workIn(c: PeopleContext): Promise<{ person: Person; group: WorkingGroup }> {
  const person = signedIn(c)
  const group = await groupIn(c)
  // An editor who is no member gives the second factor that the role asks for.
  return { person: isMember(person, group) ? person : withRole(c, 'editor'), group }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id in the address; anything else is a page that does not exist. */
export function idIn(c: PeopleContext, name: string): string {
  const id = c.req.param(name)
  return found(id !== undefined && UUID.test(id) ? id : undefined)
}

/** The way to a room of a group. */
export const roomHead = (group: WorkingGroup, label: string, errors = 0) => ({
  title: `${label}: ${group.title}`,
  robots: 'noindex' as const,
  breadcrumb: [
    { label: 'Werkgroepen', href: '/werkgroepen' },
    { label: group.title, href: groupUrl(group) },
    { label },
  ],
  errors,
})
