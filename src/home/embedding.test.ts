import assert from 'node:assert/strict'
import { test } from 'node:test'
import { embeddingAt, hostOf, originTyped } from './embedding.ts'

const cases: [typed: string, origin: string | undefined][] = [
  ['www.dorpstad.example', 'https://www.dorpstad.example'],
  [' HTTPS://Dorpstad.example/wonen?x=1 ', 'https://dorpstad.example'],
  ['dorpstad.example:8443', 'https://dorpstad.example:8443'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ['http://localhost', 'http://localhost'],
  ['http://dorpstad.example', undefined],
  ['javascript://dorpstad.example', undefined],
  ['https://wij@dorpstad.example', undefined],
  ['dorpstad', undefined],
  ['*.dorpstad.example', undefined],
  ["dorpstad.example; script-src 'unsafe-inline'", undefined],
  ['dorpstad.example https://ander.example', undefined],
  ['', undefined],
  ['10.0.0.1', undefined],
]

for (const [typed, origin] of cases)
  test(`“${typed}” is ${origin ?? 'no site'}`, () => assert.equal(originTyped(typed), origin))

test('a site is found by its whole name only', () => {
  const one = { id: '1', origin: 'https://www.dorpstad.example', organisation: 'Dorpstad', allowedAt: new Date(0) }
  assert.equal(embeddingAt([one], 'WWW.dorpstad.example'), one)
  assert.equal(embeddingAt([one], 'dorpstad.example'), undefined)
  assert.equal(embeddingAt([one], ''), undefined)
  assert.equal(hostOf('http://127.0.0.1:4000'), '127.0.0.1:4000')
})
