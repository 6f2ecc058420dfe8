import { sha256 } from '../foundation/seal.ts'
import { holdsWords } from '../thread/index.ts'
import type { PassageDraft } from './passage.ts'
import { type ShownFacts, shownFacts } from './practice.ts'
import { isPublishable, type Quote, quoteState } from './quote.ts'
import { plainOf } from './rich-text.ts'
import { SECTIONS, type Section, sectionWord } from './section.ts'

/** A quote as a published text holds it: never the words, only where they are kept. */
export interface QuoteReference {
  utterance: string
  hash: string
  /**
   * The utterance that says whose words these are; left out when the speaker stays anonymous. Not in the shape by which
   * the thread guards words: "vrijwilliger" beside a quote may stand in any text.
   */
  attribution?: { id: string; hash: string }
  /** The quote's own place on the thread. */
  item: string
}

/** One passage of a published description; its address is `#a-<id>`. */
export type Passage = { id: string; text: string } | { id: string; quote: QuoteReference }

/** A published description: what stands in the revision on the thread. */
export interface DescriptionBody {
  sections: Record<Section, Passage[]>
}

/** What persons said, by the id of the utterance; null once taken back. */
export type Spoken = ReadonlyMap<string, string | null>

/** A version on the list of a practice's page. */
export interface DescriptionVersion {
  number: number
  improved: string
  publishedAt: Date
  /** Number of the revision on the thread that holds it. */
  revision: number | null
}

/** The text that counts now, with all that was said in it. */
export interface PublishedDescription {
  number: number
  revision: string
  improved: string
  publishedAt: Date
  body: DescriptionBody
  quotes: Spoken
  /** Newest first. */
  versions: DescriptionVersion[]
}

/** The most words a summary may have. Source: the field's worksheet. */
export const SUMMARY_WORDS = 600

/** Sections without which a description says too little to be offered. */
export const NEEDED: readonly Section[] = ['summary', 'people', 'goal', 'approach']

const PLACES: Record<Section, string> = {
  summary: 'kort',
  people: 'mensen',
  goal: 'doel',
  approach: 'aanpak',
  materials: 'materialen',
  costs: 'kosten',
  staff: 'wie',
  conditions: 'voorwaarden',
  foundation: 'onderbouwing',
  experiences: 'ervaringen',
  elements: 'werkzaam',
  sources: 'bronnen',
}

/** A section in an address. */
export const sectionInUrl = (section: Section): string => PLACES[section]

/** The section of an address. */
export const sectionFromUrl = (place: string): Section | undefined =>
  SECTIONS.find((section) => PLACES[section] === place)

/** Mark of what was improved, as its writer saw it: '' for nothing yet. */
export const improvedMark = (improved: string): string => (improved === '' ? '' : sha256(improved))

/** How a section of a draft stands. */
export type SectionDrafts = Record<Section, PassageDraft[]>

/** Twelve empty sections. */
export function emptySections<T>(): Record<Section, T[]> {
  const pairs = SECTIONS.map((section): [Section, T[]] => [section, []])
  return Object.fromEntries(pairs) as Record<Section, T[]>
}

/** How many words a text has. */
export const wordCount = (text: string): number => plainOf(text).match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0

/** The words of a section itself, quotes left out. */
export function sectionWords(passages: readonly (Passage | PassageDraft)[]): number {
  return passages.reduce((sum, passage) => sum + ('text' in passage ? wordCount(passage.text) : 0), 0)
}

/** The quotes that stand in a draft, once each. */
export function quotesIn(sections: SectionDrafts): string[] {
  const all = SECTIONS.flatMap((section) => sections[section])
  return [...new Set(all.flatMap((passage) => ('quote' in passage ? [passage.quote] : [])))]
}

/**
 * What an organisation agrees with: everything that comes on the site. The facts, what was improved, and every passage in
 * order with the very words of every quote it could read. A quote that its speaker agrees to later is new to them; one
 * that is taken back later asks nothing.
 */
export function descriptionFingerprint(
  practice: ShownFacts,
  { sections, improved }: { sections: SectionDrafts; improved: string },
  quotes: readonly Pick<Quote, 'id' | 'utterance' | 'form'>[],
): string {
  const hashOf = (id: string) => {
    const quote = quotes.find((one) => one.id === id)
    return quote && quote.form !== null ? quote.utterance.hash : 'not read yet'
  }
  const said = SECTIONS.map((section) => [
    section,
    sections[section].map((passage) =>
      'quote' in passage ? ['quote', hashOf(passage.quote)] : ['text', passage.text],
    ),
  ])
  return sha256(JSON.stringify([shownFacts(practice), improved, said]))
}

type Words = Pick<Quote, 'utterance' | 'attribution' | 'form'>

/** What a text may not spell out: the words of a quote, and the name beside it. What someone does is nobody's secret. */
export const guardedWords = (quotes: readonly Words[]): string[] =>
  quotes.flatMap(({ utterance, attribution, form }) => [
    utterance.text ?? '',
    ...(form === 'name' ? [attribution?.text ?? ''] : []),
  ])

/** Sections in which a quote is written out by hand: there it could never be taken back. */
export function writtenOut(sections: SectionDrafts, quotes: readonly Words[]): Section[] {
  const words = guardedWords(quotes)
  return SECTIONS.filter((section) =>
    sections[section].some((passage) => 'text' in passage && holdsWords(passage.text, words)),
  )
}

const writtenOutFaults = (sections: SectionDrafts, quotes: readonly Words[]) =>
  writtenOut(sections, quotes).map(
    (section) =>
      `In “${sectionWord(section)}” staan woorden of de naam van een gesprekspartner uitgeschreven. Haal ze weg en zet er het citaat in, dan kan het ook weer ingetrokken worden.`,
  )

/** What must be mended before the organisation can read it. */
export function offerFaults(sections: SectionDrafts, quotes: readonly Words[]): string[] {
  const missing = NEEDED.filter((section) => sectionWords(sections[section]) === 0)
  const words = sectionWords(sections.summary)
  return [
    ...missing.map((section) => `“${sectionWord(section)}” is nog leeg.`),
    ...(words > SUMMARY_WORDS
      ? [`“${sectionWord('summary')}” heeft ${words} woorden. Het mogen er ${SUMMARY_WORDS} zijn.`]
      : []),
    ...writtenOutFaults(sections, quotes),
  ]
}

/** Where a version is on its way. */
export type DescriptionStep = 'writing' | 'offered' | 'changed' | 'agreed' | 'published'

/** The step of a version: what was offered and agreed counts only for exactly that text. */
export function descriptionStep(version: {
  fingerprint: string
  offer: { fingerprint: string; agreedAt: Date | null } | undefined
  publishedAt: Date | null
}): DescriptionStep {
  const { fingerprint, offer, publishedAt } = version
  if (publishedAt) return 'published'
  if (!offer) return 'writing'
  if (offer.fingerprint !== fingerprint) return 'changed'
  return offer.agreedAt ? 'agreed' : 'offered'
}

/** What must be done before a version may be published; none when it may. */
export function publicationFaults(version: {
  number: number
  improved: string
  step: DescriptionStep
  sections: SectionDrafts
  quotes: readonly Quote[]
}): string[] {
  const inText = quotesIn(version.sections).flatMap((id) => version.quotes.filter((quote) => quote.id === id))
  const waiting = inText.filter((quote) => quoteState(quote) !== 'withdrawn' && !isPublishable(quote)).length
  const steps: Partial<Record<DescriptionStep, string>> = {
    writing: 'De organisatie heeft de tekst nog niet gelezen. Leg hem eerst ter lezing voor.',
    offered: 'De organisatie is het er nog niet mee eens. Wacht op hun akkoord.',
    changed: 'De tekst is veranderd nadat de organisatie hem kreeg. Leg hem opnieuw ter lezing voor.',
    published: 'Deze versie is al gepubliceerd.',
  }
  const step = steps[version.step]
  return [
    ...(step ? [step] : []),
    ...(waiting === 1 ? ['Bij één citaat is nog geen akkoord van wie het zei. Wacht daarop, of haal het eruit.'] : []),
    ...(waiting > 1
      ? [`Bij ${waiting} citaten is nog geen akkoord van wie het zei. Wacht daarop, of haal ze eruit.`]
      : []),
    ...(version.number > 1 && version.improved.trim() === ''
      ? ['Schrijf eerst op wat er verbeterd is. Dat staat straks bij de versies.']
      : []),
    ...(holdsWords(version.improved, guardedWords(version.quotes))
      ? ['In “Wat is verbeterd?” staan woorden of de naam van een gesprekspartner uitgeschreven. Haal ze weg.']
      : []),
    ...writtenOutFaults(version.sections, version.quotes),
  ]
}

/** Every section that says something, in order, as plain text with headings; quotes that were taken back are gone. */
export function descriptionPlain({ description, quotes }: { description: DescriptionBody; quotes: Spoken }): string {
  return SECTIONS.flatMap((section) => {
    const passages = description.sections[section].flatMap((passage) => plainPassage(passage, quotes))
    return passages.length > 0 ? [`${sectionWord(section)}\n\n${passages.join('\n\n')}`] : []
  }).join('\n\n')
}

function plainPassage(passage: Passage, quotes: Spoken): string[] {
  if ('text' in passage) return [plainOf(passage.text)]
  const said = spokenQuote(passage.quote, quotes)
  return said ? [`“${said.text}”${said.by ? ` (${said.by})` : ''}`] : []
}

/** A quote as it may be shown now: undefined when it was taken back. */
export function spokenQuote(quote: QuoteReference, quotes: Spoken): { text: string; by: string | null } | undefined {
  const text = quotes.get(quote.utterance)
  if (text === null || text === undefined) return undefined
  return { text, by: quote.attribution ? (quotes.get(quote.attribution.id) ?? null) : null }
}
