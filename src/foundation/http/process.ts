import pino, { type Logger } from 'pino'
import { SECOND } from '../clock.ts'
import type { Config } from '../config.ts'

/** A line waits at most this long for others to be written with, in ms. */
const LINES_WAIT = 200

/**
 * JSON lines on stdout, written beside the work and many at a time: a write per request costs more than the page.
 * Nothing personal is ever given to it; `redact` is the second wall.
 */
export function openLog(config: Pick<Config, 'logLevel'>): Logger {
  const settings = {
    level: config.logLevel,
    base: null,
    redact: ['email', 'name', 'body', 'cookie', '*.email', '*.cookie'],
  }
  return pino(settings, pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: LINES_WAIT }))
}

/** The whole stop takes at most this long, in ms. */
const LAST_MOMENT = 9.5 * SECOND

/**
 * Ends gracefully on Ctrl-C or SIGTERM, step by step; a second signal changes nothing. A signal during the start waits
 * until `opened` has settled: what is half open can't be closed.
 */
export function stopOnSignals(
  log: Logger,
  steps: (() => Promise<void>)[],
  opened: Promise<unknown> = Promise.resolve(),
): void {
  let stopping = false
  const stop = async (reason: string, code: number) => {
    if (stopping) return
    stopping = true
    log.info({ reason }, 'stopping')
    setTimeout(() => process.exit(1), LAST_MOMENT).unref()
    await opened.catch(() => undefined)
    for (const step of steps)
      await step().catch((fault: unknown) =>
        log.error({ fault: fault instanceof Error ? fault.message : 'unknown' }, 'a step of the stop failed'),
      )
    log.flush(() => process.exit(code))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(signal, 0))
  process.on('unhandledRejection', (fault) => log.error({ fault: placesOf(fault) }, 'unhandled rejection'))
  // Nobody knows what was half done: close in order, and let whoever started us start us again.
  process.on('uncaughtException', (fault) => {
    log.fatal({ fault: placesOf(fault) }, 'uncaught exception')
    void stop('uncaught exception', 1)
  })
}

/** Where it happened. Never the message: it may hold what someone typed. */
function placesOf(fault: unknown): { name: string; stack: string[] } {
  if (!(fault instanceof Error)) return { name: 'unknown', stack: [] }
  const lines = (fault.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return { name: fault.name, stack: lines.slice(0, 6) }
}
