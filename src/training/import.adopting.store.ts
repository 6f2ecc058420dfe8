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
// Another import may still name it: the first of those stands in its place. One that was accepted counts before it ended, or
// whoever is undone meanwhile would take its mark away. An import knows its items by code, hence that beside the target.
const releases = ['course', 'offering'].map((kind) =>
  statement(
    `training.release ${kind}`,
    `update training.${kind} as adopted set delivered_in = (
       select other.import from training.import as delivery
       join training.import_acceptance as acceptance on acceptance.import = delivery.id
       join training.import_item as other on other.import = delivery.id and other.code = item.code
         and other.kind = item.kind and other.target = adopted.id and other.outcome in ('same', 'changed')
       where delivery.provider = $2 and delivery.id <> $1
         and not exists (select from training.import_undoing as undoing where undoing.import = delivery.id)
       order by acceptance.accepted_at, delivery.id limit 1)
     from training.import_item as item
     where item.import = $1 and item.kind = '${kind}' and item.outcome in ('same', 'changed')
       and adopted.id = item.target and adopted.delivered_in = $1`,
  ),
)

/** From now on everything this import names counts as delivered: it can be missing from a next one. */
export async function adoptItems(tx: Db, { id }: Pick<Import, 'id'>): Promise<void> {
  for (const adopt of adoptions) await adopt(tx, id)
}

/** What was typed by hand before this import named it, counts as that again, unless another import still names it. */
export async function releaseItems(tx: Db, { id, provider }: Pick<Import, 'id' | 'provider'>): Promise<void> {
  for (const release of releases) await release(tx, id, provider)
}
