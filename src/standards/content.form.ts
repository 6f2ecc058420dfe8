import { z } from 'zod'
import { CROSSINGS } from './crosswalk.ts'
import { AUDIENCES, KNOTS, LENSES, SUBJECTS, VOICES } from './standard.ts'

const line = z.string().trim().min(1)
const lines = z.array(line)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const sources = z.array(z.object({ text: line, url: z.url().optional() })).min(1)
const perspective = z.object({ line, points: lines })

export const standardContent = z.object({
  slug,
  code: line,
  name: line,
  plainLine: line,
  knot: z.enum(KNOTS).optional(),
  subject: z.enum(SUBJECTS),
  audience: z.array(z.enum(AUDIENCES)).min(1),
  themes: lines,
  perspectives: z.object({
    [VOICES[0]]: perspective,
    [VOICES[1]]: perspective,
    [VOICES[2]]: perspective,
  }),
  lenses: z.object({
    [LENSES[0]]: line,
    [LENSES[1]]: line,
    [LENSES[2]]: line,
    [LENSES[3]]: line,
  }),
  howTo: lines,
  measures: lines,
  connects: z.array(z.object({ vocabulary: slug, term: line, note: line })),
  competences: z.array(slug),
  conversation: z.object({ opening: line, questions: lines, closing: line }),
  resident: z.object({ title: line, expect: lines, ask: lines, ifNot: line }),
})

export const frameworkContent = z.object({
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
      z.object({
        slug,
        title: line,
        version: line,
        status: z.enum(['replaced', 'current']),
        year: z.int(),
        publishedOn: z.iso.date().nullable(),
        replaces: z.object({ framework: slug, edition: slug }).optional(),
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

export const competenceContent = z.object({
  slug,
  title: line,
  year: z.int(),
  scope: line.optional(),
  source: sources,
  ours: line,
  mappingOurs: line,
  competences: z.array(z.object({ slug, code: line, name: line, plainLine: line })).min(1),
})

const place = z.object({ framework: slug, edition: slug })
export const crosswalkContent = z.array(
  z.object({
    from: place,
    to: place,
    ours: line,
    rows: z.array(
      z.object({
        from: z.array(slug),
        to: z.array(slug),
        type: z.enum(CROSSINGS),
        note: z.string(),
      }),
    ),
  }),
)

export const vocabularyContent = z.object({
  slug,
  title: line,
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  source: sources,
  ours: line.optional(),
  terms: z
    .array(
      z.object({
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
