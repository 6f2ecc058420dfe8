/** Whom a practice is for, as people would say it themselves; slug in URLs and files, word on screen. */
export const PEOPLE_GROUPS = [
  { slug: 'ouderen', word: 'ouderen' },
  { slug: 'jongeren', word: 'jongeren' },
  { slug: 'ouders', word: 'ouders en gezinnen' },
  { slug: 'mantelzorgers', word: 'mantelzorgers' },
  { slug: 'vrijwilligers', word: 'vrijwilligers' },
  { slug: 'beperking', word: 'mensen met een beperking' },
  { slug: 'psychisch', word: 'mensen die psychisch kwetsbaar zijn' },
  { slug: 'dakloos', word: 'mensen zonder thuis' },
  { slug: 'schulden', word: 'mensen met geldzorgen' },
  { slug: 'nieuwkomers', word: 'nieuwkomers' },
  { slug: 'buurt', word: 'iedereen in de buurt' },
] as const

export type PeopleGroup = (typeof PEOPLE_GROUPS)[number]['slug']

/** The word on screen; a slug that left the list speaks for itself. */
export const peopleWord = (slug: string): string => PEOPLE_GROUPS.find((group) => group.slug === slug)?.word ?? slug
