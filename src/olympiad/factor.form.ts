import { z } from 'zod'
import { chosenIds, reasonField, seenVersion } from './group.form.ts'
import { factorFields } from './mark.form.ts'

/** Another name or explanation, with why. */
export const renameForm = z.object({ ...factorFields, reden: reasonField, versie: seenVersion })

/** One of two. */
export const mergeForm = z.object({ ...factorFields, reden: reasonField, met: z.uuid('Kies de andere succesfactor.') })

/** Two of one: the ticked marks go to the second. */
export const splitForm = z.object({
  ...factorFields,
  naam2: factorFields.naam,
  uitleg2: factorFields.uitleg,
  'markering[]': chosenIds,
  reden: reasonField,
})

/** Why something is let go. */
export const endForm = z.object({ reden: reasonField })

/** What someone says about it. */
export const commentForm = z.object({
  opmerking: z
    .string('Schrijf wat je wilt zeggen.')
    .min(2, 'Schrijf wat je wilt zeggen.')
    .max(2_000, 'Houd je opmerking onder de 2000 tekens.'),
})
