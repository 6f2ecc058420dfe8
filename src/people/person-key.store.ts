import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Config } from '../foundation/config.ts'
import { type Db, statement } from '../foundation/db/index.ts'
import { deriveKey, seal, unseal } from '../foundation/seal.ts'
import { personKey as table } from './people.tables.ts'

const wrapping = (config: Pick<Config, 'secretKey'>) => deriveKey(config.secretKey, 'person key')

const keyOf = statement<{ wrapped: Buffer }>(
  'people.personKey.of',
  'select wrapped from people.person_key where person = $1',
)
const make = statement<{ wrapped: Buffer }>(
  'people.personKey.make',
  `insert into people.person_key (person, wrapped, created_at)
   select id, $2, now() from people.person where id = $1 and erased_at is null
   on conflict (person) do nothing returning wrapped`,
)

/**
 * The 32-byte key of a person, made at first use. The database has it only wrapped by SECRET_KEY.
 * @throws for someone who was erased: their key is gone for good
 */
export async function personKey(db: Db, config: Pick<Config, 'secretKey'>, person: string): Promise<Buffer> {
  const wrap = () => seal(wrapping(config), randomBytes(32), person)
  const [row] = await keyOf(db, person)
  const [made] = row ? [row] : await make(db, person, wrap())
  // Someone else made it at the same moment: theirs counts.
  const [kept] = made ? [made] : await keyOf(db, person)
  if (!kept) throw new Error('This person has no key: there is no such account any more.')
  return unseal(wrapping(config), kept.wrapped, person)
}

/** The same, without making one: undefined when there never was a key or it was destroyed. */
export async function knownPersonKey(
  db: Db,
  config: Pick<Config, 'secretKey'>,
  person: string,
): Promise<Buffer | undefined> {
  const [row] = await keyOf(db, person)
  return row && unseal(wrapping(config), row.wrapped, person)
}

/** Destroys the key: whatever it closed can never be opened again, by anyone, from any backup of other tables. */
export async function destroyPersonKey(db: Db, person: string): Promise<void> {
  await db.delete(table).where(eq(table.person, person))
}
