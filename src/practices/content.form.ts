import { z } from 'zod'
import { LICENCES } from '../foundation/licence.ts'
import { VERDICTS } from './criterion.ts'
import { PEOPLE_GROUPS } from './people-group.ts'
import { QUOTE_FORMS, SPEAKER_ROLES } from './quote.ts'
import { SAMPLE_RECOGNITION } from './recognition.ts'
import { SECTIONS, type Section } from './section.ts'
import { TAKE_ALONG_KINDS } from './take-along.ts'

const line = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const day = z.iso.date()
const gemeente = z.string().regex(/^GM\d{4}$/)
const source = z.array(z.strictObject({ text: line, url: z.url({ protocol: /^https$/ }).optional() })).min(1)

/** Where a practice of the examples stands on its way, in order. */
export const EXAMPLE_STATES = [
  'begun',
  'sent',
  'asked',
  'being read',
  'to be decided',
  'not chosen',
  'interviews',
  'being written',
  'to be read',
  'published',
] as const

/** An edition of the criteria: names from a source, the rest ours. */
export const criteriaContent = z.strictObject({
  slug,
  title: line,
  year: z.int(),
  source,
  ours: line,
  criteria: z
    .array(
      z.strictObject({
        slug,
        name: line,
        weight: z.enum(['must', 'counts']),
        hard: z.boolean(),
        explanation: line,
        example: line,
        evidence: line,
      }),
    )
    .min(1),
})

/** A yearly call; a fictional one has no source. */
export const callContent = z
  .strictObject({
    slug,
    voorbeeld: z.boolean(),
    year: z.int(),
    title: line,
    intro: z.array(line).min(1),
    contact: line,
    opensOn: day,
    closesOn: day,
    dateNote: line.optional(),
    criteria: slug,
    vocabulary: slug,
    source: source.nullable(),
    ours: line,
    themes: z.array(z.strictObject({ slug, name: line, explanation: line })).length(3),
  })
  .refine(({ voorbeeld, source }) => voorbeeld === (source === null), 'Only a fictional call has no source.')

/** The terms of a dated list of policy words: all a practice needs to be filed under. */
export const vocabularyTerms = z.object({
  slug,
  validFrom: day.nullable(),
  validTo: day.nullable(),
  terms: z.array(z.object({ slug, code: line, name: line, note: z.string().default('') })),
})

const passages = z.array(line).min(1)
const sections = z.strictObject({
  summary: passages.optional(),
  people: passages.optional(),
  goal: passages.optional(),
  approach: passages.optional(),
  materials: passages.optional(),
  costs: passages.optional(),
  staff: passages.optional(),
  conditions: passages.optional(),
  foundation: passages.optional(),
  experiences: passages.optional(),
  elements: passages.optional(),
  sources: passages.optional(),
} satisfies Record<Section, z.ZodType>)

const judgement = z.strictObject({ criterion: slug, verdict: z.enum(VERDICTS), sentence: line })

const quote = z.strictObject({
  id: z.string().regex(/^q\d$/),
  section: z.enum(SECTIONS),
  /** The passage it follows, from 0. */
  after: z.int().min(0),
  text: line,
  speaker: z.strictObject({ name: line, function: line, role: z.enum(SPEAKER_ROLES) }),
  form: z.enum(QUOTE_FORMS),
  withdrawn: z.literal(true).optional(),
})

/** The passages a line of a flyer rests on: "summary:0". */
const facts = z.array(z.string().regex(/^[a-z]+:\d$/)).min(1)

const flyer = z.strictObject({
  headline: line,
  scene: line,
  doing: line,
  bringing: line,
  quote: z.string(),
  start: line,
  facts: z.strictObject({ headline: facts, scene: facts, doing: facts, bringing: facts, start: facts }),
  picture: z.strictObject({ drawing: z.enum(['tafel', 'stoep', 'bank', 'brug']), alt: line }),
})

/** A fictional practice, as far on its way as its state says. */
export const practiceContent = z.strictObject({
  slug,
  voorbeeld: z.literal(true),
  title: line.max(90),
  line: line.max(240),
  kind: z.enum(['methodiek', 'project']),
  call: slug,
  theme: slug,
  fields: z.array(slug),
  people: z.array(z.enum(PEOPLE_GROUPS.map((group) => group.slug))).min(1),
  organisation: z.strictObject({
    name: line.max(120),
    kind: z.enum(['care', 'welfare', 'shelter', 'municipality', 'education']),
  }),
  gemeente,
  startedOn: day,
  state: z.enum(EXAMPLE_STATES),
  standing: z.enum(['running', 'changed', 'stopped', 'unconfirmed']).optional(),
  /** What was sent in; '' where nobody wrote anything yet. */
  nomination: z.strictObject({
    issue: z.string(),
    approach: z.string(),
    plan: z.string(),
    handbook: z.boolean(),
    quality: z.string(),
    measured: z.string(),
    people: z.array(z.strictObject({ name: line, function: z.string(), client: z.boolean() })),
    evaluation: z.string(),
  }),
  firstCheck: z
    .discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('passed') }),
      z.strictObject({ outcome: z.literal('asked'), question: line }),
    ])
    .optional(),
  /** What each reader found; one of them may not be ready. */
  judgements: z.strictObject({ one: z.array(judgement), two: z.array(judgement).optional() }).optional(),
  decision: z
    .strictObject({
      outcome: z.enum(['chosen', 'not chosen']),
      advice: line,
      words: z.record(slug, z.strictObject({ verdict: z.enum(VERDICTS), sentence: line })),
    })
    .optional(),
  /** "Ik zie dit anders": said some days ago, not answered yet. */
  disagreement: line.optional(),
  /** The organisation took it back before anything was decided. */
  takenBack: z.literal(true).optional(),
  sections: sections.optional(),
  quotes: z.array(quote).optional(),
  flyer: flyer.optional(),
  takeAlong: z
    .array(
      z.strictObject({
        kind: z.enum(TAKE_ALONG_KINDS),
        title: line.max(120),
        licence: z.enum(LICENCES),
        /** What stands in its file; without it the file tells how the practice works. */
        text: passages.optional(),
      }),
    )
    .optional(),
  recognitions: z
    .array(
      z.strictObject({
        kind: z.literal(SAMPLE_RECOGNITION),
        givenBy: line,
        givenOn: day,
        validUntil: day,
        source: line,
      }),
    )
    .optional(),
  adoptions: z
    .array(z.strictObject({ organisation: line.max(120), gemeente, since: z.int(), changed: z.string().max(600) }))
    .optional(),
  /** Slugs of the standards it is an example of. */
  exemplifies: z.array(slug).optional(),
  confirmed: z.strictObject({ answer: z.enum(['running', 'changed', 'stopped']), on: day, words: line }).optional(),
  /** A second version: the sections that changed, and what was improved. */
  improved: sections.extend({ improved: line }).optional(),
})

export type CriteriaContent = z.output<typeof criteriaContent>
export type CallContent = z.output<typeof callContent>
export type PracticeContent = z.output<typeof practiceContent>
