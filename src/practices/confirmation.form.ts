import { z } from 'zod'
import { ANSWERS } from './confirmation.ts'

const words = z.string().max(1_000, 'Hou je toelichting bij hooguit 1.000 tekens.').default('')

/** One of three buttons, pressed by whoever has the key from the mail. */
export const confirmationForm = z.object({
  sleutel: z.string().max(100).default(''),
  antwoord: z.enum(ANSWERS, 'Kies een van de drie knoppen.'),
  toelichting: words,
})

/** The same by someone who is signed in; `gezien` is the answer that stood there when they looked. */
export const ownConfirmationForm = z.object({
  gezien: z.string().max(40).default(''),
  antwoord: z.enum(ANSWERS, 'Kies een van de drie knoppen.'),
  toelichting: words,
})

/** The same, noted by an editor who heard it in another way. */
export const standingForm = z.object({ antwoord: z.enum(ANSWERS, 'Kies hoe het ermee staat.'), toelichting: words })
