import { z } from 'zod'
import type { Choice } from './catalogue.ts'
import { AUDIENCES, LENSES, SUBJECTS } from './standard.ts'

/** A search address may be old or mistyped: a value we don't know counts as not chosen. */
const choice = z.object({
  zoek: z.string().trim().max(200).catch(''),
  over: z.enum(SUBJECTS).optional().catch(undefined),
  voor: z.enum(AUDIENCES).optional().catch(undefined),
  thema: z.string().trim().max(100).optional().catch(undefined),
  lens: z.enum(LENSES).optional().catch(undefined),
  versie: z.string().max(200).optional().catch(undefined),
  geldt: z.enum(['nu', 'alles']).catch('nu'),
})

/** What a visitor asked of the databank; an unchosen list sends an empty string. */
export function readChoice(query: Record<string, string>): Choice {
  const sent = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  const { zoek, over, voor, thema, lens, versie, geldt } = choice.parse({
    zoek: '',
    geldt: 'nu',
    ...sent,
  })
  return {
    text: zoek,
    subject: over,
    audience: voor,
    theme: thema,
    lens,
    edition: versie,
    current: geldt === 'nu',
  }
}
