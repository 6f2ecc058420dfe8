import { after, DAY } from '../foundation/clock.ts'
import { eachRow, faultFacts, type Job } from '../foundation/jobs/index.ts'
import { beginNightlyReadings, followReading } from './catalogue-address.work.ts'
import { busyImports, sweepImports, unfetchedImports } from './import.store.ts'
import { KEPT_DAYS } from './import.ts'
import { advanceImport, fetchImport } from './import.work.ts'

/** Sites that are fetched from beside each other, and as many more that a stopped server left; each holds a connection. */
export const FETCHES_AT_ONCE = 3

/** What goes on with catalogues by itself: fetching them, reading and setting them, and what a stopped server left. */
export function importJobs(): Job[] {
  return [
    {
      queue: 'training-fetch',
      together: FETCHES_AT_ONCE,
      work: async ({ db, now }, data) => fetchImport(db, String(data.import), now),
    },
    {
      // A queue of its own: a slow site holds up other sites, and no import or undoing.
      queue: 'training-fetches',
      cron: '* * * * *',
      work: async ({ db, now, log }) => {
        const begun = (await unfetchedImports(db, FETCHES_AT_ONCE)).map((id) => fetchImport(db, id, now))
        for (const done of await Promise.allSettled(begun))
          if (done.status === 'rejected') log.error(faultFacts(done.reason), 'a catalogue was not fetched')
      },
    },
    {
      queue: 'training-import',
      work: async ({ db, now, config, log }, data) => {
        const id = String(data.import)
        const state = await advanceImport(db, id, now)
        if (state === undefined) return
        log.info({ state }, 'a catalogue went on')
        await followReading(db, config, id, now)
      },
    },
    {
      // What was going on when a server stopped goes on within a minute.
      queue: 'training-imports',
      cron: '* * * * *',
      work: async ({ db, now, config, log }) => {
        await eachRow({ log, what: 'go on with a catalogue', name: (id) => id }, await busyImports(db), async (id) => {
          if ((await advanceImport(db, id, now)) !== undefined) await followReading(db, config, id, now)
        })
        await sweepImports(db, after(now, -KEPT_DAYS * DAY))
      },
    },
    {
      queue: 'training-catalogues',
      cron: '15 3 * * *',
      work: async ({ db, now, log }) => {
        const addresses = await beginNightlyReadings(db, now, log)
        if (addresses > 0) log.info({ addresses }, 'catalogues are read again')
      },
    },
  ]
}
