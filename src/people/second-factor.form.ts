import { z } from 'zod'
import { plainCode } from './sign-in.ts'

/** A code of the app, or one of the recovery codes: which of the two is seen from its shape. */
export const FactorForm = z.object({
  code: z
    .string('Vul de code uit je app in')
    .min(1, 'Vul de zes cijfers uit je app in, of een herstelcode')
    .max(60, 'Deze code is te lang. Vul de zes cijfers uit je app in, of een herstelcode'),
  verder: z.string().optional(),
})

/** The first code of a new app; `geheim` is the sealed secret the page gave along. */
export const NewAppForm = z.object({
  code: z
    .string('Vul de zes cijfers uit je app in')
    .transform(plainCode)
    .pipe(z.string().regex(/^\d{6}$/, 'Vul de zes cijfers uit je app in, bijvoorbeeld 012 345')),
  geheim: z.string().max(1_000).default(''),
  verder: z.string().optional(),
})

/** "I kept them": only then do the recovery codes count. */
export const RecoveryForm = z.object({ codes: z.string().max(2_000).default(''), verder: z.string().optional() })
