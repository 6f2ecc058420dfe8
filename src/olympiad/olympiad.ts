import { hasRole, type Person } from '../people/index.ts'
import type { Mode } from './round.ts'
import type { Rule } from './rule.ts'

/** A conversation in rounds, in which every role counts on its own. */
export interface Olympiad {
  id: string
  slug: string
  year: number
  title: string
  /** What it is about, as someone from the street would ask it. */
  question: string
  intro: string
  place: string
  /** Dutch days. */
  startsOn: string
  endsOn: string
  mode: Exclude<Mode, 'secret'>
  /** As planned; from the charter on, the charter counts. */
  rule: Rule
  minimum: number
  /** When ballots may be taken out, published before anyone votes. */
  removalRule: string
  funder: string
  /** Whom to call for help or paper. */
  help: string
  fictional: boolean
  item: string | null
  version: number
  chairs: string[]
  charterAt: Date | null
  /** Its last round was closed. */
  finishedAt: Date | null
}

/** Where an Olympiade stands, from what happened to it. */
export type OlympiadState = 'planned' | 'running' | 'finished'

/** Planned until the rules are locked, finished when no round follows. */
export function olympiadState({ charterAt, finishedAt }: Pick<Olympiad, 'charterAt' | 'finishedAt'>): OlympiadState {
  if (finishedAt !== null) return 'finished'
  return charterAt === null ? 'planned' : 'running'
}

export const stateWords: Record<OlympiadState, string> = {
  planned: 'In voorbereiding',
  running: 'Bezig',
  finished: 'Afgerond',
}

export const olympiadUrl = ({ slug }: Pick<Olympiad, 'slug'>): string => `/olympiades/${slug}`

/** Only who chairs this very Olympiade leads it, as long as they hold the role; the role alone opens no other. */
export function mayChair(person: Person | undefined, olympiad: Pick<Olympiad, 'chairs'>): boolean {
  return person !== undefined && hasRole(person, 'chair') && olympiad.chairs.includes(person.id)
}

/** Who counts apart: a group of people who have the same to do with the work. */
export interface StakeholderRole {
  slug: string
  name: string
  plural: string
  /** How many people of this role the Olympiade hopes for. */
  target: number
}

/** The roles an Olympiade begins with; the chair may change them until the rules are locked. Source: seeds 000 and 004. */
export const ROLES: readonly StakeholderRole[] = [
  { slug: 'inwoner', name: 'inwoner of cliënt', plural: 'inwoners en cliënten', target: 12 },
  { slug: 'vertegenwoordiger', name: 'cliëntvertegenwoordiger', plural: 'cliëntvertegenwoordigers', target: 6 },
  { slug: 'professional', name: 'professional', plural: 'professionals', target: 12 },
  { slug: 'manager', name: 'manager', plural: 'managers', target: 6 },
  { slug: 'beleidsmaker', name: 'beleidsmaker', plural: 'beleidsmakers', target: 6 },
  { slug: 'onderzoeker', name: 'onderzoeker', plural: 'onderzoekers', target: 6 },
  { slug: 'opleider', name: 'opleider', plural: 'opleiders', target: 6 },
]
