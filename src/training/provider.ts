import { hasRole, type Person } from '../people/index.ts'

/** The public side of an organisation that offers training. */
export interface Provider {
  id: string
  organisation: string
  slug: string
  name: string
  /** Who they are, in one sentence. */
  line: string
  about: string
  /** Code of the gemeente where they sit. */
  gemeente: string
  website: string
  mail: string
  phone: string
  fictional: boolean
  version: number
}

/** The page of a provider. */
export const providerUrl = ({ slug }: Pick<Provider, 'slug'>): string => `/scholing/aanbieders/${slug}`

/** Where its own people work on what it offers. */
export const providerDeskUrl = ({ slug }: Pick<Provider, 'slug'>): string => `/scholing/aanbieder/${slug}`

/** Where they say which site is theirs, and where their catalogue stands on it. */
export const addressesUrl = (provider: Pick<Provider, 'slug'>): string => `${providerDeskUrl(provider)}/adressen`

/** Whether someone is of the people of a provider: the role counts at its organisation only. */
export const mayManage = (person: Person | undefined, provider: Pick<Provider, 'organisation'>): boolean =>
  hasRole(person, 'provider', provider.organisation)

/** The organisations someone holds the role of provider at. */
export const organisationsOf = (person: Person): string[] => [
  ...new Set(
    person.roles.flatMap(({ role, organisation }) => (role === 'provider' && organisation ? [organisation] : [])),
  ),
]
