import { type Db, inTransaction } from '../foundation/db/index.ts'
import { type Takeout, tracesIn } from '../people/index.ts'
import { TRACES } from './trace.ts'

const traces = tracesIn('training', 'training.traces', TRACES)

/** What someone did with courses, for their provider or at the desk. Who asked for a reminder is not known as a person. */
export async function exportTraining(db: Db, person: string): Promise<Takeout[]> {
  return [{ name: 'scholing', title: 'Wat je deed met trainingen en materiaal', rows: await traces.told(db, person) }]
}

/** Takes someone's name off what they did; courses and decisions stay. Safe to run twice. */
export async function eraseTraining(db: Db, person: string): Promise<void> {
  await inTransaction(db, (tx) => traces.forgotten(tx, person))
}
