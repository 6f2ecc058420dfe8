export {
  /** What the Olympiades do by themselves. */
  olympiadJobs,
} from './olympiad.jobs.ts'
export {
  /** Every URL of this domain. */
  olympiadRoutes,
} from './olympiad.routes.tsx'
