import { ConfigFault, readConfig } from './foundation/config.ts'
import { openLog, stopOnSignals } from './foundation/http/index.ts'
import { openHouse } from './opening.ts'

// Reads the settings, opens the database, serves the site. What was opened last is closed first.
const closing: (() => Promise<void>)[] = []
try {
  const config = readConfig(process.env)
  const log = openLog(config)
  const opened = openHouse(config, log, closing)
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
