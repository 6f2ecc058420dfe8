import { type Db, statement } from '../foundation/db/index.ts'
import { type Revision, readItem, readItems, revisionLink, revisionsById, utterances } from '../thread/index.ts'
import { bodyOf, spokenIn } from './description.store.ts'
import { type Passage, type QuoteReference, spokenQuote } from './description.ts'
import { practiceUrl } from './practice.ts'
import { isSection, SECTIONS, type Section } from './section.ts'
import { type DescriptionRead, type PassagePlace, type PassageRead, placeKey, type StudyPractice } from './study.ts'

const COLUMNS = 'select item, slug, title, line, year, theme, fictional from practices.listing'

const betweenYears = statement<StudyPractice & Record<string, unknown>>(
  'practices.toStudy',
  `${COLUMNS} where year between $1 and $2 order by year desc, title, no limit 300`,
)
const byItems = statement<StudyPractice & Record<string, unknown>>(
  'practices.studied',
  `${COLUMNS} where item = any ($1) order by array_position($1, item)`,
)

/** Published practices of some years, newest year first; at most 300. */
export const practicesToStudy = (db: Db, from: number, until: number): Promise<StudyPractice[]> =>
  betweenYears(db, from, until)

/** Published practices by their place on the thread, in the order asked. */
export const practicesStudied = async (db: Db, items: string[]): Promise<StudyPractice[]> =>
  items.length === 0 ? [] : byItems(db, items)

const themeRows = statement<{ slug: string; name: string; explanation: string }>(
  'practices.themesOfYear',
  `select theme.slug, theme.name, theme.explanation from practices.theme join practices.call on call.id = theme.call
    where call.year = $1 and call.published_at is not null order by call.opens_on, theme.position, theme.slug`,
)

/** What the published call of a year is about. */
export const themesOfYear: (db: Db, year: number) => Promise<{ slug: string; name: string; explanation: string }[]> =
  themeRows

const themeNames = statement<{ year: number; slug: string; name: string }>(
  'practices.themesOfYears',
  `select call.year, theme.slug, theme.name from practices.theme join practices.call on call.id = theme.call
    where call.year = any ($1::int[]) and call.published_at is not null
    order by call.year, call.opens_on, theme.position, theme.slug`,
)

/** What the published calls of some years are called to be about, in one reading. */
export const themesOfYears: (db: Db, years: number[]) => Promise<{ year: number; slug: string; name: string }[]> =
  themeNames

/** A published practice as it reads now, every passage with the place at which it can be marked. */
export async function readToStudy(db: Db, practice: StudyPractice): Promise<DescriptionRead | undefined> {
  const item = await readItem(db, practice.item)
  if (!item) return undefined
  const { revision } = item
  const body = bodyOf(revision.body)
  const spoken = await spokenIn(db, body)
  const quotes = new Map<string, string>()
  for (const { item: quote } of quotesOf(Object.values(body.sections).flat())) {
    const newest = await readItem(db, quote)
    if (newest) quotes.set(quote, newest.revision.id)
  }
  const { slug, title, line, fictional } = practice
  const place = { title, fictional, isOlder: false }
  const read = (section: Section, passage: Passage): PassageRead[] => {
    const href = `${practiceUrl(practice)}#a-${passage.id}`
    if ('text' in passage)
      return [
        {
          ...{ ...place, item: item.id, revision: revision.id, passage: passage.id },
          ...{ text: passage.text, isQuote: false, by: null, section, href },
        },
      ]
    const said = spokenQuote(passage.quote, spoken)
    const at = quotes.get(passage.quote.item)
    if (at === undefined) return []
    return [
      {
        ...{ ...place, item: passage.quote.item, revision: at, passage: null },
        ...{ text: said?.text ?? null, isQuote: true, by: said?.by ?? null, section, href },
      },
    ]
  }
  const sections = SECTIONS.map((section) => ({
    section,
    passages: body.sections[section].flatMap((passage) => read(section, passage)),
  }))
  return {
    item: item.id,
    slug,
    title,
    line,
    fictional,
    sections: sections.filter(({ passages }) => passages.length > 0),
  }
}

const quotesOf = (passages: Passage[]): QuoteReference[] =>
  passages.flatMap((passage) => ('quote' in passage ? [passage.quote] : []))

/**
 * Passages and quotes as they were read, by `placeKey`. A passage of an older revision reads as it did then; a quote that
 * was taken back has no words any more. What was never published, or does not stand in that revision, is absent.
 */
export async function passagesRead(db: Db, places: PassagePlace[]): Promise<Map<string, PassageRead>> {
  const revisions = await revisionsById(db, [...new Set(places.map(({ revision }) => revision))])
  const items = await readItems(db, [...new Set(places.map(({ item }) => item))])
  const quotes = await wordsOfQuotes(db, [...revisions.values()])
  const read = new Map<string, PassageRead>()
  for (const place of places) {
    const revision = revisions.get(place.revision)
    const item = items.get(place.item)
    if (revision?.item !== place.item || item === undefined) continue
    const here = { ...place, fictional: item.fictional, isOlder: revision.number < item.latest }
    const fixed = revisionLink(item.id, revision.number)
    if (place.passage === null) {
      const said = quotes.get(revision.id)
      if (said) read.set(placeKey(place), { ...here, ...said, title: revision.title, isQuote: true, href: item.url })
      continue
    }
    const found = passageIn(revision, place.passage)
    if (found) {
      const href = here.isOlder ? `${fixed}#a-${place.passage}` : `${item.url}#a-${place.passage}`
      read.set(placeKey(place), { ...here, ...found, title: revision.title, isQuote: false, by: null, href })
    }
  }
  return read
}

/** A passage of text in a revision; the place of a quote in it is marked as the quote itself. */
function passageIn(revision: Revision, passage: string): { section: Section; text: string } | undefined {
  const { sections } = bodyOf(revision.body)
  for (const section of SECTIONS) {
    const found = sections[section].find(({ id }) => id === passage)
    if (found && 'text' in found) return { section, text: found.text }
  }
  return undefined
}

interface Said {
  text: string | null
  by: string | null
  section: Section | null
}

async function wordsOfQuotes(db: Db, revisions: Revision[]): Promise<Map<string, Said>> {
  const spoken = revisions.flatMap(({ id, voice, body }) => {
    const { section = '', attribution } = body as { section?: string; attribution?: { id: string } }
    return voice ? [{ id, voice: voice.utterance, attribution: attribution?.id, section }] : []
  })
  const ids = spoken.flatMap(({ voice, attribution }) => [voice, ...(attribution ? [attribution] : [])])
  const words = await utterances(db, ids)
  return new Map(
    spoken.map(({ id, voice, attribution, section }) => {
      const text = words.get(voice)?.text ?? null
      const by = text === null || attribution === undefined ? null : (words.get(attribution)?.text ?? null)
      return [id, { text, by, section: isSection(section) ? section : null }]
    }),
  )
}
