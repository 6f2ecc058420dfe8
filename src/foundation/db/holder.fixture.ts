import { openDatabase } from './database.ts'

/** A process that opens a data folder, says where, and closes it when asked: for the tests that kill it. */
const [dataDir = '', migrations = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const began = performance.now()
try {
  const database = await openDatabase({ dataDir, migrations, onDown: () => say('down'), onUp: () => say('up') })
  const end = async () => {
    await database.close()
    say('closed')
    process.exit(0)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  // The end of its input is an end in a hurry.
  process.stdin.resume().on('end', () => process.exit(1))
  say(JSON.stringify({ url: database.url, ms: Math.round(performance.now() - began) }))
} catch (error) {
  say(JSON.stringify({ refused: error instanceof Error ? error.message : String(error) }))
}
