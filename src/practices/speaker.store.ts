import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { sha256 } from '../foundation/seal.ts'
import type { Takeout } from '../people/index.ts'
import { tieUtterances } from '../thread/index.ts'
import { practice as practiceTable, speaker as speakerTable } from './practices.tables.ts'
import { lockQuote, quotesOfSpeakers, withdrawQuote } from './quote.store.ts'
import type { SpeakerRole } from './quote.ts'
import { formWord, quoteState } from './quote.ts'
import { type Speaker, speakerKey } from './speaker.ts'

const columns = {
  id: speakerTable.id,
  practice: speakerTable.practice,
  interview: speakerTable.interview,
  name: speakerTable.name,
  function: speakerTable.function,
  role: speakerTable.role,
  mail: speakerTable.mail,
  person: speakerTable.person,
  keyNumber: speakerTable.keyNumber,
  version: speakerTable.version,
  invitedAt: speakerTable.invitedAt,
  emptiedAt: speakerTable.emptiedAt,
}

const asSpeaker = (row: Omit<Speaker, 'role'> & { role: string }): Speaker => ({
  ...row,
  role: row.role as SpeakerRole,
})

/** Everyone we talk with about a practice, in the order they were added. */
export async function speakersOf(db: Db, practice: string): Promise<Speaker[]> {
  const rows = await db
    .select(columns)
    .from(speakerTable)
    .where(eq(speakerTable.practice, practice))
    .orderBy(asc(speakerTable.name), asc(speakerTable.id))
  return rows.map(asSpeaker)
}

/** One speaker. */
export async function readSpeaker(db: Db, id: string): Promise<Speaker | undefined> {
  const [row] = await db.select(columns).from(speakerTable).where(eq(speakerTable.id, id))
  return row && asSpeaker(row)
}

/** The same, held: who takes everything back at this moment waits, and takes back what is put forward now as well. */
export async function holdSpeaker(db: Db, id: string): Promise<Speaker | undefined> {
  const [row] = await db.select(columns).from(speakerTable).where(eq(speakerTable.id, id)).for('update')
  return row && asSpeaker(row)
}

/** Whoever a key belongs to. */
export async function speakerByKey(db: Db, hash: string): Promise<Speaker | undefined> {
  const [row] = await db.select(columns).from(speakerTable).where(eq(speakerTable.keyHash, hash))
  return row && asSpeaker(row)
}

/** Every time this person was talked with. */
export async function speakersOfPerson(db: Db, person: string): Promise<Speaker[]> {
  const rows = await db.select(columns).from(speakerTable).where(eq(speakerTable.person, person))
  return rows.map(asSpeaker)
}

/** Every time someone with this mail address was talked with. */
export async function speakersByMail(db: Db, mail: string): Promise<Speaker[]> {
  const rows = await db
    .select(columns)
    .from(speakerTable)
    .where(and(eq(sql`lower(${speakerTable.mail})`, mail.toLowerCase()), isNull(speakerTable.emptiedAt)))
  return rows.map(asSpeaker)
}

/** Who someone is, as the desk fills it in. */
export type SpeakerHead = Pick<Speaker, 'practice' | 'interview' | 'name' | 'function' | 'role' | 'mail'>

/** Adds someone we talk with; their private page exists from then on. */
export async function addSpeaker(db: Db, secretKey: Buffer, head: SpeakerHead, at: Date): Promise<Speaker> {
  const [row] = await db
    .insert(speakerTable)
    .values({ ...head, addedAt: at })
    .returning(columns)
  if (!row) throw new Error('The speaker was not stored.')
  await db
    .update(speakerTable)
    .set({ keyHash: sha256(speakerKey(secretKey, row.id)) })
    .where(eq(speakerTable.id, row.id))
  return asSpeaker(row)
}

/** Changes who someone is, as the desk knows them; false when a colleague changed it since it was read. */
export async function mendSpeaker(
  db: Db,
  { id, version }: Pick<Speaker, 'id' | 'version'>,
  head: Omit<SpeakerHead, 'practice'>,
): Promise<boolean> {
  const mended = await db
    .update(speakerTable)
    .set({ ...head, version: version + 1 })
    .where(and(eq(speakerTable.id, id), eq(speakerTable.version, version), isNull(speakerTable.emptiedAt)))
    .returning({ id: speakerTable.id })
  return mended.length === 1
}

/** Gives someone another link; the one before opens nothing from then on, also where it is open now. */
export async function renewSpeakerKey(db: Db, secretKey: Buffer, speaker: Speaker): Promise<Speaker> {
  const keyNumber = speaker.keyNumber + 1
  await db
    .update(speakerTable)
    .set({ keyNumber, keyHash: sha256(speakerKey(secretKey, speaker.id, keyNumber)) })
    .where(and(eq(speakerTable.id, speaker.id), isNull(speakerTable.emptiedAt)))
  return { ...speaker, keyNumber }
}

/** Notes that the link to read back went out. */
export async function noteInvited(db: Db, speaker: string, at: Date): Promise<void> {
  await db.update(speakerTable).set({ invitedAt: at }).where(eq(speakerTable.id, speaker))
}

/** Ties a speaker to their account, so that they get in by signing in too, and find their words among their own. */
export async function tieToPerson(db: Db, speaker: string, person: string): Promise<void> {
  const tied = await db
    .update(speakerTable)
    .set({ person })
    .where(and(eq(speakerTable.id, speaker), isNull(speakerTable.person)))
    .returning({ id: speakerTable.id })
  if (tied.length === 0) return
  const said = (await quotesOfSpeakers(db, [speaker])).flatMap(({ utterance, attribution }) => [utterance, attribution])
  await tieUtterances(
    db,
    said.flatMap((one) => (one ? [one.id] : [])),
    person,
  )
}

/**
 * Everything of one speaker goes: every quote is taken back everywhere, name, work and address are emptied, the link
 * opens nothing any more. Twice changes nothing.
 */
export async function emptySpeaker(db: Db, speaker: string, at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    // First who it is: from here nobody puts new words of theirs forward.
    await tx
      .update(speakerTable)
      .set({ name: null, function: null, mail: null, person: null, keyHash: null, emptiedAt: at })
      .where(and(eq(speakerTable.id, speaker), isNull(speakerTable.emptiedAt)))
    for (const { id } of await quotesOfSpeakers(tx, [speaker])) {
      const quote = await lockQuote(tx, id)
      if (quote) await withdrawQuote(tx, quote, at)
    }
  })
}

/** What someone said to us and agreed to, to take along. */
export async function exportSpeaking(db: Db, person: string): Promise<Takeout[]> {
  const speakers = await db
    .select({ ...columns, title: practiceTable.title })
    .from(speakerTable)
    .innerJoin(practiceTable, eq(practiceTable.id, speakerTable.practice))
    .where(eq(speakerTable.person, person))
  const quotes = await quotesOfSpeakers(
    db,
    speakers.map(({ id }) => id),
  )
  const titleOf = (speaker: string) => speakers.find(({ id }) => id === speaker)?.title ?? null
  const states = { asked: 'nog geen akkoord', agreed: 'akkoord', withdrawn: 'ingetrokken' }
  return [
    {
      name: 'gesprekken',
      title: 'Praktijken waarover we met je praatten',
      rows: speakers.map((row) => ({
        praktijk: row.title,
        naam: row.name,
        functie: row.function,
        mailadres: row.mail,
      })),
    },
    {
      name: 'citaten',
      title: 'Citaten van jou in praktijken',
      rows: quotes.map((quote) => ({
        praktijk: titleOf(quote.speaker),
        citaat: quote.utterance.text,
        vermelding: quote.form === null ? null : (quote.attribution?.text ?? formWord(quote.form)),
        stand: states[quoteState(quote)],
        akkoord: quote.agreedAt?.toISOString() ?? null,
      })),
    },
  ]
}

/** Takes back everything someone said to us, when the account is erased. */
export async function eraseSpeaking(db: Db, person: string, at: Date): Promise<void> {
  for (const { id } of await speakersOfPerson(db, person)) await emptySpeaker(db, id, at)
}
