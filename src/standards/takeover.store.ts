import { type Db, statement } from '../foundation/db/index.ts'
import type { AcceptedStatement } from '../olympiad/index.ts'
import { isDiscarded } from './discard.store.ts'
import { addStandard } from './draft.store.ts'
import type { Edition } from './edition.store.ts'
import { standardsOf } from './standard.store.ts'
import { type Destination, freshText, isTakenOver, nextCode, withStatement } from './takeover.ts'
import { addVersion } from './text.store.ts'

const slugRows = statement<{ slug: string }>(
  'standards.slugs',
  `select distinct s.slug from standards.standard s where not ${isDiscarded('s.edition')}`,
)

/** Takes statements over into a draft that is held. What stands in it already stays as it is. */
export async function takeOverStatements(
  db: Db,
  draft: Edition,
  chosen: readonly { statement: AcceptedStatement; to: Destination }[],
  writer: { by: string; at: Date },
): Promise<void> {
  for (const { statement: one, to } of chosen) {
    // Read again for each: two statements may go into the same standard, and codes follow each other.
    const standards = await standardsOf(db, draft.id)
    if (to.is === 'none' || standards.some(({ text }) => isTakenOver(text, one))) continue
    if (to.is === 'new') {
      const taken = new Set((await slugRows(db)).map(({ slug }) => slug))
      const code = nextCode(standards.map(({ text }) => text.code))
      await addStandard(db, draft, freshText(one, { code, taken }), writer)
      continue
    }
    const into = standards.find(({ id }) => id === to.standard)
    if (into)
      await addVersion(db, { subject: into.id, version: into.version + 1, body: withStatement(into.text, one) }, writer)
  }
}
