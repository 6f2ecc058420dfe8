export {
  /** The calendar of everything, to subscribe to. */
  agendaRoutes,
} from './agenda.routes.ts'
export {
  /** The API for machines at `/api/v1`, what describes it, and the page that explains it. */
  apiRoutes,
} from './api.routes.tsx'
export {
  /** The page where someone makes a search for their own site. */
  embedRoutes,
} from './embed.routes.tsx'
export {
  /** Where editors say which sites may show our search. */
  embeddingDeskRoutes,
} from './embedding.desk.routes.tsx'
export {
  /** The jobs home composes from what the domains offer: erasing an account, and the nightly wipe of a trial installation. */
  homeJobs,
} from './home.jobs.ts'
export {
  /** What the pages of home are made of. */
  type HomeParts,
  /** The front page, the menu, the texts, and the files search engines ask for. */
  homeRoutes,
} from './home.routes.tsx'
/** All that is mine, and the editors' desk. */
export { mineRoutes } from './mine.routes.tsx'
export {
  /** What others may take along: the page that explains it, and the tables. */
  openDataRoutes,
} from './open-data.routes.tsx'
export {
  /** Searching from a browser or another program. */
  openSearchRoutes,
} from './open-search.routes.ts'
export {
  /** Puts the text pages on the red thread, so that searching finds them; at every start, without effect when nothing changed. */
  loadReadings,
} from './reading.store.ts'
export {
  /** What a file of content/pages may say. */
  Reading,
  /** The text pages of content/pages, by slug. */
  readReadings,
  /** The stories of content/stories. */
  readStories,
  /** What a file of content/stories may say. */
  Story,
} from './reading.ts'
export {
  /** `/bouwstenen`: every part of the house in every state; in a trial installation only. */
  showcaseRoutes,
} from './showcase.routes.tsx'
export {
  /** The fixed pages of this site, with the words people look for them by. */
  SITE_PAGES,
} from './site-pages.ts'
export {
  /** What stands in pages of others: the search, its height and oEmbed. */
  widgetRoutes,
} from './widget.routes.ts'
