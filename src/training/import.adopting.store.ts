import { type Db, statement } from '../foundation/db/index.ts'
import type { Import } from './import.ts'

// What is new came in with this mark. What somebody typed by hand, under a code this import names too, gets it now.
const adoptions = ['course', 'offering'].map((kind) =>
  statement(
    `training.adopt ${kind}`,
    `update training.${kind} as adopted set delivered_in = $1 from training.import_item as item
     where item.import = $1 and item.kind = '${kind}' and item.outcome in ('same', 'changed')
       and adopted.id = item.target and adopted.delivered_in is null`,
  ),
)
const releases = ['course', 'offering'].map((kind) =>
  statement(
    `training.release ${kind}`,
    `update training.${kind} as adopted set delivered_in = null from training.import_item as item
     where item.import = $1 and item.kind = '${kind}' and item.outcome in ('same', 'changed')
       and adopted.id = item.target and adopted.delivered_in = $1`,
  ),
)

/** From now on everything this import names counts as delivered: it can be missing from a next one. */
export async function adoptItems(tx: Db, { id }: Pick<Import, 'id'>): Promise<void> {
  for (const adopt of adoptions) await adopt(tx, id)
}

/** What was typed by hand before this import named it, counts as that again. */
export async function releaseItems(tx: Db, { id }: Pick<Import, 'id'>): Promise<void> {
  for (const release of releases) await release(tx, id)
}
