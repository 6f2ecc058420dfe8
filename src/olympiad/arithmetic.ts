import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { SECOND } from '../foundation/clock.ts'
import type { RoundAnswers, RoundFigures } from './figures.ts'

/** What the thread is asked. */
export interface Order {
  id: number
  round: RoundAnswers
}

/** What comes back: the figures, or why there are none. */
export interface Reply {
  id: number
  figures?: RoundFigures
  fault?: string
}

interface Waiting {
  resolve(figures: RoundFigures): void
  reject(fault: Error): void
}

/** Most memory the thread's objects may take, in MB; the answers themselves lie outside it, four bytes to a score. */
const MOST_MEMORY = 256
/** No round closes for a while: the thread goes, and its memory with it. */
const IDLE = 60 * SECOND

const waiting = new Map<number, Waiting>()
const moved = new WeakSet<ArrayBuffer>()
let thread: Worker | undefined
let idle: NodeJS.Timeout | undefined
let lastId = 0

/**
 * Counts a closed round in a thread of its own, so that the server keeps answering. Rounds that come at the same time
 * take turns.
 *
 * The arrays of `round` move to the thread: they are empty here afterwards, also after a fault.
 * @throws Error when the round cannot be counted, or when the thread ended; the next call starts a new one
 */
export async function countRound(round: RoundAnswers): Promise<RoundFigures> {
  const buffers = buffersOf(round)
  // Node hands over an empty array without a word, and the thread never gets to see the order.
  if (buffers.some((buffer) => moved.has(buffer))) throw new Error('These answers were handed over before.')
  clearTimeout(idle)
  lastId += 1
  const order: Order = { id: lastId, round }
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject })
    const worker = running()
    worker.ref()
    worker.postMessage(order, buffers)
    for (const buffer of buffers) moved.add(buffer)
  })
}

/** Starts the thread when there is none, for who will have a round to count in a moment: both take as long as a page. */
export function beReady(): void {
  if (thread) return
  running().unref()
  rest()
}

/** Ends the thread; whoever waits is told, and the next round starts a new one. */
export async function stopCounting(): Promise<void> {
  clearTimeout(idle)
  const worker = thread
  if (worker) ended(worker, 'it was stopped')
  await worker?.terminate()
}

/** A thread that ends takes along what it was counting; a later thread is left alone. */
function ended(worker: Worker, why: string): void {
  if (thread !== worker) return
  thread = undefined
  for (const one of waiting.values()) one.reject(new Error(`The thread that counts ended: ${why}`))
  waiting.clear()
}

function buffersOf({ role, statement, score, panellist, earlier }: RoundAnswers): ArrayBuffer[] {
  const arrays = [role, statement, score, panellist, earlier?.panellist, earlier?.statement, earlier?.score]
  const buffers = arrays.flatMap((array) => (array?.buffer instanceof ArrayBuffer ? [array.buffer] : []))
  return [...new Set(buffers)]
}

/** Whoever waits for an order. After the last one the thread keeps nothing alive, and goes in a while. */
function take(id: number): Waiting | undefined {
  const one = waiting.get(id)
  waiting.delete(id)
  if (waiting.size === 0) {
    thread?.unref()
    rest()
  }
  return one
}

/** Ends the thread in a while, unless a round comes. */
function rest(): void {
  idle = setTimeout(() => void stopCounting(), IDLE)
  idle.unref()
}

/** A new thread. In the built server its program stands beside it; from source it runs through tsx, as everything does. */
function started(): Worker {
  const options = {
    // None of our settings and secrets: it only counts.
    env: { NODE_ENV: 'production' },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  }
  const built = join(import.meta.dirname, 'arithmetic.js')
  if (existsSync(built)) return new Worker(built, options)
  // A thread does not start with the loader of its process, and does not take one as a flag.
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const program = JSON.stringify(import.meta.resolve('./arithmetic.worker.ts'))
  const source = `import(${loader}).then(({ register }) => (register(), import(${program})))`
  return new Worker(source, { ...options, eval: true })
}

/** The running thread, or a new one. */
function running(): Worker {
  if (thread) return thread
  const worker = started()
  thread = worker
  worker.on('message', ({ id, figures, fault }: Reply) => {
    const one = take(id)
    if (figures) one?.resolve(figures)
    else one?.reject(new Error(`The round could not be counted: ${fault ?? 'unknown'}`))
  })
  worker.on('error', (fault) => ended(worker, fault instanceof Error ? fault.message : 'unknown'))
  worker.on('exit', (code) => ended(worker, `code ${code}`))
  return worker
}
