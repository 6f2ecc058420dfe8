import type { Config } from '../foundation/config.ts'
import type { Db } from '../foundation/db/index.ts'
import type { Takeout } from '../people/index.ts'

/** What a domain keeps about someone: to take along, and to erase. Home composes them; no domain knows the others. */
export interface PersonalStore {
  takeOut(db: Db, config: Config, person: string): Promise<Takeout[]>
  erase(db: Db, person: string, at: Date, config: Config): Promise<void>
}

/** Everything about someone, table by table, in the order of the stores. */
export async function takeOutAll(stores: PersonalStore[], db: Db, config: Config, person: string): Promise<Takeout[]> {
  const tables: Takeout[] = []
  for (const store of stores) tables.push(...(await store.takeOut(db, config, person)))
  return tables
}

/** Erases everything about someone in the order of the stores; the account itself comes last. Safe to run twice. */
export async function eraseAll(
  stores: PersonalStore[],
  db: Db,
  person: string,
  { at, config }: { at: Date; config: Config },
): Promise<void> {
  for (const store of stores) await store.erase(db, person, at, config)
}
