export {
  /** What the pages of home are made of. */
  type HomeParts,
  /** The front page, the menu, the texts, and the files search engines ask for. */
  homeRoutes,
  /** All that is mine, and the editors' desk. */
  mineRoutes,
} from './home.routes.tsx'
export {
  /** The jobs home composes from what the domains offer: erasing an account. */
  homeJobs,
} from './personal.ts'
export {
  /** Puts the text pages on the red thread, so that searching finds them; at every start, without effect when nothing changed. */
  loadReadings,
} from './reading.store.ts'
export {
  /** The text pages of content/pages, by slug. */
  readReadings,
  /** The stories of content/stories. */
  readStories,
} from './reading.ts'
export {
  /** `/bouwstenen`: every part of the house in every state. */
  showcaseRoutes,
} from './showcase.routes.tsx'
