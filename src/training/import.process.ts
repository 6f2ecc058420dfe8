import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable, type Writable } from 'node:stream'
import { MINUTE } from '../foundation/clock.ts'
import type { ImportItem } from './import.row.ts'

/** Bounds of the process that reads a catalogue: MB for its objects, and ms for all of it. */
const MEMORY_MB = 96
const PATIENCE = 5 * MINUTE

/** What came out of a catalogue: an item, what was left unread, or why it could not be read any further. */
export type Read = { item: ImportItem } | { remark: string } | { fault: string }

const TOO_MUCH = 'Dit bestand is te groot of te ingewikkeld om te lezen. Stuur het in delen.'

/**
 * Reads a catalogue in a process of its own. It ends with a fault when the catalogue can't be read, or was more than that
 * process could bear; what was read before stands. A fault of `bytes`, or of who stopped the process, is thrown: the
 * catalogue can be read again.
 */
export async function* readApart(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Read> {
  const built = join(import.meta.dirname, 'import.js')
  const way = existsSync(built) ? [built] : ['--import', 'tsx', join(import.meta.dirname, 'import.worker.ts')]
  const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY_MB}`, '--max-semi-space-size=8', ...way], {
    // None of our settings and secrets: only what a program needs to start.
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  let isLate = false
  const patience = setTimeout(() => {
    isLate = true
    child.kill('SIGKILL')
  }, PATIENCE)
  // A process that stopped reading because it has said its fault: the rest of the file is not needed.
  child.stdin.on('error', () => {})
  const stop = stopOf(child)
  const broken: unknown[] = []
  Readable.from(bytes)
    .on('error', (fault) => {
      broken.push(fault)
      child.kill('SIGKILL')
    })
    .pipe(child.stdin)
  let ended = false
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const said = saidIn(line)
      if (said === 'end') ended = true
      else if (said) {
        if ('fault' in said) ended = true
        yield said
      }
    }
    if (ended) return
    const { code, signal } = await stop
    if (broken.length > 0) throw broken[0]
    if (!isLate && !isOverloaded(code, signal)) throw new ReadingStopped(code, signal)
  } finally {
    clearTimeout(patience)
    child.kill('SIGKILL')
  }
  yield { fault: TOO_MUCH }
}

/** A line that was cut off half way says nothing: the end is then missing too. */
function saidIn(line: string): Read | 'end' | undefined {
  try {
    const said: ImportItem | { remark: string } | { fault: string } | 'end' = JSON.parse(line)
    if (said === 'end') return said
    return 'fault' in said || 'remark' in said ? said : { item: said }
  } catch {
    return undefined
  }
}

interface Stop {
  code: number | null
  signal: NodeJS.Signals | null
}

function stopOf(child: ChildProcessByStdio<Writable, Readable, null>): Promise<Stop> {
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }))
    child.on('error', () => {
      child.stdout.destroy()
      resolve({ code: null, signal: null })
    })
  })
}

/** What a program that ran out of memory or stack ends with by itself. Any other signal came from outside. */
const CRASHES = new Set<NodeJS.Signals | null>(['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGSEGV', 'SIGBUS'])

const isOverloaded = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  CRASHES.has(signal) || (code !== null && code !== 0)

/** The process was stopped by something that is no fault of the catalogue: its bytes stay, and it is read again. */
export class ReadingStopped extends Error {
  constructor(code: number | null, signal: NodeJS.Signals | null) {
    super('The process that reads a catalogue was stopped.')
    // The log of a job holds the name of a fault and nothing else of it.
    this.name = `ReadingStopped code=${code} signal=${signal}`
  }
}
