import { join } from 'node:path'
import type { Logger } from 'pino'
import { wallClock } from './foundation/clock.ts'
import { type Config, ConfigFault, readConfig } from './foundation/config.ts'
import { openDatabase } from './foundation/db/index.ts'
import {
  EventStreams,
  hearContentChanges,
  listen,
  openLimiter,
  openLog,
  PageCache,
  sessionCookieName,
  stopOnSignals,
} from './foundation/http/index.ts'
import { startWorkers } from './foundation/jobs/index.ts'
import { settle, site, siteJobs, warm } from './site.ts'

// Reads the settings, opens the database, serves the site. What was opened last is closed first.
const closing: (() => Promise<void>)[] = []
try {
  const config = readConfig(process.env)
  const log = openLog(config)
  const opened = open(config, log)
  stopOnSignals(log, closing, opened)
  await opened
  process.stdout.write(`Verankerd staat klaar op ${config.baseUrl}\n`)
} catch (fault) {
  const sentences =
    fault instanceof ConfigFault ? fault.faults : [fault instanceof Error ? fault.message : String(fault)]
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`)
  for (const close of closing) await close().catch(() => undefined)
  process.exit(1)
}

async function open(config: Config, log: Logger): Promise<void> {
  const database = await openDatabase({ ...config, log: (line) => log.warn(line) })
  closing.unshift(() => database.close())
  for (const warning of database.warnings) log.warn(warning)
  const limiter = openLimiter(database.pool, config.secretKey)
  closing.unshift(() => limiter.close())
  const cache = new PageCache(sessionCookieName(config.secure))
  const streams = new EventStreams(log)
  const parts = {
    config,
    database,
    log,
    cache,
    clock: wallClock,
    limiter,
    streams,
    root: join(import.meta.dirname, '..'),
  }
  const content = await settle(parts)
  const workers = await startWorkers(parts, siteJobs(parts, content))
  closing.unshift(() => workers.stop())
  const notices = hearContentChanges(database.pool, cache, log)
  closing.unshift(() => notices.stop())
  const server = await listen(site(parts, content), config, cache)
  closing.unshift(() => server.stop())
  // Before the server: who only listens would keep it waiting.
  closing.unshift(() => streams.stop())
  warm(database.db).catch(() => log.warn('what can be found will be read when someone looks for it'))
}
