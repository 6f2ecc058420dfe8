import { type Db, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { slugFrom } from '../foundation/slug.ts'
import type { Hand } from './hand.ts'
import type { Provider } from './provider.ts'

/** What a provider says of itself. */
export type ProviderText = Pick<Provider, 'name' | 'line' | 'about' | 'gemeente' | 'website' | 'mail' | 'phone'>

const insert = statement<{ id: string }>(
  'training.insertProvider',
  `insert into training.provider (organisation, slug, fictional, created_at, updated_at, updated_by, name, line, about,
     gemeente, website, mail, phone)
   values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict do nothing returning id`,
)
const update = statement<{ id: string }>(
  'training.updateProvider',
  `update training.provider set updated_at = $3, updated_by = $4, version = version + 1, name = $5, line = $6, about = $7,
     gemeente = $8, website = $9, mail = $10, phone = $11
   where id = $1 and version = $2 returning id`,
)

const values = (text: ProviderText): unknown[] => [
  ...[text.name, text.line, text.about, text.gemeente, text.website, text.mail, text.phone],
]

/** Begins the public side of an organisation; undefined when a colleague began it a moment ago. */
export async function beginProvider(
  db: Db,
  organisation: { id: string; fictional: boolean },
  text: ProviderText,
  { by, at }: Hand,
  slug?: string,
): Promise<string | undefined> {
  const wished = slug ?? (slugFrom(text.name) || 'opleider')
  const given = (address: string) =>
    insert(db, organisation.id, address, organisation.fictional, at, by, ...values(text))
  // The name may be in use by another organisation: then a piece of its own id makes the difference.
  const [row] = [...(await given(wished)), ...(await given(`${wished}-${organisation.id.slice(0, 4)}`))]
  if (row) await contentChanged(db)
  return row?.id
}

/** Saves what a provider says of itself; false when a colleague saved since it was read. */
export async function saveProvider(
  db: Db,
  { id, version }: Pick<Provider, 'id' | 'version'>,
  text: ProviderText,
  { by, at }: Hand,
): Promise<boolean> {
  const saved = (await update(db, id, version, at, by, ...values(text))).length > 0
  if (saved) await contentChanged(db)
  return saved
}
