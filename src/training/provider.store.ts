import { type Db, statement } from '../foundation/db/index.ts'
import type { Provider } from './provider.ts'

const COLUMNS = `id, organisation, slug, name, line, about, gemeente, website, mail, phone, fictional, version`

type Row = Provider & Record<string, unknown>

const bySlug = statement<Row>('training.providerBySlug', `select ${COLUMNS} from training.provider where slug = $1`)
const byIds = statement<Row>('training.providersById', `select ${COLUMNS} from training.provider where id = any ($1)`)
const ofOrganisations = statement<Row>(
  'training.providersAt',
  `select ${COLUMNS} from training.provider where organisation = any ($1) order by name, id`,
)

const hold = statement('training.holdProvider', 'select from training.provider where id = $1 for no key update')
const holdOf = statement(
  'training.holdProviderOf',
  'select from training.provider where id = (select provider from training.course where id = $1) for no key update',
)

/**
 * Holds a provider until the end of the transaction. What one provider does follows each other by this, so it is taken
 * before any of its courses: an import holds many of them at once, and two who take things in another order wait for ever.
 */
export async function holdProvider(tx: Db, id: string): Promise<void> {
  await hold(tx, id)
}

/** The same for the provider of a course. */
export async function holdProviderOf(tx: Db, course: string): Promise<void> {
  await holdOf(tx, course)
}

/** A provider by the slug in its address. */
export const readProvider = async (db: Db, slug: string): Promise<Provider | undefined> => (await bySlug(db, slug))[0]

/** Providers by id. */
export const providersById = async (db: Db, ids: string[]): Promise<Map<string, Provider>> =>
  new Map(ids.length === 0 ? [] : (await byIds(db, [...new Set(ids)])).map((row) => [row.id, row]))

/** The providers of these organisations. */
export const providersAt = (db: Db, organisations: string[]): Promise<Provider[]> =>
  organisations.length === 0 ? Promise.resolve([]) : ofOrganisations(db, organisations)
