import type { Db } from '../foundation/db/index.ts'
import { type Item, origin, readItems } from '../thread/index.ts'
import { adoptionsOf } from './adoption.store.ts'
import type { Adoption } from './adoption.ts'
import { publishedDescription } from './description.store.ts'
import type { PublishedDescription } from './description.ts'
import { ownerAddress } from './enquiry.store.ts'
import { exampleOf } from './example.store.ts'
import { publishedFlyer } from './flyer.store.ts'
import { readListing, summariesOf } from './listing.store.ts'
import type { Listing } from './listing.ts'
import { readPracticeById } from './practice.store.ts'
import type { Practice } from './practice.ts'
import { recognitionsOf } from './recognition.store.ts'
import type { Recognition } from './recognition.ts'
import { takeAlongsOf } from './take-along.store.ts'

/** Something that came out of a practice. */
export interface LedTo {
  href: string
  title: string
  word: string
  fictional: boolean
}

/** Everything the page of a practice shows, next to what is the same for all pages. */
export interface Detail {
  listing: Listing
  practice: Practice
  summary: string
  description: PublishedDescription | undefined
  hasFlyer: boolean
  adoptions: Adoption[]
  recognitions: Recognition[]
  takeAlongs: Awaited<ReturnType<typeof takeAlongsOf>>
  /** Its people can be asked. */
  reachable: boolean
  /** Standards it is an example of. */
  exampleOf: LedTo[]
  /** What was built on it, one step away. */
  ledTo: LedTo[]
}

/** Things that belong to the practice itself, and are not what came out of it. */
const OWN = new Set(['flyer', 'quote', 'practice'])

const shown = ({ url, word, fictional, title }: Item & { title: string | null }): LedTo[] =>
  title === null ? [] : [{ href: url, title, word, fictional }]

/** A published practice by its slug, whole; undefined when there is none. */
export async function readDetail(db: Db, slug: string, now: Date): Promise<Detail | undefined> {
  const listing = await readListing(db, slug)
  const practice = listing && (await readPracticeById(db, listing.practice))
  if (!listing || !practice) return undefined
  const { id } = practice
  const [summaries, description, flyer, adoptions, recognitions, takeAlongs, address, standards, whole] =
    await Promise.all([
      summariesOf(db, [id]),
      publishedDescription(db, practice),
      publishedFlyer(db, id),
      adoptionsOf(db, id),
      recognitionsOf(db, id),
      takeAlongsOf(db, id),
      ownerAddress(db, id),
      exampleOf(db, id),
      origin(db, listing.item, { at: now }),
    ])
  const named = await readItems(db, standards)
  const built = (whole?.downstream.stops ?? []).filter(
    ({ depth, kind, withdrawn }) => depth === 1 && !withdrawn && !OWN.has(kind),
  )
  return {
    listing,
    practice,
    summary: summaries.get(id) ?? '',
    description,
    hasFlyer: flyer !== undefined,
    adoptions,
    recognitions,
    takeAlongs,
    reachable: address !== undefined,
    exampleOf: [...named.values()].flatMap(shown),
    ledTo: built.flatMap(shown),
  }
}
