import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'

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
