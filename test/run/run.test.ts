import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Phase, phaseOf, phases } from './phase.ts'
import { runPhase } from './spawn.ts'

const folder = mkdtempSync(join(tmpdir(), 'verankerd-runner-'))

function fixture(name: string, body: string): string {
  const file = join(folder, `${name}.test.ts`)
  writeFileSync(file, `import { describe, test } from 'node:test'\n${body}\n`)
  return file
}

const mixed = fixture(
  'mixed',
  `test('good', () => {})
test('bad', () => { throw new Error('on purpose, to see it counted') })
test('left out', { skip: 'no fonts here' }, () => {})
describe('a group', () => { test('inside', () => {}); test('inside and bad', () => { throw new Error('on purpose') }) })`,
)
const crash = fixture('crash', `test('dies', () => process.exit(3))`)
const empty = fixture('empty', 'void [describe, test]')
const torn = fixture('torn', 'const = 1')
const late = fixture('late', `test('hangs', () => new Promise((done) => setTimeout(done, 60_000)))`)

function phase(atOnce: Phase['atOnce'], budgetSeconds = 30): Phase {
  return { name: 'pure', says: '', budgetSeconds, atOnce }
}

const quiet = { TEST_QUIET: '1' }

test('the runner counts what passes, fails and is skipped, in one process and in several', async () => {
  for (const atOnce of ['one process', 2] as const) {
    const outcome = await runPhase(phase(atOnce), [mixed], quiet)
    assert.deepEqual([outcome.passed, outcome.failed], [2, 2])
    assert.deepEqual(outcome.skipped, [{ name: 'left out', why: 'no fonts here' }])
  }
})

test('a file that cannot be read fails, and the files after it are run', async () => {
  const { passed, failed } = await runPhase(phase('one process'), [torn, mixed], quiet)
  assert.deepEqual([passed, failed], [2, 3])
})

test('a process that dies, a file without a test and a hanging phase all count as failed', async () => {
  assert.equal((await runPhase(phase('one process'), [crash], quiet)).failed, 1)
  assert.equal((await runPhase(phase(2), [crash], quiet)).failed, 1)
  assert.deepEqual(await passedAndFailed(empty), [0, 1])
  assert.equal((await runPhase(phase('one process', 0.5), [late], quiet)).failed, 1)
})

async function passedAndFailed(file: string): Promise<number[]> {
  const { passed, failed } = await runPhase(phase(2), [file], quiet)
  return [passed, failed]
}

test('every test file has its phase', () => {
  const database = "import { testDatabase } from '../../test/database.ts'"
  const cases: [path: string, text: string, expected: string][] = [
    ['src/thread/item.test.ts', '', 'pure'],
    ['src/foundation/db/pool.test.ts', "import { openDatabase } from './database.ts'", 'pure'],
    ['src/foundation/db/pool.test.ts', "import { x } from '../../../test/database.ts'", 'database'],
    ['src/thread/thread.routes.test.ts', '', 'database'],
    ['src/thread/item.store.test.ts', '', 'database'],
    ['src/thread/search.test.ts', database, 'database'],
    ['test/permissions.test.ts', "import { x } from './world.ts'", 'database'],
    ['src/foundation/files/received.test.ts', "import { x } from '../../../test/parts.ts'", 'database'],
    ['test/walk.test.ts', '', 'browser'],
    ['test/look.test.ts', "import { openBrowser } from './browser.ts'", 'browser'],
    ['test/journeys/a11y.test.ts', '', 'browser'],
    ['src/foundation/db/pool.fault.test.ts', database, 'faults'],
    ['test/fuzz.test.ts', database, 'fuzz'],
  ]
  for (const [path, text, expected] of cases) assert.equal(phaseOf(path, text), expected, path)
  assert.deepEqual(
    phases.map((one) => one.name),
    ['pure', 'database', 'browser', 'faults', 'fuzz'],
  )
})
