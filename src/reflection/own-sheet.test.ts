import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownTitle } from './own-sheet.ts'

const on = (number: number, day: string) => ({
  number,
  answeredAt: new Date(`${day}T12:00:00Z`),
  expiresAt: new Date('2028-11-21T12:00:00Z'),
})

test('a reflection is called after its day, and by its number too where a day has two', () => {
  const [first, second, third] = [on(1, '2026-05-20'), on(2, '2026-11-21'), on(3, '2026-11-21')]
  const all = [third, second, first]
  assert.deepEqual(
    all.map((sheet) => ownTitle(sheet, all)),
    [
      'Reflectie van 21 november 2026, nummer 3',
      'Reflectie van 21 november 2026, nummer 2',
      'Reflectie van 20 mei 2026',
    ],
  )
})
