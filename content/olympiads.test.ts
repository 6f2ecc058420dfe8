/** The fictional working group: what the zod shape can't say. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupContent, plainFaults, plainHints } from '../src/olympiad/index.ts'
import { callContent, practiceContent } from '../src/practices/index.ts'
import { names, read } from './text.ts'

const groups = names('olympiads').map((name) => groupContent.parse(read(`olympiads/${name}`)))
const practices = names('practices').map((name) => practiceContent.parse(read(`practices/${name}`)))
const calls = names('calls').map((name) => callContent.parse(read(`calls/${name}`)))

test('a group reads published practices of its year, and its themes are those of the call', () => {
  for (const group of groups) {
    const themes = calls
      .filter(({ year }) => year === group.year)
      .flatMap((call) => call.themes.map(({ slug }) => slug))
    assert.deepEqual(
      group.themes.filter((slug) => !themes.includes(slug)),
      [],
    )
    for (const slug of group.practices)
      assert.equal(practices.find((one) => one.slug === slug)?.state, 'published', slug)
  }
})

test('eight factors and twenty statements, each one thought in at most twenty plain words', () => {
  for (const { factors, statements } of groups) {
    assert.ok(factors.length >= 6 && factors.length <= 8)
    assert.equal(statements.length, 20)
    assert.equal(new Set(statements.map(({ plain }) => plain)).size, 20)
    for (const { plain } of statements) assert.deepEqual([...plainFaults(plain), ...plainHints(plain)], [], plain)
  }
})

test('an example comes from a mark under the factors of its statement', () => {
  for (const { factors, statements, splitFrom, dropped } of groups)
    for (const { plain, exampleOf, factors: on } of [...statements, ...splitFrom, ...dropped]) {
      const marks = factors.filter(({ id }) => on.includes(id)).flatMap((factor) => factor.marks)
      assert.ok(marks.includes(exampleOf), plain)
    }
})
