import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { after as later, MINUTE, SECOND } from '../foundation/clock.ts'
import {
  type AlikeRow,
  alike,
  bursts,
  FEWEST_ALIKE,
  FEWEST_SENTENCES,
  type Flag,
  mayRemove,
  renewed,
  signUpBursts,
} from './flag.ts'
import { MINIMUM } from './tally.ts'

const at = new Date('2026-11-23T11:00:00Z')
const names = (count: number, of = 'p') => Array.from({ length: count }, (_, n) => `${of}${n}`)
const row = (more: Partial<AlikeRow> = {}): AlikeRow => ({
  ...{ role: 'inwoner', pseudonyms: names(12), sentences: 6, different: 3 },
  ...more,
})

test('ten forms of one group alike on five sentences are told, and never fewer', () => {
  assert.deepEqual(
    alike([
      row({ pseudonyms: names(9) }),
      row({ sentences: 4 }),
      row({ pseudonyms: names(10, 'q'), different: 1 }),
      row(),
    ]).map(({ kind, forms }) => [kind, forms]),
    [
      ['identical ballots', 12],
      ['same answer', 10],
    ],
  )
  assert.equal(alike([row({ sentences: FEWEST_SENTENCES })]).length, 1)
  assert.deepEqual(alike([row({ sentences: FEWEST_SENTENCES - 1 })]), [])
  assert.ok(FEWEST_ALIKE >= 2 * MINIMUM)
  fc.assert(
    fc.property(
      fc.array(fc.record({ n: fc.nat(30), sentences: fc.nat(12), different: fc.integer({ min: 1, max: 9 }) })),
      (rows) => {
        const found = alike(rows.map(({ n, ...rest }) => row({ pseudonyms: names(n), ...rest })))
        assert.ok(found.every(({ forms, pseudonyms }) => forms >= FEWEST_ALIKE && pseudonyms.length === forms))
      },
    ),
  )
})

test('a burst stands out from the rest, and not from a round in the room', () => {
  const pace = (seconds: number, ballots: number) => ({ at: later(at, seconds * SECOND), ballots })
  const quiet = [0, 10, 20, 30, 40, 50].map((seconds) => pace(seconds, 2))
  assert.deepEqual(bursts(quiet, []), [])
  const [burst] = bursts([...quiet, pace(60, 40)], [])
  assert.equal(burst?.forms, 40)
  assert.deepEqual(burst?.pseudonyms, [], 'an answer has no moment, so nobody can say which they were')
  assert.ok(burst && !mayRemove(burst))
  assert.deepEqual(bursts([...quiet, pace(60, 29)], []), [])
  const busy = [0, 10, 20, 30].map((seconds) => pace(seconds, 25))
  assert.deepEqual(bursts([...busy, pace(40, 60)], []), [], 'a busy round has no quiet to stand out from')
  assert.deepEqual(
    bursts([...quiet, pace(60, 40)], [{ from: later(at, 65 * SECOND), until: later(at, MINUTE * 60) }]),
    [],
  )
  assert.equal(
    bursts([...quiet, pace(60, 40)], [{ from: later(at, 90 * SECOND), until: later(at, MINUTE * 60) }]).length,
    1,
  )
})

test('ten codes of one batch within a minute, outside the room', () => {
  assert.equal(signUpBursts([{ role: 'inwoner', at, codes: 10 }], []).length, 1)
  assert.deepEqual(signUpBursts([{ role: 'inwoner', at, codes: 9 }], []), [])
  assert.deepEqual(signUpBursts([{ role: 'inwoner', at, codes: 99 }], [{ from: at, until: later(at, MINUTE) }]), [])
})

test('looking again keeps what is the same, and leaves alone what was decided', () => {
  const [found] = alike([row()])
  assert.ok(found)
  const flag: Flag = { ...found, id: 'f', reason: null, removedAt: null }
  assert.deepEqual(renewed([flag], [found]), { gone: [], fresh: [] })
  const [grown] = alike([row({ pseudonyms: names(13) })])
  assert.ok(grown)
  assert.deepEqual(renewed([flag], [grown]), { gone: [flag], fresh: [grown] })
  assert.deepEqual(renewed([flag], []), { gone: [flag], fresh: [] })
  const decided = { ...flag, reason: 'Omdat.', removedAt: at }
  assert.deepEqual(renewed([decided], [grown]), { gone: [], fresh: [] })
})
