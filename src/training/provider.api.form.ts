import { z } from '@hono/zod-openapi'
import { counted, examples, fictional, licensed, link, moment, paging, uri, uuid } from '../foundation/api/index.ts'
import { STERKTES } from './course.api.form.ts'

/** What may be asked of the lists of providers and of their material. */
export const onlyExamplesQuery = z.strictObject({ ...paging, ...examples })

const said = (example: string) => z.string().openapi({ example })
const kenmerk = z.object({ item: uri, slug: said('op-de-vraag-af'), naam: said('Op de vraag af') })
const kenmerken = z.array(kenmerk)

export const opleider = z
  .object({
    id: uuid,
    slug: said('leerplaats-kompas'),
    naam: said('Leerplaats Kompas'),
    kern: said('Korte trainingen voor wijkteams.'),
    gemeente: z.object({ code: said('GM0106'), naam: said('Assen') }),
    website: uri.nullable(),
    voorbeeld: fictional,
    _links: z.object({ self: link, pagina: link, opleidingen: link }),
  })
  .openapi('Opleider')

export const opleiderDetail = opleider
  .extend({
    over: said('Wij geven les op je eigen werk.'),
    mail: said('leren@leerplaats-kompas.example'),
    telefoon: said('0592 123 456'),
    ...licensed,
  })
  .openapi('OpleiderDetail')

export const leermateriaal = z
  .object({
    id: uuid,
    slug: said('kennismaken-aan-de-deur'),
    titel: said('Kennismaken aan de deur'),
    kern: said('Een middag oefenen met kennismaken.'),
    opleider: z.object({
      slug: said('leerplaats-kompas'),
      naam: said('Leerplaats Kompas'),
      _links: z.object({ self: link }),
    }),
    minuten: z.number().int().openapi({ example: 180 }),
    niveau: z.enum(['iedereen', 'mbo', 'hbo', 'post-hbo', 'wo']),
    kenmerken: kenmerken.describe('Volgens de opleider.'),
    licentieMateriaal: said('Vrij te gebruiken, noem de makers (CC BY 4.0)').describe('Van het materiaal zelf.'),
    adres: uri.describe('Waar het materiaal te halen is.'),
    voorbeeld: fictional,
    _links: z.object({ self: link, pagina: link }),
  })
  .openapi('Leermateriaal')

export const leermateriaalDetail = leermateriaal
  .extend({ over: said('Een draaiboek van zes bladzijden.'), ...licensed })
  .openapi('LeermateriaalDetail')

export const leervorm = z
  .object({
    id: uuid,
    item: uri.nullable().describe('Blijvend adres; wijst altijd naar de nieuwste tekst.'),
    slug: said('intervisie'),
    titel: said('Intervisie'),
    kern: said('Leg met vijf collega’s één vraag uit je eigen werk op tafel.'),
    kosten: said('gratis'),
    tijd: said('anderhalf uur, een keer per maand'),
    waar: said('op je werk'),
    mensen: said('met vier tot zeven mensen'),
    kenmerken: z.array(kenmerk.extend({ sterkte: z.enum(STERKTES) })).describe('Waarmee je oefent, sterkste eerst.'),
    gewijzigd: moment,
    _links: z.object({ self: link, pagina: link }),
  })
  .openapi('Leervorm')

export const leervormDetail = leervorm
  .extend({
    stappen: z.array(said('Kies wie begeleidt en wie iets inbrengt.')),
    vragen: z.array(said('Wat heb je zelf al geprobeerd?')),
    letOp: said('Noem geen cliënten bij naam.'),
    ...licensed,
  })
  .openapi('LeervormDetail')

export const opleiders = z.object({ ...counted, opleiders: z.array(opleider) }).openapi('Opleiders')
export const leermaterialen = z.object({ ...counted, leermaterialen: z.array(leermateriaal) }).openapi('Leermaterialen')
export const leervormen = z.object({ ...counted, leervormen: z.array(leervorm) }).openapi('Leervormen')

export type Opleider = z.output<typeof opleider>
export type Leermateriaal = z.output<typeof leermateriaal>
export type Leervorm = z.output<typeof leervorm>
