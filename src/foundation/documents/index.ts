import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal, refuse } from '../http/index.ts'
import { type Answer, drawable, type Order } from './order.ts'

/** A document to make. `at` is its date; the same input gives the same bytes. */
export interface Document {
  /** Path of the typst file below `src/`, for example `standards/documents/handreiking.typ`. */
  template: string
  /** What the template finds as JSON in `sys.inputs.data`. */
  data: object
  at: Date
  /** Pictures by a name of ours, which the template finds as `/given/<name>`. */
  files?: Record<string, Uint8Array>
}

/** Bounds of the document process. Source: reliability L7 and the house's stack table. */
const MOST_WAITING = 50
const MOST_DOCUMENTS = 500
const MOST_MEMORY = 200 * 1024 * 1024
const PATIENCE = 20_000

interface Waiting {
  order: Order
  resolve(pdf: Buffer): void
  reject(fault: Error): void
}

const root = findRoot(import.meta.dirname)
const queue: Waiting[] = []
let child: ChildProcess | undefined
let made = 0
let busy: { job: Waiting; worker: ChildProcess; timer: NodeJS.Timeout } | undefined
let lastId = 0

function findRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : findRoot(join(from, '..'))
}

/**
 * Makes a PDF/UA-1 document in the document process (never in this one, and never on disk).
 * @throws Refusal 503 when fifty documents already wait; Error with the compiler's words when a template is wrong
 */
export function renderPdf(document: Document): Promise<Buffer> {
  if (queue.length >= MOST_WAITING)
    refuse(503, 'Er worden nu veel documenten gemaakt. Probeer het over een minuut opnieuw.', 60_000)
  lastId += 1
  const order = {
    id: lastId,
    template: document.template,
    data: JSON.stringify(drawable(document.data)),
    at: Math.floor(document.at.getTime() / 1000),
    files: document.files ?? {},
  }
  return new Promise((resolve, reject) => {
    queue.push({ order, resolve, reject })
    next()
  })
}

/** Ends the document process, and whatever waits for it; the next document starts a new one. */
export function stopDocuments(): void {
  const left = queue.splice(0)
  child?.kill()
  child = undefined
  for (const job of left) job.reject(new Refusal(503, 'We stoppen even. Probeer het over een minuut opnieuw.', 60_000))
}

/** The process id of the document process while there is one: for measuring. */
export function documentProcess(): number | undefined {
  return child?.pid
}

function next(): void {
  if (busy) return
  const job = queue.shift()
  if (!job) return
  const worker = running()
  busy = { job, worker, timer: setTimeout(() => worker.kill('SIGKILL'), PATIENCE) }
  worker.send(job.order)
}

/** Settles the document this process was making, if it was making one. */
function finish(worker: ChildProcess, end: (job: Waiting) => void): void {
  if (busy?.worker !== worker) return
  clearTimeout(busy.timer)
  const { job } = busy
  busy = undefined
  end(job)
  next()
}

/** The running process, or a new one. In the built server the worker stands beside it; from source it runs through tsx. */
function running(): ChildProcess {
  if (child) return child
  const built = join(import.meta.dirname, 'documents.js')
  const [file, execArgv] = existsSync(built)
    ? [built, []]
    : [join(import.meta.dirname, 'worker.ts'), ['--import', 'tsx']]
  const started = fork(file, [join(root, 'src')], {
    serialization: 'advanced',
    execArgv,
    // None of our settings and secrets: only what a program needs to start.
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  started.unref()
  started.channel?.unref()
  child = started
  made = 0
  started.on('message', (answer: Answer) => {
    made += 1
    if (made >= MOST_DOCUMENTS || answer.memory > MOST_MEMORY) {
      child = undefined
      started.disconnect()
    }
    finish(started, (job) =>
      answer.pdf
        ? job.resolve(Buffer.from(answer.pdf))
        : job.reject(new Error(`${job.order.template}: ${answer.fault ?? ''}`)),
    )
  })
  const gone = (): void => {
    if (child === started) child = undefined
    finish(started, (job) => job.reject(new Error(`${job.order.template}: the document process ended`)))
  }
  started.on('exit', gone)
  // One that could not start gives no exit, and a fault nobody listens to ends the server.
  started.on('error', gone)
  return started
}
