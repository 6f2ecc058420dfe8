import { allow, found } from '../foundation/http/index.ts'
import { hasRole, type PeopleContext, type Person, withRole } from '../people/index.ts'
import { readOlympiad } from './olympiad.store.ts'
import { mayChair, type Olympiad, olympiadUrl } from './olympiad.ts'

/** The Olympiade of this address. Until it is announced it is its chair's and the editors' business. */
export async function olympiadAt(c: PeopleContext): Promise<Olympiad> {
  const olympiad = found(await readOlympiad(c.var.db, c.req.param('slug') ?? ''))
  if (olympiad.item === null) readDraft(c, olympiad, { editors: true })
  return olympiad
}

/**
 * Lets in who may read what is not published: the chair of this Olympiade, and where it says so an editor. They give the
 * second factor of that role; for everyone else it is not there.
 */
export function readDraft(c: PeopleContext, olympiad: Pick<Olympiad, 'chairs'>, { editors = false } = {}): void {
  const { person } = c.var
  const isChair = mayChair(person, olympiad)
  allow(isChair || (editors && hasRole(person, 'editor')))
  withRole(c, isChair ? 'chair' : 'editor')
}

/** The same for its chair, who gave the second factor. */
export async function chaired(c: PeopleContext): Promise<{ chair: Person; olympiad: Olympiad }> {
  const chair = withRole(c, 'chair')
  const olympiad = found(await readOlympiad(c.var.db, c.req.param('slug') ?? ''))
  allow(mayChair(chair, olympiad))
  return { chair, olympiad }
}

/** The way to a page of an Olympiade; of one that is made up it says so, on every page below it. */
export const trail = (olympiad: Olympiad, ...further: { label: string; href?: string }[]) => [
  { label: 'Olympiade', href: '/olympiades' },
  {
    label: olympiad.fictional ? `${olympiad.title} (verzonnen voorbeeld)` : olympiad.title,
    ...(further.length > 0 ? { href: olympiadUrl(olympiad) } : {}),
  },
  ...further,
]

/** What search engines hear of a page of an Olympiade: of one that is made up, to stay away. */
export const forSearch = ({ fictional }: Pick<Olympiad, 'fictional'>): { robots?: 'noindex' } =>
  fictional ? { robots: 'noindex' } : {}

/** Where the chair of an Olympiade works. */
export const chairUrl = (olympiad: Pick<Olympiad, 'slug'>, part = ''): string =>
  `${olympiadUrl(olympiad)}/voorzitter${part === '' ? '' : `/${part}`}`

/** The way to a page of the chair. */
export const chairTrail = (olympiad: Olympiad, label?: string) =>
  trail(
    olympiad,
    label === undefined ? { label: 'Voorzitten' } : { label: 'Voorzitten', href: chairUrl(olympiad) },
    ...(label === undefined ? [] : [{ label }]),
  )
