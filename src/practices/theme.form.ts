import { z } from 'zod'

/** A theme someone proposes. */
export const proposalForm = z.object({
  naam: z
    .string('Noem het thema in een paar woorden.')
    .min(3, 'Noem het thema in een paar woorden.')
    .max(120, 'Houd het onder de 120 tekens.'),
  reden: z
    .string('Zeg waarom dit volgend jaar nodig is.')
    .min(10, 'Zeg in een of twee zinnen waarom dit volgend jaar nodig is.')
    .max(1_000, 'Houd het onder de 1000 tekens.'),
})

/** What an editor says about a proposal. */
export const choiceForm = z.object({
  voorstel: z.uuid('Dit voorstel bestaat niet meer.'),
  uitkomst: z.enum(['chosen', 'not chosen'], 'Kies wel of niet.'),
  reden: z
    .string('Zeg waarom. Iedereen kan dit lezen.')
    .min(10, 'Zeg in een of twee zinnen waarom. Iedereen kan dit lezen.')
    .max(1_000, 'Houd het onder de 1000 tekens.'),
})
