import type { CompetenceFrameworkText, CompetenceText } from './competence.ts'
import type { CrosswalkText } from './crosswalk.ts'
import type { EditionText } from './edition.ts'
import { editionUrl, type FrameworkText, shelfUrl, standardUrl } from './framework.ts'
import { type StandardText, wordsOf } from './standard.ts'
import type { VocabularyText } from './vocabulary.ts'

/** How each kind of text presents itself in the red thread: title, one line, address, and the words to find it by. */
export interface Front {
  kind: 'framework' | 'edition' | 'standard' | 'competence' | 'crosswalk' | 'vocabulary'
  title: string
  summary: string
  url: string
  /** The Dutch word for this one thing. */
  word?: string
  /** The date as people know it. */
  dated?: string
  /** What must be said about where it comes from. */
  note?: string
  /** Plain paragraphs, to read and to find. */
  words: string
  facets?: Record<string, string | string[]>
}

export function frameworkFront(text: FrameworkText): Front {
  return {
    kind: 'framework',
    title: text.title,
    summary: text.scope,
    url: shelfUrl(text.word),
    words: [text.title, text.plural, text.scope, ...text.madeWith].join('\n\n'),
  }
}

export function editionFront(framework: string, slug: string, text: EditionText): Front {
  return {
    kind: 'edition',
    title: text.title,
    summary: `Het geheel als één tekst, ${text.year}.`,
    url: editionUrl(framework, slug),
    dated: String(text.year),
    note: text.ours,
    words: [
      text.title,
      ...text.themes,
      ...text.foreword,
      ...text.readingGuide,
      ...text.useIt,
      ...text.notLikeThis,
    ].join('\n\n'),
  }
}

/** When and by whom the words of a standard were made, as an origin shows it. */
export interface Provenance {
  dated?: string
  note: string
}

/** What must be said of every text from before this house: its conversations can't be looked up any more. */
export const fromThen = ({ year, ours }: Pick<EditionText, 'year' | 'ours'>): Provenance => ({
  dated: `naam uit ${year}`,
  note: `${ours} De stemmen en gesprekken van toen zijn niet openbaar.`,
})

export function standardFront(
  framework: { slug: string; word: string },
  { dated, note }: Provenance,
  text: StandardText,
): Front {
  return {
    kind: 'standard',
    title: text.name,
    summary: text.plainLine,
    url: standardUrl(framework.word, text.slug),
    word: framework.word,
    ...(dated ? { dated } : {}),
    note,
    words: wordsOf(text),
    facets: {
      lijst: framework.slug,
      over: text.subject,
      voor: text.audience,
      thema: text.themes,
    },
  }
}

export function competenceListFront(slug: string, text: CompetenceFrameworkText): Front {
  return {
    kind: 'framework',
    title: text.title,
    summary: text.ours,
    url: `/competenties#${slug}`,
    words: text.title,
  }
}

export function competenceFront(text: CompetenceText): Front {
  return {
    kind: 'competence',
    title: text.name,
    summary: text.plainLine,
    url: `/competenties#${text.slug}`,
    words: `${text.name}\n\n${text.plainLine}`,
  }
}

/** Which two lists lie beside each other: that is what it is called wherever it is found. */
type Ends = { from: Pick<EditionText, 'title' | 'year'>; to: Pick<EditionText, 'title' | 'year'> }

export function crosswalkFront(url: string, text: CrosswalkText, { from, to }: Ends): Front {
  return {
    kind: 'crosswalk',
    title: `${from.title} (${from.year}) naast ${to.title} (${to.year})`,
    summary: text.ours,
    url,
    words: text.rows.map(({ note }) => note).join('\n\n'),
  }
}

export function vocabularyFront(text: VocabularyText): Front {
  return {
    kind: 'vocabulary',
    title: text.title,
    summary: text.source.map((source) => source.text).join(' '),
    url: `/begrippen/${text.slug}`,
    words: [text.title, ...text.terms.map(({ name }) => name)].join('\n\n'),
  }
}
