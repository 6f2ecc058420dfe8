import { z } from 'zod'
import { chosenIds, reasonField, seenVersion } from './group.form.ts'
import { plainFaults } from './statement.ts'

const plain = z
  .string('Schrijf de zin.')
  .min(5, 'Schrijf de zin.')
  .max(400, 'Houd de zin bij twintig woorden.')
  .superRefine((text, context) => {
    for (const message of plainFaults(text)) context.addIssue({ code: 'custom', message })
  })
const example = z
  .string('Geef een voorbeeld uit een praktijk.')
  .min(10, 'Geef in een of twee zinnen een voorbeeld uit een praktijk.')
  .max(600, 'Houd het voorbeeld onder de 600 tekens.')
const exampleOf = z.uuid('Kies bij welke markering het voorbeeld hoort.')
const professional = z
  .string('Zeg het ook in vaktaal.')
  .min(10, 'Zeg het ook in vaktaal, zoals collega’s het opschrijven.')
  .max(1_000, 'Houd de vaktaal onder de 1000 tekens.')

const words = { zin: plain, voorbeeld: example, bij: exampleOf, vaktaal: professional }

/** A new statement, from the factors that were ticked. */
export const newForm = z.object({
  ...words,
  reden: reasonField,
  'factor[]': chosenIds.refine((ids) => ids.length > 0, 'Kies de succesfactor waar de zin uit komt.'),
})

/** Other words for a statement, against the version that was read. */
export const rewordForm = z.object({ ...words, reden: reasonField, versie: seenVersion })

/** One statement of two. */
export const mergeStatementsForm = z.object({
  ...words,
  reden: reasonField,
  met: z.uuid('Kies de andere zin.'),
})

/** Two statements of one. */
export const splitStatementForm = z.object({
  ...words,
  zin2: plain,
  voorbeeld2: example,
  bij2: exampleOf,
  vaktaal2: professional,
  reden: reasonField,
})

/** Another wording beside the one that stands. */
export const amendmentForm = z.object({
  zin: plain,
  voorbeeld: example,
  vaktaal: professional,
  reden: reasonField,
  versie: seenVersion,
})

/** What becomes of an amendment; `versie` is the text it was compared with. */
export const decisionForm = z.object({
  besluit: z.enum(['accepted', 'rejected'], 'Kies of de werkgroep dit overneemt.'),
  reden: reasonField,
  versie: seenVersion,
})

/** With which other one a statement is merged. */
export const mergeQuery = z.object({ met: z.uuid('Kies de andere zin.').optional() })
