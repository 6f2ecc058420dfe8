import { type Db, inTransaction } from '../foundation/db/index.ts'
import { type Takeout, tracesIn } from '../people/index.ts'
import { GROUP_TRACES } from './group.trace.ts'

const traces = tracesIn('olympiad', 'olympiad.groupTraces', GROUP_TRACES)

/** What someone did in working groups, with what they wrote there. */
export async function exportGroupWork(db: Db, person: string): Promise<Takeout[]> {
  const rows = await traces.told(db, person)
  return [{ name: 'werkgroepen-gedaan', title: 'Wat je deed in werkgroepen', rows }]
}

/** Takes someone out of their working groups and their name off what they did there. Safe to run twice. */
export async function eraseGroupWork(db: Db, person: string): Promise<void> {
  await inTransaction(db, (tx) => traces.forgotten(tx, person))
}
