import { z } from 'zod'
import { type Choice, SHOWINGS, type Showing } from './catalogue.ts'
import { AUDIENCES, LENSES, SUBJECTS } from './standard.ts'

/** The status as an address says it. */
export const statusWord = {
  current: 'geldt',
  consultation: 'consultatie',
  replaced: 'vervangen',
  all: 'alles',
} as const satisfies Record<Showing, string>

const showingOf = (word: string): Showing => SHOWINGS.find((showing) => statusWord[showing] === word) ?? 'current'

/** A search address may be old or mistyped: a value we don't know counts as not chosen. */
const choice = z.object({
  zoek: z.string().trim().max(200).catch(''),
  over: z.enum(SUBJECTS).optional().catch(undefined),
  voor: z.enum(AUDIENCES).optional().catch(undefined),
  thema: z.string().trim().max(100).optional().catch(undefined),
  lens: z.enum(LENSES).optional().catch(undefined),
  versie: z.string().max(200).optional().catch(undefined),
  status: z.enum(Object.values(statusWord)).optional().catch(undefined),
  // How the same was asked before there was a status: in links that others keep.
  geldt: z.enum(['nu', 'alles']).catch('nu'),
})

/** What a visitor asked of the databank; an unchosen list sends an empty string. */
export function readChoice(query: Record<string, string>): Choice {
  const sent = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  const { zoek, over, voor, thema, lens, versie, status, geldt } = choice.parse({
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
    status: showingOf(status ?? (geldt === 'alles' ? 'alles' : 'geldt')),
  }
}
