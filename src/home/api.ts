import type { OpenAPIHono } from '@hono/zod-openapi'
import { addExamples, LICENCE } from '../foundation/api/index.ts'
import type { Config } from '../foundation/config.ts'
import type { HouseEnv } from '../foundation/http/index.ts'
import type { Wijziging } from './api.form.ts'

/** Every change of the API that a client can notice, newest first. */
export const CHANGES: [Wijziging, ...Wijziging[]] = [
  {
    versie: '1.4.0',
    datum: '2026-11-30',
    wijziging:
      'Opleidingen: punten[].registerNaam zegt hoe het register heet, ook als het geen van de registers is die wij bij naam kennen. Leervormen hebben een id, een blijvend adres (item), hoe sterk je met een kenmerk oefent (kenmerken[].sterkte) en gewijzigd.',
  },
  {
    versie: '1.3.0',
    datum: '2026-11-29',
    wijziging:
      'Eén praktijk: woorden van mensen die wij spraken staan niet meer in onderdelen, want zij kunnen ze intrekken. Wat je eerder ophaalde en woorden tussen aanhalingstekens heeft, haal je opnieuw op. onderdelen[].onderdeel is nu het Nederlandse woord uit het adres (aanpak, ervaringen), meenemen[].adres is null als het niet op internet staat, en ookBij heeft erbij wat zij anders doen. Erkenningen die nog geen praktijk heeft, mag je vragen. Een normenkader zegt ook wat het vervangt: vervangt, een lijst. Normen zijn te kiezen op status: geldig of vervangen; status gaat voor geldt.',
  },
  {
    versie: '1.2.0',
    datum: '2026-11-29',
    wijziging:
      'Scholing erbij: /opleidingen, /uitvoeringen, /opleiders, /leermaterialen en /leervormen. Verzonnen voorbeelden komen alleen mee met voorbeelden=ja. Filters heten als op de pagina’s: geldt en versie bij normen, loopt bij praktijken. Elk antwoord heeft een ETag en zegt zijn licentie. Een waarde die niet bestaat, is bij elk filter een fout, en de fout zegt wat er wel is of waar dat staat.',
  },
  {
    versie: '1.1.0',
    datum: '2026-11-22',
    wijziging: 'Praktijken erbij: /praktijken en /praktijken/{slug}.',
  },
  {
    versie: '1.0.0',
    datum: '2026-11-21',
    wijziging: 'Eerste versie: normen, normenkaders en competenties.',
  },
]

/** Version of the whole of `/api/v1`, as every answer says it. */
export const API_VERSION = CHANGES[0].versie

const DESCRIPTION = [
  'Alles wat in Verankerd gepubliceerd is, om te hergebruiken: praktijken, normen en scholing. Lezen mag iedereen, zonder sleutel.',
  'Een vraag die niet klopt geeft 400 met alle fouten ineens; een parameter of waarde die wij niet kennen is ook een fout. Verzonnen voorbeelden blijven weg, tenzij je voorbeelden=ja vraagt.',
  'Stuur de ETag van een antwoord mee in If-None-Match: is er niets veranderd, dan krijg je 304 zonder inhoud.',
  'Normen zijn geen verplicht kader. Dezelfde normen staan volgens CASE 1.1 onder /ims/case/v1p1; dat zijn paden en namen die niet van ons zijn, en ze staan daarom niet in deze beschrijving.',
  'Wat hier als voorbeeld staat, is verzonnen.',
].join('\n\n')

const TAGS = [
  { name: 'Praktijken', description: 'Wat mensen doen dat helpt.' },
  { name: 'Normen', description: 'Kenmerken van goed werk. Geen verplicht kader.' },
  { name: 'Normenkaders', description: 'De lijsten waar normen in staan, met hun versies.' },
  { name: 'Competenties', description: 'Wat een professional kan.' },
  { name: 'Scholing', description: 'Wat je waar en wanneer kunt leren.' },
  { name: 'API', description: 'Over deze API zelf.' },
]

/** The description of the API as OpenAPI 3.1, made of the shapes its own handlers use. */
export function describeApi(api: OpenAPIHono<HouseEnv>, { baseUrl, contact }: Pick<Config, 'baseUrl' | 'contact'>) {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Verankerd: open gegevens van het sociaal werk',
      version: API_VERSION,
      description: DESCRIPTION,
      contact: { name: contact.name, url: `${baseUrl}/contact`, email: contact.email },
      license: { name: 'CC BY 4.0', url: LICENCE },
    },
    externalDocs: { description: 'Uitleg met voorbeelden', url: `${baseUrl}/api` },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [],
    tags: TAGS,
  })
  addExamples(document)
  return document
}

/** What describes the API: OpenAPI 3.1. */
export type ApiDocument = ReturnType<typeof describeApi>

/** Headers that answers share. */
export const HEADERS = {
  'API-Version': { schema: { type: 'string', example: API_VERSION }, description: 'Versie van de API.' },
  ETag: {
    schema: { type: 'string', example: '"9f86d081884c7d659a2fea"' },
    description: 'Kenmerk van dit antwoord; stuur het mee in If-None-Match.',
  },
  Link: {
    schema: { type: 'string', example: '<https://verankerd.example/api/v1/praktijken?page=2&pageSize=20>; rel="next"' },
    description: 'Andere bladzijden van de lijst (RFC 8288).',
  },
} as const
