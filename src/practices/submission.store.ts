import type { Db } from '../foundation/db/index.ts'
import { statement } from '../foundation/db/index.ts'
import { submission } from './intake.tables.ts'
import type { SubmissionBody } from './nomination.ts'

/** What is sent, by whom and when. */
export interface Sending {
  nomination: string
  number: number
  receipt: string
  body: SubmissionBody
  by: string | null
  at: Date
}

/** Keeps what was sent, as it is now; it never changes. */
export async function keepSubmission(db: Db, sending: Sending): Promise<void> {
  const { by, at, ...row } = sending
  await db.insert(submission).values({ ...row, submittedBy: by, submittedAt: at })
}

const titles = statement<{ id: string; title: string }>(
  'practices.attachment.titles',
  'select id, title from practices.attachment where nomination = $1 order by attached_at, id',
)

/** The documents that go along, by name. */
export const attachmentTitles = (db: Db, nomination: string): Promise<{ id: string; title: string }[]> =>
  titles(db, nomination)
