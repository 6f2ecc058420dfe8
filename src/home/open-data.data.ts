import { csvPath, excelPath, LICENCE } from './data-set.ts'
import type { CatalogueParts } from './dcat.ts'

/** The sets as schema.org describes them, for the search engines of researchers. */
export function dataCatalogue({ sets, config }: Pick<CatalogueParts, 'sets' | 'config'>): object {
  const { baseUrl, contact } = config
  const publisher = { '@type': 'Organization', name: contact.name, url: baseUrl, email: contact.email }
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    name: 'Verankerd: open data van sociaal werk',
    url: `${baseUrl}/open-data`,
    license: LICENCE.url,
    publisher,
    dataset: sets.map(({ set, extent }) => ({
      '@type': 'Dataset',
      '@id': `${baseUrl}/open-data#${set.table.slug}`,
      name: set.title,
      description: `${set.about} ${set.holds} ${set.caution}`,
      url: `${baseUrl}/open-data#${set.table.slug}`,
      license: LICENCE.url,
      creator: publisher,
      inLanguage: 'nl',
      isAccessibleForFree: true,
      keywords: set.keywords,
      spatialCoverage: 'Nederland',
      variableMeasured: set.table.columns.map(({ title }) => title),
      ...(extent.changedAt ? { dateModified: extent.changedAt.toISOString() } : {}),
      distribution: [csvPath(set), excelPath(set)].map((path) => ({
        '@type': 'DataDownload',
        encodingFormat: 'text/csv',
        contentUrl: baseUrl + path,
      })),
    })),
  }
}
