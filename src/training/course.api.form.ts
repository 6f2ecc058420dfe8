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
import { PROVINCES } from '../foundation/gemeente.ts'
import { LANGUAGES, LEVELS, PROFESSIONS, REGISTERS } from './course.ts'
import { RADII } from './finding.ts'
import { placeTyped } from './place.ts'

/** Forms in the words of addresses. */
export const VORMEN = ['op-locatie', 'online', 'gemengd', 'werkplek', 'eigen-tempo'] as const
const PRIJZEN = ['gratis', 'tot-250', 'tot-500', 'meer', 'op-aanvraag'] as const
/** Source: strengthWords. */
export const STERKTES = ['kennismaken', 'oefenen', 'verdiepen'] as const

const [firstProvince, ...provinces] = PROVINCES.map(({ code }) => code)
const slug = z.string().trim().max(200, 'Dit is hooguit 200 tekens.')
const place = text('bij', 60).refine((typed) => ['place', 'nowhere'].includes(placeTyped(typed).is), {
  error: ({ input }) =>
    placeTyped(String(input)).is === 'several'
      ? 'Er is meer dan één plaats die zo heet. Zet de gemeente erachter: Nes (Ameland).'
      : 'Deze plaats kennen wij niet. Geef een plaats, een gemeente of haar code, geen postcode of straat.',
})

/** Ways to narrow that courses and their dates share, by the names the page has for them. */
const narrowing = {
  zoek: text('zoek', 200)
    .default('')
    .openapi({ description: 'Woorden om te zoeken; kleine typfouten mogen.', example: 'rouw' }),
  bij: place.default('').openapi({ description: 'Plaats of gemeente, of de code van een gemeente.', example: 'Assen' }),
  straal: z
    .enum(RADII.map(String) as [string, ...string[]], `straal is een van: ${RADII.join(', ')}.`)
    .default('25')
    .openapi({ description: 'Hoeveel kilometer van die plaats, hemelsbreed.', example: '25' }),
  provincie: several(word('provincie', [firstProvince ?? 'PV20', ...provinces]), {
    description: 'Code van een provincie waar het is.',
    example: 'PV22',
  }),
  online: oneOf('online', ['ja'], 'Naast wat dichtbij is ook wat online kan.'),
  wanneer: text('wanneer', 7)
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'wanneer is een maand: 2026-12.')
    .optional()
    .openapi({ description: 'In welke maand het begint.', example: '2026-12' }),
  plaats: oneOf('plaats', ['ja'], 'Alleen waar volgens de opleider nog plaats is.'),
  kenmerk: several(slug, {
    description: 'Welk kenmerk je er leert. Een kenmerk dat er niet is, is een fout: 400.',
    example: 'op-de-vraag-af',
  }),
  competentie: several(slug, {
    description: 'Welke competentie daarbij hoort. Een competentie die er niet is, is een fout: 400.',
    example: 'samenwerken-en-netwerken',
  }),
  vorm: several(word('vorm', [...VORMEN, 'bij-jullie']), { description: 'Hoe je het volgt.', example: 'op-locatie' }),
  prijs: several(word('prijs', PRIJZEN), { description: 'Wat het kost.', example: 'gratis' }),
  beroepsgroep: several(word('beroepsgroep', PROFESSIONS), { description: 'Voor wie het is.', example: 'wijkteam' }),
  punten: several(word('punten', REGISTERS), { description: 'Welk register er punten voor geeft.', example: 'skj' }),
  taal: several(word('taal', LANGUAGES), { description: 'In welke taal.', example: 'nl' }),
  studenten: oneOf('studenten', ['ja'], 'Alleen waar studenten welkom zijn.'),
  opleider: slug.optional().openapi({
    description: 'Slug van een opleider. Een opleider die er niet is, is een fout: 400.',
    example: 'leerplaats-kompas',
  }),
}

/** What may be asked of the list of courses. */
export const opleidingenQuery = z.strictObject({
  ...paging,
  ...narrowing,
  orde: oneOf(
    'orde',
    ['past', 'datum', 'afstand', 'prijs'],
    'Zonder: wat het laatst veranderde eerst, met zoek wat het best past, met bij wat het dichtst bij is.',
  ),
  ...examples,
})

/** What may be asked of the list of dates. */
export const uitvoeringenQuery = z.strictObject({
  ...paging,
  ...narrowing,
  opleiding: slug.optional().openapi({
    description: 'Slug van een opleiding. Een opleiding die er niet is, is een fout: 400.',
    example: 'de-kunst-van-het-wachten',
  }),
  ...examples,
})

const said = (example: string) => z.string().openapi({ example })
const time = (example: string) => z.string().nullable().openapi({ format: 'time-local', example })
const gemeente = z.object({ code: said('GM0106'), naam: said('Assen') })
const provider = z.object({
  id: uuid,
  slug: said('leerplaats-kompas'),
  naam: said('Leerplaats Kompas'),
  _links: z.object({ self: link }),
})

export const uitvoering = z
  .object({
    id: uuid,
    opleiding: z.object({
      slug: said('horen-wat-iemand-niet-zegt'),
      titel: said('Horen wat iemand niet zegt'),
      _links: z.object({ self: link }),
    }),
    begindatum: day,
    einddatum: day,
    dagen: z.array(day).describe('Elke dag dat je er bent.'),
    van: time('09:30:00').describe('Tijd in Nederland; leeg als alleen de dag bekend is.'),
    tot: time('16:30:00'),
    online: z.boolean().openapi({ example: false }),
    gemeente: gemeente.nullable(),
    locatie: said('De Nieuwe Kolk, Weiersstraat 1').describe('Zoals de opleider het schrijft.'),
    plaatsen: z.number().int().nullable().openapi({ example: 14 }),
    plaatsenVrij: z.number().int().nullable().openapi({ example: 3 }).describe('Leeg als de opleider het niet zegt.'),
    inschrijven: uri.nullable(),
    afgelast: z.boolean().openapi({ example: false }),
    voorbeeld: fictional,
    gewijzigd: moment,
    _links: z.object({ self: link, agenda: link }),
  })
  .openapi('Uitvoering')

export const uitvoeringDetail = uitvoering.extend(licensed).openapi('UitvoeringDetail')

const teaches = z.object({
  item: uri.describe('Blijvend adres van het kenmerk.'),
  slug: said('op-de-vraag-af'),
  naam: said('Op de vraag af'),
  sterkte: z.enum(STERKTES),
})

export const opleiding = z
  .object({
    id: uuid,
    item: uri.nullable().describe('Blijvend adres; wijst altijd naar de nieuwste tekst.'),
    slug: said('horen-wat-iemand-niet-zegt'),
    titel: said('Horen wat iemand niet zegt'),
    leeruitkomst: said('Je kunt een stilte laten duren tot de ander verdergaat.').describe('Wat je na afloop kunt.'),
    opleider: provider,
    vorm: z.enum(VORMEN),
    bijJullie: z.boolean().openapi({ example: false }).describe('Kan ook bij een team op het werk.'),
    altijdBeginnen: z.boolean().openapi({ example: false }).describe('Je kunt elke dag beginnen.'),
    studielastMinuten: z.number().int().openapi({ example: 360 }).describe('Netto: zonder pauzes en reistijd.'),
    taal: z.enum(LANGUAGES),
    niveau: z.enum(
      LEVELS.map((level) => (level === 'none' ? 'iedereen' : level)) as ['iedereen', 'mbo', 'hbo', 'post-hbo', 'wo'],
    ),
    beroepsgroepen: z.array(z.enum(PROFESSIONS)),
    studentenWelkom: z
      .boolean()
      .nullable()
      .openapi({ example: true })
      .describe('Leeg als de opleider het niet zegt: vraag het dan.'),
    prijsEuro: z
      .number()
      .nullable()
      .openapi({ example: 225 })
      .describe('Wat één deelnemer in totaal betaalt, met btw. 0 is gratis; leeg is op aanvraag.'),
    punten: z.array(
      z.object({
        register: z.enum(REGISTERS),
        registerNaam: said('SKJ').nullable().describe('Leeg als de opleider niet zegt welk ander register het is.'),
        nummer: said('123456'),
        punten: z.number().openapi({ example: 6 }),
        geldigTotEnMet: day.nullable(),
      }),
    ),
    kenmerken: z.array(teaches).describe('Door een redacteur bevestigd, sterkste eerst.'),
    aantalUitvoeringen: z.number().int().openapi({ example: 2 }).describe('Waar je nog heen kunt.'),
    eersteDatum: day.nullable(),
    nagekeken: z.boolean().openapi({ example: true }).describe('Of een redacteur ernaar keek.'),
    voorbeeld: fictional,
    gewijzigd: moment,
    _links: z.object({ self: link, pagina: link, uitvoeringen: link }),
  })
  .openapi('Opleiding')

export const opleidingDetail = opleiding
  .extend({
    over: said('Een dag met oefeningen in tweetallen.'),
    inschrijven: uri.nullable(),
    uitvoeringen: z.array(uitvoering),
    ervaringen: z
      .array(
        z.object({
          kenmerk: said('op-de-vraag-af'),
          hielp: z.number().int().openapi({ example: 11 }),
          eenBeetje: z.number().int().openapi({ example: 2 }),
          hielpNiet: z.number().int().openapi({ example: 1 }),
        }),
      )
      .describe('Wat deelnemers zeiden, vanaf tien antwoorden.'),
    ...licensed,
  })
  .openapi('OpleidingDetail')

export const opleidingen = z.object({ ...counted, opleidingen: z.array(opleiding) }).openapi('Opleidingen')
export const uitvoeringen = z.object({ ...counted, uitvoeringen: z.array(uitvoering) }).openapi('Uitvoeringen')

export type OpleidingenQuery = z.output<typeof opleidingenQuery>
export type UitvoeringenQuery = z.output<typeof uitvoeringenQuery>
export type Opleiding = z.output<typeof opleiding>
export type OpleidingDetail = z.output<typeof opleidingDetail>
export type Uitvoering = z.output<typeof uitvoering>
