import { slugFrom } from '../foundation/slug.ts'
import type { NominatingKind } from './nomination.ts'
import type { PeopleGroup } from './people-group.ts'

/** Something people do that helps, from the moment it was chosen. */
export interface Practice {
  id: string
  slug: string
  /** Null for a practice that came in another way than by a nomination. */
  nomination: string | null
  call: string
  theme: string | null
  title: string
  /** The practice in one sentence. */
  line: string
  organisation: string
  organisationKind: NominatingKind
  /** Code of the gemeente: "GM0363". */
  gemeente: string
  /** YYYY-MM-DD */
  startedOn: string
  /** Slugs of the vocabulary of its call. */
  fields: string[]
  people: PeopleGroup[]
  owner: string | null
  ownerMail: string | null
  fictional: boolean
  /** Its place on the thread, once published. */
  item: string | null
  version: number
  createdAt: Date
}

/** What of a practice an editor may mend. */
export type PracticeHead = Pick<
  Practice,
  | 'title'
  | 'line'
  | 'organisation'
  | 'organisationKind'
  | 'gemeente'
  | 'startedOn'
  | 'theme'
  | 'fields'
  | 'people'
  | 'ownerMail'
>

/** The facts that everyone reads; the mail address is shown to nobody. */
export type ShownFacts = Omit<PracticeHead, 'ownerMail'>

/** Everything of a practice that shows beside its text, as one string: another string, another thing to read. */
export function shownFacts(head: ShownFacts): string {
  const { title, line, organisation, organisationKind, gemeente, startedOn, theme, fields, people } = head
  return JSON.stringify([title, line, organisation, organisationKind, gemeente, startedOn, theme, fields, people])
}

/** Whether two of these read the same to everyone. */
export const readsTheSame = (one: ShownFacts, other: ShownFacts): boolean => shownFacts(one) === shownFacts(other)

/** Words that stand for something else below /praktijken, so that no practice may be called so in its address. */
const RESERVED = new Set([
  'aanmelden',
  'aanmeldingen',
  'atom',
  'bevestigen',
  'csv',
  'erkenningen',
  'flyer',
  'gesprekken',
  'kaart',
  'meelezen',
  'nieuw',
  'oproepen',
  'pdf',
  'teruglezen',
  'zoeken',
])

/** The page of a practice. */
export const practiceUrl = ({ slug }: { slug: string }): string => `/praktijken/${slug}`

/** The desk of editors for one practice. */
export const practiceDeskUrl = ({ slug }: { slug: string }): string => `/redactie/praktijken/${slug}`

/** A title as it may stand in an address. */
export const slugOf = (title: string): string => slugFrom(title) || 'praktijk'

/** The address of a new practice: what its title gives, with a number when that is taken or means something else. */
export function freeSlug(title: string, taken: ReadonlySet<string>): string {
  const plain = slugOf(title)
  const free = (slug: string) => !taken.has(slug) && !RESERVED.has(slug)
  if (free(plain)) return plain
  let number = 2
  while (!free(`${plain}-${number}`)) number += 1
  return `${plain}-${number}`
}

/** What an editor sees of how far a practice is. */
export interface DeskState {
  description: 'none' | 'writing' | 'offered' | 'changed' | 'agreed' | 'published'
  flyer: 'none' | 'amber' | 'older' | 'published'
}

/** The one thing to do next for a practice, and where. */
export function nextAtDesk({ description, flyer }: DeskState): { words: string; button: string; place: string } {
  const write = { button: 'Naar de beschrijving', place: '/beschrijving' }
  if (description === 'none')
    return { ...write, words: 'Er is nog geen beschrijving.', button: 'Begin de beschrijving' }
  if (description === 'writing') return { ...write, words: 'De beschrijving is in de maak.', button: 'Schrijf verder' }
  if (description === 'offered') return { ...write, words: 'De organisatie leest de beschrijving.' }
  if (description === 'changed')
    return { ...write, words: 'De tekst veranderde nadat de organisatie hem kreeg. Leg hem opnieuw voor.' }
  if (description === 'agreed')
    return { ...write, words: 'De organisatie vindt de beschrijving goed.', button: 'Ga naar publiceren' }
  const toFlyer = { button: 'Naar de flyer', place: '/flyer' }
  if (flyer === 'none')
    return { ...toFlyer, words: 'De beschrijving staat erop. De flyer nog niet.', button: 'Maak de flyer' }
  if (flyer === 'amber')
    return { ...toFlyer, words: 'Er veranderde iets waar de flyer op rust. Kijk of de regels nog kloppen.' }
  if (flyer === 'older') return { ...toFlyer, words: 'De beschrijving is nieuwer dan de flyer.' }
  return { ...write, words: 'Beschrijving en flyer staan op de site. Er hoeft nu niets.' }
}
