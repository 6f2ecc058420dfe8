import { z } from '@hono/zod-openapi'

/** Ways of delivery that our forms of training have. */
export const MODES = ['presential', 'online', 'blended', 'work_based'] as const

const id = z.string().openapi({ format: 'uuid' })
const uri = z.string().openapi({ format: 'uri' })
const moment = z.string().openapi({ format: 'date-time' })
const said = z.array(z.strictObject({ language: z.string(), value: z.string() })).min(1)
const code = z.strictObject({ codeType: z.string(), code: z.string() })
const address = z.strictObject({
  addressType: z.enum(['visit', 'teaching']),
  city: z.string(),
  additional: said.optional(),
  countryCode: z.strictObject({ 'iso3166-1-alpha2': z.literal('NL') }),
})
const cost = z.strictObject({
  costType: z.literal('total_costs'),
  amount: z.string().regex(/^\d+\.\d\d$/),
  currency: z.literal('EUR'),
})

/** Lists OEAPI can be asked to expand and we do not have: null, as it says. */
const none = z.null().optional()

/** What we say in everything that OEAPI has no word for. */
const licensed = { licentie: uri, voorbeeld: z.boolean(), pagina: uri.optional() }

export const organisation = z
  .strictObject({
    organisationId: id,
    primaryCode: code,
    organisationType: z.literal('root'),
    name: said,
    description: said,
    addresses: z.array(address),
    link: uri.nullable(),
    children: none,
    ext: z.strictObject(licensed),
  })
  .openapi('Organisation')

export const learningOutcome = z
  .strictObject({
    learningOutcomeId: id,
    primaryCode: code,
    name: said,
    description: said,
    ...{ parents: none, children: none },
    ext: z.strictObject({ ...licensed, case: uri }),
  })
  .openapi('LearningOutcome')

export const course = z
  .strictObject({
    courseId: id,
    primaryCode: code,
    otherCodes: z.array(code),
    name: said,
    description: said.optional(),
    studyLoad: z.array(z.strictObject({ studyLoadUnit: z.literal('hour'), value: z.number() })),
    modesOfDelivery: z.array(z.enum(MODES)),
    teachingLanguages: z.array(z.string()).min(1),
    level: z.enum(['secondary_vocational_education', 'bachelor', 'master', 'undefined']),
    learningOutcomeIds: z.array(id),
    link: uri.nullable(),
    organisationId: id,
    ...{ programmes: none, coordinators: none, instructors: none },
    organisation: organisation.optional(),
    learningOutcomes: z.array(learningOutcome).optional(),
    ext: z.strictObject({
      ...licensed,
      outcome: z.string(),
      form: z.string(),
      level: z.string(),
      professions: z.array(z.string()),
      forStudents: z.boolean(),
      inCompany: z.boolean(),
      anyTime: z.boolean(),
      priceInformation: z.array(cost),
      teaches: z.array(z.strictObject({ name: z.string(), strength: z.string() })),
      accreditations: z.array(
        z.strictObject({
          register: z.string(),
          registerName: z.string(),
          number: z.string(),
          points: z.number(),
          validUntil: z.string().openapi({ format: 'date' }).nullable(),
        }),
      ),
    }),
  })
  .openapi('Course')

export const courseOffering = z
  .strictObject({
    courseOfferingId: id,
    primaryCode: code,
    name: said,
    state: z.enum(['active', 'cancelled', 'inactive']),
    startDateTime: moment,
    endDateTime: moment,
    teachingLanguages: z.array(z.string()).min(1),
    modesOfDelivery: z.array(z.enum(['online', 'presential', 'hybrid'])).min(1),
    maxNumberStudents: z.number().int().nullable(),
    enrolledNumberStudents: z.number().int().nullable(),
    addresses: z.array(address),
    priceInformation: z.array(cost),
    link: uri.nullable(),
    courseId: id,
    organisationId: id,
    programmeOfferings: none,
    course: course.optional(),
    organisation: organisation.optional(),
    ext: z.strictObject({
      ...licensed,
      courseCode: z.string(),
      days: z.array(z.string().openapi({ format: 'date' })),
      seatsLeft: z.number().int().nullable(),
    }),
  })
  .openapi('CourseOffering')

const paged = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    pageSize: z.number().int(),
    pageNumber: z.number().int(),
    hasPreviousPage: z.boolean(),
    hasNextPage: z.boolean(),
    totalPages: z.number().int(),
    items: z.array(item),
  })

export const organisations = paged(organisation).openapi('Organisations')
export const courses = paged(course).openapi('Courses')
export const courseOfferings = paged(courseOffering).openapi('CourseOfferings')
export const learningOutcomes = paged(learningOutcome).openapi('LearningOutcomes')

/** What this door is: who answers for it, by which text, and what one may ask. */
export const welcome = z
  .strictObject({
    contactEmail: z.string().openapi({ format: 'email' }),
    specification: uri,
    documentation: uri,
    supportedOperations: z.array(z.strictObject({ verbs: z.array(z.literal('GET')), path: z.string() })),
  })
  .openapi('Service')

export type Organisation = z.output<typeof organisation>
export type OeapiCourse = z.output<typeof course>
export type CourseOffering = z.output<typeof courseOffering>
export type LearningOutcome = z.output<typeof learningOutcome>
