import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BATCH, csvOfTable, csvwOf, followed, type OpenAsk, type OpenCell, type OpenTable } from './open-table.ts'

const columns: OpenTable['columns'] = [
  { name: 'naam', title: 'Naam' },
  { name: 'prijs', title: 'Prijs', datatype: 'decimal' },
  { name: 'dag', title: 'Dag', datatype: 'date' },
  { name: 'op', title: 'Gewijzigd', datatype: 'dateTime' },
  { name: 'ja', title: 'Voorbeeld', datatype: 'boolean' },
  { name: 'velden', title: 'Velden', many: true },
]
const row: Record<string, OpenCell> = {
  ...{ naam: 'Tuin; "straat"', prijs: 1234.5, dag: '2026-12-01', op: new Date('2026-12-01T13:30:00Z'), ja: true },
  velden: ['jeugd', 'wonen|zorg'],
}
const tableOf = (...rows: Record<string, OpenCell>[]): OpenTable => ({
  slug: 'proef',
  columns,
  async *batches() {
    yield rows
  },
  extent: async () => ({ rows: rows.length, changedAt: null }),
})

/** These tables ask nothing of a database. */
const ask: OpenAsk = Object.create(null)

async function written(table: OpenTable, excel: boolean): Promise<string> {
  let text = ''
  for await (const part of csvOfTable(table, ask, { excel })) text += part
  return text
}

test('for machines every value stands as it is', async () => {
  const [head, line] = (await written(tableOf(row), false)).split('\r\n')
  assert.equal(head, 'naam,prijs,dag,op,ja,velden')
  assert.equal(line, '"Tuin; ""straat""",1234.5,2026-12-01,2026-12-01T13:30:00.000Z,true,jeugd|wonen/zorg')
})

test('for a Dutch spreadsheet: a mark, semicolons, a decimal comma, Dutch days and words', async () => {
  const [head, line] = (await written(tableOf(row), true)).split('\r\n')
  assert.equal(head, '\ufeffNaam;Prijs;Dag;Gewijzigd;Voorbeeld;Velden')
  assert.equal(line, '"Tuin; ""straat""";1234,5;01-12-2026;01-12-2026 14:30;ja;jeugd, wonen|zorg')
})

for (const start of ['=', '+', '-', '@', '\t', '\r', '\n'])
  test(`a spreadsheet runs no formula that begins with ${JSON.stringify(start)}; machines get what was written`, async () => {
    const made = tableOf({ ...row, naam: `${start}1+1`, velden: [`${start}1`] })
    const excel = await written(made, true)
    assert.ok(excel.includes(`'${start}1+1`) && excel.includes(`'${start}1`), excel)
    assert.ok(!(await written(made, false)).includes(`'${start}`))
  })

test('what is missing is an empty cell in both', async () => {
  const empty = { naam: null }
  assert.equal((await written(tableOf(empty), false)).split('\r\n')[1], ',,,,,')
  assert.equal((await written(tableOf(empty), true)).split('\r\n')[1], ';;;;;')
})

test('the description has the columns of the table, in their order', () => {
  const about = { title: 'Proef', description: 'Een proef.', licence: 'https://example.org/licence' }
  const told = JSON.parse(JSON.stringify(csvwOf({ columns, slug: 'proef' }, about)))
  assert.deepEqual(
    told.tableSchema.columns.map(({ titles }: { titles: string }) => titles),
    columns.map(({ name }) => name),
  )
  assert.equal(told.url, 'proef.csv')
  assert.equal(told.tableSchema.columns.at(-1).separator, '|')
})

test('following reads everything once, a stretch at a time', async () => {
  const numbers = Array.from({ length: 2 * BATCH + 1 }, (_, at) => ({ no: at + 1 }))
  const asked: number[] = []
  const seen: number[] = []
  const load = async (after: number, most: number) => {
    asked.push(after)
    return numbers.filter(({ no }) => no > after).slice(0, most)
  }
  for await (const rows of followed(load)) seen.push(...rows.map(({ no }) => no))
  assert.deepEqual(asked, [0, BATCH, 2 * BATCH])
  assert.equal(seen.length, numbers.length)
  assert.equal(new Set(seen).size, numbers.length)
})
