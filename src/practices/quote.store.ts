import { eq, sql } from 'drizzle-orm'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { hideFromSearch, keepUtterance, publishRevision, utterances, withdrawUtterance } from '../thread/index.ts'
import { quoteAgreement, quoteItem, quote as quoteTable, quoteWithdrawal } from './practices.tables.ts'
import { isPublishable, type Quote, type QuoteForm } from './quote.ts'
import type { Section } from './section.ts'

interface Row {
  id: string
  practice: string
  speaker: string
  section: Section
  position: number
  version: number
  utterance: string
  attribution: string | null
  form: QuoteForm | null
  agreed_at: Date | null
  withdrawn: boolean
  item: string | null
  proposed_at: Date
}

const COLUMNS = `q.id, q.practice, q.speaker, q.section, q.position, q.version, q.utterance, q.proposed_at,
    a.form, a.attribution, a.agreed_at, w.quote is not null as withdrawn, i.item
  from practices.quote q
  left join practices.quote_agreement a on a.quote = q.id
  left join practices.quote_withdrawal w on w.quote = q.id
  left join practices.quote_item i on i.quote = q.id`

const ofPractice = statement<Row & Record<string, unknown>>(
  'practices.quotesOf',
  `select ${COLUMNS} where q.practice = $1 order by q.position, q.proposed_at, q.id`,
)
const ofSpeakers = statement<Row & Record<string, unknown>>(
  'practices.quotesOfSpeakers',
  `select ${COLUMNS} where q.speaker = any ($1) order by q.practice, q.position, q.proposed_at, q.id`,
)
const held = statement<Row & Record<string, unknown>>(
  'practices.lockQuote',
  `select ${COLUMNS} where q.id = $1 for update of q`,
)

async function withWords(db: Db, rows: Row[]): Promise<Quote[]> {
  const ids = rows.flatMap(({ utterance, attribution }) =>
    attribution === null ? [utterance] : [utterance, attribution],
  )
  const words = await utterances(db, ids)
  const said = (id: string) => {
    const found = words.get(id)
    if (!found) throw new Error('A quote points at words that were never kept.')
    return { id, text: found.text, hash: found.hash }
  }
  return rows.map(({ agreed_at, proposed_at, utterance, attribution, withdrawn, ...row }) => {
    const spoken = said(utterance)
    return {
      ...row,
      utterance: spoken,
      attribution: attribution === null ? null : said(attribution),
      agreedAt: agreed_at,
      proposedAt: proposed_at,
      withdrawn: withdrawn || spoken.text === null,
    }
  })
}

/** Every quote of a practice, with its words as they stand now; withdrawn ones too, without words. */
export const quotesOf = async (db: Db, practice: string): Promise<Quote[]> =>
  withWords(db, await ofPractice(db, practice))

/** The quotes of a practice that may be published: agreed to, and not withdrawn. */
export const publishableQuotes = async (db: Db, practice: string): Promise<Quote[]> =>
  (await quotesOf(db, practice)).filter(isPublishable)

/** Everything these speakers said, by practice. */
export const quotesOfSpeakers = async (db: Db, speakers: string[]): Promise<Quote[]> =>
  speakers.length === 0 ? [] : withWords(db, await ofSpeakers(db, speakers))

/** One quote, held so that nobody changes it in the same moment. */
export async function lockQuote(db: Db, id: string): Promise<Quote | undefined> {
  const [quote] = await withWords(db, await held(db, id))
  return quote
}

/** Puts someone's words forward; nothing is published before they agree. */
export async function proposeQuote(
  db: Db,
  fresh: { practice: string; speaker: string; person: string | null; section: Section; text: string },
  { by, at }: { by: string; at: Date },
): Promise<string> {
  const { text, person, ...row } = fresh
  const { id: utterance } = await keepUtterance(db, { text, person, at })
  const position = sql`(select coalesce(max(position), 0) + 1 from practices.quote where practice = ${fresh.practice})`
  const [made] = await db
    .insert(quoteTable)
    .values({ ...row, utterance, position, proposedBy: by, proposedAt: at })
    .returning({ id: quoteTable.id })
  if (!made) throw new Error('The quote was not stored.')
  return made.id
}

/**
 * Other words for the same quote: a new utterance, the old one emptied everywhere. Whatever was agreed was agreed about
 * the old words, so that falls; when the speaker is the one who changes them, `agreeQuote` follows.
 */
export async function rewordQuote(
  db: Db,
  quote: Quote,
  { text, section, person }: { text: string; section?: Section; person: string | null },
  at: Date,
): Promise<void> {
  const { id: utterance } = await keepUtterance(db, { text, person, at })
  await db
    .update(quoteTable)
    .set({ utterance, version: quote.version + 1, ...(section ? { section } : {}) })
    .where(eq(quoteTable.id, quote.id))
  await dropAgreement(db, quote, at)
  await withdrawUtterance(db, quote.utterance.id, at)
}

/** The same words in another section; an agreement about the words stays. */
export async function moveQuote(db: Db, quote: Quote, section: Section): Promise<void> {
  await db
    .update(quoteTable)
    .set({ section, version: quote.version + 1 })
    .where(eq(quoteTable.id, quote.id))
}

async function dropAgreement(db: Db, quote: Quote, at: Date): Promise<void> {
  await db.delete(quoteAgreement).where(eq(quoteAgreement.quote, quote.id))
  if (quote.attribution) await withdrawUtterance(db, quote.attribution.id, at)
}

/** The speaker agrees to these words in this form; an earlier form gives way, its naming words are emptied. */
export async function agreeQuote(
  db: Db,
  quote: Quote,
  agreed: { form: QuoteForm; attribution: string | null; person: string | null },
  at: Date,
): Promise<void> {
  const { form, attribution: text, person } = agreed
  const isSame = quote.form === form && (quote.attribution?.text ?? null) === text
  if (isSame) return
  await dropAgreement(db, quote, at)
  const attribution = text === null ? null : (await keepUtterance(db, { text, person, at })).id
  await db.insert(quoteAgreement).values({ quote: quote.id, form, attribution, agreedAt: at })
  await db
    .update(quoteTable)
    .set({ version: sql`${quoteTable.version} + 1` })
    .where(eq(quoteTable.id, quote.id))
}

/**
 * Takes a quote back: words and naming are emptied in their one row, so page, flyer, feed, search and origin follow at
 * once. Also the answer "liever niet" before anything was published. Twice changes nothing.
 */
export async function withdrawQuote(db: Db, quote: Quote, at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.insert(quoteWithdrawal).values({ quote: quote.id, withdrawnAt: at }).onConflictDoNothing()
    await withdrawUtterance(tx, quote.utterance.id, at)
    if (quote.attribution) await withdrawUtterance(tx, quote.attribution.id, at)
    if (quote.item) await hideFromSearch(tx, quote.item)
    await contentChanged(tx)
  })
}

/** What of a practice a quote's place on the thread needs. */
interface Publishing {
  id: string
  slug: string
  title: string
  fictional: boolean
}

/**
 * Gives each of these quotes its place on the thread, as a revision that only points at the words. Quotes that may not
 * be published (no agreement, withdrawn) are left out of the answer. Joins the caller's transaction.
 */
export async function publishQuotes(
  db: Db,
  practice: Publishing,
  quotes: Quote[],
  { by, at }: { by: string | null; at: Date },
): Promise<Map<string, { item: string; revision: string }>> {
  const published = new Map<string, { item: string; revision: string }>()
  for (const quote of quotes.filter(isPublishable)) {
    const voice = { utterance: quote.utterance.id, hash: quote.utterance.hash }
    // Not in the shape by which the thread guards words: "vrijwilliger" may stand in the title of a practice.
    const attribution = quote.attribution ? { id: quote.attribution.id, hash: quote.attribution.hash } : null
    const { item, revision } = await publishRevision(db, {
      ...(quote.item ? { item: quote.item } : {}),
      kind: 'quote',
      title: `Een citaat bij ${practice.title}`,
      summary: '',
      body: { section: quote.section, quote: voice, ...(attribution ? { attribution } : {}) },
      voice,
      url: `/praktijken/${practice.slug}`,
      fictional: practice.fictional,
      search: { text: '' },
      by,
      at,
    })
    if (!quote.item) await db.insert(quoteItem).values({ quote: quote.id, item }).onConflictDoNothing()
    published.set(quote.id, { item, revision })
  }
  return published
}
