export {
  /** Keeping things for later: /bewaard. */
  communityRoutes,
} from './community.routes.tsx'
export {
  /** The button under something that is worth finding again. */
  SaveItem,
} from './saved.page.tsx'
export {
  /** Forgets what someone kept. */
  eraseSaved,
  /** What someone kept, to take along. */
  exportSaved,
  /** Whether someone kept this item. */
  isSaved,
  /** What someone kept, newest first. */
  savedBy,
} from './saved.store.ts'
export type {
  /** Something a person kept, as it reads now. */
  Saved,
} from './saved.ts'
