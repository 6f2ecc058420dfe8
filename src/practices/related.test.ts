import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indexOf } from './facet.fixture.ts'
import type { Chosen } from './facet.ts'
import { relatedTo } from './related.ts'

const row = (no: number, values: Chosen) => ({ no, values })
const mine = { theme: ['samen'], people: ['ouderen'], province: ['PV20'], standing: ['running'] }
const index = indexOf([
  row(7, mine),
  row(8, { theme: ['samen'], province: ['PV21'] }),
  row(9, { theme: ['samen'], people: ['ouderen'] }),
  row(10, { theme: ['samen'], people: ['ouderen'], province: ['PV20'], standing: ['stopped'] }),
  row(11, { province: ['PV20'] }),
  row(12, { theme: ['samen'] }),
])

test('related: most alike first, newest first among equals, never itself, what stopped or one small thing', () => {
  assert.deepEqual(relatedTo(index, 7, mine, 5), [9, 8, 12])
  assert.deepEqual(relatedTo(index, 7, mine, 1), [9])
  assert.deepEqual(relatedTo(index, 99, mine, 5), [])
})
