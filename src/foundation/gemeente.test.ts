import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  FORMER_GEMEENTEN,
  GEMEENTEN,
  gemeenteByCode,
  gemeenteName,
  gemeenteNow,
  gemeentenByCode,
  gemeentenEver,
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
  ['Landerd', 'GM1991'],
  ['GM1685', 'GM1991'],
  ['mill en sint hubert', 'GM1982'],
  ['weesp', 'GM0363'],
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

test('a planted merger: an old code stands for the gemeente of today, also when that merged again', () => {
  const [one, other] = [gemeenteByCode('GM0106'), gemeenteByCode('GM0014')]
  assert.ok(one && other)
  const by = gemeentenByCode(
    [one, other],
    [
      { code: 'GM9001', name: 'Oudste', validTo: '2024-12-31', successor: 'GM9002' },
      { code: 'GM9002', name: 'Tussen', validTo: '2026-12-31', successor: 'GM0106' },
      { code: 'GM9003', name: 'Nergens', validTo: '2026-12-31', successor: 'GM9999' },
      // The code of a gemeente of today is never taken from it.
      { code: 'GM0014', name: 'Fout', validTo: '2026-12-31', successor: 'GM0106' },
    ],
  )
  const cases = ['GM9001', 'GM9002', 'GM9003', 'GM0106', 'GM0014'].map((code) => by.get(code)?.code)
  assert.deepEqual(cases, ['GM0106', 'GM0106', undefined, 'GM0106', 'GM0014'])
})

test('every former gemeente leads to one of today, and none of today ended', () => {
  const current = new Set(GEMEENTEN.map(({ code }) => code))
  for (const { code, name, validTo } of FORMER_GEMEENTEN) {
    assert.ok(!current.has(code), `${name} is of today`)
    assert.ok(current.has(gemeenteNow(code)), `${name} leads nowhere`)
    assert.match(validTo, /^\d{4}-\d\d-\d\d$/)
  }
  assert.equal(gemeenteName('GM1685'), 'Maashorst')
  assert.equal(provinceOf('GM0501'), 'PV28')
  assert.equal(gemeenteNow('nergens'), 'nergens')
  assert.deepEqual(gemeentenEver(['GM1991', 'GM0106']).toSorted(), ['GM0106', 'GM0856', 'GM1685', 'GM1991'])
})
