import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SECOND } from '../clock.ts'
import { Refusal, refuse } from '../http/index.ts'
import { type Answer, type Message, type Order, WORK_MEMORY } from './order.ts'
import { SENTENCE } from './sentence.ts'
import type { Verdict } from './verdict.ts'

/** Bounds of the file process. */
const MOST_WAITING = 10
const MOST_FILES = 200
/** After a file it may hold this much and live on, in bytes. */
const REST_MEMORY = 250 * 1024 * 1024
/** For one file, counted from when the process is ready: on a busy machine its start takes seconds. */
const PATIENCE = 8 * SECOND
const START = 15 * SECOND
/** Nobody sends a file for a while: the process goes, and its memory with it. */
const IDLE = 60 * SECOND
const WATCH = 50
const PAGE = 4096

interface Waiting {
  order: Order
  resolve(verdict: Verdict): void
  reject(fault: Error): void
}

const queue: Waiting[] = []
let child: ChildProcess | undefined
let busy: { job: Waiting; worker: ChildProcess; timers: NodeJS.Timeout[] } | undefined
let idle: NodeJS.Timeout | undefined
let done = 0
let ready = false
let lastId = 0

const TOO_MUCH: Verdict = { good: false, sentence: SENTENCE.costly }

/**
 * Lets the file process look into a file (never this one). A file that takes too long or too much memory is refused,
 * and the process with it. @throws Refusal 503 when ten files already wait, or the process can't start now
 */
export function inspectApart(name: string, bytes: Buffer, as?: 'jpeg'): Promise<Verdict> {
  if (queue.length >= MOST_WAITING) refuse(503, SENTENCE.busy, 60 * SECOND)
  lastId += 1
  const order = { id: lastId, name, bytes, as }
  return new Promise((resolve, reject) => {
    queue.push({ order, resolve, reject })
    next()
  })
}

/** Ends the file process; the next file starts a new one. */
export function stopInspecting(): void {
  clearTimeout(idle)
  child?.kill()
  child = undefined
}

/** The process id of the file process while there is one: for measuring. */
export const fileProcess = (): number | undefined => child?.pid

function next(): void {
  if (busy) return
  const job = queue.shift()
  clearTimeout(idle)
  if (!job) {
    idle = setTimeout(stopInspecting, IDLE)
    idle.unref()
    return
  }
  const worker = running()
  const end = () => worker.kill('SIGKILL')
  const watch = setInterval(() => memoryOf(worker.pid) > WORK_MEMORY && end(), WATCH)
  busy = { job, worker, timers: [setTimeout(end, ready ? PATIENCE : START), watch] }
  worker.send(job.order)
}

/** Resident memory in bytes; 0 where the system does not tell: the process then only looks at itself. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE
  } catch {
    return 0
  }
}

/** Settles the file this process was looking into, if it was looking into one. */
function finish(worker: ChildProcess, end: (job: Waiting) => void): void {
  if (busy?.worker !== worker) return
  const { job, timers } = busy
  for (const timer of timers) clearInterval(timer)
  busy = undefined
  end(job)
  next()
}

/** The process began to look: from here the file's own time runs. */
function begin(worker: ChildProcess): void {
  ready = true
  const [start, ...others] = busy?.timers ?? []
  clearTimeout(start)
  if (busy) busy.timers = [setTimeout(() => worker.kill('SIGKILL'), PATIENCE), ...others]
}

function answered(started: ChildProcess, { verdict, memory }: Answer): void {
  done += 1
  if (done >= MOST_FILES || memory > REST_MEMORY) {
    child = undefined
    started.disconnect()
  }
  finish(started, (job) =>
    job.resolve(verdict?.good ? { ...verdict, bytes: Buffer.from(verdict.bytes) } : (verdict ?? TOO_MUCH)),
  )
}

/** The running process, or a new one. In the built server the worker stands beside it; from source it runs through tsx. */
function running(): ChildProcess {
  if (child) return child
  const built = join(import.meta.dirname, 'files.js')
  const [file, execArgv] = existsSync(built)
    ? [built, []]
    : [join(import.meta.dirname, 'worker.ts'), ['--import', 'tsx']]
  const started = fork(file, [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=400', ...execArgv],
    // None of our settings and secrets: only what a program needs to start.
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  started.unref()
  started.channel?.unref()
  child = started
  done = 0
  ready = false
  started.on('message', (message: Message) => {
    if ('ready' in message) begin(started)
    else answered(started, message)
  })
  const gone = (): void => {
    // Stopped by us, or never started: that says nothing about the file.
    const looked = ready && child === started
    if (child === started) child = undefined
    finish(started, (job) =>
      looked ? job.resolve(TOO_MUCH) : job.reject(new Refusal(503, SENTENCE.busy, 60 * SECOND)),
    )
  }
  started.on('exit', gone)
  // One that could not start gives no exit, and a fault nobody listens to ends the server.
  started.on('error', gone)
  return started
}
