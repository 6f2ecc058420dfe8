/** The page cache and the word that content has changed. */
export { contentChanged, PageCache } from './cache.ts'
/** Cookies only our own server reads. */
export { clearCookie, readCookie, sessionCookieName, setCookie } from './cookie.ts'
/** Files to take along. */
export { download, hasOddQuery, withoutQuery } from './download.ts'
/** What handlers find in `c.var`. */
export type {
  Body,
  FrameMaker,
  HouseContext,
  HouseEnv,
  HouseParts,
  KeptForm,
  Limiter,
  LimitRule,
  PlaceRule,
  SameFor,
  Session,
  Streams,
} from './env.ts'
/** Whether someone asked for made-up things beside the real ones. */
export { askingExamples, WITH_EXAMPLES, withExamples } from './examples.ts'
/** Forms and queries: values, or every field to mend with all that was typed. */
export { checkForm, type FieldError, type Form, readForm, readQuery, type Typed } from './form.ts'
/** Bounds of a request body, in bytes. */
export { LARGEST_FORM, LARGEST_UPLOAD } from './guard.ts'
/** Where data is answered instead of pages. */
export { FRAMING_POLICY, framedPolicy, isMachinePath, securityHeaders } from './headers.ts'
/** The application itself. */
export { house, publicPage, unlogged } from './house.ts'
/** What was typed in a form that came too late: kept for its person, drawn again after signing in. */
export { FORM_KEPT, forgetKeptForms, keepForm, readKeptForm, redrawn, wordsOf } from './kept-form.ts'
/** The rate limiter. */
export { limit, limitPlace, openLimiter } from './limit.ts'
/** A running server, its end, and the notices that content changed. */
export { hearContentChanges, type Listening, listen } from './listen.ts'
/** Whole pages in the house's frame. */
export { type Head, page } from './page.tsx'
/** The way to the other pages of a list, for machines. */
export { pageLinks } from './page-links.ts'
/** Faults as answers. */
export { answerProblem, type Problem } from './problem.tsx'
/** The process around the server: its log and its end. */
export { openLog, stopOnSignals } from './process.ts'
/** Ways to say no. */
export { allow, found, Refusal, type RefusalStatus, refuse, refuseTo, type WayOn } from './refusal.ts'
/** Sessions. */
export {
  endOneSession,
  endSession,
  endSessionsOf,
  type SessionLine,
  sessionStands,
  sessionsOf,
  startSession,
} from './session.ts'
/** Static files and health. */
export { assetRoutes, healthRoutes } from './standing.ts'
/** Pages that listen along: channels, who listens, and the bounds. */
export type { Channel, Hearer, Told } from './stream.ts'
export { EventStreams, LISTENING } from './streams.ts'
/** The nightly clean-up. */
export { sweepJobs } from './sweep.ts'
/** Whether somebody has an answer already. */
export { namesTag } from './tag.ts'
/** Long work of a route before its transaction; a route whose whole effect is one statement, however often it is sent. */
export { doneBeforehand, oneStatement } from './transaction.ts'
