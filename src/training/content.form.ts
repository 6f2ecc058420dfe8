import { z } from 'zod'
import { gemeenteByCode } from '../foundation/gemeente.ts'
import { LICENCES } from '../foundation/licence.ts'
import { COURSE_FORMS, LANGUAGES, LEVELS, PROFESSIONS, REGISTERS } from './course.ts'
import { STRENGTHS } from './teaching.ts'

const line = z.string().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const count = z.number().int().nonnegative()
const gemeente = z.string().refine((code) => gemeenteByCode(code) !== undefined)

/** When a fictional course runs, counted from the day a trial installation starts: so it always lies ahead. */
const run = z.strictObject({
  inDays: count,
  days: count.min(1),
  /** Days from one of its days to the next. */
  gap: count,
  at: z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/),
  online: z.boolean(),
  gemeente: z.union([z.literal(''), gemeente]),
  venue: z.string(),
  seats: count.nullable(),
  left: count.nullable(),
})

/** Standards one learns or practises there, and how strongly. */
const taught = z.array(z.strictObject({ standard: slug, strength: z.enum(STRENGTHS) })).min(1)

const course = z.strictObject({
  slug,
  title: line,
  outcome: line,
  about: line,
  form: z.enum(COURSE_FORMS),
  minutes: count,
  language: z.enum(LANGUAGES),
  level: z.enum(LEVELS),
  professions: z.array(z.enum(PROFESSIONS)),
  forStudents: z.boolean(),
  inCompany: z.boolean(),
  anyTime: z.boolean(),
  /** In cents; 0 is free. */
  price: count,
  accreditations: z.array(
    z.strictObject({
      register: z.enum(REGISTERS),
      /** Of a register that is none of the list. */
      name: line.optional(),
      ...{ number: line, points: z.number(), years: count },
    }),
  ),
  teaches: taught,
  offerings: z.array(run),
  /** How far it is; absent: live, and looked at by an editor. */
  state: z.enum(['draft', 'waiting', 'unseen']).optional(),
  /** What fictional learners said. */
  helped: z.strictObject({ standard: slug, yes: count, somewhat: count, no: count }).optional(),
})

/** The shape of content/courses: one fictional provider with what it offers. */
export const providerContent = z.strictObject({
  slug,
  voorbeeld: z.literal(true),
  name: line,
  line,
  about: line,
  gemeente,
  website: z.url({ protocol: /^https$/ }),
  mail: z.email(),
  courses: z.array(course).min(1),
})

/** What a file of content/courses holds. */
export type ProviderContent = z.output<typeof providerContent>

/** One course of it. */
export type CourseContent = ProviderContent['courses'][number]

/** The shape of content/learning-forms: a way to learn without a provider. */
export const learningFormContent = z.strictObject({
  slug,
  title: line,
  line,
  cost: line,
  time: line,
  where: line,
  people: line,
  practises: taught,
  steps: z.array(line).min(3),
  questions: z.array(line).min(1),
  beware: line,
})

/** What a file of content/learning-forms holds. */
export type LearningFormContent = z.output<typeof learningFormContent>

/** The shape of content/modules: fictional teaching material to take along. */
export const moduleContent = z.strictObject({
  slug,
  voorbeeld: z.literal(true),
  provider: slug,
  title: line,
  line,
  about: line,
  minutes: count,
  level: z.enum(LEVELS),
  standards: z.array(slug),
  licence: z.enum(LICENCES),
  url: z.url({ protocol: /^https$/ }),
  /** Absent: looked at by an editor. */
  state: z.enum(['unseen']).optional(),
})

/** What a file of content/modules holds. */
export type ModuleContent = z.output<typeof moduleContent>
