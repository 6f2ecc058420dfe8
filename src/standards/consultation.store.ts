import { type Db, statement } from '../foundation/db/index.ts'
import { keepUtterance, utterances } from '../thread/index.ts'
import { consultation, reaction, waiver } from './standards.tables.ts'

/** Puts a draft before the public, from the first up to and including the last day. */
export async function openConsultation(
  db: Db,
  edition: string,
  { opensOn, closesOn, question }: { opensOn: string; closesOn: string; question: string },
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await db.insert(consultation).values({
    edition,
    opensOn,
    closesOn,
    question,
    openedAt: at,
    openedBy: by,
  })
}

/** Keeps a reaction: the words in the red thread's erasable rows, here only where they are. */
export async function keepReaction(
  db: Db,
  consultationId: string,
  words: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const utterance = await keepUtterance(db, { text: words, person: by, at })
  await db.insert(reaction).values({
    consultation: consultationId,
    utterance: utterance.id,
    reactedAt: at,
  })
}

/** Notes that an edition is published without a consultation; why stands in the red thread's erasable rows. */
export async function waiveConsultation(
  db: Db,
  edition: string,
  { reason, by, at }: { reason: string; by: string; at: Date },
): Promise<void> {
  const utterance = await keepUtterance(db, { text: reason, person: by, at })
  await db.insert(waiver).values({ edition, utterance: utterance.id, waivedAt: at, waivedBy: by })
}

/** How everyone reads that there was no consultation, and why; nothing when there was one. */
export async function waivedWords(db: Db, edition: { waiver: string | null }): Promise<string | undefined> {
  if (edition.waiver === null) return undefined
  const why = (await utterances(db, [edition.waiver])).get(edition.waiver)?.text
  return why ? `Zonder consultatie. ${why}` : 'Zonder consultatie. De reden is ingetrokken.'
}

export interface ReactionRow {
  consultation: string
  utterance: string
  reactedAt: Date
}

/** What came in on the consultations of an edition, newest first. */
export const reactionsTo: (db: Db, edition: string) => Promise<ReactionRow[]> = statement<ReactionRow>(
  'standards.reactions',
  `select r.consultation, r.utterance, r.reacted_at as "reactedAt"
     from standards.reaction r join standards.consultation c on c.id = r.consultation
    where c.edition = $1 order by r.reacted_at desc limit 500`,
)

const counted = statement<{ count: number }>(
  'standards.countReactions',
  `select count(*)::int as count from standards.reaction r join standards.consultation c on c.id = r.consultation
    where c.edition = $1`,
)

/** How many came in, all of them. */
export const countReactions = async (db: Db, edition: string): Promise<number> =>
  (await counted(db, edition))[0]?.count ?? 0
