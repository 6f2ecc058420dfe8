import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readLexemes } from './lexemes.ts'
import { isOfWords, type Question, readTsquery, refusedBy, soughtIn } from './question.ts'
import { shortened, snippetAround, spotsIn } from './snippet.ts'
import { WordIndex } from './word-index.ts'

const word = (lexeme: string): Question => ({ is: 'word', lexeme })

test('questions are read as PostgreSQL writes them', () => {
  const cases: [string, Question][] = [
    ['', { is: 'any', of: [] }],
    ["'kracht'", word('kracht')],
    ["'eig' & 'kracht'", { is: 'all', of: [word('eig'), word('kracht')] }],
    ["'a' & !'b' | 'c'", { is: 'any', of: [{ is: 'all', of: [word('a'), { is: 'not', of: word('b') }] }, word('c')] }],
    ["!( 'a' | 'b' )", { is: 'not', of: { is: 'any', of: [word('a'), word('b')] } }],
    ["'o''brien' & 'a\\\\b'", { is: 'all', of: [word("o'brien"), word('a\\b')] }],
    ["'eig' <-> 'kracht' <2> 'x'", { is: 'phrase', of: [word('eig'), word('kracht'), word('x')] }],
    ["'eig':*A", { is: 'phrase', of: [word('eig')] }],
  ]
  for (const [text, question] of cases) assert.deepEqual(readTsquery(text), question, text)
})

test('a phrase is for PostgreSQL, and what must be absent is not looked for', () => {
  const question = readTsquery("'a' & !'b' & !( 'c' <-> 'd' )")
  assert.equal(isOfWords(question), false)
  assert.equal(isOfWords(readTsquery("'a' & !'b'")), true)
  assert.deepEqual(soughtIn(question), ['a'])
  assert.equal(refusedBy(question).length, 2)
})

test('a word in a title weighs more than any number of times in a text', () => {
  const read = (vector: string) => {
    const found: [string, number][] = []
    readLexemes(vector, (lexeme, weight) => found.push([lexeme, weight]))
    return found
  }
  assert.deepEqual(read(''), [])
  assert.deepEqual(read("'o''brien':2 'een' 'kracht':1A,7B,9B 'wijk':3B,4B,5B,6B,7B,8B,9B,10B,11B,12B"), [
    ["o'brien", 16],
    ['een', 16],
    ['kracht', 168],
    ['wijk', 92],
  ])
})

const entry = (no: number, at: number, words: string, tags = '') => ({ no, at, words, tags })

test('heaviest first, the newest first among equals, on every page once', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.nat(500), fc.nat(5), fc.subarray(['a', 'b', 'c']), fc.boolean()), {
    selector: ([no]) => no,
    maxLength: 60,
  })
  fc.assert(
    fc.property(entries, fc.nat(3), (all, skipped) => {
      const index = new WordIndex()
      for (const [no, at, lexemes, titled] of all)
        index.put(entry(no, at, lexemes.map((one) => `'${one}':1${titled ? 'A' : 'B'}`).join(' ')))
      const words = index.view()
      const question = readTsquery("'a' | 'b'")
      const weight = ([, , lexemes, titled]: (typeof all)[number]) =>
        lexemes.filter((one) => one !== 'c').length * (titled ? 160 : 64)
      const expected = all
        .filter((one) => weight(one) > 0)
        .sort((one, other) => weight(other) - weight(one) || other[1] - one[1] || other[0] - one[0])
        .map(([no]) => no)
      const rows = words.answering(question)
      assert.deepEqual(words.heaviest(rows, question, skipped, 7), expected.slice(skipped, skipped + 7))
      assert.deepEqual(words.heaviest(rows, question, 0, 100), expected)
    }),
  )
})

test('who reads an earlier moment goes on reading it, and an index written anew says the same', async () => {
  const act = fc.tuple(fc.nat(12), fc.nat(9), fc.option(fc.subarray(['a', 'b', 'c'])))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(act, { maxLength: 15 }), { maxLength: 4 }), async (rounds) => {
      let index = new WordIndex()
      const model = new Map<number, { at: number; lexemes: string[] }>()
      const kept: [ReturnType<WordIndex['view']>, number[], [string, number][]][] = []
      const seen = (words: ReturnType<WordIndex['view']>): [number[], [string, number][]] => [
        words.newest(words.answering(readTsquery("'a' & !'b'")), 0, 100),
        [...words.counts('letter', words.all)].sort(),
      ]
      for (const [round, acts] of rounds.entries()) {
        for (const [no, at, lexemes] of acts) {
          if (lexemes === null) {
            index.drop(no)
            model.delete(no)
          } else {
            const tags = lexemes.map((one) => `letter=${one}`).join('\n')
            index.put(entry(no, at, lexemes.map((one) => `'${one}':1`).join(' '), tags))
            model.set(no, { at, lexemes })
          }
        }
        if (round % 2 === 1) index = await index.renewed(async () => undefined)
        const words = index.view()
        const expected = [...model]
          .filter(([, { lexemes }]) => lexemes.includes('a') && !lexemes.includes('b'))
          .sort(([one, a], [other, b]) => b.at - a.at || other - one)
          .map(([no]) => no)
        const [nos, counts] = seen(words)
        assert.deepEqual(nos, expected)
        for (const [letter, count] of counts)
          assert.equal(count, [...model.values()].filter(({ lexemes }) => lexemes.includes(letter)).length)
        kept.push([words, nos, counts])
      }
      for (const [words, nos, counts] of kept) assert.deepEqual(seen(words), [nos, counts])
    }),
  )
})

test('a snippet is a part of its text, and whole letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.constantFrom('a', 'é', '1'), (text, lexeme) => {
      const spots = spotsIn(text, [lexeme])
      for (const { at, end } of spots) assert.ok(at < end && end <= text.length)
      const shown = snippetAround(text, spots)
        .map((piece) => piece.text)
        .join('')
        .replace(/^…|…$/g, '')
      assert.ok(text.includes(shown))
      assert.ok(shown.length <= 240)
      assert.ok(!text.isWellFormed() || shown.isWellFormed())
    }),
  )
})

test('a snippet is taken where most of what was asked stands together', () => {
  const text = `eigen ${'woord zonder belang '.repeat(40)}op eigen kracht verder ${'nog meer '.repeat(90)}`
  const shown = snippetAround(
    text,
    spotsIn(text, ['eig', 'kracht']).filter(({ form }) => /^(eigen|kracht)$/.test(form)),
  )
  assert.deepEqual(
    shown.filter(({ marked }) => marked).map((piece) => piece.text),
    ['eigen', 'kracht'],
  )
})

test('a snippet begins and ends with a sentence where one is near, and says elsewhere that the text goes on', () => {
  const filler = 'Een zin die er niet toe doet. '.repeat(10)
  const long = 'woord '.repeat(60)
  for (const [text, shown] of [
    ['Soep voor buren.\n\nBuurthuis aan zee\nAssen', 'Soep voor buren.\n\nBuurthuis aan zee'],
    ['Soep voor alle buren van de Zaagstraat.\n\nBuurthuis Assen', 'Soep voor alle buren van de Zaagstraat.'],
    [`${filler}Buren eten soep. Dan is het ${long}`, /^Buren eten soep\. Dan is het (woord )+woord…$/],
    [
      `${filler}Buren eten soep. Daarna wassen zij samen af, en wie dat niet kan, die leest voor uit de krant van gisteren. En dan is het ${long}`,
      /^Buren eten soep\. .* de krant van gisteren\.$/,
    ],
    [`${long}en soep, ${long}`, /^…(woord )+en soep, (woord )+woord…$/],
    [`${filler}\n\nSoep.\n${filler}`, /^Soep\.\nEen zin .*doet\.$/],
  ] as const) {
    const pieces = snippetAround(text, spotsIn(text, ['soep']))
    const told = pieces.map((piece) => piece.text).join('')
    if (typeof shown === 'string') assert.equal(told, shown)
    else assert.match(told, shown)
    assert.equal(pieces.find(({ marked }) => marked)?.text.toLowerCase(), 'soep')
  }
})

test('a word that stands in no sentence is no answer to read: the text begins at its beginning', () => {
  const text = 'Je leert met elkaar aan tafel zitten.\n\nsoep en brood\nwijkteam'
  assert.deepEqual(snippetAround(text, spotsIn(text, ['soep'])), [
    { text: 'Je leert met elkaar aan tafel zitten.', marked: false },
  ])
})

test('a text that is too long keeps whole words', () => {
  assert.equal(shortened('Kort genoeg.', 12), 'Kort genoeg.')
  assert.equal(shortened('Samen eten, samen koken', 14), 'Samen eten…')
  assert.equal(shortened('Onafgebroken', 5), 'Onafg…')
})
