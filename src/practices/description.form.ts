import { z } from 'zod'
import { SECTIONS, type Section } from './section.ts'

const version = z.coerce.number().int().min(0).catch(0)

/** One section as the editor sends it. `doen` is "citaat" when the chosen quote must be set in. */
export const sectionForm = z.object({
  versie: version,
  tekst: z
    .string()
    .max(30_000, 'Dit onderdeel is langer dan 30.000 tekens. Maak het korter, of zet een deel bij een ander onderdeel.')
    .default(''),
  citaat: z.string().default(''),
  doen: z.string().default(''),
})

/** What is better in this version. */
export const improvedForm = z.object({
  /** Mark of what stood there when the writer looked. */
  gezien: z.string().default(''),
  verbeterd: z
    .string({ error: 'Schrijf in een paar zinnen wat er verbeterd is.' })
    .min(1, 'Schrijf in een paar zinnen wat er verbeterd is.')
    .max(1000, 'Houd het bij een paar zinnen: hooguit 1.000 tekens.'),
})

/** Every section's remark, under the section's own name. */
export const remarksForm = z.record(z.string(), z.unknown()).transform((body, ctx) => {
  const said = SECTIONS.flatMap((section): { section: Section; text: string }[] => {
    const text = body[remarkField(section)]
    return typeof text === 'string' && text !== '' ? [{ section, text }] : []
  })
  for (const { section, text } of said)
    if (text.length > 4000)
      ctx.addIssue({
        code: 'custom',
        path: [remarkField(section)],
        message: 'Houd een opmerking onder de 4.000 tekens.',
      })
  if (said.length === 0)
    ctx.addIssue({
      code: 'custom',
      path: [remarkField('summary')],
      message: 'Schrijf bij minstens één onderdeel wat je anders wilt, of zeg dat jullie het goed vinden.',
    })
  return said
})

/** The field in which a remark about a section stands. */
export const remarkField = (section: Section): string => `opmerking-${section}`

/** Agreement is about one text: the one that was read. */
export const agreementForm = z.object({ vingerafdruk: z.string().default('') })

/** Throwing a version in the making away: what it looked like to whoever decided. */
export const discardForm = z.object({ gezien: z.string().trim().max(200).default('') })
