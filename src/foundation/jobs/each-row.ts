import type { Logger } from 'pino'
import { isAway } from '../db/index.ts'
import { faultFacts } from './fault.ts'

/** Where a row that could not be done is told of. `name` is what the log may call it: the id of a thing, never of a person. */
export interface Telling<Row> {
  log: Logger
  /** What was to be done, as the log says it. */
  what: string
  name?: (row: Row) => string
}

/**
 * Does the work for every row on its own, one after the other: a row that throws is logged without its data and holds up
 * none of those behind it. It is not marked as done, so the next stroke of the clock finds it again. The work opens a
 * transaction of its own. A database that is away would fail them all: then it ends there, and the queue tries again.
 * Returns how many were done.
 */
export async function eachRow<Row>(
  { log, what, name }: Telling<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
  work: (row: Row) => Promise<unknown>,
): Promise<number> {
  let done = 0
  for await (const row of rows)
    try {
      await work(row)
      done += 1
    } catch (fault) {
      if (isAway(fault)) throw fault
      log.error({ what, ...(name ? { row: name(row) } : {}), ...faultFacts(fault) }, 'a row waits for the next time')
    }
  return done
}

/** The same for a few pieces of work that have nothing to do with each other, by what the log calls them. */
export async function eachStep(log: Logger, steps: Record<string, () => Promise<unknown>>): Promise<void> {
  await eachRow({ log, what: 'step', name: ([step]) => step }, Object.entries(steps), ([, work]) => work())
}
