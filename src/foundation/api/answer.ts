import { z } from '@hono/zod-openapi'
import { refuse } from '../http/index.ts'

/** Under which licence open data may be used: https://creativecommons.org/licenses/by/4.0/ */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/deed.nl'

/** Kinds of text that have a form of their own. */
export const uuid = z.string().openapi({ format: 'uuid', example: '0d1c2b3a-4f5e-4a6b-8c7d-9e0f1a2b3c4d' })
export const uri = z.string().openapi({ format: 'uri', example: 'https://verankerd.example/' })
export const moment = z.string().openapi({ format: 'date-time', example: '2026-11-21T09:00:00.000Z' })
export const day = z.string().openapi({ format: 'date', example: '2026-12-10' })
export const link = z.object({ href: uri })

/** What every answer carries: under which licence it may be used. */
export const licensed = {
  licentie: z
    .literal(LICENCE)
    .describe('Noem Verankerd als bron. Wat opleiders en makers zelf bijvoegen, draagt zijn eigen licentie.'),
}

/** What every list says of itself. */
export const counted = {
  totaal: z.number().int().openapi({ example: 1 }).describe('Hoeveel er in de hele lijst staan.'),
  page: z.number().int().openapi({ example: 1 }),
  pageSize: z.number().int().openapi({ example: 20 }),
  ...licensed,
}

/** Whether something is made up. */
export const fictional = z.boolean().openapi({ example: false }).describe('Verzonnen, om te laten zien hoe het werkt.')

/** A fault, as RFC 9457 has it. */
export const problem = z
  .object({
    type: z.string().openapi({ format: 'uri', example: 'about:blank' }),
    status: z.number().int().openapi({ example: 400 }),
    title: z.string().openapi({ example: 'Dit klopt niet helemaal' }),
    detail: z.string().openapi({ example: 'De vraag klopt niet. Bij elke fout staat wat wij verwachten.' }),
    instance: z.string().optional().openapi({ example: 'urn:verzoek:4f1c2d3e4a5b' }),
    errors: z
      .array(
        z.object({
          veld: z.string().openapi({ example: 'page' }),
          melding: z.string().openapi({ example: 'page is een geheel getal van 1 tot en met 10000.' }),
        }),
      )
      .optional(),
  })
  .openapi('Problem')

/** Headers that the description of the whole API explains once. */
const headers = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

/** A fault in the description. */
const faulty = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

const around = {
  304: { description: 'Niets veranderd sinds de ETag die je meestuurde.', headers: headers('API-Version', 'ETag') },
  400: faulty('De vraag klopt niet; alle fouten staan erbij.'),
  503: faulty('Even niet bereikbaar; Retry-After zegt wanneer je het opnieuw kunt proberen.'),
}

/** What a list answers: a page of it, with the way to the others. */
export function listAnswers<S extends z.ZodType>(schema: S, description: string) {
  const ok = {
    description,
    headers: headers('API-Version', 'ETag', 'Link'),
    content: { 'application/json': { schema } },
  }
  return { 200: ok, ...around }
}

/** What one thing answers. */
export function oneAnswers<S extends z.ZodType>(schema: S, description: string) {
  const ok = { description, headers: headers('API-Version', 'ETag'), content: { 'application/json': { schema } } }
  return { 200: ok, ...around, 404: faulty('Bestaat niet, of is verzonnen en daar is niet om gevraagd.') }
}

/** A made-up thing is there only for whoever asks for it. @throws Refusal 404 */
export function askedFor<T>(thing: T, isFictional: boolean, { voorbeelden }: { voorbeelden: 'ja' | 'nee' }): T {
  if (isFictional && voorbeelden === 'nee')
    refuse(404, 'Dit is een verzonnen voorbeeld. Wil je het toch zien, zet dan ?voorbeelden=ja achter het adres.')
  return thing
}

/** The address of one thing in the API, which asks for made-up things when it is one. */
export const selfOf = (base: string, path: string, isFictional = false): { self: { href: string } } => ({
  self: { href: `${base}/api/v1${path}${isFictional ? '?voorbeelden=ja' : ''}` },
})
