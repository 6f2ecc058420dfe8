import { z } from 'zod'

const one = z.string().max(100)

/** The standards an editor ticked; none is a choice too. */
export const exampleForm = z.object({
  gezien: one.default(''),
  'kenmerk[]': z
    .union([one, z.array(one).max(200)])
    .default([])
    .transform((ticked) => [ticked].flat()),
})
