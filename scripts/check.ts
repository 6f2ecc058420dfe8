/** `npm run check`, for after every change: types, lint, architecture and pure tests, next to each other, within a minute. */
import { spawn } from 'node:child_process'

const budgetSeconds = 60
const steps: [name: string, args: string[]][] = [
  ['types', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  ['architecture and rules', ['--import', 'tsx', 'test/run.ts', 'pure']],
]

interface Outcome {
  name: string
  ok: boolean
  output: string
  seconds: number
}

function step([name, args]: [string, string[]]): Promise<Outcome> {
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('close', (code) => {
      const seconds = (performance.now() - began) / 1000
      resolve({ name, ok: code === 0, output: Buffer.concat(chunks).toString(), seconds })
    })
  })
}

const began = performance.now()
const outcomes = await Promise.all(steps.map(step))
for (const { name, ok, output, seconds } of outcomes) {
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok || name.startsWith('architecture')) console.log(output.trimEnd())
}
const took = (performance.now() - began) / 1000
console.log(`Checked in ${took.toFixed(1)} s of ${budgetSeconds} s${took > budgetSeconds ? ': OVER BUDGET' : ''}`)
process.exitCode = outcomes.every((one) => one.ok) ? 0 : 1
