export {
  /** Every URL of this domain. */
  olympiadRoutes,
} from './olympiad.routes.tsx'
