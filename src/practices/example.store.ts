import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { sha256 } from '../foundation/seal.ts'
import { endLink, link, readItem } from '../thread/index.ts'
import { listingUrl, type PracticeStanding } from './listing.ts'

interface Hand {
  by: string | null
  at: Date
}

interface ExampleRow {
  id: string
  standard: string
  link: string
}

const standing = statement<ExampleRow>(
  'practices.examplesFrom',
  'select id, standard, link from practices.example where practice = $1 and ended_at is null order by set_at, id',
)
const begin = statement<{ id: string }>(
  'practices.beginExample',
  `insert into practices.example (practice, standard, link, set_by, set_at) values ($1, $2, $3, $4, $5)
   on conflict (practice, standard) where ended_at is null do nothing returning id`,
)
const end = statement<{ link: string }>(
  'practices.endExample',
  'update practices.example set ended_by = $3, ended_at = $4 where practice = $1 and standard = $2 and ended_at is null returning link',
)
const retie = statement('practices.retieExample', 'update practices.example set link = $2 where id = $1')

async function tie(tx: Db, item: string, standard: string, { by, at }: Hand): Promise<string | undefined> {
  const [from, to] = [await readItem(tx, item), await readItem(tx, standard)]
  if (!from || !to) return undefined
  const ends = { from: { item, revision: from.revision.id }, to: { item: standard, revision: to.revision.id } }
  return (await link(tx, { kind: 'exemplifies', ...ends, at, by })).id
}

/** The standards this practice is an example of, by their place on the thread. */
export const exampleOf = async (db: Db, practice: string): Promise<string[]> =>
  (await standing(db, practice)).map(({ standard }) => standard)

/** Mark of a form: what could be chosen and what was tied when it was shown. */
export const exampleMark = (offered: readonly string[], tied: readonly string[]): string =>
  sha256(JSON.stringify([[...offered].sort(), [...tied].sort()]))

/**
 * Says of which of the standards that were offered a practice is an example: ties what is new, ends what was taken away.
 * A tie to a standard that was not to choose from stays as it is.
 */
export async function setExamples(
  db: Db,
  practice: { practice: string; item: string },
  { offered, chosen }: { offered: readonly string[]; chosen: readonly string[] },
  hand: Hand,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const known = await standing(tx, practice.practice)
    for (const { standard } of known.filter(
      (one) => offered.includes(one.standard) && !chosen.includes(one.standard),
    )) {
      const [gone] = await end(tx, practice.practice, standard, hand.by, hand.at)
      if (gone) await endLink(tx, gone.link, hand)
    }
    for (const standard of chosen.filter(
      (one) => offered.includes(one) && !known.some((row) => row.standard === one),
    )) {
      const tied = await tie(tx, practice.item, standard, hand)
      if (tied) await begin(tx, practice.practice, standard, tied, hand.by, hand.at)
    }
    await contentChanged(tx)
  })
}

/** After a new version, which says nothing about examples: the practice is still an example of the same standards. */
export async function retieExamples(tx: Db, practice: string, item: string, hand: Hand): Promise<void> {
  for (const row of await standing(tx, practice)) {
    const tied = await tie(tx, item, row.standard, hand)
    if (tied && tied !== row.link) await retie(tx, row.id, tied)
  }
}

/** A practice that shows how a standard looks in real work. */
export interface PracticeExample {
  href: string
  title: string
  text: string
  /** Where it is done and by whom. */
  place: string
  fictional: boolean
  standing: PracticeStanding
}

const examples = statement<{
  slug: string
  title: string
  line: string
  organisation: string
  fictional: boolean
  standing: PracticeStanding
}>(
  'practices.examplesFor',
  `select listing.slug, listing.title, listing.line, listing.organisation, listing.fictional, listing.standing
   from practices.example join practices.listing using (practice)
   where example.standard = $1 and example.ended_at is null
   order by (listing.standing = 'stopped'), listing.fictional, (listing.standing = 'unconfirmed'),
     listing.updated_at desc, listing.no desc
   limit $2`,
)

/** Practices that are an example of a standard (by its place on the thread): running before stopped, real before fictional. */
export async function examplesFor(db: Db, standard: string, most = 20): Promise<PracticeExample[]> {
  return (await examples(db, standard, most)).map((row) => ({
    href: listingUrl(row),
    title: row.title,
    text: row.line,
    place: row.organisation,
    fictional: row.fictional,
    standing: row.standing,
  }))
}
