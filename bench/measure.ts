/** Runs a scenario from a process of its own and reads the CPU of who serves it, right before and right after. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Figures, Load } from './context.ts'
import type { Recorded, Task } from './load.ts'
import { cpuOf } from './process.ts'

const tsx = ['--import', 'tsx']

interface Counted {
  perSecond: number
  p50: number
  p95: number
  faults: number
}

function start(task: Task & { mode: 'record' | 'load' }): ChildProcess {
  return fork('bench/load.ts', [JSON.stringify(task)], {
    execArgv: tsx,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** The next message; an error when the process ends without one. */
async function heard<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController()
  const early = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`The load stopped with code ${code}.`)
  })
  const message = once(child, 'message', { signal: ended.signal }).then(([value]): T => value)
  try {
    return await Promise.race([message, early])
  } finally {
    early.catch(() => {})
    message.catch(() => {})
    ended.abort()
  }
}

export async function measure(
  where: { baseUrl: string; serving: number[] },
  file: string,
  name: string,
  { runs = 2000, warmUp = 1000, atOnce = 8 }: Load = {},
): Promise<Figures> {
  const child = start({ mode: 'load', file, name, baseUrl: where.baseUrl, runs, warmUp, atOnce })
  await heard<'warm'>(child)
  const before = cpuOf(where.serving)
  child.send('go')
  const counted = await heard<Counted>(child)
  const cpuMs = (cpuOf(where.serving) - before) / runs
  return { ...counted, cpuMs }
}

/** Plays the scenario once, keeps the bytes of every answer, and measures a bare server that sends those. */
export async function measureRaw(baseUrl: string, file: string, name: string, load: Load = {}): Promise<Figures> {
  const recorder = start({ mode: 'record', file, name, baseUrl, runs: 1, warmUp: 0, atOnce: 1 })
  const recorded = await heard<Recorded>(recorder)
  const raw = fork('bench/raw.ts', [], { execArgv: tsx })
  try {
    raw.send(recorded)
    const port = await heard<number>(raw)
    const serving = [raw.pid ?? 0]
    return await measure({ baseUrl: `http://127.0.0.1:${port}`, serving }, file, name, load)
  } finally {
    raw.disconnect()
  }
}
