import { type Db, statement as prepared } from '../foundation/db/index.ts'
import { keepUtterance, utterances } from '../thread/index.ts'
import type { Comment } from './comment.ts'
import { comment as comments } from './group.tables.ts'

interface Row {
  id: string
  subject: string
  utterance: string
  by: string | null
  at: Date
}

const about = prepared<Row & Record<string, unknown>>(
  'olympiad.comments',
  `select id, subject, utterance, said_by as by, said_at as at from olympiad.comment where subject = $1
    order by said_at, id limit 500`,
)

/** What members said about a factor or statement, oldest first; of what was taken back only the place is left. */
export async function commentsOn(db: Db, subject: string): Promise<Comment[]> {
  const rows = await about(db, subject)
  const words = await utterances(
    db,
    rows.map(({ utterance }) => utterance),
  )
  return rows.map(({ utterance, ...row }) => ({ ...row, text: words.get(utterance)?.text ?? null }))
}

/** Keeps what someone says; the words stand in their one erasable row. */
export async function addComment(
  db: Db,
  { group, subject, text, person, at }: { group: string; subject: string; text: string; person: string; at: Date },
): Promise<void> {
  const { id: utterance } = await keepUtterance(db, { text, person, at })
  await db.insert(comments).values({ workingGroup: group, subject, utterance, saidBy: person, saidAt: at })
}
