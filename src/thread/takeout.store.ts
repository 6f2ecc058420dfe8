import type { Db } from '../foundation/db/index.ts'
import { type Takeout, tracesIn } from '../people/index.ts'
import { TRACES } from './trace.ts'

const traces = tracesIn('thread', 'thread.traces', TRACES)

/** What someone published, and what they tied to it. */
export async function exportPublishing(db: Db, person: string): Promise<Takeout[]> {
  return [{ name: 'gepubliceerd', title: 'Wat je publiceerde', rows: await traces.told(db, person) }]
}
