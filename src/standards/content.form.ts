import { z } from 'zod'
import { CROSSINGS } from './crosswalk.ts'
import { AUDIENCES, KNOTS, LENSES, SUBJECTS, VOICES } from './standard.ts'

const line = z.string().trim().min(1)
const lines = z.array(line)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const sources = z.array(z.strictObject({ text: line, url: z.url({ protocol: /^https$/ }).optional() })).min(1)
const perspective = z.strictObject({ line, points: lines })

/** What the files of content/ may say about standards: nothing more than this, so that a misspelt key is found. */
export const standardContent = z.strictObject({
  slug,
  code: line,
  name: line,
  plainLine: line,
  knot: z.enum(KNOTS).optional(),
  subject: z.enum(SUBJECTS),
  audience: z.array(z.enum(AUDIENCES)).min(1),
  themes: lines,
  perspectives: z.strictObject({
    [VOICES[0]]: perspective,
    [VOICES[1]]: perspective,
    [VOICES[2]]: perspective,
  }),
  lenses: z.strictObject({
    [LENSES[0]]: line,
    [LENSES[1]]: line,
    [LENSES[2]]: line,
    [LENSES[3]]: line,
  }),
  howTo: lines,
  measures: lines,
  connects: z.array(z.strictObject({ vocabulary: slug, term: line, note: line })),
  competences: z.array(slug),
  conversation: z.strictObject({ opening: line, questions: lines, closing: line }),
  resident: z.strictObject({ title: line, expect: lines, ask: lines, ifNot: line }),
})

export const frameworkContent = z.strictObject({
  slug,
  title: line,
  word: line,
  plural: line,
  scope: line,
  madeWith: lines,
  source: sources,
  voorbeeld: z.boolean().default(false),
  editions: z
    .array(
      z.strictObject({
        slug,
        title: line,
        version: line,
        status: z.enum(['replaced', 'current']),
        year: z.int(),
        publishedOn: z.iso.date().nullable(),
        replaces: z.strictObject({ framework: slug, edition: slug }).optional(),
        themes: lines,
        foreword: lines,
        readingGuide: lines,
        useIt: lines,
        notLikeThis: lines,
        ours: line,
        dateNote: line.optional(),
        standards: z.array(standardContent).min(1),
      }),
    )
    .min(1),
})

export const competenceContent = z.strictObject({
  slug,
  title: line,
  year: z.int(),
  yearNote: line.optional(),
  scope: line.optional(),
  source: sources,
  ours: line,
  mappingOurs: line,
  competences: z.array(z.strictObject({ slug, code: line, name: line, plainLine: line })).min(1),
})

const place = z.strictObject({ framework: slug, edition: slug })
export const crosswalkContent = z.array(
  z.strictObject({
    from: place,
    to: place,
    ours: line,
    rows: z.array(
      z.strictObject({
        from: z.array(slug),
        to: z.array(slug),
        type: z.enum(CROSSINGS),
        note: z.string(),
      }),
    ),
  }),
)

export const vocabularyContent = z.strictObject({
  slug,
  title: line,
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  source: sources,
  ours: line.optional(),
  terms: z
    .array(
      z.strictObject({
        slug: line,
        code: z.string(),
        name: line,
        note: z.string().optional(),
      }),
    )
    .min(1),
})

export type FrameworkContent = z.output<typeof frameworkContent>
export type CompetenceContent = z.output<typeof competenceContent>
export type CrosswalkContent = z.output<typeof crosswalkContent>[number]
export type VocabularyContent = z.output<typeof vocabularyContent>
