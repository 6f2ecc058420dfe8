import { type Db, statement } from '../foundation/db/index.ts'
import { builtOn, type Item, readItems } from '../thread/index.ts'
import { adoptionsOf } from './adoption.store.ts'
import type { Adoption } from './adoption.ts'
import { publishedDescription } from './description.store.ts'
import type { PublishedDescription } from './description.ts'
import { addressOf } from './enquiry.store.ts'
import { readListing } from './listing.store.ts'
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

interface Beside {
  summary: string
  hasFlyer: boolean
  isAdopted: boolean
  isRecognised: boolean
  hasTakeAlongs: boolean
  standards: string[]
}

// Most practices have little of all this: one question says what there is, and only that is read.
const beside = statement<Beside & Record<string, unknown>>(
  'practices.beside',
  `select l.summary,
     exists (select from practices.flyer_publication where practice = l.practice) as "hasFlyer",
     exists (select from practices.adoption where practice = l.practice and ended_at is null) as "isAdopted",
     exists (select from practices.recognition where practice = l.practice and ended_at is null) as "isRecognised",
     exists (select from practices.take_along where practice = l.practice) as "hasTakeAlongs",
     array(select standard from practices.example where practice = l.practice and ended_at is null
       order by set_at, id) as standards
   from practices.listing l where l.slug = $1`,
)

/** A published practice by its slug, whole; undefined when there is none. */
export async function readDetail(db: Db, slug: string, now: Date): Promise<Detail | undefined> {
  const [listing, [has]] = await Promise.all([readListing(db, slug), beside(db, slug)])
  const practice = listing && (await readPracticeById(db, listing.practice))
  if (!listing || !practice || !has) return undefined
  const { id } = practice
  const [description, adoptions, recognitions, takeAlongs, address, named, built] = await Promise.all([
    publishedDescription(db, practice),
    has.isAdopted ? adoptionsOf(db, id) : [],
    has.isRecognised ? recognitionsOf(db, id) : [],
    has.hasTakeAlongs ? takeAlongsOf(db, id) : [],
    addressOf(db, practice),
    readItems(db, has.standards),
    builtOn(db, listing.item, { at: now }),
  ])
  const ledTo = built.stops.filter(({ kind, withdrawn }) => !withdrawn && !OWN.has(kind))
  return {
    listing,
    practice,
    summary: has.summary,
    description,
    hasFlyer: has.hasFlyer,
    adoptions,
    recognitions,
    takeAlongs,
    reachable: address !== undefined,
    exampleOf: [...named.values()].flatMap(shown),
    ledTo: ledTo.flatMap(shown),
  }
}
