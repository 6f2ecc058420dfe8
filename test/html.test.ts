import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadAnchors, formsOf, linksOf, titleOf } from './html.ts'

const page = `<title>A &amp; B</title><a href="/a?x=1&amp;y=2#z">a</a><a class="b" href="b">b</a><a href="https://elders.example/">c</a>
<a href="#er">x</a><a href="#weg">y</a><p id="er"></p><img alt="" src="/icon.svg">
<form method="post" action="/stuur"><input type="hidden" name="_nonce" value="n1"><input name="naam"/>
<textarea name="verhaal" rows="3"></textarea><select name="soort"><option value="x">X</option><option value="y">Y</option></select>
<button type="submit" name="doe" value="weg">Weg</button></form>`

test('links of our own site are found, with what was escaped', () => {
  assert.deepEqual(
    linksOf(page, '/map/hier').filter((one) => !one.startsWith('/map/hier')),
    ['/a?x=1&y=2', '/map/b', '/icon.svg'],
  )
  assert.deepEqual(deadAnchors(page), ['#weg'])
  assert.equal(titleOf(page), 'A & B')
})

test('forms are found with every field in them', () => {
  const [form] = formsOf(page)
  assert.equal(form?.method, 'POST')
  assert.equal(form?.action, '/stuur')
  assert.deepEqual(
    form?.fields.map((field) => field.name),
    ['_nonce', 'naam', 'doe', 'verhaal', 'soort'],
  )
  assert.deepEqual(form?.fields.at(-1)?.options, ['x', 'y'])
})
