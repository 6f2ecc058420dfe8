import { z } from 'zod'
import type { Typed } from '../foundation/http/index.ts'
import { LICENCES } from '../foundation/licence.ts'
import { numberInField, numberTyped } from './amount.ts'
import { LONGEST_TITLE } from './copy.ts'
import { httpsOrEmpty, version } from './course.form.ts'
import { LEVELS, levelWords, loadWords } from './course.ts'
import type { Module, ModuleText } from './module.ts'

const words = (least: string, most: number) =>
  z.string(least).min(3, least).max(most, `Houd het bij hooguit ${most} tekens.`)

/** Material as its provider writes it; the file is read apart. */
export const moduleForm = z
  .object({
    titel: words('Geef het materiaal een naam.', LONGEST_TITLE),
    zin: words('Zeg in één zin wat het is.', 300),
    over: z.string().max(4_000, 'Houd het bij hooguit 4000 tekens.').default(''),
    uren: z
      .string('Vul in hoeveel uur het duurt, bijvoorbeeld 4 of 1,5.')
      .transform((typed) => numberTyped(typed) ?? -1)
      .refine((hours) => hours > 0 && hours <= 2_000, 'Vul in hoeveel uur het duurt, bijvoorbeeld 4 of 1,5.'),
    niveau: z.enum(LEVELS, 'Kies het niveau.'),
    'kenmerken[]': z.array(z.guid()).default([]),
    licentie: z.enum(LICENCES, 'Kies wat anderen ermee mogen.'),
    adres: httpsOrEmpty,
    versie: version,
  })
  .transform((typed): ModuleText & { version: number } => ({
    ...{ title: typed.titel, line: typed.zin, about: typed.over, minutes: Math.round(typed.uren * 60) },
    ...{ level: typed.niveau, standards: typed['kenmerken[]'], licence: typed.licentie, url: typed.adres },
    version: typed.versie,
  }))

/** Material as it stands in its form. */
export const moduleTyped = (module: Module): Typed => ({
  ...{ titel: module.title, zin: module.line, over: module.about, uren: numberInField(module.minutes / 60) },
  ...{ niveau: module.level, 'kenmerken[]': module.standards, licentie: module.licence, adres: module.url },
})

/** What material says, field by field, in the words of the form; `names` are those of the standards. */
export const moduleInWords = (text: ModuleText, names: Map<string, string>): Record<string, string> => ({
  ...{ Titel: text.title, 'In één zin': text.line, 'Over het materiaal': text.about, Duur: loadWords(text.minutes) },
  ...{ Niveau: levelWords[text.level], 'Gaat over': text.standards.map((one) => names.get(one) ?? one).join(', ') },
  ...{ Licentie: text.licence, Adres: text.url },
})
