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
import { ORGANISATION_KINDS } from './nomination.ts'

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
    example: 'leefbaarheid-en-sociale-samenhang',
  }),
  provincie: several(word('provincie', [firstProvince ?? 'PV20', ...provinces]), {
    description: 'Code van een provincie.',
    example: 'PV26',
  }),
  gemeente: several(gemeente, { description: 'Code van een gemeente.', example: 'GM0344' }),
  soort: several(word('soort', [firstKind, ...otherKinds]), { description: 'Soort organisatie.', example: firstKind }),
  loopt: several(word('loopt', LOOPT), { description: 'Of het nog loopt.', example: 'ja' }),
  erkenning: several(slug, {
    description: 'Erkenning van anderen. Een erkenning die geen praktijk heeft, is een fout: 400.',
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
    velden: z.array(named('leefbaarheid-en-sociale-samenhang', 'Leefbaarheid en sociale samenhang')),
    mensen: z.array(named('ouderen', 'ouderen')),
    jaar: z.number().int().openapi({ example: 2026 }).describe('Jaar van de oproep.'),
    loopt: z.enum(LOOPT),
    erkenningen: z
      .array(said('goed-beschreven'))
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
        onderdeel: said('aanleiding'),
        titel: said('Aanleiding'),
        tekst: said('In de flat kende niemand elkaar.'),
      }),
    ),
    meenemen: z.array(
      z.object({
        soort: said('handleiding'),
        titel: said('Zo begin je een lange tafel'),
        licentie: said('Vrij te gebruiken, noem de makers (CC BY 4.0)'),
        adres: uri,
      }),
    ),
    erkendDoor: z.array(
      z.object({
        erkenning: said('goed-beschreven'),
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
