import { z } from 'zod'
import { isDay } from '../foundation/day.ts'

const line = (message: string) => z.string(message).min(1, message).max(200, 'Houd het onder de 200 tekens.')
const text = (message: string, most = 4_000) =>
  z.string(message).min(1, message).max(most, `Houd het onder de ${most} tekens.`)
const day = (message: string) => z.string(message).refine(isDay, message)
const optional = (most: number) => z.string().max(most, `Houd het onder de ${most} tekens.`).default('')

const name = optional(120)
const explanation = optional(600)
const proposal = z.uuid().or(z.literal('')).catch('')

/** A call as an editor writes it. Themes may still lack while it is a draft. */
export const callForm = z
  .object({
    jaar: z.coerce
      .number('Vul een jaar in.')
      .int('Vul een jaar in.')
      .min(2000, 'Vul een jaar in na 1999.')
      .max(2100, 'Vul een jaar in voor 2101.'),
    titel: line('Geef de oproep een titel.'),
    tekst: text('Schrijf de tekst van de oproep.'),
    contact: text('Zeg bij wie iemand terechtkan.', 400),
    opent: day('Vul de eerste dag in, bijvoorbeeld 2027-09-01.'),
    sluit: day('Vul de laatste dag in, bijvoorbeeld 2027-12-01.'),
    criteria: line('Kies de criteria.'),
    lijst: line('Kies de lijst met velden.'),
    bron: optional(600),
    versie: z.coerce.number().int().min(0).catch(-1),
    thema1: name,
    uitleg1: explanation,
    voorstel1: proposal,
    thema2: name,
    uitleg2: explanation,
    voorstel2: proposal,
    thema3: name,
    uitleg3: explanation,
    voorstel3: proposal,
  })
  .refine(({ opent, sluit }) => opent <= sluit, { path: ['sluit'], message: 'De laatste dag ligt voor de eerste.' })
  .transform((typed) => ({
    year: typed.jaar,
    title: typed.titel,
    intro: typed.tekst,
    contact: typed.contact,
    opensOn: typed.opent,
    closesOn: typed.sluit,
    criteria: typed.criteria,
    vocabulary: typed.lijst,
    source: typed.bron,
    version: typed.versie,
    themes: [
      { name: typed.thema1, explanation: typed.uitleg1, proposal: typed.voorstel1 || null },
      { name: typed.thema2, explanation: typed.uitleg2, proposal: typed.voorstel2 || null },
      { name: typed.thema3, explanation: typed.uitleg3, proposal: typed.voorstel3 || null },
    ],
  }))

/** What an editor wrote, as values. */
export type CallDraft = z.output<typeof callForm>
