import type { Config } from '../foundation/config.ts'
import type { Extent } from '../foundation/open-table.ts'
import type { DataApi } from './data-api.ts'
import { csvPath, csvwPath, type DataSet, excelPath, LICENCE } from './data-set.ts'

/** What the catalogue is made of. */
export interface CatalogueParts {
  sets: readonly { set: DataSet; extent: Extent }[]
  services: readonly DataApi[]
  config: Pick<Config, 'baseUrl' | 'contact'>
}

const CONTEXT = {
  ...{ dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/' },
  ...{ vcard: 'http://www.w3.org/2006/vcard/ns#', xsd: 'http://www.w3.org/2001/XMLSchema#' },
  ...{ skos: 'http://www.w3.org/2004/02/skos/core#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#' },
}

const EU = 'http://publications.europa.eu/resource/authority'
const dutch = (text: string) => ({ '@value': text, '@language': 'nl' })
const moment = (at: Date) => ({ '@value': at.toISOString(), '@type': 'xsd:dateTime' })
const document = (url: string) => ({ '@id': url, '@type': 'foaf:Document' })

/** A term of a list of the European Union. Its kind is told here too, because no reader fetches the list to know it. */
const term = (list: string, code: string, label: string) => ({
  '@id': `${EU}/${list}/${code}`,
  '@type': 'skos:Concept',
  'skos:prefLabel': dutch(label),
  'skos:inScheme': { '@id': `${EU}/${list}`, '@type': 'skos:ConceptScheme', 'dct:title': list },
})

const THEMES = [
  term('data-theme', 'SOCI', 'Bevolking en samenleving'),
  term('data-theme', 'EDUC', 'Onderwijs, cultuur en sport'),
]
const LANGUAGE = { '@id': `${EU}/language/NLD`, '@type': 'dct:LinguisticSystem' }
const PUBLIC = {
  ...term('access-right', 'PUBLIC', 'Openbaar'),
  '@type': ['dct:RightsStatement', 'skos:Concept'],
}
const OPEN = {
  '@id': `${EU}/licence/CC_BY_4_0`,
  '@type': 'dct:LicenseDocument',
  'rdfs:seeAlso': { '@id': LICENCE.url },
}
const NETHERLANDS = { '@id': `${EU}/country/NLD`, '@type': 'dct:Location' }
const ALL_THE_TIME = { '@id': `${EU}/frequency/UPDATE_CONT`, '@type': 'dct:Frequency' }

/** Who publishes, and how to reach them: as the settings of this installation say. */
function publisherOf({ baseUrl, contact }: CatalogueParts['config']) {
  return {
    publisher: { '@id': `${baseUrl}/over#uitgever`, '@type': 'foaf:Agent', 'foaf:name': contact.name },
    contactPoint: {
      '@id': `${baseUrl}/contact#data`,
      '@type': ['vcard:Kind', 'vcard:Organization'],
      'vcard:fn': contact.name,
      'vcard:hasEmail': { '@id': `mailto:${contact.email}` },
      'vcard:hasURL': { '@id': `${baseUrl}/contact` },
    },
  }
}

/** One form in which a set can be taken along. */
interface Form {
  name: string
  title: string
  path: string
  /** In the list of file types of the EU. */
  format: string
  mediaType: string
  /** Where its form is described. */
  follows?: string
  /** It is answered by a service and not a file. */
  service?: string
}

const DOOR_FORMS = {
  feed: { format: 'ATOM', mediaType: 'application/atom+xml', follows: 'https://www.rfc-editor.org/rfc/rfc4287' },
  calendar: { format: 'ICS', mediaType: 'text/calendar', follows: 'https://www.rfc-editor.org/rfc/rfc5545' },
  api: { format: 'JSON', mediaType: 'application/json' },
} as const

const TABULAR = 'http://www.w3.org/TR/tabular-data-primer/'

function formsOf(set: DataSet, services: readonly DataApi[]): Form[] {
  return [
    {
      ...{ name: 'csv', title: 'CSV voor programma’s', path: csvPath(set), format: 'CSV', mediaType: 'text/csv' },
      follows: TABULAR,
    },
    { name: 'excel', title: 'CSV voor Excel', path: excelPath(set), format: 'CSV', mediaType: 'text/csv' },
    ...set.doors.map(({ kind, path, label }) => {
      const service = services.find(({ root }) => path.startsWith(root))
      const name = path.slice(1).replaceAll(/[^a-z0-9]+/gi, '-')
      return { ...DOOR_FORMS[kind], name, title: label, path, ...(service ? { service: service.slug } : {}) }
    }),
  ]
}

const setId = (baseUrl: string, slug: string) => `${baseUrl}/open-data#${slug}`
const serviceId = (baseUrl: string, slug: string) => `${baseUrl}/open-data#dienst-${slug}`

function distributionOf(form: Form, set: DataSet, baseUrl: string) {
  const isFile = form.service === undefined
  return {
    '@id': `${setId(baseUrl, set.table.slug)}-${form.name}`,
    '@type': 'dcat:Distribution',
    'dct:title': dutch(`${set.title}: ${form.title}`),
    'dct:description': dutch(set.holds),
    'dcat:accessURL': { '@id': baseUrl + form.path, '@type': 'rdfs:Resource' },
    ...(isFile ? { 'dcat:downloadURL': { '@id': baseUrl + form.path, '@type': 'rdfs:Resource' } } : {}),
    'dct:license': OPEN,
    'dct:format': { '@id': `${EU}/file-type/${form.format}`, '@type': 'dct:MediaTypeOrExtent' },
    'dcat:mediaType': {
      '@id': `https://www.iana.org/assignments/media-types/${form.mediaType}`,
      '@type': 'dct:MediaType',
    },
    'dct:language': LANGUAGE,
    ...(form.follows ? { 'dct:conformsTo': { '@id': form.follows, '@type': 'dct:Standard' } } : {}),
    ...(form.service ? { 'dcat:accessService': { '@id': serviceId(baseUrl, form.service) } } : {}),
    ...(form.name === 'csv' ? { 'foaf:page': document(baseUrl + csvwPath(set)) } : {}),
  }
}

function datasetOf({ set, extent }: CatalogueParts['sets'][number], { services, config }: CatalogueParts) {
  const { baseUrl } = config
  const { publisher, contactPoint } = publisherOf(config)
  const id = setId(baseUrl, set.table.slug)
  return {
    '@id': id,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': dutch(set.title),
    'dct:description': dutch(`${set.about} ${set.holds} ${set.caution}`),
    'dct:publisher': publisher,
    'dct:creator': publisher,
    'dcat:contactPoint': contactPoint,
    'dct:accessRights': PUBLIC,
    'dcat:theme': THEMES,
    'dcat:keyword': set.keywords.map(dutch),
    'dct:language': LANGUAGE,
    'dct:spatial': NETHERLANDS,
    'dct:accrualPeriodicity': ALL_THE_TIME,
    'dcat:landingPage': document(id),
    ...(extent.changedAt ? { 'dct:modified': moment(extent.changedAt) } : {}),
    'dcat:distribution': formsOf(set, services).map((form) => distributionOf(form, set, baseUrl)),
  }
}

function serviceOf(service: DataApi, { sets, config }: CatalogueParts) {
  const { baseUrl } = config
  const { publisher, contactPoint } = publisherOf(config)
  const id = serviceId(baseUrl, service.slug)
  const served = sets.filter(({ set }) => set.doors.some(({ path }) => path.startsWith(service.root)))
  return {
    '@id': id,
    '@type': 'dcat:DataService',
    'dct:identifier': id,
    'dct:title': dutch(service.title),
    'dct:description': dutch(service.about),
    'dct:publisher': publisher,
    'dcat:contactPoint': contactPoint,
    'dct:accessRights': PUBLIC,
    'dct:license': OPEN,
    'dcat:theme': THEMES,
    'dcat:endpointURL': { '@id': baseUrl + service.root, '@type': 'rdfs:Resource' },
    'dcat:endpointDescription': { '@id': baseUrl + service.description, '@type': 'rdfs:Resource' },
    'dcat:servesDataset': served.map(({ set }) => ({ '@id': setId(baseUrl, set.table.slug) })),
  }
}

/** Everything that others may use here, as a catalogue for data portals (DCAT-AP-NL 3.0, Geonovum). */
export function catalogueOf(parts: CatalogueParts): object {
  const { sets, services, config } = parts
  const { publisher, contactPoint } = publisherOf(config)
  const moments = sets.flatMap(({ extent }) => extent.changedAt?.getTime() ?? [])
  return {
    '@context': CONTEXT,
    '@id': `${config.baseUrl}/catalogus.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': dutch('Verankerd: open data van sociaal werk'),
    'dct:description': dutch('Praktijken, kenmerken van goed werk en scholing, om mee te nemen en te gebruiken.'),
    'dct:publisher': publisher,
    'dcat:contactPoint': contactPoint,
    'dct:language': LANGUAGE,
    'dct:license': OPEN,
    'dcat:themeTaxonomy': { '@id': `${EU}/data-theme` },
    'foaf:homepage': document(`${config.baseUrl}/open-data`),
    ...(moments.length > 0 ? { 'dct:modified': moment(new Date(Math.max(...moments))) } : {}),
    'dcat:dataset': sets.map((one) => datasetOf(one, parts)),
    'dcat:service': services.map((service) => serviceOf(service, parts)),
  }
}
