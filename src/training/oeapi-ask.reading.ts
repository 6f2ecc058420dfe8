import type { Context } from 'hono'
import { askedFor } from '../foundation/api/index.ts'
import { dutchDay } from '../foundation/clock.ts'
import { daysLater, fromDutchClock, isDay } from '../foundation/day.ts'
import { found, type HouseEnv, withExamples } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { both, plain, without } from '../foundation/words/index.ts'
import { currentStandards } from '../standards/index.ts'
import { courseOfCode, type ListedCourse, listedCourseById } from './course.api.store.ts'
import { findCourses } from './course-index.store.ts'
import { left } from './facet.ts'
import { shelfOf } from './finding.reading.ts'
import { formsOf, levelsOf } from './oeapi.ts'
import type { CoursesAsk, OfferingsAsk, OrganisationsAsk } from './oeapi-ask.form.ts'
import type { OfferingsWanted } from './oeapi-offerings.store.ts'
import { type Part, providersPart } from './provider.api.store.ts'
import { providersById } from './provider.store.ts'
import type { Provider } from './provider.ts'

type C = Context<HouseEnv>

const examplesIn = (c: C) => ({ voorbeelden: withExamples(c) ? ('ja' as const) : ('nee' as const) })

/** The organisation of this id. @throws Refusal 404 */
export async function organisationAsked(c: C, id: string): Promise<Provider> {
  const provider = found(isId(id) ? (await providersById(c.var.db, [id])).get(id) : undefined)
  return askedFor(provider, provider.fictional, examplesIn(c))
}

/** The course of this id. @throws Refusal 404 */
export async function courseAsked(c: C, id: string): Promise<ListedCourse> {
  const one = found(isId(id) ? await listedCourseById(c.var.db, id) : undefined)
  return askedFor(one, one.fictional, examplesIn(c))
}

/** A page of the organisations of a question, by name. Each stands by itself, so there are only roots. */
export async function organisationsAsked(c: C, query: OrganisationsAsk): Promise<Part<Provider>> {
  const { primaryCode: slug, organisationType = 'root', pageNumber: page } = query
  return organisationType === 'root' ? providersPart(c.var.db, { ...query, page, slug }) : { rows: [], total: 0 }
}

/** Numbers of the courses on a page of what was asked, what changed last first, and how many there are. */
export async function coursesAsked(c: C, query: CoursesAsk, provider?: Provider) {
  const shelf = await shelfOf(c)
  const { words } = shelf.courses
  const open = query.voorbeelden === 'ja' ? words.all : without(words.all, words.tagged('fictional', ['ja']))
  const within = query.q === '' ? open : (await findCourses(c, shelf.courses, query.q)).within
  const forms = query.modeOfDelivery === undefined ? undefined : formsOf(query.modeOfDelivery)
  const chosen = {
    language: query.teachingLanguage === undefined ? [] : [query.teachingLanguage],
    form: forms ?? [],
  }
  const sense = { today: shelf.today, competences: new Map<string, string[]>() }
  const tags: [string, readonly string[]][] = [
    ...(provider === undefined ? [] : [['provider', [provider.slug]] as [string, string[]]]),
    ...(query.level === undefined ? [] : [['level', levelsOf(query.level)] as [string, string[]]]),
    // A way of delivery that none of our forms has, leaves nothing; among facets it would leave everything.
    ...(forms?.length === 0 ? [['form', forms] as [string, string[]]] : []),
  ]
  const rows = tags.reduce(
    (bits, [name, values]) => both(bits, words.tagged(name, values)),
    left(shelf.courses, chosen, both(within, open), sense),
  )
  const coded = query.primaryCode === undefined ? undefined : await courseOfCode(c.var.db, query.primaryCode)
  const skip = (query.pageNumber - 1) * query.pageSize
  if (coded !== undefined) {
    const nos = words.numbers(both(rows, words.numbered(coded)))
    return { shelf, nos: nos.slice(skip, skip + query.pageSize), total: nos.length }
  }
  return { shelf, nos: words.newest(rows, skip, query.pageSize), total: words.count(rows) }
}

/** The first moment of a day, or the moment itself. */
const momentOf = (text: string): Date => (isDay(text) ? fromDutchClock(text, '00:00') : undefined) ?? new Date(text)

/** What is wanted of offerings. Unless told otherwise from today on, as OEAPI says. */
export function offeringsWanted(c: C, of: string, query: OfferingsAsk): OfferingsWanted {
  const today = dutchDay(c.var.now)
  const { since = today, until } = query
  return {
    ...{ of, today, from: momentOf(since), text: query.q, state: query.state ?? '' },
    // A day counts until it is over.
    until: until === undefined ? null : momentOf(isDay(until) ? daysLater(until, 1) : until),
    ...{ language: query.teachingLanguage ?? '', mode: query.modeOfDelivery ?? '' },
    fictional: query.voorbeelden === 'ja',
  }
}

/** The standards that may be shown, with this text in their name or line. */
export async function outcomesAsked(c: C, text = '') {
  const all = (await currentStandards(c.var.db)).filter(({ fictional }) => withExamples(c) || !fictional)
  return text === '' ? all : all.filter(({ name, plainLine }) => plain(`${name}\n${plainLine}`).includes(plain(text)))
}
