import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addExamples, exampleOf } from './example.ts'

const named = {
  Plaats: { type: 'object', properties: { naam: { type: 'string', example: 'Assen' } } },
}

test('an example is put together from what stands beside the fields', () => {
  const whole = {
    allOf: [
      { $ref: '#/components/schemas/Plaats' },
      {
        properties: {
          soort: { enum: ['stad', 'dorp'] },
          buren: { type: 'array', items: { $ref: '#/components/schemas/Plaats' } },
          vroeger: { anyOf: [{ type: 'string', example: 'Asse' }, { type: 'null' }] },
        },
      },
    ],
  }
  assert.deepEqual(exampleOf(whole, named), {
    naam: 'Assen',
    soort: 'stad',
    buren: [{ naam: 'Assen' }],
    vroeger: 'Asse',
  })
})

test('a field without an example, or of which nothing is known, is not passed over', () => {
  assert.throws(() => exampleOf({ properties: { naam: { type: 'string' } } }, named), /without an example/)
  assert.throws(() => exampleOf({ $ref: '#/components/schemas/Straat' }, named), /Straat/)
})

test('every answer of a description gets one', () => {
  const schema = { $ref: '#/components/schemas/Plaats' }
  const answer: { schema: object; example?: unknown } = { schema }
  addExamples({
    paths: { '/plaatsen': { get: { responses: { 200: { content: { 'application/json': answer } }, 304: {} } } } },
    components: { schemas: named },
  })
  assert.deepEqual(answer.example, { naam: 'Assen' })
})
