export {
  /** Every URL of this domain. */
  trainingRoutes,
} from './training.routes.tsx'
