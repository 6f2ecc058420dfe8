import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LineageStep, pathBack, type Step } from './lineage.ts'

const step = (kind: Step, from: string, to: string): LineageStep => ({
  ...{ step: kind, from, to },
  ...{ reason: '', at: new Date('2026-10-01') },
})

test('the way back follows every line once, also where lines meet again', () => {
  const steps = [
    step('clustered', 'mark 1', 'factor'),
    step('clustered', 'mark 2', 'factor'),
    step('stated', 'factor', 'one'),
    step('stated', 'factor', 'two'),
    step('reworded', 'one', 'one'),
    step('merged', 'one', 'whole'),
    step('merged', 'two', 'whole'),
    step('stated', 'factor', 'elsewhere'),
  ]
  const told = pathBack('whole', steps).map(({ step: kind, from }) => `${kind} ${from}`)
  assert.deepEqual(told, [
    ...['merged one', 'merged two'],
    ...['stated factor', 'stated factor', 'reworded one'],
    ...['clustered mark 1', 'clustered mark 2'],
  ])
  assert.deepEqual(pathBack('nothing', steps), [])
})
