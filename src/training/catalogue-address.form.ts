import { z } from 'zod'
import { OutsideFault, outsideUrl } from '../foundation/outside/index.ts'
import { domainTyped } from './domain.ts'

const NO_DOMAIN = 'Schrijf de naam van jullie site zo: opleider.nl.'

/** A domain a provider names. */
export const domainForm = z.object({
  domein: z
    .string(NO_DOMAIN)
    .max(260, NO_DOMAIN)
    .transform((typed) => domainTyped(typed) ?? '')
    .refine((domain) => domain !== '', NO_DOMAIN),
})

const NO_ADDRESS = 'Plak het hele adres. Het begint met https://.'

/** An address to read a catalogue from. */
export const addressForm = z.object({
  adres: z
    .string(NO_ADDRESS)
    .min(1, NO_ADDRESS)
    .max(500, 'Dit adres is te lang. Hooguit 500 tekens.')
    .transform((typed, given) => {
      try {
        return outsideUrl(typed.trim()).href
      } catch (fault) {
        if (!(fault instanceof OutsideFault)) throw fault
        given.addIssue({ code: 'custom', message: fault.message })
        return z.NEVER
      }
    }),
})
