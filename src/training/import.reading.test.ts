import assert from 'node:assert/strict'
import { test } from 'node:test'
import { xlsxOf } from '../foundation/sheets/index.ts'
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

async function remarksOf(bytes: string | Uint8Array): Promise<string[]> {
  const remarks: string[] = []
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  for await (const item of readCatalogue(whole(all), (remark) => remarks.push(remark)))
    assert.deepEqual(item.faults, [])
  return remarks
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

test('import: columns that are not of the template are said, each once, and the rest is read', async () => {
  const header = ['code', 'titel', 'wat kun je daarna', 'vorm', 'uren']
  const row = ['T-1', 'Een', 'Je kunt iets.', 'op locatie', '6']
  const sheet = (name: string, more: string[]) => ({
    name,
    header: [...header, ...more],
    rows: [[...row, ...more.map(() => 'iets')]],
    widths: [],
  })
  assert.deepEqual(await remarksOf(xlsxOf([sheet('Aanbod', [])])), [])
  const [one, ...none] = await remarksOf(Buffer.from(`${header.join(';')};Docent\n${row.join(';')};Anna\n`))
  assert.match(one ?? '', /^De kolom “Docent” kennen we niet\./)
  assert.deepEqual(none, [])
  const [both] = await remarksOf(
    xlsxOf([sheet('Aanbod', ['Docent', 'Zaal']), { ...sheet('Uitleg', []), header: ['?'] }]),
  )
  assert.match(both ?? '', /^De kolommen “Docent”, “Zaal” kennen we niet\./)
})

test('import: what has no row of names, or nothing in it, is said', async () => {
  await assert.rejects(itemsOf('a;b\n1;2\n'), /rij met namen van kolommen niet/)
  await assert.rejects(itemsOf('code;titel\n'), /geen training/)
  await assert.rejects(itemsOf(''), /leeg/)
  await assert.rejects(itemsOf('{"items":[]}'), /geen training/)
  await assert.rejects(itemsOf('{"items":[{'), /niet compleet/)
})

test('import: what stands among the courses of a feed and cannot be read is said, and what is something else is passed over', async () => {
  const items = [
    { courseId: 'x', primaryCode: { codeType: 'identifier', code: 'J-1' }, name: 'Een' },
    { name: [{ language: 'nl-NL', value: 'Zonder code' }] },
    'tekst',
    { courseId: 7, primaryCode: 'zomaar' },
    { organisationId: 'o', name: 'Een opleider' },
  ]
  const read = await itemsOf(JSON.stringify({ pageSize: 5, items }))
  assert.deepEqual(
    read.map(({ place, code, faults }) => [place, code, faults.some((one) => one.startsWith('code: deze regel'))]),
    [
      ['stuk 1 van de lijst', 'J-1', false],
      ['stuk 2 van de lijst', '', true],
      ['stuk 3 van de lijst', '', true],
      ['stuk 4 van de lijst', '', true],
    ],
  )
})

test('import: a date that a page says is called off is no date either', async () => {
  const instance = (eventStatus: unknown, startDate: string) => ({ '@type': 'CourseInstance', startDate, eventStatus })
  const course = {
    ...{ '@type': 'Course', courseCode: 'C', name: 'Een', description: 'Je kunt iets.' },
    hasCourseInstance: [
      instance('https://schema.org/EventCancelled', '2027-02-09'),
      instance('EventCancelled', '2027-02-10'),
      instance({ '@id': 'schema:EventCancelled' }, '2027-02-11'),
      instance('https://schema.org/EventRescheduled', '2027-02-12'),
      instance(undefined, '2027-02-13'),
    ],
  }
  const page = `<script type="application/ld+json">${JSON.stringify(course)}</script>`
  const items = await itemsOf(`<!doctype html>${page}`)
  assert.deepEqual(
    items.map(({ kind, key }) => [kind, key]),
    [
      ['course', ''],
      ['offering', '2027-02-12 online'],
      ['offering', '2027-02-13 online'],
    ],
  )
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

/** What is said of points in a catalogue with this course in it. */
async function pointsIn(text: string): Promise<unknown> {
  const [course] = await itemsOf(text)
  assert.deepEqual(course?.faults, [])
  return course?.kind === 'course' ? course.given.accreditations : undefined
}

const STREET = { register: 'overig', registerName: 'Register Straatwerk', number: 'RS-7', points: 1.5 }
const SKJ = { register: 'skj', registerName: '', number: '', points: 2, validUntil: null }

test('import: a table names another register; without a name its points count and the report says so', async () => {
  const head =
    'code;titel;wat kun je daarna;vorm;uren;punten SKJ;ander register;punten ander register;nummer ander register'
  const row = (name: string, points: string) => `${head}\nB-1;Goed;Je kunt iets.;online;6;2;${name};${points};RS-7\n`
  assert.deepEqual(await pointsIn(row('Register Straatwerk', '1,5')), [SKJ, { ...STREET, validUntil: null }])
  const nameless = { ...STREET, registerName: '', validUntil: null }
  assert.deepEqual(await pointsIn(row('', '1,5')), [SKJ, nameless])
  // A table made before there was a column for the name.
  const before =
    'code;titel;wat kun je daarna;vorm;uren;punten ander register;nummer ander register\nB-1;Goed;Je kunt iets.;online;6;1,5;RS-7\n'
  assert.deepEqual(await pointsIn(before), [nameless])
  assert.deepEqual(await remarksOf(row('Register Straatwerk', '1,5')), [])
  const [remark, ...rest] = await remarksOf(before)
  assert.match(remark ?? '', /^Bij één training staan punten van een ander register, zonder hoe dat register heet\./)
  assert.deepEqual(rest, [])
})

test('import: a feed names another register beside the word for it, or in its place', async () => {
  const course = (accreditation: object) =>
    JSON.stringify({
      items: [
        {
          ...{ courseId: 'c', primaryCode: { code: 'C' }, name: [{ language: 'nl', value: 'Een' }] },
          ...{ studyLoad: [{ studyLoadUnit: 'hour', value: 6 }], description: [{ value: 'Je kunt iets.' }] },
          ext: { accreditations: [{ number: 'RS-7', points: 1.5, ...accreditation }] },
        },
      ],
    })
  const expected = [{ ...STREET, validUntil: '2028-12-31' }]
  const until = { validUntil: '2028-12-31' }
  assert.deepEqual(
    await pointsIn(course({ register: 'overig', registerName: 'Register Straatwerk', ...until })),
    expected,
  )
  assert.deepEqual(await pointsIn(course({ register: 'Register Straatwerk', ...until })), expected)
})

test('import: points in a page, as our own pages say them', async () => {
  const credential = (more: object) => ({ '@type': 'EducationalOccupationalCredential', ...more })
  const course = {
    ...{ '@type': 'Course', courseCode: 'C', name: 'Een', description: 'Je kunt iets.', timeRequired: 'PT6H' },
    educationalCredentialAwarded: [
      credential({ name: '2 punten bij SKJ', recognizedBy: { '@type': 'Organization', name: 'SKJ' } }),
      credential({
        ...{ name: '1,5 punten bij Register Straatwerk', identifier: 'RS-7', expires: '2028-12-31' },
        recognizedBy: { '@type': 'Organization', name: 'Register Straatwerk' },
      }),
      credential({ name: 'Bewijs van deelname' }),
      '3 punten van iedereen',
    ],
  }
  const page = (of: object) => `<!doctype html><script type="application/ld+json">${JSON.stringify(of)}</script>`
  assert.deepEqual(await pointsIn(page(course)), [SKJ, { ...STREET, validUntil: '2028-12-31' }])
  // A page that says nothing of points leaves them as they are.
  assert.equal(await pointsIn(page({ ...course, educationalCredentialAwarded: ['Bewijs van deelname'] })), undefined)
})
