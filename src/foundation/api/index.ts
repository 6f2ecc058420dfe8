/** What answers of an API look like, and what is said of them in its description. */
export {
  askedFor,
  counted,
  day,
  fictional,
  LICENCE,
  licensed,
  link,
  listAnswers,
  moment,
  oneAnswers,
  problem,
  selfOf,
  uri,
  uuid,
} from './answer.ts'
/** Examples in a description. */
export { addExamples, exampleOf, type Schema } from './example.ts'
/** Answers that are sent once. */
export { freshAnswers, versioned } from './fresh.ts'
/** A part of an API, of one domain. */
export { apiPart, faultsOf, linkPages, pageOf, refuseFaults, unknownFault } from './part.ts'
/** What may be asked. */
export {
  examples,
  examplesQuery,
  idParam,
  known,
  noQuery,
  oneOf,
  pageQuery,
  paging,
  several,
  slugParam,
  text,
  word,
} from './query.ts'
