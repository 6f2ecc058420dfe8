import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import type { Takeout } from '../people/index.ts'
import { type Embedding, hostOf, MOST_SITES } from './embedding.ts'

type Hand = { by: string; at: Date }

const standing = statement<Embedding & Record<string, unknown>>(
  'home.embeddings',
  `select id, origin, organisation, allowed_at as "allowedAt" from home.embedding where ended_at is null
   order by organisation, origin limit ${MOST_SITES}`,
)

/** Every site that may show our search now, by name of its organisation. */
export const embeddings: (db: Db) => Promise<Embedding[]> = standing

const allowed = statement<{ id: string }>(
  'home.allowEmbedding',
  `insert into home.embedding (origin, organisation, allowed_at, allowed_by) values ($1, $2, $3, $4)
   on conflict (origin) where ended_at is null do nothing returning id`,
)

/** Lets a site show our search from now on; false when it might already. */
export async function allowEmbedding(
  db: Db,
  { origin, organisation }: Pick<Embedding, 'origin' | 'organisation'>,
  { by, at }: Hand,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if ((await allowed(tx, origin, organisation, at, by)).length === 0) return false
    await contentChanged(tx)
    return true
  })
}

const ended = statement<{ id: string }>(
  'home.endEmbedding',
  'update home.embedding set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null returning id',
)

/** Ends that; false when there is no such site on the list. */
export async function endEmbedding(db: Db, id: string, { by, at }: Hand): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if ((await ended(tx, id, at, by)).length === 0) return false
    await contentChanged(tx)
    return true
  })
}

const decided = statement<{ what: string; origin: string; at: Date }>(
  'home.embeddingsBy',
  `select 'toegelaten' as what, origin, allowed_at as at from home.embedding where allowed_by = $1
   union all select 'weggehaald', origin, ended_at from home.embedding where ended_by = $1 order by at`,
)

/** What someone decided about sites of others. */
export async function exportEmbeddings(db: Db, person: string): Promise<Takeout[]> {
  const rows = (await decided(db, person)).map(({ what, origin, at }) => ({
    wat: what,
    site: hostOf(origin),
    wanneer: at.toISOString(),
  }))
  return [{ name: 'insluiten', title: 'Sites die je ons zoekveld liet tonen', rows }]
}

const forgetAllowed = statement(
  'home.forgetAllowed',
  'update home.embedding set allowed_by = null where allowed_by = $1',
)
const forgetEnded = statement('home.forgetEnded', 'update home.embedding set ended_by = null where ended_by = $1')

/** Takes someone's name off those decisions; the sites stay. Safe to run twice. */
export async function eraseEmbeddings(db: Db, person: string): Promise<void> {
  await forgetAllowed(db, person)
  await forgetEnded(db, person)
}
