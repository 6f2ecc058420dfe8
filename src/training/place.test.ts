import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GEMEENTEN } from '../foundation/gemeente.ts'
import { distanceKm, distancesFrom, gemeenteNumber, type Place, placeTyped, slipsBetween } from './place.ts'

const at = (typed: string): Place => {
  const found = placeTyped(typed)
  assert.ok(found.is === 'place', `${typed} is ${JSON.stringify(found)}`)
  return found.place
}
const like = (typed: string): string[] => {
  const found = placeTyped(typed)
  assert.ok(found.is === 'unknown', `${typed} is ${JSON.stringify(found)}`)
  return found.like.map(({ name }) => name)
}

const typed: [string, string, string][] = [
  ['Assen', 'Assen', 'GM0106'],
  ['  assen ', 'Assen', 'GM0106'],
  ['den haag', 'Den Haag', 'GM0518'],
  ["'s-Gravenhage", 'Den Haag', 'GM0518'],
  ['Beilen', 'Beilen', 'GM1731'],
  ["'s gravenzande", "'s-Gravenzande", 'GM1783'],
  ['SNEEK', 'Sneek', 'GM1900'],
  ['GM0106', 'Assen', 'GM0106'],
]
for (const [text, name, gemeente] of typed)
  test(`a place as people type it: ${text}`, () => {
    const place = at(text)
    assert.deepEqual([place.name, place.gemeente], [name, gemeente])
  })

test('every gemeente is found by its name, and every place by what is shown of it', () => {
  for (const one of GEMEENTEN) assert.equal(at(one.name).gemeente, one.code, one.name)
  for (const text of ['a', 'be', 'hoo', 'rijs', 'laren', 'zand', 'dorp'])
    for (const name of like(`${text}x`)) assert.equal(at(name).name, name)
})

test('a name that two villages bear: which one, and either can be chosen', () => {
  const found = placeTyped('Nes')
  assert.ok(found.is === 'several')
  assert.equal(new Set(found.of.map(({ name }) => at(name).gemeente)).size, found.of.length)
})

test('a gemeente goes before a village elsewhere of the same name, which is offered beside it', () => {
  const found = placeTyped('Rijswijk')
  assert.ok(found.is === 'place')
  assert.equal(found.place.name, 'Rijswijk (ZH.)')
  assert.deepEqual(
    found.others.map(({ name }) => name),
    ['Rijswijk (Altena)'],
  )
  assert.notEqual(at('Rijswijk (Altena)').gemeente, found.place.gemeente)
})

test('nothing, nonsense, and a slip', () => {
  assert.equal(placeTyped('   ').is, 'nowhere')
  assert.deepEqual(like('9401 AB 12'), [])
  assert.deepEqual(like('q'), [])
  assert.ok(like('Asen').includes('Assen'))
  assert.ok(like('Groningne').includes('Groningen'))
  assert.ok(like('hoogez').includes('Hoogezand'))
  assert.ok(like('%_\\').length === 0)
  assert.ok(like(`Assen${'n'.repeat(5_000)}`).length <= 5)
})

test('slips: added, dropped, changed and swapped letters', () => {
  const cases: [string, string, number][] = [
    ['assen', 'assen', 0],
    ['asen', 'assen', 1],
    ['aseen', 'assen', 1],
    ['sasen', 'assen', 1],
    ['emmen', 'assen', 3],
    ['', 'ab', 2],
  ]
  for (const [one, other, slips] of cases) assert.equal(slipsBetween(one, other, 5), slips, `${one} ${other}`)
  assert.equal(slipsBetween('a', 'abcdef', 2), 3)
})

test('distance: as the crow flies, the same there and back', () => {
  const [assen, groningen, maastricht] = [at('Assen'), at('Groningen'), at('Maastricht')]
  const away = distanceKm(assen, groningen)
  assert.ok(away > 22 && away < 30, String(away))
  assert.equal(distanceKm(groningen, assen), away)
  assert.equal(distanceKm(assen, assen), 0)
  const far = distanceKm(groningen, maastricht)
  assert.ok(far > 255 && far < 285, String(far))
})

test('from a village to its own gemeente there is no distance', () => {
  const km = distancesFrom(at('Beilen'))
  assert.equal(km[gemeenteNumber('GM1731')], 0)
  assert.ok((km[gemeenteNumber('GM0106')] ?? 0) > 8)
  assert.equal(gemeenteNumber('GM9999'), -1)
})
