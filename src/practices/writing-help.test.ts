import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DESCRIPTION_GUIDE } from './description-guide.ts'
import { SECTIONS } from './section.ts'
import { sentences, writingHelp } from './writing-help.ts'

const split: [text: string, sentences: string[]][] = [
  ['Een. Twee? Drie!', ['Een.', 'Twee?', 'Drie!']],
  ['Dat is bijv. zo. En klaar.', ['Dat is bijv. zo.', 'En klaar.']],
  ['Het kost 14.000 euro. Per jaar.', ['Het kost 14.000 euro.', 'Per jaar.']],
  ['Ze zei: “Kom je?” Hij kwam.', ['Ze zei: “Kom je?”', 'Hij kwam.']],
  ['- een punt\n- nog een', ['een punt', 'nog een']],
  ['', []],
]

for (const [text, expected] of split)
  test(`sentences: ${text.slice(0, 30)}`, () => {
    assert.deepEqual(sentences(text), expected)
  })

test('a sentence over twenty words is named, one of twenty is not', () => {
  const of = (count: number) => `${Array.from({ length: count }, () => 'woord').join(' ')}.`
  assert.equal(writingHelp(of(20)).longSentences.length, 0)
  assert.deepEqual(
    writingHelp(of(21)).longSentences.map(({ words }) => words),
    [21],
  )
})

const jargon: [text: string, words: string[]][] = [
  ['Wij faciliteren ontmoeting.', ['faciliteren']],
  ['De interventie is integraal.', ['integraal', 'interventie']],
  ['Wij borgen dat.', ['borgen']],
  ['Mensen doen mee.', []],
  ['De regiegroep kwam.', []],
  ['Zij houden de regie.', ['regie']],
]

for (const [text, expected] of jargon)
  test(`jargon: ${text}`, () => {
    assert.deepEqual(
      writingHelp(text)
        .jargon.map(({ word }) => word)
        .sort(),
      expected,
    )
  })

const terms: [name: string, text: string, elsewhere: string, words: string[]][] = [
  ['not explained', 'De ggz werkt mee.', '', ['ggz']],
  ['explained between brackets', 'De ggz (geestelijke gezondheidszorg) werkt mee.', '', []],
  ['the abbreviation between brackets', 'De geestelijke gezondheidszorg (ggz) werkt mee.', '', []],
  ['explained in another section', 'De ggz werkt mee.', 'Dit is de ggz (hulp voor wie vastloopt).', []],
  ['a fact is no FACT', 'Een fact is niets.', '', []],
]

for (const [name, text, elsewhere, expected] of terms)
  test(`terms: ${name}`, () => {
    assert.deepEqual(
      writingHelp(text, elsewhere).unexplained.map(({ term }) => term),
      expected,
    )
  })

test('our own examples read as we ask others to write', () => {
  for (const section of SECTIONS) {
    const { longSentences, jargon: found } = writingHelp(DESCRIPTION_GUIDE[section].example)
    assert.deepEqual(
      [longSentences.map(({ text }) => text), found.map(({ word }) => word)],
      [[], []],
      `the example of ${section}`,
    )
  }
})
