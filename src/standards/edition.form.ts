import { z } from 'zod'
import type { EditionText } from './edition.ts'

const line = (message: string) => z.string().trim().min(1, message).max(300, 'Houd het onder de 300 tekens.')
const paragraphs = (message: string) =>
  z
    .string()
    .max(20_000, 'Deze tekst is te lang.')
    .transform((text) =>
      text
        .split(/\n+/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .refine((all) => all.length > 0, message)

/** Beginning a draft: from which edition, and the year that becomes its address. */
export const draftForm = z.object({
  van: z.uuid('Kies de versie waarop je verder bouwt.'),
  jaar: z.coerce
    .number('Vul een jaar in cijfers in, bijvoorbeeld 2027.')
    .int('Vul een jaar in cijfers in, bijvoorbeeld 2027.')
    .max(2100, 'Vul een jaar in tot en met 2100.'),
  /** An Olympiade whose carried statements go into it right away. */
  zinnen: z.string().max(100).default(''),
})

/** The words around the standards. */
export const editionForm = z.object({
  versie: z.coerce.number().int().min(1),
  titel: line('Geef de handreiking een titel.'),
  versienaam: line('Geef de versie een naam of nummer.'),
  themas: paragraphs('Noem minstens één thema.'),
  vooraf: paragraphs('Schrijf een woord vooraf.'),
  leeswijzer: paragraphs('Schrijf een leeswijzer.'),
  zoWel: paragraphs('Schrijf op hoe je dit gebruikt.'),
  zoNiet: paragraphs('Schrijf op hoe je dit niet gebruikt.'),
  verantwoording: line('Zeg van wie de tekst is.').max(600, 'Houd het onder de 600 tekens.'),
})

/** The form as the text it makes; what it does not ask stays as it was. */
export function editionTextOf(form: z.output<typeof editionForm>, before: EditionText): EditionText {
  return {
    ...before,
    title: form.titel,
    version: form.versienaam,
    themes: form.themas,
    foreword: form.vooraf,
    readingGuide: form.leeswijzer,
    useIt: form.zoWel,
    notLikeThis: form.zoNiet,
    ours: form.verantwoording,
  }
}

export function editionTypedOf(text: EditionText): Record<string, string> {
  return {
    titel: text.title,
    versienaam: text.version,
    themas: text.themes.join('\n'),
    vooraf: text.foreword.join('\n\n'),
    leeswijzer: text.readingGuide.join('\n\n'),
    zoWel: text.useIt.join('\n'),
    zoNiet: text.notLikeThis.join('\n'),
    verantwoording: text.ours,
  }
}
