import type { Db } from '../foundation/db/index.ts'
import { editions } from './edition.store.ts'
import type { Shelf } from './shelf.ts'
import { briefStandards } from './standard.store.ts'

/** The whole shelf in two queries; lists, facets and links are made from it. */
export async function shelf(db: Db, now: Date): Promise<Shelf> {
  const found = await editions(db, now)
  const standards = await briefStandards(db)
  return { editions: found, standards }
}
