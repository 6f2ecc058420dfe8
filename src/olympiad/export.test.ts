import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { recount } from '../../scripts/recount.ts'
import { EXPORT_FORMAT, exportedFigures, OlympiadExport } from './export.ts'
import { DEFAULT_RULE, RULES, type Rule } from './rule.ts'
import { VERDICTS, verdict } from './verdict.ts'

const folder = mkdtempSync(join(tmpdir(), 'olympiad-export-'))
after(() => rmSync(folder, { recursive: true }))

const roles = ['inwoner', 'professional', 'manager']

/** An export of statements with these tallies per role. */
function exportOf(statements: number[][][], rule: Rule, minimum: number): OlympiadExport {
  return {
    format: EXPORT_FORMAT,
    olympiad: { slug: 'voorbeeld', title: 'Een verzonnen Olympiade', year: 2027 },
    rule,
    roles: roles.map((slug) => ({ slug, name: slug })),
    minimum,
    rounds: [
      {
        number: 1,
        mode: 'confidential',
        closedAt: '2027-03-03T12:00:00Z',
        statements: statements.map((tallies, at) => {
          const byRole = new Map(roles.map((role, of) => [role, tallies[of] ?? []]))
          const outcome = verdict(byRole, rule, roles, minimum)
          return {
            id: `zin-${at + 1}`,
            version: 1,
            text: 'Een zin.',
            ...exportedFigures({ tallies, outcome }, roles, minimum),
          }
        }),
      },
    ],
  }
}

const YES = [0, 0, 0, 0, 0, 0, 0, 0, 5, 0]
const NO = [0, 5, 0, 0, 0, 0, 0, 0, 0, 0]

/** Tallies of every kind: few, many, and such as lean far enough to be carried or not. */
const tally = fc
  .tuple(fc.constantFrom([1, 9], [1, 3], [3, 7], [5, 9], [7, 9]), fc.array(fc.nat(), { maxLength: 30 }))
  .map(([[low = 1, high = 9], picks]) => {
    const counts = new Array<number>(10).fill(0)
    for (const pick of picks) {
      const score = pick % 11 === 0 ? 0 : low + (pick % (high - low + 1))
      counts[score] = (counts[score] ?? 0) + 1
    }
    return counts
  })
const statements = fc.array(fc.tuple(tally, tally, tally), { minLength: 1, maxLength: 12 })
const anyRule = fc.constantFrom<Rule>(
  ...RULES,
  { is: 'shares', needed: 80, notNeeded: 20 },
  { is: 'median', median: 6.5, iqr: 2 },
)

test('the recount finds every verdict of a random export, from the file alone', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(statements, anyRule, fc.integer({ min: 5, max: 8 }), (tallies, rule, minimum) => {
      const given = exportOf(tallies, rule, minimum)
      for (const one of given.rounds[0]?.statements ?? []) seen.add(one.verdict)
      assert.deepEqual(recount(OlympiadExport.parse(JSON.parse(JSON.stringify(given)))), [])
    }),
    {
      numRuns: 400,
      // Chance alone now and then leaves one of the four verdicts out.
      examples: [
        [
          [
            [YES, YES, YES],
            [NO, NO, NO],
            [YES, YES, NO],
            [YES, YES, [0, 0, 0, 0, 4, 0, 0, 0, 0, 0]],
          ],
          DEFAULT_RULE,
          5,
        ],
      ],
    },
  )
  assert.equal(seen.size, VERDICTS.length, [...seen].join(', '))
})

test('a verdict, a role that holds back or a count that was changed is found', () => {
  const changed = (change: (statement: OlympiadExport['rounds'][number]['statements'][number]) => void) => {
    const given = exportOf([[YES, YES, NO]], { is: 'shares', needed: 70, notNeeded: 15 }, 5)
    const statement = given.rounds[0]?.statements[0]
    assert.ok(statement)
    change(statement)
    return recount(given)
  }
  assert.deepEqual(
    changed(() => undefined),
    [],
  )
  const [line] = changed((one) => {
    one.verdict = 'accepted'
  })
  assert.match(line ?? '', /^Round 1, zin-1: published .*accepted.*, counted .*no consensus.*manager/)
  assert.equal(changed((one) => one.holdingBack.pop()).length, 1)
  assert.equal(changed((one) => one.roles[2]?.counts?.splice(0, 10, ...YES)).length, 1)
  assert.throws(() => changed((one) => one.roles[2]?.counts?.splice(1, 1, 4)), /counts of manager do not add up/)
})

test('under the minimum the export tells only how many voted', () => {
  const [statement] =
    exportOf([[[2, 0, 0, 0, 0, 0, 0, 0, 4, 0], [], []]], RULES[0] as Rule, 5).rounds[0]?.statements ?? []
  assert.deepEqual(statement?.roles[0], { role: 'inwoner', votes: 4, counts: null })
})

test('npm run recount says what it did, and fails on a difference, a wrong file and no file', () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/recount.ts', ...args], {
      encoding: 'utf8',
    })
    return { status, said: `${stdout}${stderr}`.trim() }
  }
  const path = join(folder, 'export.json')
  const given = exportOf([[[0, 0, 0, 0, 0, 0, 0, 0, 5, 0], [], []]], RULES[0] as Rule, 5)
  writeFileSync(path, JSON.stringify(given))
  assert.deepEqual(run(path), { status: 0, said: '1 verdicts counted again, 0 different' })
  for (const statement of given.rounds[0]?.statements ?? []) statement.verdict = 'accepted'
  writeFileSync(path, JSON.stringify(given))
  assert.equal(run(path).status, 1)
  writeFileSync(path, '{}')
  assert.deepEqual(run(path), { status: 1, said: 'This is not the export of an Olympiade.' })
  assert.deepEqual(run(), { status: 1, said: 'Say which file: npm run recount -- FILE' })
})
