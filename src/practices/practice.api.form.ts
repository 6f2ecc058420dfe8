import { z } from '@hono/zod-openapi'
import {
  counted,
  day,
  examples,
  fictional,
  licensed,
  link,
  moment,
  oneOf,
  paging,
  several,
  text,
  uri,
  uuid,
  word,
} from '../foundation/api/index.ts'
import { gemeenteTyped, PROVINCES } from '../foundation/gemeente.ts'
import { sectionInUrl } from './description.ts'
import { ORGANISATION_KINDS } from './nomination.ts'
import { SECTIONS } from './section.ts'
import { TAKE_ALONG_KINDS, takeAlongInApi } from './take-along.ts'

/** How a practice is doing, in the words of its page. */
export const LOOPT = ['ja', 'veranderd', 'onbekend', 'gestopt'] as const

const [firstProvince, ...provinces] = PROVINCES.map(({ code }) => code)
const kinds = Object.values(ORGANISATION_KINDS)
const [firstKind = 'zorg', ...otherKinds] = kinds

const gemeente = z
  .string()
  .regex(/^GM\d{4}$/, { error: 'gemeente is een code: GM en vier cijfers.', abort: true })
  .refine(
    (code) => gemeenteTyped(code) !== undefined,
    'Deze gemeente bestaat niet. Bij het CBS staat welke codes er zijn.',
  )
const year = z.string().regex(/^\d{4}$/, 'jaar is vier cijfers.')
const slug = z.string().max(100, 'Dit is hooguit 100 tekens.')

/** What may be asked of the list. Any other name is refused, so that a typing error is never a silent "everything". */
export const praktijkenQuery = z.strictObject({
  ...paging,
  zoek: text('zoek', 200)
    .default('')
    .openapi({ description: 'Woorden om te zoeken; kleine typfouten mogen.', example: 'eenzaamheid' }),
  orde: oneOf('orde', ['nieuw'], 'Met zoek komt het best passende eerst; met “nieuw” toch de nieuwste.'),
  thema: several(slug, {
    description: 'Thema van een oproep. Een thema dat er niet is, is een fout: 400.',
    example: 'eenzaamheid',
  }),
  mensen: several(slug, {
    description: 'Voor wie het is. Mensen die niet in de lijst staan, zijn een fout: 400.',
    example: 'jongeren',
  }),
  veld: several(slug, {
    description: 'Veld van de Wmo. Een veld dat er niet is, is een fout: 400.',
    example: 'samenleven',
  }),
  provincie: several(word('provincie', [firstProvince ?? 'PV20', ...provinces]), {
    description: 'Code van een provincie.',
    example: 'PV26',
  }),
  gemeente: several(gemeente, { description: 'Code van een gemeente.', example: 'GM0344' }),
  soort: several(word('soort', [firstKind, ...otherKinds]), { description: 'Soort organisatie.', example: firstKind }),
  loopt: several(word('loopt', LOOPT), { description: 'Of het nog loopt.', example: 'ja' }),
  erkenning: several(slug, {
    description: 'Erkenning van anderen. Een erkenning die er niet is, is een fout: 400.',
    example: 'Goed Beschreven',
  }),
  jaar: several(year, { description: 'Jaar van de oproep.', example: '2026' }),
  ...examples,
})

const named = (code: string, naam: string) =>
  z.object({ code: z.string().openapi({ example: code }), naam: z.string().openapi({ example: naam }) })
const place = named('GM0344', 'Utrecht')
const term = named('mantelzorg', 'Mantelzorg')
const said = (example: string) => z.string().openapi({ example })

export const praktijk = z
  .object({
    id: uuid,
    item: uri.describe('Blijvend adres; wijst altijd naar de nieuwste tekst.'),
    slug: said('de-lange-tafel'),
    titel: said('De lange tafel'),
    kern: said('Elke woensdag koken buren voor buren.'),
    organisatie: z.object({ naam: said('Buurtkracht Zuid'), soort: said('welzijn') }),
    gemeente: place,
    provincie: named('PV26', 'Utrecht'),
    thema: term.nullable(),
    velden: z.array(named('samenleven', 'Samenleven in de buurt')),
    mensen: z.array(named('ouderen', 'ouderen')),
    jaar: z.number().int().openapi({ example: 2026 }).describe('Jaar van de oproep.'),
    loopt: z.enum(LOOPT),
    erkenningen: z
      .array(said('Goed Beschreven'))
      .describe('Van anderen, wat vandaag geldt. Ons eigen oordeel staat hier niet in.'),
    voorbeeld: fictional,
    gepubliceerd: moment,
    gewijzigd: moment,
    _links: z.object({ self: link, pagina: link }),
  })
  .openapi('Praktijk')

export const praktijkDetail = praktijk
  .extend({
    samenvatting: said('Een tafel in het buurthuis, met eten voor wie aanschuift.'),
    begonnen: day,
    onderdelen: z.array(
      z.object({
        onderdeel: z.string().openapi({ enum: SECTIONS.map(sectionInUrl), example: 'doel' }),
        titel: said('Wat ze willen bereiken'),
        tekst: said('Dat iedereen in de flat iemand kent.').describe('Zonder de woorden van mensen die wij spraken.'),
      }),
    ),
    meenemen: z.array(
      z.object({
        soort: z.string().openapi({ enum: TAKE_ALONG_KINDS.map(takeAlongInApi), example: 'handboek' }),
        titel: said('Zo begin je een lange tafel'),
        licentie: said('Vrij te gebruiken, noem de makers (CC BY 4.0)'),
        adres: uri.nullable().describe('Leeg als het niet op internet staat: vraag het de mensen zelf.'),
      }),
    ),
    erkendDoor: z.array(
      z.object({
        erkenning: said('Goed Beschreven'),
        door: said('Een databank'),
        op: day,
        geldigTotEnMet: day.nullable(),
        bron: said('https://databank.example/lange-tafel'),
      }),
    ),
    ookBij: z.array(
      z.object({
        organisatie: said('Welzijn Noord'),
        gemeente: place,
        sinds: z.number().int().openapi({ example: 2025 }),
        anders: said('Wij koken op zondag.').describe('Wat zij anders doen; leeg als dat niets is.'),
        voorbeeld: fictional,
      }),
    ),
    voorbeeldVan: z.array(z.object({ naam: said('Binden en verbinden'), pagina: uri })),
    versies: z.array(
      z.object({
        nummer: z.number().int().openapi({ example: 1 }),
        gepubliceerd: moment,
        verbeterd: said('Eerste versie.'),
      }),
    ),
    ...licensed,
  })
  .openapi('PraktijkDetail')

export const praktijken = z.object({ ...counted, praktijken: z.array(praktijk) }).openapi('Praktijken')

export type PraktijkenQuery = z.output<typeof praktijkenQuery>
export type Praktijk = z.output<typeof praktijk>
export type PraktijkDetail = z.output<typeof praktijkDetail>
