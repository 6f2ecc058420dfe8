import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SheetFault, xlsxOf } from '../foundation/sheets/index.ts'
import { readCatalogue } from './import.reading.ts'
import type { ImportItem } from './import.row.ts'
import { dayInCell, timeInCell, yesTyped } from './import.words.ts'

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function itemsOf(bytes: string | Uint8Array): Promise<ImportItem[]> {
  const items: ImportItem[] = []
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  for await (const item of readCatalogue(whole(all))) items.push(item)
  return items
}

for (const [cell, day] of [
  ['9-2-2027', '2027-02-09'],
  ['2027-02-09', '2027-02-09'],
  ['2027-02-09 00:00:00', '2027-02-09'],
  ['di 9 feb. 2027', '2027-02-09'],
  ['dinsdag 9 februari 2027', '2027-02-09'],
  ['46427', '2027-02-09'],
  ['morgen', 'morgen'],
] as const)
  test(`import: the day of ${cell}`, () => assert.equal(dayInCell(cell), day))

for (const [cell, time] of [
  ['9.30', '9.30'],
  ['9.30 uur', '9.30'],
  ['09:30:00', '09:30'],
  ['9', '9:00'],
  ['0.395833333333', '09:30'],
] as const)
  test(`import: the time of ${cell}`, () => assert.equal(timeInCell(cell), time))

test('import: yes and no, as people write it', () =>
  assert.deepEqual(
    ['Ja', 'x', 'WAAR', 'nee', '', 'misschien'].map((text) => yesTyped(text)),
    ['ja', 'ja', 'ja', '', '', undefined],
  ))

test('import: a workbook with courses on one sheet and dates on another', async () => {
  const bytes = xlsxOf([
    {
      name: 'Trainingen',
      header: ['Code', 'Titel', 'Wat kun je daarna?', 'Vorm', 'Studielast (in uren)', 'Prijs'],
      rows: [['T-1', 'Een', 'Je kunt iets.', 'klassikaal', '1,5 uur', '€ 1.234,50']],
      widths: [8, 8, 8, 8, 8, 8],
    },
    {
      name: 'Data',
      header: ['Cursuscode', 'Datum', 'Plaats'],
      rows: [['T-1', '46427', 'Den Haag']],
      widths: [8, 8, 8],
    },
    { name: 'Uitleg', header: ['Zo werkt het'], rows: [['Lees dit']], widths: [8] },
  ])
  const [course, date] = await itemsOf(bytes)
  assert.deepEqual([course?.place, course?.faults], ['blad “Trainingen”, regel 2', []])
  assert.deepEqual(course?.given, {
    ...{ title: 'Een', outcome: 'Je kunt iets.', form: 'on site', minutes: 90, priceCents: 123_450 },
  })
  assert.deepEqual([date?.key, date?.faults], ['2027-02-09 GM0518', []])
})

test('import: what has no row of names, or nothing in it, is said', async () => {
  await assert.rejects(itemsOf('a;b\n1;2\n'), /rij met namen van kolommen niet/)
  await assert.rejects(itemsOf('code;titel\n'), /geen training/)
  await assert.rejects(itemsOf(''), /leeg/)
  await assert.rejects(itemsOf('{"items":[]}'), /geen training/)
  await assert.rejects(itemsOf('{"items":[{'), /niet compleet/)
})

test('import: a date that was called off is no date', async () => {
  const offering = (state: string) => ({ courseOfferingId: state, primaryCode: { code: state }, courseId: 'c', state })
  const course = { courseId: 'c', primaryCode: { code: 'C' }, name: [{ language: 'nl', value: 'Een' }] }
  const items = await itemsOf(
    JSON.stringify({ courses: [course], courseOfferings: [offering('cancelled'), offering('active')] }),
  )
  assert.deepEqual(
    items.map(({ kind }) => kind),
    ['course', 'offering'],
  )
})

/** Only a sentence may come of it. */
async function quiet(bytes: string | Uint8Array): Promise<void> {
  try {
    for (const { faults } of await itemsOf(bytes))
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
    { numRuns: 2_000 },
  ))
