import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DeskState, freeSlug, nextAtDesk, slugOf } from './practice.ts'

const slugs: [title: string, slug: string][] = [
  ['De Soepronde', 'de-soepronde'],
  ['Één voor allen: coördinatie!', 'een-voor-allen-coordinatie'],
  ['   ', 'praktijk'],
  ['日本', 'praktijk'],
]

for (const [title, slug] of slugs)
  test(`the address of “${title}”`, () => {
    assert.equal(slugOf(title), slug)
  })

test('an address that is taken or means something else gets a number', () => {
  assert.equal(freeSlug('De Soepronde', new Set()), 'de-soepronde')
  assert.equal(freeSlug('De Soepronde', new Set(['de-soepronde', 'de-soepronde-2'])), 'de-soepronde-3')
  assert.equal(freeSlug('Kaart', new Set()), 'kaart-2')
  assert.equal(freeSlug('Aanmelden', new Set(['aanmelden-2'])), 'aanmelden-3')
})

const next: [state: DeskState, place: string, words: RegExp][] = [
  [{ description: 'none', flyer: 'none' }, '/beschrijving', /nog geen/],
  [{ description: 'changed', flyer: 'none' }, '/beschrijving', /opnieuw voor/],
  [{ description: 'agreed', flyer: 'none' }, '/beschrijving', /vindt de beschrijving goed/],
  [{ description: 'published', flyer: 'none' }, '/flyer', /flyer nog niet/],
  [{ description: 'published', flyer: 'amber' }, '/flyer', /nog kloppen/],
  [{ description: 'published', flyer: 'older' }, '/flyer', /nieuwer/],
  [{ description: 'published', flyer: 'published' }, '/beschrijving', /hoeft nu niets/],
]

for (const [state, place, words] of next)
  test(`what is next: ${state.description}, flyer ${state.flyer}`, () => {
    assert.equal(nextAtDesk(state).place, place)
    assert.match(nextAtDesk(state).words, words)
  })
