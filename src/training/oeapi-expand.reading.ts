import type { Context } from 'hono'
import type { HouseEnv } from '../foundation/http/index.ts'
import type { ListedCourse } from './course.api.store.ts'
import { shelfOf } from './finding.reading.ts'
import type { CourseOffering, LearningOutcome, OeapiCourse, Organisation } from './oeapi.form.ts'
import { toCourse, toCourseOffering, toLearningOutcome, toOrganisation } from './oeapi.ts'
import { outcomesAsked } from './oeapi-ask.reading.ts'
import type { Offering } from './offering.ts'
import { providersById } from './provider.store.ts'

type C = Context<HouseEnv>

/**
 * Lists that were asked to be shown whole and are not there: null, as OEAPI says. `names` says how each is called then. One
 * thing that is not there is left out: its text says null too, and its schema refuses that.
 */
function lacking<Name extends string>(expand: string[], names: Record<string, Name>): { [name in Name]?: null } {
  const asked = Object.entries(names).filter(([word]) => expand.includes(word))
  return Object.fromEntries(asked.map(([, name]) => [name, null])) as { [name in Name]?: null }
}

async function organisationOf(c: C, { by }: ListedCourse): Promise<Organisation | undefined> {
  const provider = (await providersById(c.var.db, [by.id])).get(by.id)
  return provider && toOrganisation(provider, c.var.config.baseUrl)
}

/** An organisation; it has no organisations above or below it. */
export const expandedOrganisation = (organisation: Organisation, expand: string[]): Organisation => ({
  ...organisation,
  ...lacking(expand, { children: 'children' }),
})

/** A course with what was asked of it. Its people are not ours to tell. */
export async function expandedCourse(c: C, one: ListedCourse, expand: string[]): Promise<OeapiCourse> {
  const { baseUrl } = c.var.config
  const course = toCourse(one, (await shelfOf(c)).words.standards, baseUrl)
  const organisation = expand.includes('organisation') ? await organisationOf(c, one) : undefined
  const outcomes = expand.includes('learningOutcomes') ? await outcomesAsked(c) : undefined
  const names = { programmes: 'programmes', coordinators: 'coordinators', instructors: 'instructors' } as const
  return {
    ...course,
    ...lacking(expand, names),
    ...(organisation && { organisation }),
    ...(outcomes && {
      learningOutcomes: outcomes
        .filter(({ item }) => course.learningOutcomeIds.includes(item))
        .map((standard) => toLearningOutcome(standard, baseUrl)),
    }),
  }
}

/** An offering with what was asked of it. */
export async function expandedOffering(
  c: C,
  { offering, of, today }: { offering: Offering; of: ListedCourse; today: string },
  expand: string[],
): Promise<CourseOffering> {
  const organisation = expand.includes('organisation') ? await organisationOf(c, of) : undefined
  return {
    ...toCourseOffering(offering, of, today),
    ...lacking(expand, { programme_offering: 'programmeOfferings' }),
    ...(expand.includes('course') && { course: await expandedCourse(c, of, []) }),
    ...(organisation && { organisation }),
  }
}

/** A learning outcome; it stands by itself. */
export const expandedOutcome = (outcome: LearningOutcome, expand: string[]): LearningOutcome => ({
  ...outcome,
  ...lacking(expand, { parents: 'parents', children: 'children' } as const),
})
