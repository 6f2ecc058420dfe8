import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { csvRows } from './csv.reading.ts'
import { JsonItems } from './json-items.ts'
import { SheetFault, type SheetRow } from './sheet-fault.ts'
import { decoded } from './text.ts'
import { xlsxRows } from './xlsx.reading.ts'
import { xlsxOf } from './xlsx.writing.ts'
import { XmlParts } from './xml-parts.ts'

const cellsOf = (text: string | Uint8Array) =>
  [...csvRows(decoded(typeof text === 'string' ? Buffer.from(text) : text))].map(({ cells }) => cells)

const latin = (text: string) => Buffer.from(text, 'latin1')

for (const [what, text, cells] of [
  [
    'semicolons',
    'a;b\r\n1;2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'commas',
    'a,b\n1,"2,5"\n',
    [
      ['a', 'b'],
      ['1', '2,5'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['a separator told', 'sep=;\r\na;b,c\r\n', [['a', 'b,c']]],
  ['a mark in front', '\ufeffa;b\n', [['a', 'b']]],
  [
    'quotes, doubled and over lines',
    'a;b\n"zij zei ""ja""";"een\ntwee"\n',
    [
      ['a', 'b'],
      ['zij zei "ja"', 'een\ntwee'],
    ],
  ],
  [
    'an old Mac',
    'a;b\r1;2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'empty lines',
    'a;b\n\n;\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'windows-1252',
    latin('naam;prijs\nCaf\xe9;\x80 395\n'),
    [
      ['naam', 'prijs'],
      ['Café', '€ 395'],
    ],
  ],
  ['UTF-8', 'naam\ncliëntondersteuning “goed”\n', [['naam'], ['cliëntondersteuning “goed”']]],
  [
    'UTF-16',
    Buffer.from('\ufeffa;b\n1;é\n', 'utf16le'),
    [
      ['a', 'b'],
      ['1', 'é'],
    ],
  ],
] as [string, string | Buffer, string[][]][])
  test(`csv: ${what}`, () => assert.deepEqual(cellsOf(text), cells))

test('csv: lines are counted as a spreadsheet shows them, whatever stands in a cell', () =>
  assert.deepEqual(
    [...csvRows(['a;b\n"x\ny";2\n\n3;4\n'])].map(({ line }) => line),
    [1, 2, 5],
  ))

test('csv: a quote that never ends is told with its line, and does not eat the file', () =>
  assert.throws(() => cellsOf(`a;b\n1;"${'x'.repeat(50_000)}`), /Op regel 2 staat een cel zonder einde/))

test('csv: however it is cut in pieces, the rows are the same', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', '\r', ' ', 'é') }), {
          minLength: 2,
          maxLength: 4,
        }),
        { minLength: 1, maxLength: 6 },
      ),
      fc.integer({ min: 1, max: 7 }),
      (rows, size) => {
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
        const text = `kop;kop\n${rows.map((row) => row.map(quoted).join(';')).join('\r\n')}`
        const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? []
        const shown = rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''))
        assert.deepEqual(
          [...csvRows(pieces)].slice(1).map(({ cells }) => cells),
          shown,
        )
      },
    ),
    { numRuns: 2_000 },
  ))

const itemsOf = (text: string, size = text.length || 1) => {
  const items = new JsonItems()
  const found = (text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? []).flatMap((piece) => [...items.read(piece)])
  items.end()
  return found
}

test('json: lists at the root, what stands beside them, and documents after each other', () =>
  assert.deepEqual(itemsOf('{"pageNumber":1,"items":[{"a":[1,2]},{"b":"]}"}],"more":{"x":[]}}\n[3,"4"]'), [
    { key: 'pageNumber', value: 1 },
    { key: 'items', value: { a: [1, 2] } },
    { key: 'items', value: { b: ']}' } },
    { key: 'more', value: { x: [] } },
    { key: '', value: 3 },
    { key: '', value: '4' },
  ]))

test('json: cut anywhere, it reads the same', () =>
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })),
      fc.integer({ min: 1, max: 5 }),
      (value, size) => {
        const text = JSON.stringify(value)
        const flat = Object.entries(JSON.parse(text) as object).flatMap(([key, one]) =>
          (Array.isArray(one) ? one : [one]).map((each: unknown) => ({ key, value: each })),
        )
        assert.deepEqual(itemsOf(text, size), flat)
      },
    ),
    { numRuns: 2_000 },
  ))

for (const text of ['{', '{"a"', '{"a":}', '{"a":1', '[1,,2]', '[1 2]', 'x', '{"a":[1,2}', '[}', '{]', '"', '{"a":1}}'])
  test(`json: ${text} is no JSON, and that is said`, () => assert.throws(() => itemsOf(text), SheetFault))

const rowsOf = async (bytes: Uint8Array) => {
  const rows: (SheetRow & { sheet: string })[] = []
  for await (const row of xlsxRows(Buffer.from(bytes))) rows.push(row)
  return rows
}

test('xlsx: what we write we read, signs and all', async () => {
  const book = xlsxOf([
    {
      name: 'Een & twee',
      header: ['code', 'titel'],
      rows: [
        ['T<1>', 'Zij zei "ja"\nen é €'],
        ['', 'x'],
      ],
      widths: [8, 40],
    },
  ])
  assert.deepEqual(await rowsOf(book), [
    { line: 1, cells: ['code', 'titel'], sheet: 'Een & twee' },
    { line: 2, cells: ['T<1>', 'Zij zei "ja"\nen é €'], sheet: 'Een & twee' },
    { line: 3, cells: ['', 'x'], sheet: 'Een & twee' },
  ])
})

const workbook = (sheet: string, words = '') => {
  const files = {
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/><sheet name="Weg" state="hidden" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': words,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

test('xlsx: as Excel writes it: shared words, numbers, truths, gaps, formulas with their outcome', async () => {
  const words = '<sst><si><t>co</t><r><t>de</t></r></si><si><t>Caf&#233; &amp; meer</t><rPh><t>weg</t></rPh></si></sst>'
  const sheet =
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
    '<row r="4"><c r="B4"><v>45678</v></c><c r="C4"><f>1+1</f><v>0.30000000000000004</v></c><c r="D4" t="b"><v>1</v></c></row></sheetData></worksheet>'
  assert.deepEqual(await rowsOf(workbook(sheet, words)), [
    { line: 1, cells: ['code', '', 'Café & meer'], sheet: 'Blad1' },
    { line: 4, cells: ['', '45678', '0.3', 'ja'], sheet: 'Blad1' },
  ])
})

test('xlsx: wherever a document is cut into pieces, it says the same', () => {
  const document = '<t>Zorg &amp; Welzijn, R&D &#233;n 5 &lt; 6</t><t>a & b; c</t>'
  const heardIn = (...pieces: string[]) => {
    const words: string[] = []
    const parts = new XmlParts({
      open: () => words.push(''),
      close: () => {},
      text: (text) => words.push((words.pop() ?? '') + text),
    })
    for (const piece of pieces) parts.read(piece)
    return words
  }
  const whole = heardIn(document)
  assert.deepEqual(whole, ['Zorg & Welzijn, R&D én 5 < 6', 'a & b; c'])
  for (let at = 1; at < document.length; at += 1)
    assert.deepEqual(heardIn(document.slice(0, at), document.slice(at)), whole, document.slice(0, at))
})

test('xlsx: a bomb is refused while it grows', async () => {
  const bomb = workbook(`<worksheet>${' '.repeat(60 * 1024 * 1024)}</worksheet>`)
  assert.ok(bomb.length < 200_000)
  await assert.rejects(rowsOf(bomb), /veel te groot/)
})

test('no bytes whatever make a reader fall over, only say what is wrong', async () => {
  const good = Buffer.from(xlsxOf([{ name: 'x', header: ['a'], rows: [['b']], widths: [8] }]))
  const quiet = async (work: () => unknown) => {
    try {
      await work()
    } catch (fault) {
      assert.ok(fault instanceof SheetFault, String(fault))
    }
  }
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.nat(good.length - 1),
      fc.nat(255),
      async (bytes, at, byte) => {
        await quiet(() => [...csvRows(decoded(bytes))])
        await quiet(() => itemsOf(Buffer.from(bytes).toString()))
        await quiet(() => rowsOf(bytes))
        const bent = Buffer.from(good)
        bent[at] = byte
        await quiet(() => rowsOf(bent))
      },
    ),
    { numRuns: 2_000 },
  )
})
