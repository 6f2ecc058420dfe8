import { dutchYear } from '../foundation/clock.ts'
import { type Db, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { type Json, type LinkTo, publishRevision, readItem } from '../thread/index.ts'
import { readCallById } from './call.store.ts'
import { type DescriptionDraft, type Doer, newestDescription, publishedDescription } from './description.store.ts'
import {
  type DescriptionBody,
  type DescriptionStep,
  descriptionFingerprint,
  descriptionPlain,
  descriptionStep,
  emptySections,
  type Passage,
  quotesIn,
} from './description.ts'
import { writeListing } from './listing.store.ts'
import { type ListingInput, searchFacets } from './listing.ts'
import type { PassageDraft } from './passage.ts'
import { holdPractice, setPracticeItem, themeSlug } from './practice.store.ts'
import { type Practice, practiceUrl } from './practice.ts'
import {
  descriptionAgreement,
  descriptionOffer,
  descriptionPublication,
  descriptionRemark,
} from './practices.tables.ts'
import { publishQuotes, quotesOf } from './quote.store.ts'
import type { Quote } from './quote.ts'
import { SECTIONS, type Section } from './section.ts'

/** A version as it was laid before the organisation. */
export interface Offer {
  id: string
  fingerprint: string
  offeredAt: Date
  agreedAt: Date | null
}

const offerRows = statement<Offer & Record<string, unknown>>(
  'practices.offer',
  `select o.id, o.fingerprint, o.offered_at as "offeredAt", a.agreed_at as "agreedAt"
   from practices.description_offer o left join practices.description_agreement a on a.offer = o.id
   where o.description = $1 order by o.offered_at desc, o.id limit 1`,
)

/** What was offered last of a version. */
export async function latestOffer(db: Db, description: string): Promise<Offer | undefined> {
  return (await offerRows(db, description))[0]
}

/** What the organisation said about a section. */
export interface Remark {
  section: Section
  text: string
  at: Date
}

const remarkRows = statement<Remark & Record<string, unknown>>(
  'practices.remarks',
  `select r.section, r.text, r.said_at as at from practices.description_remark r
   join practices.description_offer o on o.id = r.offer where o.description = $1 order by r.said_at desc, r.id`,
)

/** Everything the organisation said about a version, newest first. */
export const remarksOf: (db: Db, description: string) => Promise<Remark[]> = remarkRows

/** Lays a version before the organisation, as it reads now. */
export async function offerDescription(db: Db, description: string, fingerprint: string, doer: Doer): Promise<void> {
  await db.insert(descriptionOffer).values({ description, fingerprint, offeredBy: doer.by, offeredAt: doer.at })
}

/** Keeps what the organisation says about some sections. */
export async function keepRemarks(
  db: Db,
  offer: string,
  remarks: { section: Section; text: string }[],
  { by, at }: Doer,
): Promise<void> {
  if (remarks.length === 0) return
  await db.insert(descriptionRemark).values(remarks.map((remark) => ({ offer, ...remark, saidBy: by, saidAt: at })))
}

/** The organisation agrees with exactly what was offered; once is enough. */
export async function agreeDescription(db: Db, offer: string, { by, at }: Doer): Promise<void> {
  await db.insert(descriptionAgreement).values({ offer, agreedBy: by, agreedAt: at }).onConflictDoNothing()
}

/**
 * Publishes the version in the making as it stands: its quotes get their place on the thread first, those taken back or
 * never agreed to are left out. Whether it may be published is `publicationFaults`' to say.
 * @throws Error when there is no version in the making
 */
export async function publishDescription(
  db: Db,
  practice: Practice,
  { by, at }: Doer,
): Promise<{ item: string; revision: string }> {
  await holdPractice(db, practice.id)
  const draft = await newestDescription(db, practice.id)
  if (!draft || draft.publishedAt) throw new Error(`There is no description of ${practice.slug} in the making.`)
  const wanted = quotesIn(draft.sections)
  const quotes = (await quotesOf(db, practice.id)).filter(({ id }) => wanted.includes(id))
  const placed = await publishQuotes(db, practice, quotes, { by, at })
  const body = publishedBody(draft, quotes, placed)
  const { item, revision } = await publishRevision(db, {
    ...(practice.item ? { item: practice.item } : {}),
    ...(await frontOf(db, practice, draft, body, at)),
    links: await linksOf(db, practice, placed),
    by,
    at,
  })
  await setPracticeItem(db, practice.id, item)
  await db.insert(descriptionPublication).values({ description: draft.id, revision, publishedBy: by, publishedAt: at })
  await writeListing(db, await listingOf(db, practice, { item, body, at }))
  await contentChanged(db)
  return { item, revision }
}

/**
 * Shows at once what an editor mended of the facts of a published practice: the text that is on the site with these facts,
 * as a new revision on the same grounds when people read something else, and in the bank. Nothing for one in the making.
 */
export async function republishFacts(db: Db, practice: Practice, { by, at }: Doer): Promise<void> {
  const item = practice.item ? await readItem(db, practice.item) : undefined
  const told = await publishedDescription(db, practice)
  if (!item || !told) return
  const { word, revision } = item
  const front = await frontOf(db, practice, told, told.body, at)
  await publishRevision(db, { item: item.id, ...front, word, note: revision.note, by, at })
  await writeListing(db, await listingOf(db, practice, { item: item.id, body: told.body, at }))
}

function publishedBody(
  draft: DescriptionDraft,
  quotes: Quote[],
  placed: ReadonlyMap<string, { item: string }>,
): DescriptionBody {
  const sections = emptySections<Passage>()
  for (const section of SECTIONS)
    sections[section] = draft.sections[section].flatMap((passage) => publishedPassage(passage, quotes, placed))
  return { sections }
}

function publishedPassage(
  passage: PassageDraft,
  quotes: Quote[],
  placed: ReadonlyMap<string, { item: string }>,
): Passage[] {
  if ('text' in passage) return [passage]
  const quote = quotes.find(({ id }) => id === passage.quote)
  const item = placed.get(passage.quote)?.item
  if (!quote || !item) return []
  const { utterance, attribution } = quote
  const by = attribution ? { attribution: { id: attribution.id, hash: attribution.hash } } : {}
  return [{ id: passage.id, quote: { utterance: utterance.id, hash: utterance.hash, ...by, item } }]
}

async function frontOf(
  db: Db,
  practice: Practice,
  { number, improved }: Pick<DescriptionDraft, 'number' | 'improved'>,
  body: DescriptionBody,
  at: Date,
) {
  const { title, line, organisation, organisationKind, gemeente, startedOn, fields, people, fictional } = practice
  const listed = {
    theme: await themeSlug(db, practice.theme),
    people,
    organisationKind,
    year: await yearOf(db, practice, at),
  }
  const text = descriptionPlain({ description: body, quotes: new Map() })
  return {
    kind: 'practice',
    title,
    summary: line,
    url: practiceUrl(practice),
    body: asData({ number, improved, organisation, organisationKind, gemeente, startedOn, fields, people, ...body }),
    fictional,
    text: improved === '' ? text : `Verbeterd in deze versie: ${improved}\n\n${text}`,
    search: { text: `${organisation}\n\n${text}`, facets: searchFacets(listed) },
  }
}

const asData = (body: object): Json => JSON.parse(JSON.stringify(body))

/** The year of the call it came from. */
async function yearOf(db: Db, practice: Practice, at: Date): Promise<number> {
  return (await readCallById(db, practice.call))?.year ?? dutchYear(at)
}

/** What a reader finds of it in the bank. */
async function listingOf(
  db: Db,
  practice: Practice,
  { item, body, at }: { item: string; body: DescriptionBody; at: Date },
): Promise<ListingInput> {
  const { id, slug, title, line, fields, people, gemeente, organisation, organisationKind, fictional } = practice
  const summary = emptySections<Passage>()
  summary.summary = body.sections.summary
  const plain = (sections: DescriptionBody['sections']) =>
    descriptionPlain({ description: { sections }, quotes: new Map() })
  return {
    ...{
      practice: id,
      item,
      slug,
      title,
      line,
      fields,
      people,
      gemeente,
      organisation,
      organisationKind,
      fictional,
      at,
    },
    theme: await themeSlug(db, practice.theme),
    summary: plain(summary).replace(/^[^\n]*\n\n/, ''),
    text: plain(body.sections),
    year: await yearOf(db, practice, at),
  }
}

async function linksOf(
  db: Db,
  practice: Practice,
  placed: ReadonlyMap<string, { item: string; revision: string }>,
): Promise<LinkTo[]> {
  const call = await readCallById(db, practice.call)
  const quotes = [...placed.values()].map(({ item, revision }): LinkTo => ({ kind: 'builds on', item, revision }))
  return [...quotes, ...(call?.item ? [{ kind: 'part of' as const, item: call.item }] : [])]
}

/** The newest version of a description with everything that decides what may happen to it. */
export interface DescriptionWork {
  draft: DescriptionDraft
  quotes: Quote[]
  fingerprint: string
  offer: Offer | undefined
  remarks: Remark[]
  step: DescriptionStep
}

/** Reads a description whole; undefined while nobody began one. */
export async function descriptionWork(db: Db, practice: Practice): Promise<DescriptionWork | undefined> {
  const draft = await newestDescription(db, practice.id)
  if (!draft) return undefined
  // One after the other: inside a transaction there is one connection.
  const quotes = await quotesOf(db, practice.id)
  const offer = await latestOffer(db, draft.id)
  const remarks = await remarksOf(db, draft.id)
  const fingerprint = descriptionFingerprint(practice, draft, quotes)
  const step = descriptionStep({ fingerprint, offer, publishedAt: draft.publishedAt })
  return { draft, quotes, fingerprint, offer, remarks, step }
}
