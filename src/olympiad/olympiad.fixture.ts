import { randomUUID } from 'node:crypto'
import type { Db } from '../foundation/db/index.ts'
import { olympiad, stakeholderRole } from './olympiad.tables.ts'
import { ROLES } from './olympiad.ts'
import { DEFAULT_RULE } from './rule.ts'

/** An Olympiade for tests that need one to exist: planned, with the usual roles. Gives its id. */
export async function newOlympiad(db: Db, more: Partial<typeof olympiad.$inferInsert> = {}): Promise<string> {
  const id = randomUUID()
  await db.insert(olympiad).values({
    ...{ id, slug: `proef-${id.slice(0, 8)}`, year: 2027, title: 'Proef', question: 'Wat is goede hulp?', intro: '' },
    ...{ startsOn: '2027-03-01', endsOn: '2027-06-01', mode: 'confidential', rule: DEFAULT_RULE, minimum: 5 },
    ...{ removalRule: 'Tien gelijke formulieren.', fictional: true, madeAt: new Date(0) },
    ...more,
  })
  await db.insert(stakeholderRole).values(ROLES.map((role, position) => ({ ...role, olympiad: id, position })))
  return id
}
