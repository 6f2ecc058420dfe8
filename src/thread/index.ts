export {
  /** The one spelling of a piece of data (RFC 8785), so that equal data has an equal hash. */
  canonical,
  /** Plain data, as a revision may hold it. */
  type Json,
} from './fingerprint.ts'
export {
  /** One decision about one link, as the form of `ImpactList` sends it. */
  impactForm,
} from './impact.form.ts'
export {
  /** Everything a draft has an effect on, each link with a form to decide. */
  ImpactList,
} from './impact.part.tsx'
export {
  /** Notes what an editor decided about one link or several. */
  decideImpact,
  /** Everything that points at a text which a draft changes, with what was decided about it. */
  impactOf,
  /** How many of those links still wait; holds the items when asked inside the publishing transaction. */
  openImpact,
} from './impact.store.ts'
export {
  /** What is about to be published: the draft's own id and every item whose text it changes. */
  type Draft,
  /** Still true, or to be adapted. */
  type ImpactOutcome,
  /** Something that points at a text about to change. */
  type ImpactRow,
  /** Which links a sent decision is about: the one named, or all open ones of its kind. */
  linksMeant,
  /** The rows nobody decided about yet. */
  openRows,
} from './impact.ts'
export {
  /** Items by id with their title as it reads now: for a list. */
  readItems,
} from './item.store.ts'
export {
  /** A published thing. */
  type Item,
  /** What kinds of things stand on the thread. */
  type ItemKind,
  /** The id of an item that comes from the repository: the same on every machine. */
  itemId,
  /** The permanent address of an item. */
  itemLink,
  /** The address of the page that says where an item comes from. */
  originLink,
  /** The fixed address of one revision. */
  revisionLink,
} from './item.ts'
export {
  /** Ends a link; origins at an earlier date still show it. */
  endLink,
  /** Ties two revisions: `from` rests on `to`. */
  link,
} from './link.store.ts'
export type {
  /** One end of a link: an item and the revision that was meant. */
  LinkEnd,
  /** How one thing rests on another. */
  LinkKind,
  /** Where a new revision points. */
  LinkTo,
} from './link.ts'
export {
  /** What was built directly on an item, at any moment. */
  builtOn,
  /** Where an item comes from and what was built on it, at any moment. */
  origin,
} from './origin.store.ts'
export type {
  /** An origin in both directions. */
  Origin,
  /** One thing on the rope. */
  OriginStop,
} from './origin.ts'
export {
  /** Publishes a text: a new revision when it says something new. */
  publishRevision,
  /** An item with its newest revision. */
  readItem,
  /** Fixed revisions by their own id. */
  revisionsById,
  /** Every revision of an item, newest first. */
  revisionsOf,
} from './revision.store.ts'
export type {
  /** What a domain says when it publishes. */
  Publication,
  /** What publishing led to. */
  Published,
  /** One version of an item's text. */
  Revision,
} from './revision.ts'
export {
  /** Search over everything published. */
  search,
  /** What was understood of a text, and what answers it. */
  type Understood,
  /** What answers a text in an index of words; when nothing does, what was probably meant. */
  understand,
  /** Reads all that can be found, so that the first to look need not wait for it. */
  warmSearch,
} from './search.store.ts'
export type {
  /** One thing that was found. */
  Hit,
  /** What someone looks for. */
  Query,
  /** One page of what was found. */
  SearchResult,
} from './search.ts'
export {
  /** Takes an item out of the search; its address and revisions stay. */
  hideFromSearch,
} from './search-entry.store.ts'
export {
  /** What finds pages of the site itself by what people call them, slips allowed. */
  pageFinder,
  /** A page of the site itself: address, title, one line, and what people call it. */
  type SitePage,
} from './site-page.ts'
export {
  /** A title someone may be typing. */
  type Suggestion,
  /** Titles in which a word begins with what is typed. */
  suggestions,
} from './suggestion.store.ts'
export {
  /** What someone published, and what they tied to it. */
  exportPublishing,
} from './takeout.store.ts'
export {
  /** How a domain draws its own texts at their fixed link. */
  type DrawnWords,
  /** Every URL of this domain; takes how the kinds of other domains are drawn. */
  threadRoutes,
} from './thread.routes.tsx'
export {
  /** Keeps someone's words in their one erasable row. */
  keepUtterance,
  /** Words whose speaker turned out to have an account. */
  tieUtterances,
  /** Words by id; what was withdrawn is there, without text. */
  utterances,
  /** Everything a person said that still stands, for their own export. */
  utterancesOf,
  /** Takes someone's words back, everywhere at once. */
  withdrawUtterance,
  /** Takes back everything a person said, when the account is erased. */
  withdrawUtterancesOf,
} from './utterance.store.ts'
export {
  /** Whether someone's words stand written out where only a reference may stand. */
  holdsWords,
  /** Words that belong to a person. */
  type Utterance,
  /** How a revision refers to someone's words. */
  type UtteranceReference,
} from './utterance.ts'
