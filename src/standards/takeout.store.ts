import type { Db } from '../foundation/db/index.ts'
import { type Takeout, tracesIn } from '../people/index.ts'
import { TRACES } from './trace.ts'

const traces = tracesIn('standards', 'standards.traces', TRACES)

/** What someone did as an editor with the standards, with what they wrote there. */
export async function exportStandardsWork(db: Db, person: string): Promise<Takeout[]> {
  return [{ name: 'kenmerken', title: 'Wat je deed met kenmerken', rows: await traces.told(db, person) }]
}
