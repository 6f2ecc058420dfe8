import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { type Interview, notesKeptSince, unpublishedKeptSince } from './interview.ts'
import { interviewNote, interview as interviewTable } from './practices.tables.ts'
import type { Section } from './section.ts'

/** What one may plan. */
export type InterviewPlan = Pick<Interview, 'startsAt' | 'minutes' | 'place'>

const columns = {
  id: interviewTable.id,
  practice: interviewTable.practice,
  startsAt: interviewTable.startsAt,
  minutes: interviewTable.minutes,
  place: interviewTable.place,
  sequence: interviewTable.sequence,
  cancelledAt: interviewTable.cancelledAt,
}

/** The talks of a practice, by moment. */
export async function interviewsOf(db: Db, practice: string): Promise<Interview[]> {
  return db
    .select(columns)
    .from(interviewTable)
    .where(eq(interviewTable.practice, practice))
    .orderBy(asc(interviewTable.startsAt), asc(interviewTable.id))
}

/** One talk. */
export async function readInterview(db: Db, id: string): Promise<Interview | undefined> {
  const [row] = await db.select(columns).from(interviewTable).where(eq(interviewTable.id, id))
  return row
}

/** Plans a talk. */
export async function planInterview(
  db: Db,
  practice: string,
  plan: InterviewPlan,
  { by, at }: { by: string; at: Date },
): Promise<string> {
  const [row] = await db
    .insert(interviewTable)
    .values({ practice, ...plan, plannedBy: by, plannedAt: at })
    .returning({ id: interviewTable.id })
  if (!row) throw new Error('The talk was not stored.')
  return row.id
}

const isStill = ({ id, sequence }: Pick<Interview, 'id' | 'sequence'>) =>
  and(eq(interviewTable.id, id), eq(interviewTable.sequence, sequence), isNull(interviewTable.cancelledAt))

/** Moves a talk; false when a colleague changed or cancelled it since it was read. */
export async function moveInterview(
  db: Db,
  read: Pick<Interview, 'id' | 'sequence'>,
  plan: InterviewPlan,
): Promise<boolean> {
  const moved = await db
    .update(interviewTable)
    .set({ ...plan, sequence: sql`${interviewTable.sequence} + 1` })
    .where(isStill(read))
    .returning({ id: interviewTable.id })
  return moved.length === 1
}

/** Cancels a talk; false when it was cancelled before. */
export async function cancelInterview(db: Db, id: string, at: Date): Promise<boolean> {
  const cancelled = await db
    .update(interviewTable)
    .set({ cancelledAt: at, sequence: sql`${interviewTable.sequence} + 1` })
    .where(and(eq(interviewTable.id, id), isNull(interviewTable.cancelledAt)))
    .returning({ id: interviewTable.id })
  return cancelled.length === 1
}

/** Notes of one section of a talk. */
export interface InterviewNote {
  section: Section
  text: string
  version: number
}

/** The notes of a talk. */
export async function interviewNotesOf(db: Db, interview: string): Promise<InterviewNote[]> {
  const rows = await db
    .select({ section: interviewNote.section, text: interviewNote.text, version: interviewNote.version })
    .from(interviewNote)
    .where(eq(interviewNote.interview, interview))
  return rows.map((row) => ({ ...row, section: row.section as Section }))
}

/** Saves the notes of a section; `version` is the one that was read, 0 for none. False when a colleague was first. */
export async function saveInterviewNote(
  db: Db,
  note: InterviewNote & { interview: string },
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const { interview, section, text, version } = note
  if (version === 0) {
    const made = await db
      .insert(interviewNote)
      .values({ interview, section, text, savedAt: at, savedBy: by })
      .onConflictDoNothing()
      .returning({ version: interviewNote.version })
    return made.length === 1
  }
  const saved = await db
    .update(interviewNote)
    .set({ text, version: version + 1, savedAt: at, savedBy: by })
    .where(
      and(
        eq(interviewNote.interview, interview),
        eq(interviewNote.section, section),
        eq(interviewNote.version, version),
      ),
    )
    .returning({ version: interviewNote.version })
  return saved.length === 1
}

const PUBLICATION = `from practices.description_publication p join practices.description d on d.id = p.description`

// A talk after the last publication serves a version that is still to come: its notes stay, but not for ever.
const DONE = `select i.id from practices.interview i
  where exists (select ${PUBLICATION}
      where d.practice = i.practice and p.published_at >= i.starts_at and p.published_at <= $1)
    or (i.starts_at <= $2 and not exists (select ${PUBLICATION}
      where d.practice = i.practice and p.published_at >= i.starts_at))`

const dropNotes = statement<{ interview: string }>(
  'practices.eraseNotes',
  `delete from practices.interview_note where interview in (${DONE}) returning interview`,
)
const dropPlaces = statement<{ id: string }>(
  'practices.erasePlaces',
  `update practices.interview set place = '' where place <> '' and id in (${DONE}) returning id`,
)
const dropMails = statement<{ id: string }>(
  'practices.eraseSpeakerMails',
  `update practices.speaker s set mail = null where mail is not null and (interview in (${DONE})
     or (interview is null and exists (select ${PUBLICATION} where d.practice = s.practice
       and p.published_at >= coalesce(s.invited_at, s.added_at) and p.published_at <= $1))
     or (interview is null and coalesce(invited_at, added_at) <= $2 and not exists (select ${PUBLICATION}
       where d.practice = s.practice and p.published_at >= coalesce(s.invited_at, s.added_at))))
   returning id`,
)

// Nobody talked with them, wrote to them or kept a word of theirs: they don't know that we know them.
const dropStrangers = statement<{ id: string }>(
  'practices.eraseStrangers',
  `update practices.speaker s set name = null, function = null, mail = null, key_hash = null, emptied_at = $3
    where interview is null and invited_at is null and emptied_at is null
      and not exists (select from practices.quote q where q.speaker = s.id)
      and (added_at <= $2 or exists (select ${PUBLICATION} where d.practice = s.practice
        and p.published_at >= s.added_at and p.published_at <= $1))
   returning id`,
)

/**
 * Six months after the publication that a talk served, its notes, its place and the mail addresses of whoever was
 * talked with are gone; of a talk that led to no publication, two years after it. Their private page keeps working by
 * the link they have. Whoever was noted and never talked with or written to is emptied whole by the same terms, counted from
 * that day. Returns how many rows were emptied.
 */
export async function eraseOldInterviewNotes(db: Db, now: Date): Promise<number> {
  const since = notesKeptSince(now)
  return inTransaction(db, async (tx) => {
    const unpublished = unpublishedKeptSince(now)
    const notes = await dropNotes(tx, since, unpublished)
    const places = await dropPlaces(tx, since, unpublished)
    const mails = await dropMails(tx, since, unpublished)
    const strangers = await dropStrangers(tx, since, unpublished, now)
    return notes.length + places.length + mails.length + strangers.length
  })
}
