import type { Db } from '../foundation/db/index.ts'
import { pageAsked, pagesFor } from '../foundation/ui/index.ts'
import { nameOf } from '../people/index.ts'
import { changesOf, countChangesOf } from './change.store.ts'
import type { ChangeRow } from './change.ts'

/** Changes of one page of the log; one change may be of many fields or dates. */
const CHANGES_PER_PAGE = 50

/** One page of what changed in a course or material, with the names of who did it. */
export interface ChangeLog {
  changes: ChangeRow[]
  names: Map<string, string>
  page: number
  pages: number
}

/** The page of the log that an address asks for. */
export async function changeLog(db: Db, offered: string, asked: string | undefined): Promise<ChangeLog> {
  const pages = pagesFor(await countChangesOf(db, offered), CHANGES_PER_PAGE)
  const page = pageAsked(asked, pages)
  const changes = await changesOf(db, offered, { skip: (page - 1) * CHANGES_PER_PAGE, most: CHANGES_PER_PAGE })
  const names = await nameOf(
    db,
    changes.flatMap(({ changedBy }) => changedBy ?? []),
  )
  return { changes, names, page, pages }
}
