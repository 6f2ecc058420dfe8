import { slugFrom } from '../foundation/slug.ts'
import { hasRole, type Person } from '../people/index.ts'

/** People who read practices of a year together, and say what made them work. */
export interface WorkingGroup {
  id: string
  slug: string
  year: number
  title: string
  task: string
  /** Slugs of the themes of the call of that year. */
  themes: string[]
  fictional: boolean
  version: number
  /** The practices it reads, by their place on the thread, in order. */
  practices: string[]
  /** Who is a member now. */
  members: string[]
  startedAt: Date
}

/** What an editor says about a group. */
export type GroupWords = Pick<WorkingGroup, 'year' | 'title' | 'task' | 'themes' | 'practices'>

/** Someone in a group. */
export interface GroupMember {
  id: string
  person: string
  since: Date
}

/** Where a group is read; `place` is one of its working rooms. */
export const groupUrl = ({ slug }: Pick<WorkingGroup, 'slug'>, place = ''): string =>
  `/werkgroepen/${slug}${place === '' ? '' : `/${place}`}`

export const isMember = (person: Pick<Person, 'id'> | undefined, group: Pick<WorkingGroup, 'members'>): boolean =>
  person !== undefined && group.members.includes(person.id)

/** Members and editors work in a group; nobody else sees its rooms. */
export const mayWork = (person: Person | undefined, group: Pick<WorkingGroup, 'members'>): boolean =>
  person !== undefined && (isMember(person, group) || hasRole(person, 'editor'))

/** Words that stand for something else below /werkgroepen. */
const RESERVED = new Set(['nieuw'])

/** The address of a new group: year and title, with a number when that is taken. */
export function freeGroupSlug(
  { year, title }: Pick<WorkingGroup, 'year' | 'title'>,
  taken: ReadonlySet<string>,
): string {
  const plain = `${slugFrom(title) || 'werkgroep'}-${year}`
  const free = (slug: string) => !taken.has(slug) && !RESERVED.has(slug)
  if (free(plain)) return plain
  let number = 2
  while (!free(`${plain}-${number}`)) number += 1
  return `${plain}-${number}`
}

/** What of the form differs from what stands there now, in the words of the labels. */
export function groupDifferences(
  typed: Pick<GroupWords, 'title' | 'task' | 'year'>,
  now: Pick<GroupWords, 'title' | 'task' | 'year'>,
): { label: string; theirs: string }[] {
  return [
    ...(typed.year === now.year ? [] : [{ label: 'Jaar', theirs: String(now.year) }]),
    ...(typed.title === now.title ? [] : [{ label: 'Naam', theirs: now.title }]),
    ...(typed.task === now.task ? [] : [{ label: 'Opdracht', theirs: now.task }]),
  ]
}
