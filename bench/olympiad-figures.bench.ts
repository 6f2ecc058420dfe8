import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Order, Reply } from '../src/olympiad/arithmetic.ts'
import { roundOf } from '../src/olympiad/figures.sample.ts'
import { opinionGroups } from '../src/olympiad/opinion-groups.ts'
import { atMost, type Row } from './context.ts'

const built = fileURLToPath(new URL('../dist/arithmetic.js', import.meta.url))

/** Times each is done; the middle one counts, so neither the first, while the code is still cold, nor a hitch. */
const TIMES = 5

interface Counted {
  /** From handing over the answers to having the figures. */
  wallMs: number
  /** What that took of the processors, the clearing of memory included. */
  cpuMs: number
  /** The longest that this event loop stood still meanwhile. */
  heldUp: number
  /** The most memory of this whole process meanwhile, the thread and the answers included, in MB. */
  memory: number
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const shown = (panellists: number, statements: number) => `${panellists.toLocaleString('en')} × ${statements}`

/** The built thread, as the server runs it. */
async function count(thread: Worker, panellists: number, statements: number): Promise<Counted> {
  const round = roundOf(panellists, statements)
  const arrays = [round.role, round.statement, round.score, round.panellist, round.earlier?.panellist]
  const buffers = [...arrays, round.earlier?.statement, round.earlier?.score].flatMap((array) =>
    array?.buffer instanceof ArrayBuffer ? [array.buffer] : [],
  )
  await pause(50)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss())
  }, 10)
  const [began, used] = [performance.now(), process.cpuUsage()]
  thread.postMessage({ id: 1, round } satisfies Order, buffers)
  const [{ figures, fault }] = (await once(thread, 'message')) as [Reply]
  const [wallMs, cpuMs] = [performance.now() - began, cpuSince(used)]
  await pause(5)
  delay.disable()
  clearInterval(watch)
  if (figures?.statements.length !== statements) throw new Error(fault ?? 'Not every statement was counted.')
  return { wallMs, cpuMs, heldUp: delay.max / 1e6, memory: memory / 1024 / 1024 }
}

async function often(thread: Worker, panellists: number, statements: number): Promise<Counted> {
  const runs: Counted[] = []
  for (let time = 0; time < TIMES; time++) runs.push(await count(thread, panellists, statements))
  return {
    wallMs: middle(runs.map((run) => run.wallMs)),
    cpuMs: middle(runs.map((run) => run.cpuMs)),
    heldUp: Math.max(...runs.map((run) => run.heldUp)),
    memory: Math.max(...runs.map((run) => run.memory)),
  }
}

/** What the machine itself holds up this event loop, while a thread beside it only keeps a processor busy. */
async function heldUpByMachine(): Promise<number> {
  const spinning = new Worker('for (;;);', { eval: true })
  await once(spinning, 'online')
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const ticking = setInterval(() => process.memoryUsage.rss(), 10)
  await pause(3_000)
  delay.disable()
  clearInterval(ticking)
  await spinning.terminate()
  return delay.max / 1e6
}

function groupsOf(panellists: number, statements: number): number {
  const { score, roles } = roundOf(panellists, statements)
  const roleOf = Uint8Array.from({ length: panellists }, (_, at) => at % roles.length)
  const runs = Array.from({ length: TIMES }, () => {
    const used = process.cpuUsage()
    if (opinionGroups({ scores: score, statements, roleOf, roles: roles.length }) === undefined)
      throw new Error('No opinion groups were found.')
    return cpuSince(used)
  })
  return middle(runs)
}

/** The arithmetic of closing a round, of answers that are in memory already. */
export async function rows(): Promise<Row[]> {
  const thread = new Worker(built)
  try {
    const [small, half, whole] = [
      await often(thread, 1_250, 60),
      await often(thread, 2_500, 60),
      await often(thread, 5_000, 60),
    ]
    const largest = await often(thread, 10_000, 200)
    const growth = [small, half].map((one, at) => `${shown([1_250, 2_500][at] ?? 0, 60)} ${one.cpuMs.toFixed(0)} ms`)
    const groupGrowth = [500, 1_000].map((people) => `${shown(people, 900)} ${groupsOf(people, 900).toFixed(0)} ms`)
    const heldUp = Math.max(...[small, half, whole, largest].map((one) => one.heldUp))
    const clock = (one: Counted) => `${one.wallMs.toFixed(0)} ms by the clock`
    return [
      atMost(
        `figures of a round, ${shown(5_000, 60)}`,
        300,
        whole.cpuMs,
        'ms CPU',
        [clock(whole), ...growth].join('; '),
      ),
      atMost(`figures of a round, ${shown(10_000, 200)}`, 8_000, largest.cpuMs, 'ms CPU', clock(largest)),
      atMost(`memory while counting ${shown(10_000, 200)}`, 400, largest.memory, 'MB', 'whole process of the bench'),
      atMost(`opinion groups, ${shown(2_000, 900)}`, 250, groupsOf(2_000, 900), 'ms CPU', groupGrowth.join('; ')),
      atMost(
        'longest the event loop stood still',
        50,
        heldUp,
        'ms',
        `${(await heldUpByMachine()).toFixed(0)} ms beside a thread that only spins`,
      ),
    ]
  } finally {
    await thread.terminate()
  }
}
