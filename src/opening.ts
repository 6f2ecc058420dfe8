import { join } from 'node:path'
import type { Logger } from 'pino'
import { wallClock } from './foundation/clock.ts'
import type { Config } from './foundation/config.ts'
import { openDatabase } from './foundation/db/index.ts'
import {
  EventStreams,
  hearContentChanges,
  listen,
  openLimiter,
  PageCache,
  sessionCookieName,
} from './foundation/http/index.ts'
import { startWorkers } from './foundation/jobs/index.ts'
import { settle, site, siteJobs, warm } from './site.ts'

/**
 * Opens everything the house needs, in order: database, content, jobs, the site on its port. How each is closed goes to the
 * front of `closing`, at once: when a later step fails, what was opened before it still gets closed.
 */
export async function openHouse(config: Config, log: Logger, closing: (() => Promise<void>)[]): Promise<void> {
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
