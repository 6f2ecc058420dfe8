export {
  /** The competences, each with the standards they are tied to. */
  competencesByStandard,
  /** The standards that hold now, in their order: name, address, knot, and the revision that was asked. */
  currentStandards,
  /** A standard in a few words, pinned to a revision. */
  type StandardCard,
} from './card.store.ts'
export {
  /** What content/competences.json may say. */
  competenceContent,
  /** What content/crosswalks.json may say. */
  crosswalkContent,
  /** What a file of content/frameworks may say. */
  frameworkContent,
  /** What a file of content/vocabularies may say. */
  vocabularyContent,
} from './content.form.ts'
export {
  /** Publishes what the content folder holds; at every start, without effect when nothing changed. */
  loadStandards,
} from './content.store.ts'
export {
  /** One thing that waits. */
  type DeskTask,
  /** What waits for an editor at the desk. */
  deskTasks,
} from './desk.store.ts'
export {
  /** Draws the words of a standard or an edition at their fixed link, by kind of item. */
  fixedWords,
} from './fixed.part.tsx'
export {
  /** The drawing that belongs to a standard: its own knot, or the buoy of the older list. */
  KnotOf,
} from './knot-of.part.tsx'
export {
  /** The standards part of `/api/v1`, to be mounted there. */
  standardsApi,
} from './norm.routes.ts'
export {
  /** "Geen verplicht kader.": stands wherever a standard is shown. */
  NotBinding,
} from './not-binding.part.tsx'
export {
  /** Addresses for search engines; fictional things and drafts stay out. */
  sitemapEntries,
} from './sitemap.store.ts'
export {
  /** Standards as a table that anyone may take along. */
  standardTable,
} from './standard.open.ts'
export type {
  /** The five rope forms by name. */
  KnotName,
} from './standard.ts'
export {
  /** Every URL of this domain. */
  standardsRoutes,
} from './standards.routes.tsx'
export {
  /** What someone wrote, decided and published as an editor. */
  exportStandardsWork,
} from './takeout.store.ts'
export type {
  /** What teaches a standard; the floor above knows it. */
  TaughtSlot,
} from './taught.part.tsx'
