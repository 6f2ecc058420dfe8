import PgBoss from 'pg-boss'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Database, Db } from '../db/index.ts'
import { faultFacts } from './fault.ts'

/** Work on many rows, or in a few steps, where one that fails holds up no other. */
export { eachRow, eachStep, type Telling } from './each-row.ts'
/** What a log may say of work that failed. */
export { faultFacts } from './fault.ts'

/** What a job gets to work with. `db` is the pool: a job opens its own transactions. */
export interface JobDeps {
  db: Db
  now: Date
  config: Config
  log: Logger
}

/** Work done apart from any request. The queue is made by a migration. */
export interface Job {
  queue: string
  /** Five fields, Dutch time; absent for jobs that are only sent. */
  cron?: string
  /** How many of a queue are done beside each other, where each waits for somebody outside; else one after the other. */
  together?: number
  work(deps: JobDeps, data: Record<string, unknown>): Promise<void>
}

/** The running workers. */
export interface Workers {
  /** Lets running jobs end, at most three seconds: the whole stop has ten. */
  stop(): Promise<void>
}

const onto = (db: Db): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: (await db.$client.query(text, values)).rows }),
})

const refusing: PgBoss.Db = {
  executeSql: () => Promise.reject(new Error('a job is sent inside a transaction of its sender')),
}
const sender = new PgBoss({ db: refusing, schema: 'pgboss', migrate: false, supervise: false, schedule: false })

/** Sends a job in the caller's own transaction: no commit, no job. `after` is the moment before which it will not run. */
export async function sendJob(db: Db, queue: string, data: Record<string, unknown> = {}, after?: Date): Promise<void> {
  await sender.send(queue, data, { db: onto(db), ...(after ? { startAfter: after } : {}) })
}

/** Jobs of one queue taken at a time: a conference that signs in must not wait two seconds per mail. */
const BATCH = 25

/** Dutch time, and one job per stroke of the clock, however many servers hear it or try again. */
const CLOCKWORK = { tz: 'Europe/Amsterdam', singletonKey: 'clockwork', singletonSeconds: 60 }

/** Starts a worker per job and sets the clockwork. Faults of a job are logged without its data, then retried by its queue. */
export async function startWorkers(
  parts: { database: Database; config: Config; clock: Clock; log: Logger },
  jobs: Job[],
): Promise<Workers> {
  const { database, config, clock, log } = parts
  // A queue has one line in the schedule, and its jobs go to whichever worker is first: two kinds of work can't share it.
  const queues = new Set(jobs.map(({ queue }) => queue))
  if (queues.size < jobs.length) throw new Error('Two jobs have one queue: each would get half of the work.')
  const boss = new PgBoss({
    db: onto(database.db),
    schema: 'pgboss',
    migrate: false,
    cronMonitorIntervalSeconds: 30,
    maintenanceIntervalMinutes: 10,
  })
  boss.on('error', (fault) => log.warn({ fault: fault.name }, 'jobs wait for the database'))
  await boss.start()
  for (const job of jobs) {
    const options = { pollingIntervalSeconds: job.cron ? 10 : 2, batchSize: job.together ?? BATCH }
    const doOne = async ({ id, data }: PgBoss.Job<Record<string, unknown> | null>): Promise<void> => {
      try {
        await job.work({ db: database.db, now: clock(), config, log }, { ...data })
      } catch (fault) {
        log.error({ queue: job.queue, ...faultFacts(fault) }, 'job failed')
        // Fails this one alone: the others of the batch are done, and must not be done again.
        await boss.fail(job.queue, id)
      }
    }
    await boss.work<Record<string, unknown> | null>(job.queue, options, async (items) => {
      if (job.together) await Promise.all(items.map(doOne))
      else for (const item of items) await doOne(item)
    })
    if (job.cron) await boss.schedule(job.queue, job.cron, {}, CLOCKWORK)
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 3_000, wait: true }) }
}
