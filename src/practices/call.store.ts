import { dutchDay } from '../foundation/clock.ts'
import { type Db, statement } from '../foundation/db/index.ts'
import type { Call } from './call.ts'
import type { Criterion } from './criterion.ts'
import type { PolicyField } from './field.ts'
import type { Theme } from './theme.ts'

const CALL = `select id, slug, year, title, intro, contact, opens_on::text as "opensOn", closes_on::text as "closesOn",
  criteria, vocabulary, source, fictional, item, version, published_at as "publishedAt" from practices.call`

type CallRow = Call & Record<string, unknown>

const openOn = statement<CallRow>(
  'practices.call.open',
  `${CALL} where published_at is not null and opens_on <= $1 and closes_on >= $1 order by closes_on, slug limit 1`,
)
const nextAfter = statement<CallRow>(
  'practices.call.next',
  `${CALL} where published_at is not null and opens_on > $1 order by opens_on, slug limit 1`,
)
const bySlug = statement<CallRow>('practices.call.bySlug', `${CALL} where slug = $1`)
const byId = statement<CallRow>('practices.call.byId', `${CALL} where id = $1`)
const all = statement<CallRow>('practices.calls', `${CALL} order by year desc, opens_on desc, slug`)

/** The call that takes nominations today. */
export async function openCall(db: Db, now: Date): Promise<Call | undefined> {
  return (await openOn(db, dutchDay(now)))[0]
}

/** The first published call that has yet to open. */
export async function nextCall(db: Db, now: Date): Promise<Call | undefined> {
  return (await nextAfter(db, dutchDay(now)))[0]
}

/** A call by its slug, also one that is not published. */
export async function readCall(db: Db, slug: string): Promise<Call | undefined> {
  return (await bySlug(db, slug))[0]
}

/** A call by its id. */
export async function readCallById(db: Db, id: string): Promise<Call | undefined> {
  return (await byId(db, id))[0]
}

/** Every call, newest year first, unpublished ones too. */
export const calls = (db: Db): Promise<Call[]> => all(db)

const criteria = statement<Criterion & Record<string, unknown>>(
  'practices.criteria',
  `select id, slug, position, name, weight, hard, explanation, example, evidence
     from practices.criterion where edition = $1 order by position, slug`,
)

/** The criteria of an edition, in their order. */
export const criteriaOf = (db: Db, edition: string): Promise<Criterion[]> => criteria(db, edition)

/** One text of all criteria, with where the names come from and what is ours. */
export interface CriteriaEdition {
  slug: string
  title: string
  year: number
  source: string
  ours: string
}

const editions = statement<CriteriaEdition & Record<string, unknown>>(
  'practices.criteria.editions',
  'select slug, title, year, source, ours from practices.criteria_edition order by year desc, slug',
)

/** Every edition of the criteria, newest first. */
export const criteriaEditions = (db: Db): Promise<CriteriaEdition[]> => editions(db)

const FIELD = `select vocabulary, slug, code, name, note, position, valid_from::text as "validFrom", valid_to::text as "validTo"
  from practices.field`

const fields = statement<PolicyField & Record<string, unknown>>(
  'practices.fields',
  `${FIELD} where vocabulary = $1 order by position, slug`,
)
const everyField = statement<PolicyField & Record<string, unknown>>(
  'practices.fields.all',
  `${FIELD} order by vocabulary, position, slug`,
)

/** The fields of a dated list, in their order. */
export const fieldsOf = (db: Db, vocabulary: string): Promise<PolicyField[]> => fields(db, vocabulary)

/** The fields of every list. */
export const allFields = (db: Db): Promise<PolicyField[]> => everyField(db)

const themes = statement<Theme & Record<string, unknown>>(
  'practices.themes',
  'select id, slug, position, name, explanation, proposal from practices.theme where call = $1 order by position, slug',
)

/** The themes of a call, in their order. */
export const themesOf = (db: Db, call: string): Promise<Theme[]> => themes(db, call)
