import type { Child } from 'hono/jsx'
import type { Db } from '../foundation/db/index.ts'
import { Band } from '../foundation/ui/index.ts'
import type { Revision } from '../thread/index.ts'
import { DescriptionText } from './description.part.tsx'
import { bodyOf, spokenIn } from './description.store.ts'

/**
 * The words of a practice at the fixed link of one version, laid out as on its page, so that `#a-<id>` leads to the same
 * passage there. A quote that was taken back since is gone here too. Undefined for one without a description.
 */
export const fixedDescription: Record<'practice', (db: Db, revision: Revision) => Promise<Child | undefined>> = {
  async practice(db, revision) {
    const body = bodyOf(revision.body)
    if (Object.values(body.sections).every((passages) => passages.length === 0)) return undefined
    return (
      <Band>
        <DescriptionText description={body} quotes={await spokenIn(db, body)} />
      </Band>
    )
  },
}
