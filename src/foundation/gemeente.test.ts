import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  GEMEENTEN,
  gemeenteByCode,
  gemeenteName,
  gemeenteTyped,
  PROVINCES,
  provinceOf,
  provinceTyped,
  sortName,
} from './gemeente.ts'

test('342 gemeenten, each in one of twelve provinces, as many as the law of today has', () => {
  assert.equal(GEMEENTEN.length, 342)
  const per = PROVINCES.map(({ code }) => GEMEENTEN.filter(({ province }) => province === code).length)
  assert.deepEqual(per, [10, 18, 12, 25, 6, 51, 26, 44, 50, 13, 56, 31])
})

const typed: [string, string | undefined][] = [
  ['Den Haag', 'GM0518'],
  ['den haag', 'GM0518'],
  ["'s-Gravenhage", 'GM0518'],
  ['’s-Gravenhage (Den Haag)', 'GM0518'],
  ['den bosch', 'GM0796'],
  ['GM0014', 'GM0014'],
  ['gemeente Groningen', undefined],
  ['Friese Meren', 'GM1940'],
  ['sudwest', 'GM1900'],
  ['Bergen (NH.)', 'GM0373'],
  ['', undefined],
  ['nergenshuizen', undefined],
]
for (const [words, code] of typed)
  test(`gemeenteTyped: “${words}”`, () => assert.equal(gemeenteTyped(words)?.code, code))

test('a province by its name or code, as people write it', () => {
  const codes = ['Drenthe', 'PV22', 'noord holland', 'Fryslân', 'Friesland', '', 'Holland'].map(
    (typed) => provinceTyped(typed)?.code,
  )
  assert.deepEqual(codes, ['PV22', 'PV22', 'PV27', 'PV21', 'PV21', undefined, undefined])
})

test('names on screen, sorting and what is unknown', () => {
  assert.equal(gemeenteName('GM0518'), "'s-Gravenhage (Den Haag)")
  assert.equal(gemeenteName('GM9999'), 'GM9999')
  assert.equal(sortName("'s-Gravenhage"), 'Gravenhage')
  assert.equal(provinceOf('GM0518'), 'PV28')
  assert.equal(provinceOf('nergens'), '')
  assert.equal(gemeenteByCode('nergens'), undefined)
})
