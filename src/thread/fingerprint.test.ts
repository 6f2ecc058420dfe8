import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Content, canonical, contentHash, fingerprint, type Json } from './fingerprint.ts'

const data = fc.jsonValue({ maxDepth: 4 }).filter((value) => isWhole(JSON.stringify(value))) as fc.Arbitrary<Json>

function isWhole(text: string): boolean {
  return !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text)
}

test('one spelling', () => {
  for (const [value, expected] of [
    [null, 'null'],
    [true, 'true'],
    ['é "x"\n', '"é \\"x\\"\\n"'],
    [-0, '0'],
    [1e21, '1e+21'],
    [[3, 'a', []], '[3,"a",[]]'],
    [{ b: 1, a: { d: undefined, c: [] } }, '{"a":{"c":[]},"b":1}'],
    [{ '10': 1, '9': 2, é: 3, Z: 4, a: 5 }, '{"10":1,"9":2,"Z":4,"a":5,"é":3}'],
  ] satisfies [Json, string][])
    assert.equal(canonical(value), expected)
})

test('what has no one spelling is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 'a\0b', '\ud800', '\udc00x', { '\ud800': 1 }])
    assert.throws(() => canonical(value), /A revision holds/)
})

test('the order of keys never matters, and every spelling reads back as the same data', () => {
  fc.assert(
    fc.property(data, (value) => {
      const spelled = canonical(value)
      assert.equal(canonical(reversed(value)), spelled)
      assert.equal(canonical(JSON.parse(spelled)), spelled)
    }),
  )
})

test('other data has another spelling', () => {
  fc.assert(
    fc.property(data, data, (one, other) => {
      const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
      assert.equal(canonical(one) === canonical(other), same)
    }),
  )
})

const base: Content = {
  kind: 'standard',
  title: 'Eigen kracht',
  summary: '',
  text: 'Vraag eerst.',
  note: '',
  dated: null,
  fictional: false,
  body: { punten: ['a', 'b'] },
  voice: null,
}

test('every part of the content counts', () => {
  const changes: Partial<Content>[] = [
    { kind: 'page' },
    { title: 'Eigen krachten' },
    { summary: 'x' },
    { text: '' },
    { note: 'x' },
    { dated: '2013' },
    { fictional: true },
    { body: { punten: ['b', 'a'] } },
    { voice: { utterance: 'u', hash: 'h' } },
  ]
  const hashes = changes.map((change) => contentHash({ ...base, ...change }))
  assert.equal(new Set([contentHash(base), ...hashes]).size, changes.length + 1)
})

test('a fingerprint holds its place, its moment and the one before', () => {
  const imprint = { item: 'i', number: 2, publishedAt: new Date('2026-01-01'), content: 'c', previous: 'p' }
  const changes = [
    {},
    { item: 'j' },
    { number: 3 },
    { publishedAt: new Date('2026-01-02') },
    { content: 'd' },
    { previous: null },
  ]
  assert.equal(new Set(changes.map((change) => fingerprint({ ...imprint, ...change }))).size, changes.length)
})

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member as Json)]),
  )
}

/** An independent way to say "the same data": pairs in an order of their own. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return ['list', ...value.map(sorted)]
  if (value === null || typeof value !== 'object') return Object.is(value, -0) ? 0 : value
  const pairs = Object.entries(value).map(([key, member]): Json => [key, sorted(member as Json)])
  return ['map', ...pairs.sort((a, b) => (String((a as Json[])[0]) < String((b as Json[])[0]) ? -1 : 1))]
}
