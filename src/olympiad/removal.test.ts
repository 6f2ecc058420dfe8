import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { recount } from '../../scripts/recount.ts'
import type { Row } from './closing.ts'
import { tallyRows } from './closing.ts'
import { disclose } from './disclosure.ts'
import { EXPORT_FORMAT, exportedFigures, OlympiadExport } from './export.ts'
import type { StatementFigures } from './figures.ts'
import { FEWEST_ALIKE } from './flag.ts'
import { countedAlong, takeOut, withRemoved } from './removal.ts'
import { DEFAULT_RULE } from './rule.ts'
import { MINIMUM, votes } from './tally.ts'
import { verdict } from './verdict.ts'

const STATEMENTS = 6
const slugs = ['inwoner', 'manager']
const roles = slugs.map((slug) => ({ slug, name: slug, plural: slug, target: 5 }))
const charter = { roles, rule: DEFAULT_RULE, minimum: MINIMUM }

/** A form: one score per sentence, 0 for "weet ik niet", -1 for nothing. Letters in any order, as the database gives them. */
let next = 0
function form(role: string, scores: readonly number[]): Row {
  const letters = scores.flatMap((score, at) => (score < 0 ? [] : [String.fromCharCode(256 + 16 * at + score)]))
  next += 1
  return { pseudonym: `p${next}`, role, answers: (next % 2 ? letters : letters.toReversed()).join(''), nonce: null }
}
const times = (count: number, role: string, scores: readonly number[]): Row[] =>
  Array.from({ length: count }, () => form(role, scores))

const names = (rows: readonly Row[]) => rows.map(({ pseudonym }) => pseudonym)
const CLONE = [9, 9, 9, 9, 9, 1]

function counted(kept: readonly Row[], removed: readonly Row[]): StatementFigures[] {
  const figures = tallyRows(kept, STATEMENTS, slugs).map((tallies): StatementFigures => {
    const byRole = new Map(slugs.map((slug, at) => [slug, tallies[at] ?? []]))
    return {
      ...{ outcome: verdict(byRole, DEFAULT_RULE, slugs, MINIMUM), tallies, shown: disclose(byRole, slugs) },
      ...{ spreads: [], overall: null, consensus: null, stability: null },
    }
  })
  return withRemoved(figures, removed, charter)
}

test('forms that are still alike go, also one that joined since; whoever changed their mind counts', () => {
  const clones = times(12, 'inwoner', CLONE)
  const others = [...times(6, 'inwoner', [8, 8, 2, 8, 8, 8]), ...times(6, 'manager', CLONE)]
  const removal = { flag: 'f', role: 'inwoner', pseudonyms: names(clones) }
  const late = form('inwoner', CLONE)
  const { kept, takenOut } = takeOut([...clones, ...others, late], [removal], STATEMENTS)
  assert.deepEqual(takenOut, [{ flag: 'f', role: 'inwoner', forms: 13, pseudonyms: names([...clones, late]) }])
  assert.deepEqual(names(kept), names(others))
  const changed = clones.map((row, at) =>
    at < 3 ? { ...form('inwoner', [1, 1, 1, 1, 1, 1]), pseudonym: row.pseudonym } : row,
  )
  assert.deepEqual(takeOut([...changed, ...others], [removal], STATEMENTS).takenOut, [], 'nine are too few to take out')
  assert.equal(takeOut(others, [], STATEMENTS).kept, others)
  assert.deepEqual(takeOut(others, [removal], STATEMENTS).takenOut, [])
})

const scores = fc.array(fc.integer({ min: -1, max: 9 }), { minLength: STATEMENTS, maxLength: STATEMENTS })
const people = (max: number) => fc.array(scores, { maxLength: max })

test('whatever is taken out, nobody finds the answers of fewer than five by subtracting one tally from the other', () => {
  fc.assert(
    fc.property(
      people(12),
      people(12),
      scores,
      fc.integer({ min: 0, max: 25 }),
      fc.integer({ min: 5, max: 8 }),
      (inwoners, managers, pattern, clones, minimum) => {
        const alike = times(clones, 'inwoner', pattern)
        const rows = [
          ...alike,
          ...inwoners.map((one) => form('inwoner', one)),
          ...managers.map((one) => form('manager', one)),
        ]
        const removal = { flag: 'f', role: 'inwoner', pseudonyms: names(alike) }
        const { kept, removed, takenOut } = takeOut(rows, [removal], STATEMENTS)
        assert.ok(takenOut.every(({ forms }) => forms >= FEWEST_ALIKE))
        const before = tallyRows(rows, STATEMENTS, slugs)
        const after = tallyRows(kept, STATEMENTS, slugs)
        const out = tallyRows(removed, STATEMENTS, slugs)
        for (let at = 0; at < STATEMENTS; at++) {
          const along = countedAlong({ tallies: after[at] ?? [] }, out[at] ?? [], { ...charter, minimum })
          assert.deepEqual(along.tallies, before[at])
          const exported = exportedFigures(
            {
              tallies: after[at] ?? [],
              outcome: verdict(
                new Map(slugs.map((slug, of) => [slug, after[at]?.[of] ?? []])),
                DEFAULT_RULE,
                slugs,
                minimum,
              ),
              withRemoved: along,
            },
            slugs,
            minimum,
          )
          for (const of of slugs.keys()) {
            const [left, gone] = [votes(after[at]?.[of] ?? []), votes(out[at]?.[of] ?? [])]
            assert.ok(gone === 0 || gone >= FEWEST_ALIKE)
            const told = along.shown[of] !== null || exported.withRemoved?.roles[of]?.counts !== null
            // What is told of everyone together tells, with what was alike, what the others said.
            if (gone > 0 && left > 0 && left < MINIMUM) {
              assert.ok(!told)
              assert.equal(along.outcome, null)
            }
          }
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('beside “bijna iedereen” the second tally does not tell whether it was everyone', () => {
  const removed = times(12, 'inwoner', [2, 2, 8, 8, 5, 9])
  const along = (kept: readonly Row[], out = removed) => counted(kept, out)[0]?.withRemoved?.shown[0]
  const all = times(6, 'inwoner', [8, 8, 8, 8, 8, 8])
  const butOne = [...all.slice(1), form('inwoner', [2, 8, 8, 8, 8, 8])]
  // 12 of 18 and 13 of 18 round to 65 and 70: who reads it beside "bijna iedereen" would know the sixth.
  assert.equal(along(all), null)
  assert.equal(along(butOne), null)
  const many = times(300, 'inwoner', [2, 2, 8, 8, 5, 9])
  assert.deepEqual(along(all, many), along(butOne, many))
  assert.equal(along(all, many)?.is, 'almost everyone')
  const mixed = [...times(4, 'inwoner', [8, 8, 8, 8, 8, 8]), ...times(4, 'inwoner', [5, 5, 5, 5, 5, 5])]
  assert.deepEqual(along(mixed), { is: 'shares', percents: [60, 20, 20], votes: 20 })
})

test('both tallies are in the export, and the recount finds both verdicts', () => {
  const others = [...times(7, 'inwoner', [2, 2, 8, 8, 5, 9]), ...times(7, 'manager', [8, 8, 8, 2, 8, 8])]
  const clones = times(60, 'inwoner', CLONE)
  const few = [...times(3, 'inwoner', [2, 2, 8, 8, 5, 9]), ...times(7, 'manager', [8, 8, 8, 2, 8, 8])]
  for (const rest of [others, few, others.slice(7)]) {
    const removal = { flag: 'f', role: 'inwoner', pseudonyms: names(clones) }
    const { kept, removed } = takeOut([...clones, ...rest], [removal], STATEMENTS)
    const figures = counted(kept, removed)
    const given = OlympiadExport.parse({
      ...{ format: EXPORT_FORMAT, olympiad: { slug: 'x', title: 'Verzonnen', year: 2027 }, rule: DEFAULT_RULE },
      ...{ roles: roles.map(({ slug, name }) => ({ slug, name })), minimum: MINIMUM },
      rounds: [
        {
          ...{ number: 1, mode: 'confidential', closedAt: '2027-03-03T12:00:00Z' },
          statements: figures.map((one, at) => ({
            id: `z${at}`,
            version: 1,
            text: 'Een zin.',
            ...exportedFigures(one, slugs, MINIMUM),
          })),
        },
      ],
    })
    assert.deepEqual(recount(given), [])
    const [first] = given.rounds[0]?.statements ?? []
    assert.ok(first?.withRemoved)
    if (rest === few) assert.equal(first.withRemoved.verdict, null)
    else {
      first.withRemoved.verdict = 'rejected'
      assert.equal(recount(given).length, 1)
    }
  }
  const [without, along] = [counted(others, []), counted(others, clones)]
  assert.equal(without[0]?.withRemoved, undefined)
  assert.equal(along[0]?.outcome.verdict, 'no consensus')
  assert.equal(along[0]?.withRemoved?.outcome?.verdict, 'accepted')
})
