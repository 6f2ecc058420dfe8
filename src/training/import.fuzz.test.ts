import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SheetFault } from '../foundation/sheets/index.ts'
import { readCatalogue } from './import.reading.ts'

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Only a sentence may come of it. */
async function quiet(bytes: string | Uint8Array): Promise<void> {
  try {
    for await (const { faults } of readCatalogue(whole(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)))
      assert.ok(
        faults.every((one) => !/undefined|\[object|NaN/.test(one)),
        faults.join(),
      )
  } catch (fault) {
    assert.ok(fault instanceof SheetFault, String(fault))
  }
}

const names = [
  'courses',
  'items',
  'courseOfferings',
  '@graph',
  'courseId',
  'courseOfferingId',
  'primaryCode',
  'code',
  'name',
]
const inside = [
  'value',
  'language',
  'ext',
  'addresses',
  'studyLoad',
  'startDateTime',
  '@type',
  'hasCourseInstance',
  'offers',
]
const key = fc.constantFrom(...names, ...inside)
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    'Course',
    'https://schema.org/Course',
    '2027-02-09T08:30:00Z',
    -1,
    1e308,
    null,
    true,
    '',
    [],
    {},
  ),
  fc.string(),
)
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    strange,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 6 }),
  ),
}))
const cell = fc.oneof(
  fc.constantFrom(
    'T-1',
    'ja',
    '9-2-2027',
    '31-2-2027',
    '€ 1.234,50',
    '=1+1',
    '46427',
    'online',
    'Assen',
    '9.30',
    '-1',
    '1e9',
    ';',
    '"',
  ),
  fc.string({ maxLength: 12 }),
)
const HEAD =
  'code;titel;wat kun je daarna;vorm;uren;prijs;kenmerken;beroepsgroepen;datum;begintijd;eindtijd;plaats;online;nog vrij'

test('import: whatever comes in, only sentences come out', () =>
  fc.assert(
    fc.asyncProperty(
      tree,
      fc.array(fc.array(cell, { maxLength: 15 }), { maxLength: 6 }),
      fc.uint8Array(),
      async (json, rows, bytes) => {
        const text = JSON.stringify(json)
        await quiet(text)
        await quiet(`{"@context":"https://schema.org","@graph":${text}}`)
        await quiet(`<html><script type="application/ld+json">${text}</script>`)
        await quiet([HEAD, ...rows.map((row) => row.join(';'))].join('\n'))
        await quiet(bytes)
      },
    ),
    { numRuns: 10_000 },
  ))
