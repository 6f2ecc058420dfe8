import { z } from '@hono/zod-openapi'
import { CROSSINGS } from './crosswalk.ts'
import { AUDIENCES, LENSES, SUBJECTS } from './standard.ts'

const whole = (name: string, most: number) =>
  z.coerce
    .number(`${name} is een geheel getal van 1 tot en met ${most}.`)
    .int(`${name} is een geheel getal van 1 tot en met ${most}.`)
    .min(1, `${name} is een geheel getal van 1 tot en met ${most}.`)
    .max(most, `${name} is een geheel getal van 1 tot en met ${most}.`)

const paging = {
  page: whole('page', 10_000).default(1),
  pageSize: whole('pageSize', 100).default(20),
}
const oneOf = <const Values extends readonly [string, ...string[]]>(name: string, values: Values) =>
  z.enum(values, `${name} is een van: ${values.join(', ')}.`).optional()

/** Only what is published is in the API, so there is no word for a draft. */
export const STATUSSEN = ['geldig', 'vervangen'] as const

/** What may be asked of the list of norms. Any other name is refused, so that a typing error is never a silent "everything". */
export const normenQuery = z.strictObject({
  ...paging,
  status: oneOf('status', [...STATUSSEN, 'alles']),
  kader: z.string().max(100).optional().openapi({
    description: 'Slug van de lijst, bijvoorbeeld kwaliteitskenmerken.',
  }),
  over: oneOf('over', SUBJECTS),
  voor: oneOf('voor', AUDIENCES),
  thema: z.string().max(100).optional(),
  lens: oneOf('lens', LENSES),
})

export const pageQuery = z.strictObject(paging)
export const noQuery = z.strictObject({})
export const idParam = z.object({ id: z.string().openapi({ format: 'uuid' }) })

const id = z.string().openapi({ format: 'uuid' })
const uri = z.string().openapi({ format: 'uri' })
const moment = z.string().openapi({ format: 'date-time' })
const side = z.object({ kern: z.string(), punten: z.array(z.string()) })
const pointer = z
  .object({
    id,
    naam: z.string(),
    _links: z.object({ self: z.object({ href: uri }) }),
  })
  .openapi('Verwijzing')

export const norm = z
  .object({
    id,
    item: uri.describe('Blijvend adres; wijst altijd naar de nieuwste tekst.'),
    vasteLink: uri.nullable().describe('Adres van precies deze tekst; verandert nooit.'),
    tekst: z.number().int().nullable().describe('Volgnummer van deze tekst.'),
    code: z.string(),
    naam: z.string(),
    soort: z.string(),
    kern: z.string(),
    over: z.enum(SUBJECTS),
    voor: z.array(z.enum(AUDIENCES)),
    themas: z.array(z.string()),
    lenzen: z.object({
      klantgerichtheid: z.string(),
      effectiviteit: z.string(),
      doelmatigheid: z.string(),
      duurzaamheid: z.string(),
    }),
    kader: pointer,
    status: z.enum(STATUSSEN),
    verplichtKader: z.literal(false),
    voorbeeld: z.boolean(),
    _links: z.object({
      self: z.object({ href: uri }),
      pagina: z.object({ href: uri }),
    }),
  })
  .openapi('Norm')

export const normDetail = norm
  .extend({
    perspectieven: z.object({
      inwoner: side,
      professional: side,
      organisatie: side,
    }),
    invulling: z.array(z.string()),
    maatstaven: z.array(z.string()),
    aansluiting: z.array(
      z.object({
        begrippenlijst: z.string(),
        begrip: z.string(),
        toelichting: z.string(),
      }),
    ),
    competenties: z.array(pointer),
    gesprek: z.object({
      opening: z.string(),
      vragen: z.array(z.string()),
      afsluiting: z.string(),
    }),
    inwoners: z.object({
      titel: z.string(),
      verwachten: z.array(z.string()),
      vragen: z.array(z.string()),
      gaatHetAnders: z.string(),
    }),
    overgangen: z.array(
      z.object({
        soort: z.enum(CROSSINGS),
        van: z.array(pointer),
        naar: z.array(pointer),
        toelichting: z.string(),
      }),
    ),
    uitspraken: z
      .array(
        z.object({
          zin: z.string(),
          uitspraak: z.literal('gedragen'),
          mensen: z.number().int(),
          groepen: z.number().int(),
          datum: moment,
          voorbeeld: z.boolean(),
          minderOvertuigd: z.array(z.object({ groep: z.string(), woorden: z.string() })),
          redenenVanMinderheid: z.array(z.object({ groep: z.string(), woorden: z.string() })),
          _links: z.object({ pagina: z.object({ href: uri }) }),
        }),
      )
      .describe('Wat een Olympiade vond van de zinnen waaruit dit kenmerk bestaat. Nooit algemeen geldig.'),
    vastgelegdOp: moment.nullable(),
  })
  .openapi('NormDetail')

export const kader = z
  .object({
    id,
    item: uri,
    titel: z.string(),
    lijst: z.string(),
    soort: z.string(),
    jaar: z.number().int(),
    versie: z.string(),
    status: z.enum(STATUSSEN),
    gepubliceerdOp: z
      .string()
      .openapi({ format: 'date' })
      .nullable()
      .describe('Leeg wanneer alleen het jaar bekend is.'),
    bereik: z.string(),
    gemaaktMet: z.array(z.string()),
    themas: z.array(z.string()),
    bronnen: z.array(z.object({ tekst: z.string(), url: uri.optional() })),
    verantwoording: z.string(),
    verplichtKader: z.literal(false),
    voorbeeld: z.boolean(),
    _links: z.object({
      self: z.object({ href: uri }),
      pagina: z.object({ href: uri }),
      pdf: z.object({ href: uri }),
    }),
  })
  .openapi('Normenkader')

export const kaderDetail = kader
  .extend({
    voorwoord: z.array(z.string()),
    leeswijzer: z.array(z.string()),
    zoWel: z.array(z.string()),
    zoNiet: z.array(z.string()),
    normen: z.array(pointer),
    vervangenDoor: z.union([pointer, z.null()]),
  })
  .openapi('NormenkaderDetail')

export const competentie = z
  .object({
    id,
    item: uri,
    code: z.string(),
    naam: z.string(),
    kern: z.string(),
    lijst: z.string(),
    normen: z.array(pointer).describe('De koppeling is van Verankerd.'),
  })
  .openapi('Competentie')

export const wijziging = z
  .object({
    versie: z.string(),
    datum: z.string().openapi({ format: 'date' }),
    wijziging: z.string(),
  })
  .openapi('Wijziging')

export const problem = z
  .object({
    status: z.number().int(),
    title: z.string(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.array(z.object({ veld: z.string(), melding: z.string() })).optional(),
  })
  .openapi('Problem')

const counted = {
  totaal: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
}
export const normen = z.object({ ...counted, normen: z.array(norm) }).openapi('Normen')
export const kaders = z.object({ ...counted, normenkaders: z.array(kader) }).openapi('Normenkaders')
export const competenties = z.object({ ...counted, competenties: z.array(competentie) }).openapi('Competenties')
export const wijzigingen = z.object({ ...counted, wijzigingen: z.array(wijziging) }).openapi('Wijzigingen')

export type Norm = z.output<typeof norm>
export type NormDetail = z.output<typeof normDetail>
export type Kader = z.output<typeof kader>
export type KaderDetail = z.output<typeof kaderDetail>
export type Competentie = z.output<typeof competentie>
export type NormenQuery = z.output<typeof normenQuery>
