export {
  /** Forgets what someone said about practices their organisation uses. */
  eraseAdoptions,
  /** What someone said about practices their organisation uses. */
  exportAdoptions,
} from './adoption.store.ts'
export {
  /** Takes a reader's or an adviser's name off what they judged; the judgement stays. */
  eraseAssessing,
  /** What someone judged as a reader or decided as an adviser. */
  exportAssessing,
} from './assessing.store.ts'
export {
  /** Whether someone may take the file of a nomination or practice along. */
  mayReadFile,
} from './attachment.entry.ts'
export type {
  /** The standards a practice can be an example of; the floor above knows them. */
  StandardOptions,
} from './bank.desk.routes.tsx'
export {
  /** What was found for a page of others. */
  type PracticesFound,
  /** Practices for a page of others, as near to its gemeente as there are. */
  practicesFound,
} from './bank.found.ts'
export {
  /** Reads everything in the bank, so that the first to look need not wait for it. */
  readIndex as warmBank,
} from './bank.store.ts'
export {
  /** The shape of content/calls. */
  callContent,
  /** The shape of content/criteria. */
  criteriaContent,
  /** How far a fictional practice may be on its way. */
  EXAMPLE_STATES,
  /** What a file of content/practices holds. */
  type PracticeContent,
  /** The shape of content/practices. */
  practiceContent,
} from './content.form.ts'
export {
  /** Puts criteria, fields and calls of the repository in place; at every start, without effect on what is there. */
  loadCalls,
} from './content.store.ts'
export {
  /** How a practice is drawn at the fixed link of one of its versions. */
  fixedDescription,
} from './description.fixed.part.tsx'
export {
  /** How many words a text has. */
  wordCount,
} from './description.ts'
export {
  /** Practices that show how a standard looks in real work, running ones first. */
  examplesFor,
  /** One of them. */
  type PracticeExample,
} from './example.store.ts'
export {
  /** Whether a row about a practice has a mark. */
  isMarked,
  /** What is known of a practice beside its name. */
  type Marked,
  /** The marks beside the name of a practice: made up, stopped, long not heard of. */
  PracticeMarks,
} from './example-mark.part.tsx'
export {
  /** The six lines of a flyer, with the most characters that fit. */
  FLYER_GUIDE,
} from './flyer.ts'
export {
  /** Lets practices of a gemeente that is no more stand with its successor. */
  followGemeenten,
} from './listing.store.ts'
export {
  /** Erases what someone sent in that was not chosen, and their name on the rest. */
  eraseNominationsOf,
  /** What someone sent in. */
  exportNominations,
} from './nomination.takeout.store.ts'
export {
  /** What waits for an adviser about nominations. */
  assessmentTasks,
  /** One line of such a list. */
  type OwnRow,
  /** What someone is sending in. */
  ownNominations,
  /** The published practices someone speaks for. */
  ownPractices,
  /** The talks someone had with us. */
  ownTalks,
  /** What waits for a reader of nominations. */
  readingTasks,
} from './own.store.ts'
export {
  /** The practices part of `/api/v1`, to be mounted there. */
  practiceApi,
} from './practice.api.routes.ts'
export {
  /** Practices as a table that anyone may take along. */
  practiceTable,
} from './practice.open.ts'
export {
  /** The yearly question to owners, and forgetting on time. */
  practicesJobs,
} from './practices.jobs.ts'
export {
  /** Every URL of this domain. */
  practicesRoutes,
} from './practices.routes.tsx'
export {
  /** The words beside a quote. */
  attributionOf,
} from './quote.ts'
export {
  /** Our small markup as HTML. */
  RichText,
} from './rich-text.part.tsx'
export {
  /** The words of our small markup, at once. */
  plainOf,
  /** Reads our small markup. */
  richText,
} from './rich-text.ts'
export {
  /** The sections of a description. */
  SECTIONS,
  /** One of them. */
  type Section,
  /** How a section is called on screen. */
  sectionWord,
} from './section.ts'
export {
  /** Addresses for search engines; fictional practices stay out. */
  practiceAddresses,
} from './sitemap.store.ts'
export {
  /** Withdraws everything someone said in a talk and empties who they are. */
  eraseSpeaking,
  /** What someone said in talks. */
  exportSpeaking,
} from './speaker.store.ts'
export {
  /** Passages and quotes as they were read, also of older revisions; of what was taken back only the place is left. */
  passagesRead,
  /** Published practices by their place on the thread. */
  practicesStudied,
  /** Published practices of some years, to choose from for reading. */
  practicesToStudy,
  /** A published practice with the place of every passage and quote. */
  readToStudy,
  /** What the published call of a year is about. */
  themesOfYear,
  /** The names of the themes of some years, in one reading. */
  themesOfYears,
} from './study.store.ts'
export {
  /** A published description, to read beside another. */
  type DescriptionRead,
  /** Where words of a practice were read. */
  type PassagePlace,
  /** Those words. */
  type PassageRead,
  /** One key for a place, to find it among many. */
  placeKey,
  /** A published practice to choose for reading. */
  type StudyPractice,
} from './study.ts'
export {
  /** Takes someone's name off what they did with practices; who decided stays as an id that leads to nobody. */
  erasePracticeWork,
  /** What someone did with practices, at the desk or for their organisation. */
  exportPracticeWork,
} from './trace.store.ts'
export {
  /** Puts the fictional practices of a trial installation in place. */
  settlePractices,
} from './trial.store.ts'
export type {
  /** Who of the cast does what with them. */
  TrialCast,
} from './trial.ts'
export {
  /** The sentences of a text. */
  sentences,
  /** What someone who reads along would point at; never a mark. */
  type WritingHelp,
  /** Long sentences, words of the trade and names nobody explained. */
  writingHelp,
} from './writing-help.ts'
