import type { OrganisationKind } from '../people/index.ts'
import { practiceUrl } from './practice.ts'

/** How a practice is doing, as its own people last said; unconfirmed: asked three times and nothing heard. */
export const STANDINGS = ['running', 'changed', 'unconfirmed', 'stopped'] as const

export type PracticeStanding = (typeof STANDINGS)[number]

/** How a standing is called on screen. */
export const standingWords: Record<PracticeStanding, string> = {
  running: 'loopt nog',
  changed: 'loopt nog, wel veranderd',
  unconfirmed: 'al een tijd niets van gehoord',
  stopped: 'gestopt',
}

/** What a reader finds of a practice, as a publication gives it. Words of persons never stand in it. */
export interface ListingInput {
  practice: string
  item: string
  slug: string
  title: string
  /** The practice in one sentence. */
  line: string
  /** Plain text of "In het kort", without quotes. */
  summary: string
  /** Plain text of the whole description, without quotes: for the search. */
  text: string
  /** Slug of the theme; '' when it has none. */
  theme: string
  fields: string[]
  people: string[]
  gemeente: string
  organisation: string
  organisationKind: OrganisationKind
  /** Year of the call it came from. */
  year: number
  fictional: boolean
  at: Date
}

/** One practice as lists, feeds and the API show it. */
export interface Listing extends Omit<ListingInput, 'text' | 'summary' | 'at'> {
  /** Its row number in the bank. */
  no: number
  province: string
  standing: PracticeStanding
  recognitions: string[]
  publishedAt: Date
  updatedAt: Date
}

/** The page of a practice that is in the bank: the page of the practice. */
export const listingUrl = practiceUrl

/** Where the people of a practice, signed in, say how it is doing. */
export const ownStandingUrl = (listing: { slug: string }): string => `${listingUrl(listing)}/stand`

/** Under which facets a practice is found by the search over everything. */
export const searchFacets = ({ theme, people }: Pick<ListingInput, 'theme' | 'people'>) => ({
  thema: theme === '' ? [] : [theme],
  mensen: people,
})
