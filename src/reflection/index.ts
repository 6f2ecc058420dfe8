import type { Config } from '../foundation/config.ts'
import type { Db } from '../foundation/db/index.ts'
import type { Row } from '../foundation/ui/index.ts'
import type { Takeout } from '../people/index.ts'
import { eraseOwnSheets, ownSheets } from './own-sheet.store.ts'
import { takeOutSheets } from './takeout.store.ts'

/** Puts the instrument of content/ on the red thread and in memory; what the routes and jobs work with. */
export { loadInstrument, type ReflectionContent } from './instrument.store.ts'
export type { Instrument, Instruments } from './instrument.ts'
/** Links another floor may hand in for a kenmerk. */
export type { ReflectionParts, Slot } from './parts.ts'
/** Forgetting on time, counting once a day, reminding. */
export { reflectionJobs } from './reflection.jobs.ts'
/** Every address of the reflection. */
export { reflectionRoutes } from './reflection.routes.tsx'

/** Someone's own sheets as rows for /mijn: a number and a link, nothing of what is written on them. */
export async function mySheets(db: Db, person: string): Promise<Row[]> {
  const sheets = await ownSheets(db, person)
  return sheets.map(({ number }) => ({ href: `/reflectie/mijn/${number}`, title: `Reflectie, blad ${number}` }))
}

/** Someone's answers, for their own export and nobody else's. */
export function exportReflections(db: Db, config: Config, person: string): Promise<Takeout[]> {
  return takeOutSheets(db, config, person)
}

/** Erases every sheet of someone. Safe to run twice. */
export async function eraseReflections(db: Db, person: string): Promise<void> {
  await eraseOwnSheets(db, person)
}
