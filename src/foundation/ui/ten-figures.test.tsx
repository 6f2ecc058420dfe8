import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TenFigures } from './ten-figures.part.tsx'
import { type Figures, tenFigures } from './ten-figures.ts'

test('figures stand for shares without hiding anyone', () => {
  const cases: [number, number, Figures][] = [
    [4, 5, { figures: 5, filled: 4 }],
    [0, 5, { figures: 5, filled: 0 }],
    [10, 10, { figures: 10, filled: 10 }],
    [31, 38, { figures: 10, filled: 8 }],
    [1, 100, { figures: 10, filled: 1 }],
    [99, 100, { figures: 10, filled: 9 }],
    [100, 100, { figures: 10, filled: 10 }],
    [0, 100, { figures: 10, filled: 0 }],
    [3, 0, { figures: 10, filled: 0 }],
    [-2, 20, { figures: 10, filled: 0 }],
    [30, 20, { figures: 10, filled: 10 }],
    [1, Number.NaN, { figures: 10, filled: 0 }],
  ]
  for (const [filled, of, expected] of cases) assert.deepEqual(tenFigures(filled, of), expected, `${filled} of ${of}`)
})

test('name and number stand beside the figures in words', () => {
  const html = String(<TenFigures label="Inwoners" filled={31} of={38} />)
  assert.match(html, /Inwoners/)
  assert.match(html, /31 van de 38/)
  assert.equal(html.match(/figure--filled/g)?.length, 8)
})
