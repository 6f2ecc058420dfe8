/** The same data gives the same text, and so the same hash. */
export { canonical, type Json } from './fingerprint.ts'
/** What waits for a decision before a text is published, and the part that shows it. */
export { impactForm } from './impact.form.ts'
/** The list of everything a draft has an effect on, with a form for each. */
export { ImpactList } from './impact.part.tsx'
/** What points at a draft's old texts, how much of it is undecided, and the decisions. */
export { decideImpact, impactOf, openImpact } from './impact.store.ts'
/** One link that points at a text about to change, and what was decided. */
export { type Draft, type ImpactOutcome, type ImpactRow, openRows, outcomeWords } from './impact.ts'
/** Items: kinds, words and permanent addresses. */
export { type Item, type ItemKind, itemId, itemLink, kindWord, kindWords, originLink, revisionLink } from './item.ts'
/** Tying and untying two revisions. */
export { endLink, link } from './link.store.ts'
/** How one thing rests on another, and its verb on screen. */
export { type LinkEnd, type LinkKind, type LinkTo, linkVerb } from './link.ts'
/** The whole graph around an item, at any date. */
export { origin } from './origin.store.ts'
/** An origin: where something comes from and what was built on it. */
export { type Origin, type OriginStop, restWords } from './origin.ts'
/** Publishing and reading revisions. */
export { publishRevision, readItem, readRevision, revisionsOf } from './revision.store.ts'
/** One version of an item's text, and what a domain says when it publishes one. */
export type { Publication, Published, Revision } from './revision.ts'
/** Search over everything published. */
export { search } from './search.store.ts'
/** What search takes and gives. */
export type { Hit, Piece, Query, SearchResult } from './search.ts'
/** Under which facets an item is found, and taking it out of the search. */
export { hideFromSearch, setFacets } from './search-entry.store.ts'
/** Every URL of this domain. */
export { threadRoutes } from './thread.routes.tsx'
/** The erasable rows that hold them. */
export {
  keepUtterance,
  utterances,
  utterancesOf,
  withdrawUtterance,
  withdrawUtterancesOf,
} from './utterance.store.ts'
/** Words of persons, and how a revision refers to them. */
export type { Utterance, UtteranceReference } from './utterance.ts'
