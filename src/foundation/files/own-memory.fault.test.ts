import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'

const MEGABYTE = 1024 * 1024
const module = JSON.stringify(join(import.meta.dirname, 'own-memory.ts'))

/** Holds this much outside the heap of JavaScript, bit by bit, in a process that may hold `most`. Answers with how it ended. */
async function holding(megabytes: number, most: number): Promise<NodeJS.Signals | number> {
  const code = `
    import { setTimeout as pause } from 'node:timers/promises'
    const { endAbove } = await import(${module})
    endAbove(${most * MEGABYTE})
    const held = []
    for (let at = 0; at < ${megabytes}; at += 10) { held.push(Buffer.alloc(10 * ${MEGABYTE}, 1)); await pause(20) }`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { stdio: 'ignore' })
  const [status, signal] = await once(child, 'exit')
  return signal ?? status
}

test('a process that holds too much ends itself, wherever it runs; one that holds less does not', async () => {
  assert.deepEqual(await Promise.all([holding(600, 350), holding(50, 350)]), ['SIGKILL', 0])
})
