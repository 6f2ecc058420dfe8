import type { EditionStatus } from './edition.ts'
import type { Audience, Lens, StandardBrief, Subject } from './standard.ts'

/** What a row of the databank shows. */
export interface Entry extends StandardBrief {
  slug: string
  item: string
  url: string
  framework: string
  edition: string
  editionTitle: string
  status: EditionStatus
}

/** What a visitor chose; an empty choice means "everything". */
export interface Choice {
  text: string
  subject: Subject | undefined
  audience: Audience | undefined
  theme: string | undefined
  lens: Lens | undefined
  edition: string | undefined
  status: Showing
}

/** Which of the versions everyone may read: those of one status, or all. A draft is never among them. */
export const SHOWINGS = ['current', 'consultation', 'replaced', 'all'] as const
export type Showing = (typeof SHOWINGS)[number]

export type Facet = 'subject' | 'audience' | 'theme' | 'lens' | 'edition' | 'status'

type Test = (entry: Entry, choice: Choice) => boolean

const tests: Record<Facet, Test> = {
  subject: (entry, { subject }) => !subject || entry.subject === subject,
  audience: (entry, { audience }) => !audience || entry.audience.includes(audience),
  theme: (entry, { theme }) => !theme || entry.themes.includes(theme),
  lens: (entry, { lens }) => !lens || entry.lenses[lens].trim() !== '',
  edition: (entry, { edition }) => !edition || editionKey(entry) === edition,
  status: (entry, { status }) => status === 'all' || entry.status === status,
}

/** Each facet answers for itself, so counts can leave one of them out. */
const facets: Facet[] = ['subject', 'audience', 'theme', 'lens', 'edition', 'status']

export const editionKey = (entry: Pick<Entry, 'framework' | 'edition'>) => `${entry.framework}/${entry.edition}`

/** The entries that pass every chosen facet; `matches` are the items the words were found in, null when nothing was typed. */
export function narrow(entries: Entry[], choice: Choice, matches: string[] | null, except?: Facet): Entry[] {
  const passing = entries.filter((entry) => facets.every((facet) => facet === except || tests[facet](entry, choice)))
  if (!matches) return passing
  const rank = new Map(matches.map((item, place) => [item, place]))
  return passing
    .filter((entry) => rank.has(entry.item))
    .sort((a, b) => (rank.get(a.item) ?? 0) - (rank.get(b.item) ?? 0))
}

/** How many entries each value of a facet would leave, the other facets as chosen. */
export function counts(
  entries: Entry[],
  choice: Choice,
  matches: string[] | null,
  facet: Facet,
  valuesOf: (entry: Entry) => string[],
): Map<string, number> {
  const tally = new Map<string, number>()
  for (const entry of narrow(entries, choice, matches, facet))
    for (const value of new Set(valuesOf(entry))) tally.set(value, (tally.get(value) ?? 0) + 1)
  return tally
}
