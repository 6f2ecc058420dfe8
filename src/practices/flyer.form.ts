import { z } from 'zod'
import { isDrawing } from './flyer.picture.store.ts'
import { FLYER_GUIDE, type FlyerLineName, lineWord } from './flyer.ts'

const version = z.coerce.number().int().min(0).catch(0)
const chosen = z.array(z.string().max(80)).max(60, 'Kies hooguit zestig plekken.').default([])

/** One line of the flyer as the desk sends it. */
export function lineForm(name: FlyerLineName) {
  const { most } = FLYER_GUIDE[name]
  const empty = `Schrijf iets bij “${lineWord(name)}”.`
  return z.object({
    versie: version,
    tekst: z
      .string({ error: empty })
      .transform((text) => text.replace(/\s+/g, ' ').trim())
      .refine((text) => text !== '', empty)
      .refine((text) => text.length <= most, {
        error: ({ input }) =>
          `Dit zijn ${String(input).length} tekens. Er passen er ${most} op twee bladzijden. Wat kan eruit?`,
      }),
    'feiten[]': chosen.refine((facts) => facts.length > 0, 'Kies minstens één plek waar deze regel op rust.'),
  })
}

/** The quote of the flyer; '' takes it off. */
export const quoteLineForm = z.object({ versie: version, citaat: z.string().max(60).default('') })

/** The picture of the flyer. `beeld` is the name of a drawing, "foto" for a new picture, or "blijft" for the one there. */
export const pictureForm = z.object({
  /** Mark of the picture that stood there when its chooser looked. */
  gezien: z.string().default(''),
  beeld: z
    .string({ error: 'Kies een beeld.' })
    .refine((name) => isDrawing(name) || name === 'foto' || name === 'blijft', 'Kies een beeld uit de lijst.'),
  alt: z
    .string({ error: 'Zeg in één zin wat er te zien is.' })
    .min(1, 'Zeg in één zin wat er te zien is. Wie niet kan kijken, hoort dan wat jij ziet.')
    .max(240, 'Houd het onder de 240 tekens.'),
  credit: z.string().max(120, 'Houd de naam van de maker onder de 120 tekens.').default(''),
})
