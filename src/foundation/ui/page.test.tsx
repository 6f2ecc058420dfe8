import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { mock, test } from 'node:test'
import { bareFrame, type Frame } from './frame.ts'
import { Page, pageTitle } from './page.tsx'
import { Showcase, showcaseHead } from './showcase.tsx'

const frame: Frame = {
  ...bareFrame,
  baseUrl: 'https://voorbeeld.nl',
  path: '/kenmerken/a',
  assets: {
    css: '/assets/s.css',
    preload: ['/assets/f.woff2'],
    share: '/assets/share.png',
    icon: '/assets/i.svg',
    scripts: {},
  },
  nav: [{ href: '/kenmerken', label: 'Kenmerken' }],
}

test('the title opens with the number of faults', () => {
  const cases: [Parameters<typeof pageTitle>[0], string][] = [
    [{ title: 'Verankerd' }, 'Verankerd'],
    [{ title: 'Inloggen' }, 'Inloggen · Verankerd'],
    [{ title: 'Inloggen', errors: 0 }, 'Inloggen · Verankerd'],
    [{ title: 'Inloggen', errors: 1 }, '(1 invoerfout) Inloggen · Verankerd'],
    [{ title: 'Inloggen', errors: 2 }, '(2 invoerfouten) Inloggen · Verankerd'],
  ]
  for (const [head, title] of cases) assert.equal(pageTitle(head), title)
})

test('a page is one document with everything escaped', () => {
  const html = Page({ frame, head: { title: '<b>', canonical: '/a', robots: 'noindex' }, children: '<i>' })
  assert.match(html, /^<!DOCTYPE html><html lang="nl">/)
  assert.match(html, /<title>&lt;b&gt; · Verankerd<\/title>/)
  assert.match(html, /<link rel="canonical" href="https:\/\/voorbeeld.nl\/a"\/>/)
  assert.match(html, /<meta name="robots" content="noindex"\/>/)
  assert.match(html, /<main id="inhoud"[^>]*>&lt;i&gt;<\/main>/)
  assert.match(html, /href="\/kenmerken" aria-current="true"/)
})

test('who is signed in can sign out with the token of the session, a stranger can sign in', () => {
  const stranger = Page({ frame, head: { title: 'A' } })
  assert.match(stranger, /Inloggen/)
  assert.doesNotMatch(stranger, /Uitloggen/)
  const person = Page({ frame: { ...frame, signedIn: { name: 'Samira' }, token: 'munt' }, head: { title: 'A' } })
  assert.match(person, /action="\/uitloggen" method="post"/)
  assert.match(person, /name="_token" value="munt"/)
  assert.match(person, /href="\/mijn"/)
})

test('no part of the house writes an inline style or script, which the security policy would refuse', () => {
  const html = Page({ frame, head: showcaseHead, children: <Showcase /> })
  assert.doesNotMatch(html, /<style|<script|\sstyle=|\son\w+=/)
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
  assert.equal(new Set(ids).size, ids.length)
})

test('a page is drawn at once: nothing follows it across promises', () => {
  const followed = mock.method(AsyncLocalStorage.prototype, 'run')
  try {
    Page({ frame, head: { title: 'Kenmerken' }, children: '' })
    assert.equal(followed.mock.callCount(), 0)
  } finally {
    followed.mock.restore()
  }
})
