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
export type {
  /** The standards a practice can be an example of; the floor above knows them. */
  StandardOptions,
} from './bank.desk.routes.tsx'
export {
  /** The shape of content/calls. */
  callContent,
  /** The shape of content/criteria. */
  criteriaContent,
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
  /** Practices that show how a standard looks in real work, running ones first. */
  examplesFor,
  /** One of them. */
  type PracticeExample,
} from './example.store.ts'
export {
  /** The six lines of a flyer, with the most characters that fit. */
  FLYER_GUIDE,
} from './flyer.ts'
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
} from './own.store.ts'
export {
  /** Version of the whole of `/api/v1`. */
  API_VERSION,
  /** The practices part of `/api/v1`, to be mounted there. */
  practiceApi,
} from './practice.api.routes.ts'
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
  /** The sections of a description. */
  SECTIONS,
  /** One of them. */
  type Section,
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
