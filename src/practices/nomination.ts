import type { Call } from './call.ts'
import type { PeopleGroup } from './people-group.ts'

/** The pages of a nomination, in their order. */
export const NOMINATION_SECTIONS = [
  'name',
  'organisation',
  'start',
  'theme',
  'fields',
  'approach',
  'plan',
  'quality',
  'people',
  'documents',
] as const

export type NominationSection = (typeof NOMINATION_SECTIONS)[number]

/** Who may send in a practice. */
export const ORGANISATION_KINDS = {
  care: 'zorg',
  welfare: 'welzijn',
  shelter: 'opvang',
  municipality: 'gemeente',
  education: 'onderwijs',
} as const

export type NominatingKind = keyof typeof ORGANISATION_KINDS

/** Someone we could talk with. */
export interface NamedPerson {
  name: string
  function: string
  client: boolean
}

/**
 * What stands on each page. A page may be half filled: then a text is '' and a choice '' or null. Of a nomination
 * that was sent, everything we ask for is there.
 */
export interface NominationBodies {
  name: { title: string; line: string; kind: 'methodiek' | 'project' | '' }
  organisation: {
    name: string
    kind: NominatingKind | ''
    gemeente: string
    contact: string
    mail: string
    phone: string
    website: string
  }
  start: { startedOn: string; phase: 'running' | 'developing' | '' }
  theme: { issue: string; theme: string; people: PeopleGroup[] }
  fields: { fields: string[]; why: string }
  approach: { text: string }
  plan: { text: string; handbook: boolean | null; elsewhere: string }
  quality: { text: string; measured: string }
  people: { people: NamedPerson[] }
  documents: { evaluation: 'yes' | 'no' | ''; words: string }
}

/** A page nobody has written on. */
export const EMPTY_BODIES: NominationBodies = {
  name: { title: '', line: '', kind: '' },
  organisation: { name: '', kind: '', gemeente: '', contact: '', mail: '', phone: '', website: '' },
  start: { startedOn: '', phase: '' },
  theme: { issue: '', theme: '', people: [] },
  fields: { fields: [], why: '' },
  approach: { text: '' },
  plan: { text: '', handbook: null, elsewhere: '' },
  quality: { text: '', measured: '' },
  people: { people: [] },
  documents: { evaluation: '', words: '' },
}

/** One page as it stands; version 0 and no moment while nobody saved it. */
export interface SavedSection<Body> {
  body: Body
  version: number
  savedAt: Date | null
}

export type NominationPages = { [Section in NominationSection]: SavedSection<NominationBodies[Section]> }

/** What was sent, as it was then. */
export interface Submission {
  id: string
  number: number
  /** What people mention when they ring us; opens nothing. */
  receipt: string
  body: SubmissionBody
  submittedAt: Date
}

/** The pages as they were when sent, and the names of the documents that came with them. */
export interface SubmissionBody {
  sections: NominationBodies
  attachments: { id: string; title: string }[]
}

/** Everything of one practice that is sent in. */
export interface Nomination {
  id: string
  call: Call
  codeHash: string
  fictional: boolean
  startedBy: string | null
  startedAt: Date
  sections: NominationPages
  /** Oldest first. */
  submissions: Submission[]
  /** Persons who get in by signing in. */
  colleagues: string[]
  withdrawnAt: Date | null
}

/** The address of a nomination, or of a page of it. */
export const nominationUrl = (id: string, place = ''): string =>
  `/praktijken/aanmeldingen/${id}${place === '' ? '' : `/${place}`}`

const PLACES: Record<NominationSection, string> = {
  name: 'naam',
  organisation: 'organisatie',
  start: 'start',
  theme: 'vraagstuk',
  fields: 'velden',
  approach: 'aanpak',
  plan: 'plan',
  quality: 'kwaliteit',
  people: 'mensen',
  documents: 'documenten',
}

/** The last part of the address of a page. */
export const sectionPlace = (section: NominationSection): string => PLACES[section]

/** The page behind the last part of an address. */
export const sectionAt = (place: string): NominationSection | undefined =>
  NOMINATION_SECTIONS.find((section) => PLACES[section] === place)

const TITLES: Record<NominationSection, string> = {
  name: 'Naam',
  organisation: 'Organisatie',
  start: 'Start',
  theme: 'Vraagstuk en thema',
  fields: 'Velden',
  approach: 'Aanpak',
  plan: 'Plan',
  quality: 'Kwaliteit',
  people: 'Mensen om mee te praten',
  documents: 'Documenten',
}

/** How a page is called on screen. */
export const nominationSectionWord = (section: NominationSection): string => TITLES[section]

/** The page after this one; undefined after the last. */
export const sectionAfter = (section: NominationSection): NominationSection | undefined =>
  NOMINATION_SECTIONS[NOMINATION_SECTIONS.indexOf(section) + 1]

/** The page before this one. */
export const sectionBefore = (section: NominationSection): NominationSection | undefined =>
  NOMINATION_SECTIONS[NOMINATION_SECTIONS.indexOf(section) - 1]

/** Where someone goes on: the first page nobody saved, or undefined when all were. */
export const firstOpenSection = (pages: NominationPages): NominationSection | undefined =>
  NOMINATION_SECTIONS.find((section) => pages[section].version === 0)

/** What an adviser said in the first sitting, as far as this side needs it. */
export interface CheckSeen {
  submission: string
  outcome: 'passed' | 'asked'
}

/**
 * Whether the pages may still be changed: until they are sent, as long as the call is open, and again when an adviser
 * asks for more about what was sent last; nobody then waits for the call.
 */
export function mayWrite(
  nomination: Pick<Nomination, 'call' | 'submissions' | 'withdrawnAt'>,
  checks: readonly CheckSeen[],
  today: string,
): boolean {
  if (nomination.withdrawnAt !== null) return false
  const last = nomination.submissions.at(-1)
  if (last === undefined) return nomination.call.opensOn <= today && today <= nomination.call.closesOn
  return checks.some(({ submission, outcome }) => submission === last.id && outcome === 'asked')
}
