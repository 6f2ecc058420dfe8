export {
  /** What someone would change in a standard, newest first; what was taken back is there without words. */
  changesTo,
  /** Takes someone's name off what they would change. */
  eraseChanges,
  /** What someone would change. */
  exportChanges,
} from './change-proposal.store.ts'
export {
  /** What someone would change in a published standard, and what became of it. */
  type ChangeProposal,
  /** What became of it, in one sentence. */
  changeSentence,
} from './change-proposal.ts'
export {
  /** The days of announced Olympiades that are still to come, for a calendar. */
  olympiadDays,
} from './day.open.ts'
export {
  /** The shape of content/olympiads. */
  groupContent,
} from './group.content.form.ts'
export {
  /** Takes someone out of their working groups, and their name off what they did there. */
  eraseGroupWork,
  /** What someone did in working groups. */
  exportGroupWork,
} from './group.takeout.store.ts'
export {
  /** Puts the fictional working groups of a trial installation in place. */
  settleGroups,
} from './group.trial.store.ts'
export type {
  /** Who of the cast does what in the fictional working group. */
  GroupCast,
} from './group.trial.ts'
export {
  /** Takes someone off the lists of days, and their name off what they did there. */
  eraseHall,
  /** The days someone signed up for, and what they did at tables and in the room. */
  exportHall,
} from './hall.takeout.store.ts'
export {
  /** What the Olympiades do by themselves. */
  olympiadJobs,
} from './olympiad.jobs.ts'
export {
  /** Every URL of this domain. */
  olympiadRoutes,
} from './olympiad.routes.tsx'
export type {
  /** Who of the cast does what in the fictional Olympiads. */
  OlympiadCast,
} from './olympiad.trial.store.ts'
export {
  /** Plays the fictional Olympiads of a trial installation: one finished, one with an open round. */
  settleOlympiads,
} from './olympiad.trial.store.ts'
export {
  /** One line of a list of one's own. */
  type OwnRow,
  /** The working groups someone is in. */
  ownGroups,
  /** The Olympiades someone chairs or takes part in. */
  ownOlympiads,
} from './own.store.ts'
export {
  /** Takes someone off panels and their name off what they did in Olympiades. */
  erasePanel,
  /** What someone did in Olympiades and where they were invited; never what they answered. */
  exportPanel,
} from './panel.takeout.store.ts'
export {
  /** Keeps a round open in the room of a trial installation. */
  keepRoom,
  /** Rooms that anyone may enter now, in a trial installation. */
  trialRooms,
} from './room.trial.store.ts'
export {
  /** Addresses for search engines; what is fictional stays out. */
  olympiadAddresses,
} from './sitemap.store.ts'
export {
  /** Statements that every group of a finished Olympiade stood behind: standards fetch them, nothing is pushed. */
  acceptedStatements,
  /** What came of the statements with these verdicts, with the minority's reasons; by the verdict's place on the thread. */
  standingsOf,
} from './standing.store.ts'
export type {
  /** A statement ready to become a standard. */
  AcceptedStatement,
  /** A verdict as it travels along with a standard. */
  Standing,
} from './standing.ts'
export {
  /** What must be mended in a plain line before it can be a statement. */
  plainFaults,
  /** What someone who reads along would point at in it. */
  plainHints,
} from './statement.ts'
