import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countOf, type DeskAsk, deskAsked, deskUrl } from './desk-ask.ts'

const provider = { slug: 'kompas' }
const asked = (ask: DeskAsk) => deskAsked(Object.fromEntries(new URL(deskUrl(provider, ask), 'http://x').searchParams))

test('what an address asks, and the address of what is asked, are each other’s way back', () => {
  for (const text of ['', 'luisteren & praten', 'a#b?c=d'])
    for (const which of ['kept', 'needing', 'asked', 'draft', 'waiting', 'live', 'archived'] as const)
      assert.deepEqual(asked({ text, which }), { text, which })
})

test('an address that is old or mistyped asks for everything; the first page needs no number', () => {
  assert.deepEqual(deskAsked({ zoek: '  rouw ', stand: 'weg' }), { text: 'rouw', which: 'kept' })
  assert.equal(deskUrl(provider, { text: '', which: 'kept' }), '/scholing/aanbieder/kompas')
  assert.equal(
    deskUrl(provider, { text: 'rouw', which: 'archived' }, 3),
    '/scholing/aanbieder/kompas?zoek=rouw&stand=archief&bladzijde=3#trainingen',
  )
})

test('everything outside the archive is what stands anywhere else; what needs something may stand anywhere', () => {
  const counts = { states: { draft: 2, live: 30, archived: 400 }, needing: 5 }
  const counted = (['kept', 'needing', 'draft', 'asked', 'archived'] as const).map((which) => countOf(counts, which))
  assert.deepEqual(counted, [32, 5, 2, 0, 400])
})
