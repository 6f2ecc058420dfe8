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
  text,
  uri,
  uuid,
} from '../foundation/api/index.ts'
import { CROSSINGS } from './crosswalk.ts'
import { AUDIENCES, LENSES, SUBJECTS } from './standard.ts'

/** Only what is published is in the API, so there is no word for a draft. */
const STATUSSEN = ['geldig', 'vervangen'] as const

/** What may be asked of the list of norms. Any other name is refused, so that a typing error is never a silent "everything". */
export const normenQuery = z.strictObject({
  ...paging,
  zoek: text('zoek', 200).default('').openapi({ description: 'Woorden om te zoeken.', example: 'samenwerken' }),
  geldt: z
    .enum(['nu', 'alles'], 'geldt is een van: nu, alles.')
    .default('nu')
    .openapi({ description: 'Alleen wat nu geldt, of ook wat vervangen is.', example: 'nu' }),
  status: z
    .enum(STATUSSEN, `status is een van: ${STATUSSEN.join(', ')}.`)
    .optional()
    .openapi({ description: 'Alleen wat deze status heeft. Gaat voor geldt.', example: 'vervangen' }),
  versie: text('versie', 200).optional().openapi({
    description:
      'Lijst en versie, zoals ze in het adres van de handreiking staan. Een versie die er niet is, is een fout: 400.',
    example: 'kwaliteitskenmerken/2013',
  }),
  over: oneOf('over', SUBJECTS, 'Of het over de professional gaat of over de dienst.'),
  voor: oneOf('voor', AUDIENCES, 'Wie ermee werkt.'),
  thema: text('thema', 100)
    .optional()
    .openapi({ description: 'Een kort woord. Een thema dat er niet is, is een fout: 400.', example: 'samenwerken' }),
  lens: oneOf('lens', LENSES, 'Alleen wat iets zegt over deze manier om ernaar te kijken.'),
  ...examples,
})

/** What may be asked of the list of editions. */
export const kadersQuery = z.strictObject({ ...paging, ...examples })

const said = (example: string) => z.string().openapi({ example })
const lines = (example: string) => z.array(said(example))
const side = z.object({
  kern: said('Ik bepaal zelf wat er gebeurt.'),
  punten: lines('Er wordt eerst gevraagd wat ik zelf wil.'),
})
const named = (naam: string) => z.object({ id: uuid, naam: said(naam), _links: z.object({ self: link }) })
const otherNorm = named('Op de vraag af')
const ofKader = named('Handreiking kwaliteitskenmerken')

export const norm = z
  .object({
    id: uuid,
    item: uri.describe('Blijvend adres; wijst altijd naar de nieuwste tekst.'),
    vasteLink: uri.nullable().describe('Adres van precies deze tekst; verandert nooit.'),
    tekst: z.number().int().nullable().openapi({ example: 1 }).describe('Volgnummer van deze tekst.'),
    code: said('KK-1'),
    naam: said('Eigen kracht versterken'),
    soort: said('kenmerk'),
    kern: said('Mensen houden zelf de regie over hun leven.'),
    over: z.enum(SUBJECTS),
    voor: z.array(z.enum(AUDIENCES)),
    themas: lines('eigen regie'),
    lenzen: z.object({
      klantgerichtheid: said('Wat merkt een inwoner ervan?'),
      effectiviteit: said('Helpt het?'),
      doelmatigheid: said('Kan het eenvoudiger?'),
      duurzaamheid: said('Houdt het stand?'),
    }),
    kader: ofKader,
    status: z.enum(STATUSSEN),
    verplichtKader: z.literal(false),
    voorbeeld: fictional,
    _links: z.object({ self: link, pagina: link }),
  })
  .openapi('Norm')

const verdict = z.object({
  zin: said('Vraag eerst wat iemand zelf al doet.'),
  uitspraak: z.literal('gedragen'),
  mensen: z.number().int().openapi({ example: 41 }),
  groepen: z.number().int().openapi({ example: 7 }),
  datum: day,
  voorbeeld: fictional,
  minderOvertuigd: z.array(z.object({ groep: said('managers'), woorden: said('Minder overtuigd.') })),
  redenenVanMinderheid: z.array(z.object({ groep: said('managers'), woorden: said('Dat kost eerst tijd.') })),
  _links: z.object({ pagina: link }),
})

export const normDetail = norm
  .extend({
    perspectieven: z.object({ inwoner: side, professional: side, organisatie: side }),
    invulling: lines('Begin een gesprek met wat goed gaat.'),
    maatstaven: lines('Inwoners zeggen dat ze zelf kozen.'),
    aansluiting: z.array(
      z.object({
        begrippenlijst: said('wmo-2015'),
        begrip: said('zelfredzaamheid'),
        toelichting: said('De wet vraagt wat iemand zelf kan.'),
      }),
    ),
    competenties: z.array(named('Versterkt eigen kracht en zelfregie')),
    gesprek: z.object({
      opening: said('Neem een gesprek van deze week in gedachten.'),
      vragen: lines('Wat deed de ander zelf?'),
      afsluiting: said('Kies samen één ding om te proberen.'),
    }),
    inwoners: z.object({
      titel: said('Jij bepaalt zelf'),
      verwachten: lines('Er wordt naar je geluisterd.'),
      vragen: lines('Wat kan ik zelf doen?'),
      gaatHetAnders: said('Zeg het, of vraag een andere medewerker.'),
    }),
    overgangen: z.array(
      z.object({
        soort: z.enum(CROSSINGS),
        van: z.array(otherNorm),
        naar: z.array(otherNorm),
        toelichting: said('Anders verwoord.'),
      }),
    ),
    uitspraken: z
      .array(verdict)
      .describe('Wat een Olympiade vond van de zinnen waaruit dit kenmerk bestaat. Nooit algemeen geldig.'),
    vastgelegdOp: moment.nullable(),
    ...licensed,
  })
  .openapi('NormDetail')

export const kader = z
  .object({
    id: uuid,
    item: uri,
    titel: said('Handreiking kwaliteitskenmerken'),
    lijst: said('kwaliteitskenmerken'),
    soort: said('kenmerk'),
    jaar: z.number().int().openapi({ example: 2013 }),
    versie: said('2013'),
    status: z.enum(STATUSSEN),
    gepubliceerdOp: day.nullable().describe('Leeg wanneer alleen het jaar bekend is.'),
    bereik: said('Sociaal werk in Nederland.'),
    gemaaktMet: lines('sociaal werkers'),
    themas: lines('eigen regie'),
    bronnen: z.array(z.object({ tekst: said('Handreiking, 2013'), url: uri.optional() })),
    verantwoording: said('De namen zijn van toen, de woorden eromheen van nu.'),
    verplichtKader: z.literal(false),
    voorbeeld: fictional,
    _links: z.object({ self: link, pagina: link, pdf: link }),
  })
  .openapi('Normenkader')

export const kaderDetail = kader
  .extend({
    voorwoord: lines('Deze handreiking helpt om over het werk te praten.'),
    leeswijzer: lines('Begin bij het kenmerk dat je aanspreekt.'),
    zoWel: lines('Om samen te leren.'),
    zoNiet: lines('Om iemand af te rekenen.'),
    normen: z.array(otherNorm),
    vervangt: z.array(ofKader).describe('De normenkaders waar dit voor in de plaats kwam.'),
    vervangenDoor: z.union([ofKader, z.null()]),
    ...licensed,
  })
  .openapi('NormenkaderDetail')

export const competentie = z
  .object({
    id: uuid,
    item: uri,
    code: said('C-1'),
    naam: said('Versterkt eigen kracht en zelfregie'),
    kern: said('Laat mensen ontdekken wat ze zelf kunnen.'),
    lijst: said('competenties'),
    normen: z.array(otherNorm).describe('De koppeling is van Verankerd.'),
    _links: z.object({ self: link }),
  })
  .openapi('Competentie')

export const competentieDetail = competentie.extend(licensed).openapi('CompetentieDetail')
export const normen = z.object({ ...counted, normen: z.array(norm) }).openapi('Normen')
export const kaders = z.object({ ...counted, normenkaders: z.array(kader) }).openapi('Normenkaders')
export const competenties = z.object({ ...counted, competenties: z.array(competentie) }).openapi('Competenties')

export type Norm = z.output<typeof norm>
export type NormDetail = z.output<typeof normDetail>
export type Kader = z.output<typeof kader>
export type KaderDetail = z.output<typeof kaderDetail>
export type Competentie = z.output<typeof competentie>
export type NormenQuery = z.output<typeof normenQuery>
