import { z } from 'zod'
import { gemeenteName, gemeenteTyped } from '../foundation/gemeente.ts'
import type { Typed } from '../foundation/http/index.ts'
import { httpsOrEmpty, version } from './course.form.ts'
import type { Provider } from './provider.ts'
import type { ProviderText } from './provider.write.store.ts'

const optional = (most: number) => z.string().max(most, `Houd het bij hooguit ${most} tekens.`).default('')

/** What a provider says of itself. */
export const providerForm = z
  .object({
    naam: z
      .string('Schrijf hoe jullie heten.')
      .min(2, 'Schrijf hoe jullie heten.')
      .max(120, 'Houd de naam bij hooguit 120 tekens.'),
    zin: z
      .string('Zeg in één zin wie jullie zijn.')
      .min(3, 'Zeg in één zin wie jullie zijn.')
      .max(200, 'Houd het bij hooguit 200 tekens.'),
    over: optional(2_000),
    gemeente: z
      .string('Kies de gemeente waar jullie zitten.')
      .transform((typed) => gemeenteTyped(typed)?.code ?? '')
      .refine((code) => code !== '', 'Kies de gemeente waar jullie zitten.'),
    website: httpsOrEmpty,
    mail: z
      .union([z.literal(''), z.email('Schrijf een mailadres dat voor iedereen mag, zoals info@jullie-naam.nl.')])
      .default(''),
    telefoon: z
      .string()
      .default('')
      .refine(
        (typed) => /^[0-9+() -]{0,20}$/.test(typed),
        'Schrijf het nummer in cijfers, bijvoorbeeld 0592 12 34 56.',
      ),
    versie: version,
  })
  .transform((typed): ProviderText & { version: number } => ({
    ...{ name: typed.naam, line: typed.zin, about: typed.over, gemeente: typed.gemeente, website: typed.website },
    ...{ mail: typed.mail, phone: typed.telefoon, version: typed.versie },
  }))

/** A provider as it stands in its form. */
export const providerTyped = (provider: Provider): Typed => ({
  ...{ naam: provider.name, zin: provider.line, over: provider.about, gemeente: gemeenteName(provider.gemeente) },
  ...{ website: provider.website, mail: provider.mail, telefoon: provider.phone },
})

/** What two versions are laid side by side with. */
export const providerInWords = (text: ProviderText): Record<string, string> => ({
  ...{ Naam: text.name, 'In één zin': text.line, 'Over jullie': text.about, Gemeente: gemeenteName(text.gemeente) },
  ...{ Website: text.website, Mail: text.mail, Telefoon: text.phone },
})
