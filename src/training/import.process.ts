import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { MINUTE } from '../foundation/clock.ts'
import type { ImportItem } from './import.row.ts'

/** Bounds of the process that reads a catalogue: MB for its objects, and ms for all of it. */
const MEMORY_MB = 96
const PATIENCE = 5 * MINUTE

/** What came out of a catalogue: an item, or why it could not be read any further. */
export type Read = { item: ImportItem } | { fault: string }

const TOO_MUCH = 'Dit bestand is te groot of te ingewikkeld om te lezen. Stuur het in delen.'

/**
 * Reads a catalogue in a process of its own. It ends with a fault when the catalogue can't be read, or was more than that
 * process could bear; what was read before stands.
 */
export async function* readApart(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Read> {
  const built = join(import.meta.dirname, 'import.js')
  const way = existsSync(built) ? [built] : ['--import', 'tsx', join(import.meta.dirname, 'import.worker.ts')]
  const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY_MB}`, '--max-semi-space-size=8', ...way], {
    // None of our settings and secrets: only what a program needs to start.
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
  // A process that stopped reading because it has said its fault: the rest of the file is not needed.
  child.stdin.on('error', () => {})
  child.on('error', () => child.stdout.destroy())
  Readable.from(bytes)
    .on('error', () => child.kill('SIGKILL'))
    .pipe(child.stdin)
  let ended = false
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === '"end"') ended = true
      else {
        const said: ImportItem | { fault: string } = JSON.parse(line)
        if ('fault' in said) ended = true
        yield 'fault' in said ? said : { item: said }
      }
    }
  } finally {
    clearTimeout(patience)
    child.kill('SIGKILL')
  }
  if (!ended) yield { fault: TOO_MUCH }
}
