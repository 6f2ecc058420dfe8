import { z } from '@hono/zod-openapi'
import { gemeenteTyped, PROVINCES } from '../foundation/gemeente.ts'
import { ORGANISATION_KINDS } from './nomination.ts'

const whole = (name: string, most: number) => {
  const sentence = `${name} is een geheel getal van 1 tot en met ${most}.`
  return z.coerce.number(sentence).int(sentence).min(1, sentence).max(most, sentence)
}
const several = <S extends z.ZodType<string>>(one: S) =>
  z
    .union([one, z.array(one).max(40)])
    .optional()
    .transform((values) => (values === undefined ? [] : [values].flat()))
const oneOf = <const Values extends readonly [string, ...string[]]>(name: string, values: Values) =>
  z.enum(values, `${name} is een van: ${values.join(', ')}.`)

/** How a practice is doing, in the words of the API. */
export const STANDEN = ['loopt', 'veranderd', 'onbekend', 'gestopt'] as const

const [firstProvince, ...provinces] = PROVINCES.map(({ code }) => code)
const kinds = Object.values(ORGANISATION_KINDS)
const [firstKind = 'zorg', ...otherKinds] = kinds

/** What may be asked of the list. Any other name is refused, so that a typing error is never a silent "everything". */
export const praktijkenQuery = z.strictObject({
  page: whole('page', 10_000).default(1),
  pageSize: whole('pageSize', 100).default(20),
  zoek: z.string().max(200, 'zoek is hooguit 200 tekens.').default(''),
  thema: several(z.string().max(100)),
  mensen: several(z.string().max(40)),
  veld: several(z.string().max(100)),
  provincie: several(oneOf('provincie', [firstProvince ?? 'PV20', ...provinces])),
  gemeente: several(
    z
      .string()
      .regex(/^GM\d{4}$/, 'gemeente is een code: GM en vier cijfers.')
      .refine((code) => gemeenteTyped(code) !== undefined, 'Deze gemeente bestaat niet.'),
  ),
  soort: several(oneOf('soort', [firstKind, ...otherKinds])),
  stand: several(oneOf('stand', STANDEN)),
  erkenning: several(z.string().max(100)),
  jaar: several(z.string().regex(/^\d{4}$/, 'jaar is vier cijfers.')),
})

export const noQuery = z.strictObject({})
export const slugParam = z.object({
  slug: z
    .string()
    .max(100)
    .openapi({ param: { name: 'slug', in: 'path' } }),
})

const uri = z.string().openapi({ format: 'uri' })
const moment = z.string().openapi({ format: 'date-time' })
const day = z.string().openapi({ format: 'date' })
const place = z.object({ code: z.string(), naam: z.string() })
const term = z.object({ code: z.string(), naam: z.string() })

export const praktijk = z
  .object({
    id: z.string().openapi({ format: 'uuid' }),
    item: uri.describe('Blijvend adres; wijst altijd naar de nieuwste tekst.'),
    slug: z.string(),
    titel: z.string(),
    kern: z.string(),
    organisatie: z.object({ naam: z.string(), soort: z.string() }),
    gemeente: place,
    provincie: place,
    thema: term.nullable(),
    velden: z.array(term),
    mensen: z.array(term),
    jaar: z.number().int().describe('Jaar van de oproep.'),
    stand: z.enum(STANDEN),
    erkenningen: z.array(z.string()).describe('Van anderen, wat vandaag geldt. Ons eigen oordeel staat hier niet in.'),
    voorbeeld: z.boolean().describe('Verzonnen, om te laten zien hoe het werkt.'),
    gepubliceerd: moment,
    gewijzigd: moment,
    _links: z.object({ self: z.object({ href: uri }), pagina: z.object({ href: uri }) }),
  })
  .openapi('Praktijk')

export const praktijkDetail = praktijk
  .extend({
    samenvatting: z.string(),
    begonnen: day,
    onderdelen: z.array(z.object({ onderdeel: z.string(), titel: z.string(), tekst: z.string() })),
    meenemen: z.array(z.object({ soort: z.string(), titel: z.string(), licentie: z.string(), adres: uri })),
    erkendDoor: z.array(
      z.object({
        erkenning: z.string(),
        door: z.string(),
        op: day,
        geldigTotEnMet: day.nullable(),
        bron: z.string(),
      }),
    ),
    ookBij: z.array(
      z.object({ organisatie: z.string(), gemeente: place, sinds: z.number().int(), voorbeeld: z.boolean() }),
    ),
    voorbeeldVan: z.array(z.object({ naam: z.string(), pagina: uri })),
    versies: z.array(z.object({ nummer: z.number().int(), gepubliceerd: moment, verbeterd: z.string() })),
  })
  .openapi('PraktijkDetail')

export const praktijken = z.object({
  totaal: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  praktijken: z.array(praktijk),
})

export const fault = z.object({
  status: z.number().int(),
  title: z.string(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({ veld: z.string(), melding: z.string() })).optional(),
})

export type PraktijkenQuery = z.output<typeof praktijkenQuery>
export type Praktijk = z.output<typeof praktijk>
export type PraktijkDetail = z.output<typeof praktijkDetail>
