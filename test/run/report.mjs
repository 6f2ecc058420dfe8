/**
 * Our reporter for node:test: silent about what passes, whole about what fails. With TEST_FIGURES set, it leaves the
 * figures (the type is `Figures` in spawn.ts) in that file for the runner. Plain JavaScript: `node --test` loads its
 * reporter before it can read TypeScript.
 */
import { writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { inspect } from 'node:util'

const keptSlowest = 5
/** What node:test counts itself, we count too. */
const ownFigures = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /

function reasonOf(error) {
  const cause = error?.cause ?? error
  return inspect(cause, { depth: 5, maxStringLength: 4000, maxArrayLength: 60 }).replace(/^/gm, '    ')
}

/** Without its line: that would be one of the bundle. The stack names the line of the source. */
function place({ file }) {
  return file === undefined ? '' : ` (${relative(process.cwd(), file).replace(/^dist\/tests-\w+\//, '')})`
}

/** A suite that fails because a test in it failed says nothing new. */
function isOnlyOfChildren({ details }) {
  return details.error?.failureType === 'subtestsFailed'
}

/** node:test reports a file in which it found nothing as one test that passed. */
function isEmptyFile({ name, file }) {
  return file !== undefined && resolve(name) === resolve(file)
}

export default async function* report(events) {
  const figures = { passed: 0, failed: 0, skipped: [], slowest: [] }
  for await (const { type, data } of events) {
    if (type === 'test:diagnostic' && !ownFigures.test(data.message)) yield `    ${data.message}\n`
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message
    if (type === 'test:fail' && !isOnlyOfChildren(data)) {
      figures.failed += 1
      yield `\n  ✗ ${data.name}${place(data)}\n${reasonOf(data.details.error)}\n\n`
    }
    if (type === 'test:pass' && data.details.type !== 'suite') {
      const mark = data.skip ?? data.todo
      if (mark !== undefined && mark !== false) {
        figures.skipped.push({
          name: data.name,
          why: typeof mark === 'string' && mark !== '' ? mark : 'no reason given',
        })
      } else if (isEmptyFile(data)) {
        figures.failed += 1
        yield `\n  ✗ ${data.name} holds no test\n`
      } else {
        figures.passed += 1
        figures.slowest.push({ name: data.name, ms: Math.round(data.details.duration_ms) })
        figures.slowest.sort((one, other) => other.ms - one.ms).splice(keptSlowest)
      }
    }
  }
  if (process.env.TEST_FIGURES) writeFileSync(process.env.TEST_FIGURES, JSON.stringify(figures))
}
