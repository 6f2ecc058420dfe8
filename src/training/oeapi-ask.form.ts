import { z } from '@hono/zod-openapi'
import { known } from '../foundation/api/index.ts'
import { isDay } from '../foundation/day.ts'
import { LANGUAGES } from './course.ts'
import { readFields } from './oeapi-fields.ts'

// Words of OEAPI 6.0, as its schema lists them. What we never have is a question too: it finds nothing.

/** How many at a time; OEAPI knows these sizes only. */
const PAGE_SIZES = ['10', '20', '50', '100', '250'] as const

const LEVELS = [
  ...['pre_vocational', 'secondary_vocational_education', 'secondary_vocational_education_1'],
  ...['secondary_vocational_education_2', 'secondary_vocational_education_3', 'secondary_vocational_education_4'],
  ...[
    'associate_degree',
    'bachelor',
    'master',
    'doctoral',
    'post_doctoral',
    'undefined',
    'undivided',
    'nt2_1',
    'nt2_2',
  ],
]
const MODES_OF_DELIVERY = [
  ...['blended', 'coil', 'hybrid', 'joint_delivery', 'online', 'presential', 'project_based', 'research_lab_based'],
  ...['work_based'],
]
const ORGANISATION_TYPES = ['root', 'institute', 'department', 'faculty', 'branch', 'academy', 'school']
const STATES = ['concept', 'cancelled', 'active', 'inactive']

/** One of these words; what is written otherwise is answered with all of them. */
const oneOf = <const Word extends string>(name: string, words: readonly Word[]) =>
  z.enum(words, `${name} is een van: ${words.join(', ')}.`)

const number = 'pageNumber is een geheel getal van 1 tot en met 10000.'

const paging = {
  pageSize: oneOf('pageSize', PAGE_SIZES).default('10').transform(Number),
  pageNumber: z.coerce.number(number).int(number).min(1, number).max(10_000, number).default(1),
}

/** Told twice, a parameter would be a list of texts. */
const once = (name: string) => z.string(`Noem ${name} één keer.`)

/** What may be asked of everything: for whom it is meant (ours is the same for everyone), and which fields of it. */
const anything = {
  consumer: once('consumer').max(100, 'consumer is hooguit 100 tekens.').optional(),
  voorbeelden: oneOf('voorbeelden', ['ja', 'nee']).default('nee'),
  fields: once('fields')
    .max(2_000, 'fields is hooguit 2000 tekens.')
    .optional()
    .transform((text, c) => {
      const fields = readFields(text ?? '')
      if (fields !== 'unreadable') return fields
      c.addIssue('fields is een lijst van velden met komma’s ertussen, bijvoorbeeld: (name,link,ext(outcome,form)).')
      return z.NEVER
    }),
}

/** What may be shown whole instead of by its id: some of these, with commas between. */
const expandable = (words: readonly string[]) => ({
  expand: once('expand')
    .optional()
    .transform((text, c) => {
      const asked = (text ?? '').split(',').filter((word) => word !== '')
      if (asked.every((word) => words.includes(word))) return asked
      c.addIssue(`expand is een of meer van: ${words.join(', ')}. Zet er komma’s tussen.`)
      return z.NEVER
    }),
})

const q = once('q').trim().max(200, 'q is hooguit 200 tekens.').default('')
const primaryCode = once('primaryCode').max(200, 'primaryCode is hooguit 200 tekens.').optional()
const taught = {
  teachingLanguage: oneOf('teachingLanguage', LANGUAGES).optional(),
  modeOfDelivery: oneOf('modeOfDelivery', MODES_OF_DELIVERY).optional(),
}
const level = oneOf('level', LEVELS).optional()
const yes = (name: string) => oneOf(name, ['true', 'false']).optional()

/** A day, or a moment of RFC 3339. */
const moment = (name: string) =>
  z
    .union([z.string().refine(isDay), z.iso.datetime({ offset: true })], {
      error: `${name} is een dag (2027-02-09) of een moment (2027-02-09T09:30:00Z).`,
    })
    .optional()
const planned = {
  q,
  teachingLanguage: taught.teachingLanguage,
  state: oneOf('state', STATES).optional(),
  resultExpected: yes('resultExpected'),
  since: moment('since'),
  until: moment('until'),
}

/** A list of organisations. */
export const organisationsQuery = known({
  ...{ ...paging, ...anything, q, primaryCode },
  organisationType: oneOf('organisationType', ORGANISATION_TYPES).optional(),
})
/** A list of courses. */
export const coursesQuery = known({ ...paging, ...anything, q, primaryCode, level, ...taught })
/** The courses of one organisation. */
export const coursesOfQuery = known({ ...paging, ...anything, q, level, ...taught })
/** The offerings of one course. */
export const offeringsQuery = known({
  ...paging,
  ...anything,
  ...planned,
  modeOfDelivery: taught.modeOfDelivery,
})
/** The offerings of one organisation. */
export const offeringsOfQuery = known({ ...paging, ...anything, ...planned })
/** A list of learning outcomes. They have no session, so nothing begins or ends. */
export const outcomesQuery = known({ ...paging, ...anything, q })

/** One organisation. */
export const organisationQuery = known({ ...anything, ...expandable(['parent', 'children']) })
/** One course. We hold no versions of the past or the future to return. */
export const courseQuery = known({
  ...anything,
  ...expandable(['programmes', 'coordinators', 'instructors', 'organisation', 'learningOutcomes']),
  returnTimelineOverrides: yes('returnTimelineOverrides'),
})
/** One offering. */
export const offeringQuery = known({
  ...anything,
  ...expandable(['course', 'programme_offering', 'academic_session', 'organisation']),
})
/** One learning outcome. */
export const outcomeQuery = known({ ...anything, ...expandable(['organisation', 'parents', 'children']) })

/** What is asked of courses, all or of one organisation. */
export type CoursesAsk = z.output<typeof coursesOfQuery> & { primaryCode?: string | undefined }
/** What is asked of offerings, of a course or of an organisation. */
export type OfferingsAsk = z.output<typeof offeringsOfQuery> & { modeOfDelivery?: string | undefined }
export type OrganisationsAsk = z.output<typeof organisationsQuery>
