import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { FORMER_GEMEENTEN, gemeenteByCode, gemeenteNow, provinceName, provinceOf } from '../foundation/gemeente.ts'
import { contentChanged } from '../foundation/http/index.ts'
import type { Extent } from '../foundation/open-table.ts'
import { keptRows } from '../foundation/words/index.ts'
import { retieExamples } from './example.store.ts'
import type { Listing, ListingInput, PracticeStanding } from './listing.ts'
import { peopleWord } from './people-group.ts'
import { tellStanding } from './standing.store.ts'

const SHORT = `no, practice, item, slug, title, line, theme, fields, people, gemeente, province, organisation,
  organisation_kind as "organisationKind", year, standing, recognitions, fictional, published_at as "publishedAt",
  updated_at as "updatedAt"`

const upsert = statement<{ standing: PracticeStanding }>(
  'practices.writeListing',
  `insert into practices.listing (practice, item, slug, title, line, summary, text, theme, fields, people, gemeente,
     province, organisation, organisation_kind, year, standing, fictional, published_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'running', $16, $17, $17)
   on conflict (practice) do update set slug = excluded.slug, title = excluded.title, line = excluded.line,
     summary = excluded.summary, text = excluded.text, theme = excluded.theme, fields = excluded.fields,
     people = excluded.people, gemeente = excluded.gemeente, province = excluded.province,
     organisation = excluded.organisation, organisation_kind = excluded.organisation_kind, year = excluded.year,
     fictional = excluded.fictional, updated_at = excluded.updated_at
   returning standing`,
)

/** Someone also finds a practice by whose it is, where, for whom, and what it is about. */
const sought = ({ organisation, gemeente, theme, people, text }: ListingInput): string => {
  const place = gemeenteByCode(gemeente)
  const where = place ? [place.name, ...place.aliases, provinceName(place.province)] : []
  return [organisation, ...where, theme.replaceAll('-', ' '), ...people.map(peopleWord), text].join('\n\n')
}

/**
 * Lets a practice be found, in the transaction that publishes it. A new version keeps what its people said about how it
 * is doing, its recognitions, and the standards it is an example of.
 */
export async function writeListing(db: Db, input: ListingInput): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [row] = await upsert(
      tx,
      ...[input.practice, input.item, input.slug, input.title, input.line, input.summary, sought(input), input.theme],
      ...[input.fields, input.people, gemeenteNow(input.gemeente), provinceOf(input.gemeente), input.organisation],
      ...[input.organisationKind, input.year, input.fictional, input.at],
    )
    if (row && row.standing !== 'running') await tellStanding(tx, input.practice, { by: null, at: input.at })
    await retieExamples(tx, input.practice, input.item, { by: null, at: input.at })
    await contentChanged(tx)
  })
}

const move = statement<{ practice: string }>(
  'practices.moveListings',
  `update practices.listing set gemeente = given.successor, province = given.province
   from jsonb_to_recordset($1::jsonb) as given (code text, successor text, province text)
   where listing.gemeente = given.code returning practice`,
)

/** In the bank a practice of a gemeente that is no more stands with its successor. To be done when the house opens; safe to repeat. */
export async function followGemeenten(db: Db): Promise<void> {
  const given = FORMER_GEMEENTEN.map(({ code }) => ({
    ...{ code, successor: gemeenteNow(code), province: provinceOf(code) },
  }))
  if ((await move(db, JSON.stringify(given))).length > 0) await contentChanged(db)
}

const stand = statement<{ practice: string }>(
  'practices.setStanding',
  'update practices.listing set standing = $2 where practice = $1 and standing <> $2 returning practice',
)

/** Says how a practice is doing, in the bank and on the thread, so that what builds on it shows it. False when it was known. */
export async function setStanding(
  db: Db,
  practice: string,
  standing: PracticeStanding,
  hand: { by: string | null; at: Date },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if ((await stand(tx, practice, standing)).length === 0) return false
    await tellStanding(tx, practice, hand)
    await contentChanged(tx)
    return true
  })
}

const recognise = statement<{ practice: string }>(
  'practices.setRecognitions',
  'update practices.listing set recognitions = $2 where practice = $1 and recognitions <> $2::text[] returning practice',
)

/** Says which recognitions of others a practice holds, by their names. */
export async function setRecognitions(db: Db, practice: string, kinds: string[]): Promise<void> {
  const once = [...new Set(kinds)].sort()
  if ((await recognise(db, practice, once)).length > 0) await contentChanged(db)
}

const bySlug = statement<Listing>('practices.listingBySlug', `select ${SHORT} from practices.listing where slug = $1`)

/** A published practice by the slug in its address. */
export async function readListing(db: Db, slug: string): Promise<Listing | undefined> {
  const [row] = await bySlug(db, slug)
  return row
}

const byPractice = statement<Listing>(
  'practices.listingsOf',
  `select ${SHORT} from practices.listing where practice = any ($1) order by updated_at desc, no desc`,
)

/** Published practices by the id of the practice, newest first. */
export const listingsOf = (db: Db, practices: string[]): Promise<Listing[]> =>
  practices.length === 0 ? Promise.resolve([]) : byPractice(db, practices)

const byNo = statement<Listing>('practices.listingsByNo', `select ${SHORT} from practices.listing where no = any ($1)`)

/** The rows with these numbers, in the order of the numbers. */
export async function listingsByNo(db: Db, nos: number[]): Promise<Listing[]> {
  if (nos.length === 0) return []
  const rows = new Map((await byNo(db, nos)).map((row) => [row.no, row]))
  return nos.flatMap((no) => rows.get(no) ?? [])
}

/** Rows kept at most, some 2 MB; a table of all of them is read past it. */
const MOST_KEPT = 2_000

/** The rows with these numbers, in the order of the numbers, each read once per moment. */
export const keptListings = keptRows(byNo, MOST_KEPT)

const newest = statement<Listing>(
  'practices.newestListings',
  `select ${SHORT} from practices.listing where ($2 or not fictional) and ($3::int[] is null or no = any ($3))
   order by updated_at desc, no desc limit $1`,
)

/** What changed last, newest first, among these numbers; without fictional ones unless asked. */
export const newestListings = (
  db: Db,
  most: number,
  { fictional, among }: { fictional: boolean; among: number[] | null },
): Promise<Listing[]> => newest(db, most, fictional, among)

const extent = statement<Extent & Record<string, unknown>>(
  'practices.listingExtent',
  `select count(*)::int as rows, max(updated_at) as "changedAt" from practices.listing where $1 or not fictional`,
)

/** How many practices are published, and when the last of them changed. */
export const listingExtent = async (db: Db, fictional: boolean): Promise<Extent> =>
  (await extent(db, fictional))[0] ?? { rows: 0, changedAt: null }

const following = statement<Listing>(
  'practices.listingsAfter',
  `select ${SHORT} from practices.listing where no > $1 and ($2 or not fictional) order by no limit $3`,
)

/** The listings that come after a number, by number. */
export const listingsAfter = (
  db: Db,
  { after, fictional, most }: { after: number; fictional: boolean; most: number },
): Promise<Listing[]> => following(db, after, fictional, most)
