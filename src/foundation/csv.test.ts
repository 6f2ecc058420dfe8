import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf, csvParts } from './csv.ts'

test('csv: quotes, commas and line ends are kept; columns are the union; formulas are made harmless', () => {
  assert.equal(
    csvOf([
      { naam: 'Jansen, A.', zegt: 'hij zei "ja"' },
      { naam: '=1+1', zegt: 'twee\nregels', extra: 3 },
    ]),
    'naam,zegt,extra\r\n"Jansen, A.","hij zei ""ja""",\r\n\'=1+1,"twee\nregels",3\r\n',
  )
})

test('csv: nothing gives an empty line, never a fault', () => assert.equal(csvOf([]), '\r\n'))

test('csv: for a Dutch spreadsheet', () =>
  assert.equal(csvOf([{ naam: 'a;b', aantal: 2 }], { excel: true }), '\ufeffnaam;aantal\r\n"a;b";2\r\n'))

for (const count of [0, 1, 500, 501, 1_234])
  test(`csv: ${count} rows in parts read as one table`, async () => {
    const keys = [...Array(count).keys()]
    const rows = (some: number[]) => some.map((n) => ({ n, naam: `a;${n}` }))
    const asked: number[] = []
    const parts: string[] = []
    const load = async (some: number[]) => {
      asked.push(some.length)
      return rows(some)
    }
    for await (const part of csvParts(keys, load, { excel: true })) parts.push(part)
    assert.equal(parts.join(''), csvOf(rows(keys), { excel: true }))
    assert.ok(asked.every((size) => size <= 500))
  })
