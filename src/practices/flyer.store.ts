import { and, eq, sql } from 'drizzle-orm'
import { type Db, statement } from '../foundation/db/index.ts'
import { removeFile } from '../foundation/files/index.ts'
import { gemeenteName } from '../foundation/gemeente.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { type LinkTo, publishRevision, utterances } from '../thread/index.ts'
import { type Doer, newestDescription, publishedDescription } from './description.store.ts'
import { emptySections, type Spoken } from './description.ts'
import { pictureOf } from './flyer.picture.store.ts'
import {
  allLines,
  type Fact,
  type FlyerBody,
  type FlyerLine,
  type FlyerLineName,
  flyerFacts,
  flyerFaults,
  lineState,
  mapLines,
  type PublishedFlyer,
  WRITTEN_LINES,
} from './flyer.ts'
import { holdPractice } from './practice.store.ts'
import type { DeskState } from './practice.ts'
import { type Practice, practiceUrl } from './practice.ts'
import { flyerLine, flyerPublication } from './practices.tables.ts'
import { publishQuotes, quotesOf } from './quote.store.ts'
import type { Quote } from './quote.ts'
import type { Section } from './section.ts'

const lineRows = statement<FlyerLine & Record<string, unknown>>(
  'practices.flyerLines',
  'select name, text, quote, facts, version from practices.flyer_line where practice = $1',
)

/** The passages a flyer rests on: what is published, and until then what is being written. */
export type Sections = Record<Section, readonly ({ id: string; text: string } | { id: string; quote: unknown })[]>

/** Everything a flyer is made of while it is being written. */
export interface FlyerWork {
  lines: FlyerLine[]
  facts: Fact[]
  sections: Sections
  quotes: Quote[]
  /** Version of the published description; 0 when there is none. */
  described: number
}

/** Reads the flyer of a practice whole. */
export async function flyerWork(db: Db, practice: Practice): Promise<FlyerWork> {
  // One after the other: inside a transaction there is one connection.
  const lines = await lineRows(db, practice.id)
  const published = await publishedDescription(db, practice)
  const quotes = await quotesOf(db, practice.id)
  const sections: Sections =
    published?.body.sections ?? (await newestDescription(db, practice.id))?.sections ?? emptySections()
  return {
    lines: allLines(lines),
    facts: flyerFacts(practice, gemeenteName(practice.gemeente), sections),
    sections,
    quotes,
    described: published?.number ?? 0,
  }
}

/** Keeps a line with what it rests on as that reads now; false when someone else kept it after `version`. */
export async function saveLine(db: Db, practice: string, line: FlyerLine, { by, at }: Doer): Promise<boolean> {
  const { name, text, quote, facts, version } = line
  const values = { text, quote, facts, savedAt: at, savedBy: by }
  if (version === 0) {
    const made = await db
      .insert(flyerLine)
      .values({ practice, name, ...values })
      .onConflictDoNothing()
      .returning({ name: flyerLine.name })
    return made.length > 0
  }
  const kept = await db
    .update(flyerLine)
    .set({ ...values, version: sql`${flyerLine.version} + 1` })
    .where(and(eq(flyerLine.practice, practice), eq(flyerLine.name, name), eq(flyerLine.version, version)))
    .returning({ name: flyerLine.name })
  return kept.length > 0
}

interface PublicationRow extends Record<string, unknown> {
  item: string
  body: FlyerBody
  publishedAt: Date
  older: boolean
}

const newest = statement<PublicationRow>(
  'practices.flyer',
  `select f.item, f.body, f.published_at as "publishedAt", exists (
     select from practices.description d join practices.description_publication p on p.description = d.id
     where d.practice = f.practice and p.published_at > f.published_at) as older
   from practices.flyer_publication f where f.practice = $1 order by f.no desc limit 1`,
)

/** The flyer that counts now, with its quote as it stands now; undefined before the first. */
export async function publishedFlyer(db: Db, practice: string): Promise<PublishedFlyer | undefined> {
  const [row] = await newest(db, practice)
  if (!row) return undefined
  const { item, body, publishedAt, older } = row
  return { item, body, publishedAt, older, quotes: await spokenOn(db, body) }
}

async function spokenOn(db: Db, { quote }: FlyerBody): Promise<Spoken> {
  if (!quote) return new Map()
  const ids = [quote.utterance, ...(quote.attribution ? [quote.attribution.id] : [])]
  const words = await utterances(db, ids)
  return new Map(ids.map((id) => [id, words.get(id)?.text ?? null]))
}

/** How the flyer of a practice stands, for its desk. */
export async function flyerStanding(db: Db, practice: Practice): Promise<DeskState['flyer']> {
  const flyer = await publishedFlyer(db, practice.id)
  if (!flyer) return 'none'
  const { lines, facts, quotes } = await flyerWork(db, practice)
  if (lines.some((line) => lineState(line, facts, quotes) === 'amber')) return 'amber'
  return flyer.older ? 'older' : 'published'
}

/** What stands in the way of publishing a flyer. */
export const faultsOf = (work: FlyerWork): string[] => flyerFaults({ ...work, described: work.described > 0 })

/** The flyer as it would read now; `items` are the places of the quotes on the thread. */
export async function flyerBody(
  db: Db,
  practice: Practice,
  work: FlyerWork,
  items: ReadonlyMap<string, { item: string }>,
): Promise<FlyerBody> {
  const textOf = (name: FlyerLineName) => work.lines.find((line) => line.name === name)?.text ?? ''
  return {
    title: practice.title,
    organisation: practice.organisation,
    place: gemeenteName(practice.gemeente),
    startedOn: practice.startedOn,
    lines: mapLines(textOf),
    quote: quoteReference(work, items),
    picture: await pictureOf(db, practice),
    description: work.described,
  }
}

/** The quote of a flyer, when it may be shown. */
export function quoteOf(work: Pick<FlyerWork, 'lines' | 'quotes' | 'facts'>): Quote | undefined {
  const line = work.lines.find(({ name }) => name === 'quote')
  if (!line || lineState(line, work.facts, work.quotes) !== 'fits') return undefined
  return work.quotes.find(({ id }) => id === line.quote)
}

function quoteReference(work: FlyerWork, items: ReadonlyMap<string, { item: string }>): FlyerBody['quote'] {
  const quote = quoteOf(work)
  if (!quote) return null
  const { utterance, attribution } = quote
  const by = attribution ? { attribution: { id: attribution.id, hash: attribution.hash } } : {}
  return { utterance: utterance.id, hash: utterance.hash, ...by, item: items.get(quote.id)?.item ?? '' }
}

/**
 * Publishes the flyer as it stands, on the thread too: it rests on the description and on its quote. Whether it may be
 * published is `flyerFaults`' to say.
 * @throws Error when the practice has no published description
 */
export async function publishFlyer(db: Db, practice: Practice, { by, at }: Doer): Promise<{ item: string }> {
  await holdPractice(db, practice.id)
  if (!practice.item) throw new Error(`${practice.slug} has no published description for a flyer to rest on.`)
  const work = await flyerWork(db, practice)
  const quote = quoteOf(work)
  const placed = await publishQuotes(db, practice, quote ? [quote] : [], { by, at })
  const body = await flyerBody(db, practice, work, placed)
  const before = await publishedFlyer(db, practice.id)
  const links: LinkTo[] = [
    { kind: 'builds on', item: practice.item },
    ...[...placed.values()].map(({ item, revision }): LinkTo => ({ kind: 'builds on', item, revision })),
  ]
  const { item, revision, changed } = await publishRevision(db, {
    ...(before ? { item: before.item } : {}),
    kind: 'flyer',
    title: `Flyer: ${practice.title}`,
    summary: body.lines.headline,
    body: JSON.parse(JSON.stringify(body)),
    url: `${practiceUrl(practice)}/flyer`,
    text: WRITTEN_LINES.map((name) => body.lines[name]).join('\n\n'),
    fictional: practice.fictional,
    links,
    by,
    at,
  })
  // The same words again: the flyer that is there stays, with its date.
  if (before && !changed) return { item }
  await db
    .insert(flyerPublication)
    .values({ practice: practice.id, item, revision, body, publishedBy: by, publishedAt: at })
  await dropPhoto(db, before, body)
  await contentChanged(db)
  return { item }
}

/** A photo that the flyer no longer shows goes, file and all. What is published now is what the desk has chosen. */
async function dropPhoto(db: Db, before: PublishedFlyer | undefined, { picture }: FlyerBody): Promise<void> {
  const old = before?.body.picture
  if (!old || !('file' in old) || ('file' in picture && picture.file === old.file)) return
  await removeFile(db, old.file)
}
