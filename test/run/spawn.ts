/** Runs the test files of one phase and brings back its figures. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleTests } from './bundle.ts'
import type { Phase } from './phase.ts'

export interface Figures {
  passed: number
  failed: number
  skipped: { name: string; why: string }[]
  slowest: { name: string; ms: number }[]
}
export interface Outcome extends Figures {
  seconds: number
}

const reporter = ['--test-reporter', './test/run/report.mjs', '--test-reporter-destination', 'stdout']
/** Past three times its budget a phase hangs; then it is ended and counts as failed. */
const patience = 3

function argumentsFor(phase: Phase, files: string[]): string[] {
  if (phase.atOnce === 'one process') return [...reporter, './test/run/one-process.mjs', ...files]
  return ['--test', '--test-concurrency', String(phase.atOnce), ...reporter, ...files]
}

/** Started from within a test, node would take the child for a part of that test. */
const { NODE_TEST_CONTEXT: _context, ...withoutContext } = process.env

export async function runPhase(phase: Phase, files: string[], env: Record<string, string>): Promise<Outcome> {
  const began = performance.now()
  const bundle = await bundleTests(files)
  for (const said of bundle.unreadable) if (!env.TEST_QUIET) console.log(said)
  const outcome = bundle.files.length > 0 ? await run(phase, bundle.files, env) : nothing
  rmSync(bundle.folder, { recursive: true, force: true })
  const failed = outcome.failed + bundle.unreadable.length
  return { ...outcome, failed, seconds: (performance.now() - began) / 1000 }
}

async function run(phase: Phase, files: string[], env: Record<string, string>): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'verankerd-test-'))
  const figures = join(folder, 'figures.json')
  const child = spawn(process.execPath, ['--enable-source-maps', ...argumentsFor(phase, files)], {
    stdio: ['ignore', env.TEST_QUIET ? 'ignore' : 'inherit', env.TEST_QUIET ? 'ignore' : 'inherit'],
    detached: true,
    env: { ...withoutContext, ...env, NODE_ENV: 'test', TEST_FIGURES: figures },
  })
  const { code, late } = await ended(child, phase.budgetSeconds * patience * 1000)
  const outcome = read(figures)
  rmSync(folder, { recursive: true, force: true })
  const silent = code !== 0 && outcome.failed === 0
  if (silent && !env.TEST_QUIET)
    console.log(`  ✗ ${phase.name}: ${late ? 'ended because it hung' : `the process stopped with code ${code}`}`)
  return { ...outcome, failed: outcome.failed + (silent ? 1 : 0) }
}

function ended(child: ChildProcess, ms: number): Promise<{ code: number | null; late: boolean }> {
  return new Promise((resolve) => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      endGroup(child)
    }, ms)
    const stop = () => endGroup(child)
    process.once('SIGINT', stop).once('SIGTERM', stop)
    child.once('exit', (code) => {
      clearTimeout(timer)
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve({ code, late })
    })
  })
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

const nothing: Figures = { passed: 0, failed: 0, skipped: [], slowest: [] }

function read(file: string): Figures {
  if (!existsSync(file)) return nothing
  return JSON.parse(readFileSync(file, 'utf8'))
}
