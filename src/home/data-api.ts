/** Something that answers questions about the data, for whoever builds. */
export interface DataApi {
  slug: string
  title: string
  about: string
  /** Every address of it begins so. */
  root: string
  /** Where it says of itself what may be asked. */
  description: string
}

/** Every one there is. */
export const DATA_APIS: DataApi[] = [
  {
    slug: 'api',
    title: 'API van Verankerd',
    about: 'Zoeken en lezen in alles wat gepubliceerd is, als JSON, volgens de NL API Design Rules. Zonder sleutel.',
    root: '/api/v1',
    description: '/api/v1/openapi.json',
  },
  {
    slug: 'oeapi',
    title: 'Scholing volgens de Open Education API 6.0',
    about: 'Opleiders, trainingen, hun data en leeruitkomsten, zoals onderwijssystemen ze met elkaar delen.',
    root: '/oeapi/v6',
    description: '/oeapi/v6',
  },
  {
    slug: 'case',
    title: 'Kenmerken en competenties als CASE 1.1',
    about: 'De kenmerken, competenties en hun samenhang, zoals leeromgevingen en portfolio’s ze lezen.',
    root: '/ims/case/v1p1',
    description: '/ims/case/v1p1/CFDocuments',
  },
]
