import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawn } from './drawn.tsx'
import { Form } from './form.tsx'
import { bareFrame } from './frame.ts'
import { Page } from './page.tsx'

test('what was drawn stands on a page as it is, and what it was given was escaped', () => {
  const part = drawn(<p>{'<b>'}</p>)
  assert.match(Page({ frame: bareFrame, head: { title: 'A' }, children: part }), /<main[^>]*><p>&lt;b&gt;<\/p><\/main>/)
})

test('what depends on who looks can not be drawn for everyone', () => {
  assert.throws(() => drawn(<Form action="/a">x</Form>), /differs per page/)
  assert.match(
    Page({ frame: { ...bareFrame, token: 'munt' }, head: { title: 'A' }, children: <Form action="/a">x</Form> }),
    /munt/,
  )
})
