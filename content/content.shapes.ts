import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const line = z.string().min(1)
const lines = z.array(line).min(1)
const day = z.iso.date().nullable()
const source = z.array(z.strictObject({ text: line, url: z.url({ protocol: /^https$/ }).optional() })).min(1)
/** One edition of one framework. */
export type Place = z.output<typeof place>
const place = z.strictObject({ framework: slug, edition: slug })

const Perspective = z.strictObject({ line, points: z.array(line).min(3).max(5) })
const Standard = z.strictObject({
  slug,
  code: line,
  name: line,
  plainLine: line,
  knot: z.enum(['paalsteek', 'werplijn', 'platte-knoop', 'splits', 'vlag']).optional(),
  subject: z.enum(['professional', 'dienst']),
  audience: z.array(z.enum(['professional', 'instelling', 'gemeente'])).min(1),
  themes: lines,
  perspectives: z.strictObject({ inwoner: Perspective, professional: Perspective, organisatie: Perspective }),
  lenses: z.strictObject({ klantgerichtheid: line, effectiviteit: line, doelmatigheid: line, duurzaamheid: line }),
  howTo: lines,
  measures: lines,
  connects: z.array(z.strictObject({ vocabulary: slug, term: slug, note: line })).min(1),
  competences: z.array(slug),
  conversation: z.strictObject({ opening: line, questions: z.array(line).min(4).max(6), closing: line }),
  resident: z.strictObject({
    title: line,
    expect: z.array(line).min(3).max(4),
    ask: z.array(line).min(2).max(3),
    ifNot: line,
  }),
})
/** A list of standards with its editions. */
export const Framework = z.strictObject({
  slug,
  title: line,
  word: z.enum(['kwaliteitsstandaard', 'kenmerk']),
  plural: line,
  scope: line,
  madeWith: lines,
  source,
  editions: z.array(
    z.strictObject({
      slug,
      title: line,
      version: line,
      status: z.enum(['replaced', 'current']),
      year: z.int(),
      publishedOn: day,
      dateNote: line,
      replaces: place.optional(),
      themes: lines,
      foreword: lines,
      readingGuide: lines,
      useIt: lines,
      notLikeThis: lines,
      ours: line,
      standards: z.array(Standard).length(5),
    }),
  ),
})
/** The ten competences of 2012. */
export const Competences = z.strictObject({
  slug,
  title: line,
  year: z.int(),
  yearNote: line,
  scope: line,
  source,
  ours: line,
  mappingOurs: line,
  competences: z.array(z.strictObject({ slug, code: line, name: line, plainLine: line })).length(10),
})
/** How editions became other editions. */
export const Crosswalks = z.array(
  z.strictObject({
    from: place,
    to: place,
    ours: line,
    rows: z.array(
      z.strictObject({
        from: z.array(slug),
        to: z.array(slug),
        type: z.enum(['same', 'reworded', 'split', 'merged', 'new', 'dropped']),
        note: line,
      }),
    ),
  }),
)
/** A dated list of policy words. */
export const Vocabulary = z.strictObject({
  slug,
  title: line,
  validFrom: day,
  validTo: day,
  source,
  ours: line,
  terms: z.array(z.strictObject({ slug, code: line, name: line, note: line.optional() })).min(1),
})
const step = { tryThisWeek: line, askColleague: line }
/** The reflection and every word around it. */
export const Instrument = z.strictObject({
  slug,
  title: line,
  source,
  ours: line,
  editions: z
    .array(
      z.strictObject({
        slug,
        publishedOn: z.iso.date(),
        framework: slug,
        edition: slug,
        start: z.strictObject({
          title: line,
          lead: line,
          points: lines,
          begin: line,
          device: line,
          student: line,
          period: line,
          skip: line,
          noClients: line,
        }),
        privacy: z.array(z.strictObject({ term: line, value: line })).length(5),
        scale: z.array(z.strictObject({ value: z.int().min(1).max(5), label: line })).length(5),
        notApplicable: line,
        wish: z.strictObject({
          question: line,
          options: z.array(z.strictObject({ value: z.enum(['yes', 'maybe', 'not now']), label: line })).length(3),
        }),
        result: z.strictObject({
          title: line,
          opening: line,
          strengths: line,
          growth: line,
          pick: line,
          levels: z.strictObject({ firm: line, varies: line, room: line, tooFew: line }),
          allHigh: z.strictObject({ title: line, text: line }),
          allLow: z.strictObject({ title: line, text: line }),
          allLowest: z.strictObject({ title: line, text: line }),
          unfinished: line,
          rule: lines,
        }),
        topics: z
          .array(z.strictObject({ standard: slug, title: line, lead: line, deepen: z.strictObject(step) }))
          .length(5),
        lines: z
          .array(z.strictObject({ slug, standard: slug, competence: slug, text: line, strengthText: line, ...step }))
          .length(25),
      }),
    )
    .min(1),
})
const Block = z.union([
  z.strictObject({ h2: line }),
  z.strictObject({ p: line }),
  z.strictObject({ list: lines }),
  z.strictObject({ facts: z.array(z.strictObject({ term: line, value: line })).min(1) }),
  z.strictObject({ quote: line }),
  z.strictObject({ table: z.strictObject({ caption: line, columns: lines, rows: z.array(lines).min(1) }) }),
])
/** A page of text. */
export const Page = z.strictObject({
  slug,
  title: line,
  description: line,
  lead: line,
  blocks: z.array(Block).min(1),
  sources: source.optional(),
})
/** A fictional practice in three stops. */
export const Story = z.strictObject({
  slug,
  voorbeeld: z.literal(true),
  title: line,
  intro: line,
  standard: slug,
  line: slug,
  stops: z.array(z.strictObject({ word: line, title: line, text: line, href: line.optional() })).length(3),
})
