import type { Config } from '../foundation/config.ts'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import type { Job } from '../foundation/jobs/index.ts'
import { deriveKey } from '../foundation/seal.ts'
import { contributions, copyWaiting, freezeFigures } from './contribution.store.ts'
import { figures } from './figures.ts'
import type { Instruments } from './instrument.ts'
import { sendReminders } from './reminder.store.ts'
import { sweepSheets } from './sheet.store.ts'

/** The key under which counted answers stand; never in the database. */
export const contributionKey = (config: Pick<Config, 'secretKey'>): Buffer =>
  deriveKey(config.secretKey, 'reflection contribution')

/** The daily batch, and new figures when it brought something. */
export function tally(db: Db, config: Pick<Config, 'secretKey'>, instruments: Instruments, now: Date): Promise<number> {
  const key = contributionKey(config)
  return inTransaction(db, async (tx) => {
    const copied = await copyWaiting(tx, key, now)
    if (copied === 0) return 0
    const all = await contributions(tx, key)
    for (const instrument of instruments.byEdition.values()) {
      const counted = figures(
        instrument,
        all.filter((one) => one.edition === instrument.edition),
      )
      if (counted) await freezeFigures(tx, instrument.edition, counted, now)
    }
    await contentChanged(tx)
    return copied
  })
}

/** What the reflection does by itself: forget on time, count once a day, remind. */
export function reflectionJobs(instruments: Instruments): Job[] {
  return [
    { queue: 'reflection-sweep', cron: '*/10 * * * *', work: async ({ db, now }) => void (await sweepSheets(db, now)) },
    {
      queue: 'reflection-tally',
      cron: '10 4 * * *',
      work: async ({ db, now, config }) => void (await tally(db, config, instruments, now)),
    },
    {
      queue: 'reflection-remind',
      cron: '30 7 * * *',
      work: async ({ db, now, config, log }) => void (await sendReminders(db, config, now, log)),
    },
  ]
}
