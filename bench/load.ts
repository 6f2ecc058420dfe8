/** The process that makes the load: runs a scenario many times and prints how it went as one line of JSON. */
import { pathToFileURL } from 'node:url'
import type { Scenario } from './context.ts'
import { type Answer, keepAlive, newVisitor } from './visitor.ts'

export interface Task {
  file: string
  name: string
  baseUrl: string
  runs: number
  warmUp: number
  atOnce: number
}
export type Recorded = { status: number; headers: Record<string, string | string[] | undefined>; body: string }[]

const task: Task & { mode: 'record' | 'load' } = JSON.parse(process.argv[2] ?? '{}')
const module: Record<string, Scenario | undefined> = await import(pathToFileURL(task.file).href)
const scenario = module[task.name]
if (scenario === undefined) throw new Error(`${task.file} exports no scenario ${task.name}`)
const agent = keepAlive(task.atOnce)

async function many(runs: number, first: number, play: Scenario): Promise<{ times: number[]; faults: number }> {
  const times: number[] = []
  let next = 0
  let faults = 0
  const worker = async () => {
    while (next < runs) {
      const run = first + next++
      const visitor = newVisitor(task.baseUrl, agent)
      const began = performance.now()
      await play(visitor, run)
      times.push(performance.now() - began)
      faults += visitor.faults
    }
  }
  await Promise.all(Array.from({ length: task.atOnce }, worker))
  return { times: times.sort((one, other) => one - other), faults }
}

/** The parent reads CPU right before and right after: it says "go" when it has, and is told when the work is done. */
function told(): Promise<void> {
  return new Promise((resolve) => process.once('message', () => resolve()))
}

if (task.mode === 'record') {
  const answers: Answer[] = []
  const visitor = newVisitor(task.baseUrl, agent, (answer) => answers.push(answer))
  await scenario(visitor, 0)
  // The second run: what the first one warmed up (a cached page) is what the load will mostly get.
  answers.length = 0
  await scenario(
    newVisitor(task.baseUrl, agent, (answer) => answers.push(answer)),
    1,
  )
  const recorded: Recorded = answers.map((one) => ({ ...one, body: one.body.toString('base64') }))
  process.send?.(recorded)
} else {
  await many(task.warmUp, 1_000_000, scenario)
  process.send?.('warm')
  await told()
  const began = performance.now()
  const { times, faults } = await many(task.runs, 0, scenario)
  const seconds = (performance.now() - began) / 1000
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  process.send?.({ perSecond: task.runs / seconds, p50: at(0.5), p95: at(0.95), faults })
}
agent.destroy()
process.disconnect?.()
