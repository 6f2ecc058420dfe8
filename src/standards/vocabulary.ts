import type { Source } from './framework.ts'

export interface Term {
  slug: string
  code: string
  name: string
  note?: string | undefined
}

/** The words of a law or policy, with the years in which they held. */
export interface VocabularyText {
  slug: string
  title: string
  validFrom: string | null
  validTo: string | null
  source: Source[]
  ours?: string | undefined
  terms: Term[]
}

/** Finds the term a standard points at; content is checked at loading, so a missing one is a fault. */
export function termOf(
  vocabularies: VocabularyText[],
  vocabulary: string,
  term: string,
): { title: string; term: Term } {
  const list = vocabularies.find(({ slug }) => slug === vocabulary)
  const hit = list?.terms.find(({ slug }) => slug === term)
  if (!list || !hit) throw new Error(`Unknown term ${vocabulary}/${term}`)
  return { title: list.title, term: hit }
}
