import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { root } from '../../../test/architecture/source.ts'
import { Showcase } from './showcase.tsx'

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

test('the top of a page stands there for whoever is there: signed in or not, at a room of the menu, in a trial', () => {
  const tops = String(Showcase()).split('id="koppen"')[1] ?? ''
  const headers = [...tops.matchAll(/<header class="header">([\s\S]*?)<\/header>/g)].map(([, html = '']) => html)
  const states = headers.map((html) => ({
    out: html.includes('href="/inloggen"'),
    in: html.includes('action="/uitloggen"') && html.includes('href="/mijn"'),
    at: /aria-current="true"[^>]*>([^<]*)/.exec(html)?.[1],
  }))
  assert.deepEqual(states, [
    { out: true, in: false, at: undefined },
    { out: true, in: false, at: 'Kenmerken' },
    { out: false, in: true, at: undefined },
    { out: true, in: false, at: undefined },
  ])
  assert.match(tops, /<aside class="banner"[\s\S]*Proefopstelling/)
  assert.match(tops, /Het menu, opengeslagen[\s\S]*value="eigen kracht"/)
  const names = [...tops.matchAll(/<(?:nav|aside)[^>]* aria-label="([^"]+)"/g)].map(([, name]) => name)
  assert.equal(new Set(names).size, names.length, 'who listens can tell them apart')
})
