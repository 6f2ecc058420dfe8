import { z } from '@hono/zod-openapi'

/** Where in an address a value stands, so that the description of the API says it too. */
const inPath = (name: string) => ({ param: { name, in: 'path' as const } })

function whole(name: string, most: number) {
  const sentence = `${name} is een geheel getal van 1 tot en met ${most}.`
  return z.coerce.number(sentence).int(sentence).min(1, sentence).max(most, sentence)
}

/** Which part of a list is asked: pages of twenty, at most a hundred. */
export const paging = {
  page: whole('page', 10_000).default(1).openapi({ description: 'Welke bladzijde van de lijst.', example: 1 }),
  pageSize: whole('pageSize', 100)
    .default(20)
    .openapi({ description: 'Hoeveel er op een bladzijde staan.', example: 20 }),
}

/** Made-up things stay out of open data unless someone asks for them. */
export const examples = {
  voorbeelden: z.enum(['ja', 'nee'], 'voorbeelden is een van: ja, nee.').default('nee').openapi({
    description: 'Met “ja” komen ook verzonnen voorbeelden mee; die dragen voorbeeld: true.',
    example: 'nee',
  }),
}

/** How a query says what may be asked instead; see faultsOf. */
export const INSTEAD = 'Wel: '

/** A query that, asked for what it does not know, tells what it does know. */
export const known = <const Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `${INSTEAD}${Object.keys(shape).join(', ')}.` : undefined),
  })

/** Nothing may be asked. */
export const noQuery = z.strictObject({})
/** Only a page of the list. */
export const pageQuery = z.strictObject(paging)
/** Only whether made-up things may come. */
export const examplesQuery = z.strictObject(examples)

/** One of a few words. */
export function oneOf<const Values extends readonly [string, ...string[]]>(
  name: string,
  values: Values,
  description: string,
) {
  return z
    .enum(values, `${name} is een van: ${values.join(', ')}.`)
    .optional()
    .openapi({ description, example: values[0] })
}

/** What is wrong with the value itself: a union would only say that it fits none of its shapes. */
function firstSentence({ input, errors }: { input?: unknown; errors?: { message: string }[][] }): string | undefined {
  return errors?.[Array.isArray(input) ? 1 : 0]?.[0]?.message
}

/** Any of these: the name may stand in an address more than once. */
export function several<S extends z.ZodType<string, string>>(
  one: S,
  openapi: { description: string; example: string },
) {
  return z
    .union([one, z.array(one).max(40, 'Noem er hooguit veertig.')], { error: firstSentence })
    .optional()
    .transform((values) => [values ?? []].flat() as z.output<S>[])
    .openapi({ ...openapi, description: `${openapi.description} Mag vaker.` })
}

/** A word out of a few, for `several`. */
export const word = <const Values extends readonly [string, ...string[]]>(name: string, values: Values) =>
  z.enum(values, `${name} is een van: ${values.join(', ')}.`)

/** Text of people, with a bound. */
export const text = (name: string, most: number) => z.string().trim().max(most, `${name} is hooguit ${most} tekens.`)

/** The id of one thing in an address. */
export const idParam = z.object({
  id: z
    .string()
    .max(40)
    .openapi({ ...inPath('id'), format: 'uuid', description: 'Het id uit de lijst.' }),
})

/** The slug of one thing in an address. */
export const slugParam = z.object({
  slug: z
    .string()
    .max(200)
    .openapi({ ...inPath('slug'), description: 'Het woord uit het adres van de pagina.' }),
})
