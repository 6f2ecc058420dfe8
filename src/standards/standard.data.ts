import type { Edition } from './edition.store.ts'
import type { Standard } from './standard.store.ts'

const setOf = (edition: Edition, baseUrl: string) => ({
  '@type': 'DefinedTermSet',
  '@id': `${baseUrl}/id/${edition.id}`,
  name: edition.text.title,
  url: `${baseUrl}${edition.url}`,
})

const termOf = (standard: Standard, baseUrl: string, url: string) => ({
  '@type': 'DefinedTerm',
  '@id': `${baseUrl}/id/${standard.item}`,
  name: standard.text.name,
  termCode: standard.text.code,
  description: standard.text.plainLine,
  inLanguage: 'nl',
  url: `${baseUrl}${url}`,
})

/** One standard as a defined term of its edition. */
export function standardData(standard: Standard, edition: Edition, baseUrl: string, url: string): object {
  return {
    '@context': 'https://schema.org',
    ...termOf(standard, baseUrl, url),
    inDefinedTermSet: setOf(edition, baseUrl),
  }
}

/** A whole edition as a set of defined terms. */
export function editionData(
  edition: Edition,
  standards: { standard: Standard; url: string }[],
  baseUrl: string,
): object {
  return {
    '@context': 'https://schema.org',
    ...setOf(edition, baseUrl),
    inLanguage: 'nl',
    hasDefinedTerm: standards.map(({ standard, url }) => termOf(standard, baseUrl, url)),
  }
}
