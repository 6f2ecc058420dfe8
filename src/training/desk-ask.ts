import { type Provider, providerDeskUrl } from './provider.ts'
import { type CourseState, stateSlugs } from './publication.ts'

/** Courses of one page of the desk. */
export const DESK_PER_PAGE = 25

/** In the order of their links: what asks for something to be done stands first. */
export const DESK_STATES = ['asked', 'draft', 'waiting', 'live', 'archived'] as const satisfies CourseState[]

/** Which courses: all that are not in the archive, those that need something of the provider, or those of one state. */
export type Which = 'kept' | 'needing' | CourseState

/** What someone asks of the list of their courses. */
export interface DeskAsk {
  text: string
  which: Which
}

/** How many courses of a provider stand where, and how many need something of the provider. */
export interface DeskCounts {
  states: Partial<Record<CourseState, number>>
  needing: number
}

/** How many courses there are of what someone chose. */
export function countOf({ states, needing }: DeskCounts, which: Which): number {
  if (which === 'needing') return needing
  if (which !== 'kept') return states[which] ?? 0
  return DESK_STATES.reduce((sum, state) => sum + (state === 'archived' ? 0 : (states[state] ?? 0)), 0)
}

/** In an address. */
const NEEDING = 'wacht-op-jullie'

/** What an address asks; one that is old or mistyped asks for everything. */
export function deskAsked({ zoek = '', stand = '' }: { zoek?: string; stand?: string }): DeskAsk {
  const state = DESK_STATES.find((each) => stateSlugs[each] === stand)
  return { text: zoek.trim().slice(0, 200), which: state ?? (stand === NEEDING ? 'needing' : 'kept') }
}

/** The address of what someone asks. */
export function deskUrl(provider: Pick<Provider, 'slug'>, { text, which }: DeskAsk, page = 1): string {
  const query = new URLSearchParams()
  if (text !== '') query.set('zoek', text)
  if (which !== 'kept') query.set('stand', which === 'needing' ? NEEDING : stateSlugs[which])
  if (page > 1) query.set('bladzijde', String(page))
  const asked = query.size > 0 ? `?${query}#trainingen` : ''
  return providerDeskUrl(provider) + asked
}
