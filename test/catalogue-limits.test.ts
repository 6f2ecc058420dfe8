import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { root } from './architecture/source.ts'

/** The table of docs/operations.md beside the code: whoever runs the house reads there what holds. */
const [, section = ''] = readFileSync(`${root}docs/operations.md`, 'utf8').split('### Limits of a catalogue\n')
const [table = ''] = section.split('\n#')
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, what = '', limit = '', , place = '']) => ({ what, limit, place }))

const UNITS: Record<string, number> = { '': 1, s: 1_000, min: 60_000, MB: 1024 * 1024 }
const NAMES: Record<string, number> = { SECOND: 1_000, MINUTE: 60_000, HOUR: 3_600_000, DAY: 86_400_000 }

/** What a constant of a file is worth: a product of numbers and of units of time. */
function worthOf(file: string, name: string): number | undefined {
  const text = readFileSync(`${root}${file}`, 'utf8')
  const [, product] = new RegExp(`^(?:export )?const ${name} = ([\\w *]+)$`, 'm').exec(text) ?? []
  return product
    ?.split('*')
    .map((part) => part.trim())
    .map((part) => NAMES[part] ?? Number(part.replaceAll('_', '')))
    .reduce((all, one) => all * one, 1)
}

test('the table of limits of a catalogue is read', () => assert.ok(rows.length >= 15))

for (const { what, limit, place } of rows)
  test(`limit of a catalogue: ${what}`, () => {
    const [, number = '', unit = ''] = /^([\d,]+) ?(\w*)$/.exec(limit) ?? []
    const [file = '', name = ''] = [...place.matchAll(/`([^`]+)`/g)].map(([, quoted = '']) => quoted)
    assert.ok(existsSync(`${root}${file}`), `${file} does not exist`)
    assert.equal(worthOf(file, name), Number(number.replaceAll(',', '')) * (UNITS[unit] ?? Number.NaN), place)
  })
