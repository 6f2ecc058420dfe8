import { z } from 'zod'
import { SHOWS } from './mark.ts'

const line = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** Someone of the cast, by key. */
const who = z.string().regex(/^[a-z]+$/)
/** "approach:0": the first text (or, for a quote, the first quote) of that section. */
const place = z.string().regex(/^[a-z]+:\d$/)

const words = {
  plain: line,
  example: line,
  /** The mark the example comes from. */
  exampleOf: slug,
  professional: line,
  reason: line,
}
const beginning = { by: who, factors: z.array(slug).min(1), ...words }

/** What a file of content/olympiads holds: the work of one fictional working group, from marks to statements. */
export const groupContent = z.strictObject({
  voorbeeld: z.literal(true),
  year: z.int(),
  title: line,
  task: line,
  themes: z.array(slug).min(1),
  practices: z.array(slug).min(2),
  members: z.array(who).min(2),
  marks: z.array(
    z.strictObject({
      id: slug,
      by: who,
      practice: slug,
      passage: place.optional(),
      quote: place.optional(),
      shows: z.enum(SHOWS),
      words: line,
    }),
  ),
  factors: z.array(z.strictObject({ id: slug, by: who, name: line, explanation: line, marks: z.array(slug).min(1) })),
  statements: z.array(
    z.strictObject({
      id: slug,
      ...beginning,
      /** Words that stood there before, each with why they gave way. */
      earlier: z.array(z.strictObject({ plain: line, professional: line, why: line })).optional(),
      /** Statements that went up in this one. */
      merged: z.array(z.strictObject({ by: who, ...words })).optional(),
      /** The statement of which this is one half; both halves stand after each other. */
      splitFrom: slug.optional(),
    }),
  ),
  splitFrom: z.array(z.strictObject({ id: slug, ...beginning })),
  dropped: z.array(z.strictObject({ ...beginning, why: line })),
  amendments: z.array(
    z.strictObject({
      statement: slug,
      by: who,
      plain: line,
      reason: line,
      decision: z.strictObject({ outcome: z.enum(['accepted', 'rejected']), by: who, reason: line }).optional(),
    }),
  ),
  comments: z.array(z.strictObject({ on: slug, by: who, words: line })),
})

export type GroupContent = z.output<typeof groupContent>
