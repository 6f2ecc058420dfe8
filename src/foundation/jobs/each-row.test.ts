import assert from 'node:assert/strict'
import { test } from 'node:test'
import pino from 'pino'
import { eachRow, eachStep } from './each-row.ts'

const listen = () => {
  const lines: string[] = []
  return { lines, log: pino({ base: null }, { write: (line: string) => void lines.push(line) }) }
}

test('a row that throws is logged without its data, and those behind it are done', async () => {
  const { lines, log } = listen()
  const done: string[] = []
  const count = await eachRow({ log, what: 'ask', name: (row) => `praktijk ${row}` }, ['a', 'b', 'c'], async (row) => {
    if (row === 'b') throw new RangeError('kanarie@straat.example')
    done.push(row)
  })
  assert.deepEqual([count, done], [2, ['a', 'c']])
  assert.equal(lines.length, 1)
  const { what, row, fault } = JSON.parse(lines[0] ?? '')
  assert.deepEqual([what, row, fault], ['ask', 'praktijk b', 'RangeError'])
  assert.doesNotMatch(lines.join(), /kanarie/)
})

test('rows that come in one by one are done one by one, and the first may be the one that throws', async () => {
  const { lines, log } = listen()
  async function* rows() {
    yield 1
    yield 2
  }
  const count = await eachRow({ log, what: 'remind' }, rows(), async (row) => {
    if (row === 1) throw new Error('no')
  })
  assert.deepEqual([count, lines.length], [1, 1])
})

for (const code of ['40001', '40P01', '55P03', '57014', '25P03'])
  test(`a row that ends in ${code} waits for the next time, and those behind it are done`, async () => {
    const { lines, log } = listen()
    const done: number[] = []
    const count = await eachRow({ log, what: 'ask' }, [1, 2], async (row) => {
      if (row === 1) throw new Error('Failed query', { cause: Object.assign(new Error('x'), { code }) })
      done.push(row)
    })
    assert.deepEqual([count, done, lines.length], [1, [2], 1])
  })

for (const code of ['08006', '53300', '57P01', '57P03', '25006', 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND'])
  test(`a database that is away (${code}) ends it: the queue tries again`, async () => {
    const { lines, log } = listen()
    const tried: number[] = []
    const away = Object.assign(new Error('x'), { code })
    await assert.rejects(
      eachRow({ log, what: 'ask' }, [1, 2], async (row) => {
        tried.push(row)
        throw away
      }),
      away,
    )
    assert.deepEqual([tried, lines], [[1], []])
  })

test('steps that have nothing to do with each other do not wait for each other', async () => {
  const { lines, log } = listen()
  const done: string[] = []
  await eachStep(log, {
    first: async () => {
      throw new Error('no')
    },
    second: async () => void done.push('second'),
  })
  assert.deepEqual(done, ['second'])
  assert.match(lines[0] ?? '', /"what":"step","row":"first"/)
})
