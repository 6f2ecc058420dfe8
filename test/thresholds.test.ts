import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { committedFiles, readModule, root } from './architecture/source.ts'

interface Threshold {
  what: string
  number: number
  reason: string
  place: string
  test: string
}

const table: Threshold[] = readFileSync(`${root}docs/thresholds.md`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, what = '', number = '', reason = '', place = '', by = '']) => ({
    what,
    number: Number(number),
    reason,
    place,
    test: by.replaceAll('`', ''),
  }))

test('the table of minimum counts is read', () => {
  assert.ok(table.length >= 7)
  for (const { what, number, reason } of table) {
    assert.ok(Number.isInteger(number) && number > 1, `${what}: ${number} is no count`)
    assert.ok(reason.length > 20, `${what}: why?`)
  }
})

for (const { what, number, place, test: by } of table) {
  const [file, name] = [...place.matchAll(/`([^`]+)`/g)].map(([, quoted = '']) => quoted)
  test(`minimum count: ${what}`, async () => {
    assert.ok(file)
    if (place.startsWith('not built'))
      return assert.ok(!existsSync(`${root}${file}`), `${file} stands: name the constant`)
    const module = await readModule(file)
    assert.equal(module[name ?? ''], number)
    assert.ok(existsSync(`${root}${by}`), `${by} does not exist`)
    const tested = readFileSync(`${root}${by}`, 'utf8')
    assert.match(tested, new RegExp(`\\b${name}\\b`), `${by} never comes near ${name}`)
  })
}

test('no minimum count stands in the code and not in the table', () => {
  const named = table.map(({ place }) => place)
  const written = committedFiles()
    .filter((file) => /^src\/.*(?<!\.test)\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(`${root}${file}`, 'utf8').matchAll(/\bconst ((?:FEWEST|SMALLEST|MINIMUM)\w*)/g)].map(
        ([, name]) => `\`${file}\` \`${name}\``,
      ),
    )
  assert.ok(written.length >= 10, `${written.length} were found`)
  assert.deepEqual(
    written.filter((place) => !named.includes(place)),
    [],
  )
})
