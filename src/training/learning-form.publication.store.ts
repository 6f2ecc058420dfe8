import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { hideFromSearch } from '../thread/index.ts'
import type { Hand } from './hand.ts'
import { holdLearningForm, republishLearningForm } from './learning-form.store.ts'
import { archive, publication } from './training.tables.ts'

const setLive = statement(
  'training.setLearningFormLive',
  'update training.learning_form set live_since = $2, item = $3 where id = $1',
)
const takeOff = statement(
  'training.takeLearningFormOff',
  'update training.learning_form set live_since = null where id = $1',
)
const endArchive = statement<{ id: string }>(
  'training.endArchiveOfLearningForm',
  `update training.archive set ended_at = $2, ended_by = $3 where learning_form = $1 and ended_at is null returning id`,
)

/** Puts a learning form on the site, if it is not there and does not lie in the archive. */
export async function publishLearningForm(db: Db, id: string, hand: Hand): Promise<void> {
  await inTransaction(db, async (tx) => {
    const form = await holdLearningForm(tx, id)
    if (!form || form.isArchived || form.liveSince !== null) return
    await setLive(tx, id, hand.at, await republishLearningForm(tx, form, hand))
    const row = { learningForm: id, publishedAt: hand.at, publishedBy: hand.by }
    await tx.insert(publication).values(row).onConflictDoNothing()
    await contentChanged(tx)
  })
}

/** Takes it off the site and keeps it; its place on the thread stays. */
export async function archiveLearningForm(db: Db, id: string, hand: Hand): Promise<void> {
  await inTransaction(db, async (tx) => {
    const form = await holdLearningForm(tx, id)
    if (!form || form.isArchived) return
    await tx.insert(archive).values({ learningForm: id, archivedAt: hand.at, archivedBy: hand.by })
    await takeOff(tx, id)
    if (form.item !== null) await hideFromSearch(tx, form.item)
    await contentChanged(tx)
  })
}

/** Takes it out of the archive: what was published is live again, anything else is a draft again. */
export async function restoreLearningForm(db: Db, id: string, hand: Hand): Promise<void> {
  await inTransaction(db, async (tx) => {
    const form = await holdLearningForm(tx, id)
    if (!form || (await endArchive(tx, id, hand.at, hand.by)).length === 0) return
    if (form.item !== null) await publishLearningForm(tx, id, hand)
  })
}
