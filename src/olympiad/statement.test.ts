import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MOST_WORDS, plainFaults, plainHints, saysTheSame } from './statement.ts'

const words = (count: number) => `${Array.from({ length: count }, (_, at) => `woord${at + 1}`).join(' ')}.`

test('a plain line is one sentence of at most twenty words, and what to do is said in numbers', () => {
  const table: [string, RegExp | undefined][] = [
    ['Je vraagt eerst wat iemand kan.', undefined],
    [words(MOST_WORDS), undefined],
    [words(MOST_WORDS + 1), /21 woorden\. Het mogen er 20 zijn/],
    ['Je komt langs. Je drinkt koffie.', /2 zinnen.*één gedachte/],
    ['Je komt langs bijv. op dinsdag.', undefined],
    ['Je komt langs; je drinkt koffie.', /zonder opsomming/],
    ['Je komt langs – je drinkt koffie.', /zonder opsomming/],
    ['Je komt langs\nen je drinkt koffie.', /2 zinnen|zonder opsomming/],
    ['Je loopt mee naar de ggz-afspraak.', undefined],
  ]
  for (const [plain, expected] of table) {
    const [fault] = plainFaults(plain)
    if (expected === undefined) assert.equal(fault, undefined, plain)
    else assert.match(fault ?? '', expected, plain)
  }
})

test('reading along points at words and never stops anyone', () => {
  assert.deepEqual(plainHints('Je vraagt eerst wat iemand kan.'), [])
  const hints = plainHints('Je biedt altijd maatwerk en wilt participatie faciliteren.').join(' ')
  for (const expected of ['maatwerk', 'mogelijk maken', 'meedoen', '“en”', '“altijd”'])
    assert.ok(hints.includes(expected))
})

test('two texts say the same only when everything people vote on is the same', () => {
  const text = { plain: 'Je belt aan.', example: 'In de Vlier.', exampleItem: null, professional: 'Outreachend.' }
  assert.ok(saysTheSame(text, { ...text }))
  for (const changed of [{ plain: 'x' }, { example: 'x' }, { exampleItem: 'x' }, { professional: 'x' }])
    assert.ok(!saysTheSame(text, { ...text, ...changed }))
})
