import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './architecture/source.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const settings = [...read('src/foundation/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
  ([, name = '']) => name,
)

test('every setting and every command is named where people look for it', () => {
  assert.ok(settings.length > 20, 'they are found at all')
  const lacking = (path: string, names: string[]) => names.filter((name) => !read(path).includes(`\`${name}`))
  assert.deepEqual(lacking('README.md', settings), [])
  assert.deepEqual(lacking('docs/operations.md', settings), [])
  const { scripts } = JSON.parse(read('package.json'))
  const commands = Object.keys(scripts).filter((name) => !['start', 'test', 'build', 'fonts'].includes(name))
  assert.deepEqual(
    lacking(
      'README.md',
      commands.map((name) => `npm run ${name}`),
    ),
    [],
  )
})
