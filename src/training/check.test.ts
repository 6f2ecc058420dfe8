import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checksInWords, checkWords } from './check.ts'

const now = new Date('2026-11-26T12:00:00Z')
const at = (text: string) => new Date(`${text}Z`)
const one = { provider: 'Kompas', dueAt: at('2026-11-27T23:00:00'), liveSince: null, teachings: 0 }

for (const [about, of, words] of [
  ['before its time', one, 'Kompas · uiterlijk 27 november 2026'],
  ['with a standard', { ...one, teachings: 1 }, 'Kompas · uiterlijk 27 november 2026 · één kenmerk te bevestigen'],
  ['that is due now', { ...one, dueAt: at('2026-11-26T11:55:00') }, 'Kompas · komt er zo op, ook als niemand keek'],
  [
    'that went live unseen',
    { ...one, dueAt: at('2026-11-24T23:00:00'), liveSince: at('2026-11-24T23:15:00') },
    'Kompas · staat er al op sinds 25 november 2026',
  ],
  ['of which only what it teaches waits', { ...one, dueAt: null, teachings: 3 }, 'Kompas · 3 kenmerken te bevestigen'],
] as const)
  test(`a course ${about}`, () => assert.equal(checkWords(of, now), words))

for (const [first, teachings, words] of [
  [1, 0, 'Eén training voor het eerst.'],
  [0, 1, 'Eén training zegt wat je er leert: bevestig wat klopt.'],
  [12, 300, '12 trainingen voor het eerst. 300 trainingen zeggen wat je er leert: bevestig wat klopt.'],
] as const)
  test(`${first} first, ${teachings} to confirm`, () => assert.equal(checksInWords({ first, teachings }), words))
