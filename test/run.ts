/**
 * `npm test`: everything. `npm test -- database` runs one phase, `npm test -- sheet` the files with that in their name.
 * The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { committedFiles } from './architecture/source.ts'
import { findChromium } from './chromium.ts'
import { joinCluster } from './cluster.ts'
import { type Phase, phaseOf, phases } from './run/phase.ts'
import { type Outcome, runPhase } from './run/spawn.ts'

interface Plan {
  phase: Phase
  files: string[]
}

/** Fixtures of the runner's own test are no tests of the house. */
const testFiles = committedFiles().filter((file) => /\.test\.tsx?$/.test(file))

function plan(wanted: string[]): Plan[] {
  const chosen = testFiles.map((file) => ({ file, phase: phaseOf(file, readFileSync(file, 'utf8')) }))
  const asked = (file: string, name: string) =>
    wanted.length === 0 || wanted.some((word) => word === name || (word.length > 2 && file.includes(word)))
  return phases
    .map((phase) => ({
      phase,
      files: chosen.filter((one) => one.phase === phase.name && asked(one.file, one.phase)).map((one) => one.file),
    }))
    .filter((one) => one.files.length > 0)
}

function built(): boolean {
  const began = performance.now()
  const { status } = spawnSync(process.execPath, ['build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] })
  console.log(`Build: ${status === 0 ? 'made' : 'FAILED'} in ${seconds(performance.now() - began)}`)
  return status === 0
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

function tell({ phase, files }: Plan, outcome: Outcome): void {
  const over = outcome.seconds > phase.budgetSeconds ? ', OVER BUDGET' : ''
  const skipped = outcome.skipped.length > 0 ? `, ${outcome.skipped.length} skipped` : ''
  const time = `${seconds(outcome.seconds * 1000)} of ${phase.budgetSeconds} s${over}`
  console.log(`  ${outcome.passed} passed, ${outcome.failed} failed${skipped} in ${files.length} files, ${time}`)
  for (const one of outcome.skipped) console.log(`  skipped: ${one.name}: ${one.why}`)
  const slow = outcome.slowest.filter((one) => one.ms >= 1000)
  if (slow.length > 0) console.log(`  slowest: ${slow.map((one) => `${one.name} ${seconds(one.ms)}`).join(' · ')}`)
}

async function main(): Promise<number> {
  const began = performance.now()
  const plans = plan(process.argv.slice(2))
  const needs = (names: string[]) => plans.some((one) => names.includes(one.phase.name))
  const env: Record<string, string> = {}
  let [passed, failed] = [0, 0]
  if (needs(['browser'])) {
    const { path, said } = findChromium()
    console.log(said)
    if (path) env.CHROMIUM = path
  }
  const onHouse = needs(['database', 'browser', 'faults', 'fuzz'])
  if (onHouse && !built()) failed += 1
  // Held from here, PostgreSQL stays up between the phases and ends at once after the last.
  const cluster = onHouse ? await joinCluster() : undefined
  for (const one of plans) {
    console.log(`\n${one.phase.name}: ${one.phase.says}`)
    const outcome = await runPhase(one.phase, one.files, env)
    tell(one, outcome)
    passed += outcome.passed
    failed += outcome.failed
  }
  cluster?.release({ last: true })
  if (plans.length === 0) console.log('No test file answers to that.')
  console.log(`\nTook ${seconds(performance.now() - began)}\n${passed} passed, ${failed} failed`)
  return failed > 0 || passed === 0 ? 1 : 0
}

process.exitCode = await main()
