/** Which test file is run when, and how long that may take. */
export interface Phase {
  name: PhaseName
  says: string
  budgetSeconds: number
  atOnce: number | 'one process'
}
export type PhaseName = 'pure' | 'database' | 'browser' | 'faults' | 'fuzz'

export const phases: Phase[] = [
  { name: 'pure', says: 'pure rules, in one process', budgetSeconds: 60, atOnce: 'one process' },
  { name: 'database', says: 'routes and stores, on a real PostgreSQL', budgetSeconds: 240, atOnce: 2 },
  { name: 'browser', says: 'walks and journeys, in a real Chromium', budgetSeconds: 480, atOnce: 2 },
  { name: 'faults', says: 'what may break: kill -9, a lost database', budgetSeconds: 180, atOnce: 1 },
  { name: 'fuzz', says: 'strange input on every route', budgetSeconds: 180, atOnce: 1 },
]

/** A file's name says its phase; where it doesn't, needing a database does. */
export function phaseOf(path: string, text: string): PhaseName {
  if (/\.fault\.test\.tsx?$/.test(path) || path.startsWith('test/faults/')) return 'faults'
  if (/(^|[/.])fuzz\.test\.tsx?$/.test(path)) return 'fuzz'
  if (path.startsWith('test/journeys/') || /\.journey\.test\.tsx?$/.test(path)) return 'browser'
  const asks = (what: string) =>
    new RegExp(`^(import|\\}) .*'(\\.\\./)+test/(${what})\\.ts'`, 'm').test(text) ||
    (path.startsWith('test/') && new RegExp(`^(import|\\}) .*'\\./(${what})\\.ts'`, 'm').test(text))
  if (asks('browser') || path === 'test/walk.test.ts') return 'browser'
  return /\.(routes|store)\.test\.tsx?$/.test(path) || asks('database|world|house|parts') ? 'database' : 'pure'
}
