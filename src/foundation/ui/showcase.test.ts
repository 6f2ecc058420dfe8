import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { root } from '../../../test/architecture/source.ts'

const folder = `${root}src/foundation/ui/`
const read = (name: string) => readFileSync(`${folder}${name}`, 'utf8')

/** What draws nothing of its own on a page, or is the page all others stand on. */
const FRAME = ['Breadcrumb', 'DataBlock', 'FrameContext', 'Page', 'Script', 'ShareHead', 'Showcase']

test('every part the house offers stands on the page with all parts', () => {
  const offered = [...read('index.ts').matchAll(/^export \{([^}]*)\}/gm)]
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => /^[A-Z][A-Za-z]+$/.test(name) && !FRAME.includes(name))
  assert.ok(offered.length > 35, `${offered.length} parts were found`)
  const shown = readdirSync(folder)
    .filter((name) => /^showcase(\.\w+)?\.tsx$/.test(name))
    .map(read)
    .join('\n')
  assert.deepEqual(
    offered.filter((name) => !new RegExp(`<${name}[\\s/>]`).test(shown)),
    [],
  )
})
