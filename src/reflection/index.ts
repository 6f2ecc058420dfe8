import type { Config } from '../foundation/config.ts'
import type { Db } from '../foundation/db/index.ts'
import type { Row } from '../foundation/ui/index.ts'
import { findPerson, type Takeout } from '../people/index.ts'
import { eraseOwnSheets, ownSheets } from './own-sheet.store.ts'
import { ownTitle } from './own-sheet.ts'
import { forgetReminder } from './reminder.store.ts'
import { takeOutSheets } from './takeout.store.ts'

export {
  /** Puts the instrument of content/ on the red thread and in memory. */
  loadInstrument,
  /** What the routes and jobs work with. */
  type ReflectionContent,
} from './instrument.store.ts'
export type {
  /** One edition of the instrument. */
  Instrument,
  /** Every edition, and the one asked now. */
  Instruments,
} from './instrument.ts'
export type {
  /** What the routes are made of. */
  ReflectionParts,
  /** Links another floor may hand in for a kenmerk. */
  Slot,
} from './parts.ts'
export {
  /** Forgetting on time, counting once a day, reminding. */
  reflectionJobs,
} from './reflection.jobs.ts'
export {
  /** Every address of the reflection. */
  reflectionRoutes,
} from './reflection.routes.tsx'

/** Someone's own sheets as rows for /mijn: a day and a link, nothing of what is written on them. */
export async function mySheets(db: Db, person: string): Promise<Row[]> {
  const sheets = await ownSheets(db, person)
  return sheets.map((sheet) => ({ href: `/reflectie/mijn/${sheet.number}`, title: ownTitle(sheet, sheets) }))
}

/** Someone's answers, for their own export and nobody else's. */
export function exportReflections(db: Db, config: Config, person: string): Promise<Takeout[]> {
  return takeOutSheets(db, config, person)
}

/** Erases every sheet of someone, and the reminder their address asked for. Safe to run twice, before the account goes. */
export async function eraseReflections(db: Db, person: string, _at: Date, config: Config): Promise<void> {
  await eraseOwnSheets(db, person)
  const email = (await findPerson(db, person))?.email
  if (email) await forgetReminder(db, config, email)
}
export {
  /** What content/instruments/reflectie.json may say. */
  instrumentContent,
} from './instrument.form.ts'
