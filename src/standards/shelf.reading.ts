import type { PeopleContext } from '../people/index.ts'
import { shelf } from './shelf.store.ts'
import type { Shelf } from './shelf.ts'

/** The shelf as readers find it, read once per content version. */
export const keptShelf = ({ db, memo, now }: PeopleContext['var']): Promise<Shelf> =>
  memo('standards.shelf', () => shelf(db, now))
