import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { bare, closeParts, type TestParts, testParts, Visit } from '../../../test/parts.ts'
import { type HouseEnv, house, page, startSession, unlogged } from './index.ts'

let parts: TestParts
let app: Hono<HouseEnv>
let written = 0

before(async () => {
  parts = await testParts()
  app = house(parts)
  app.route(
    '/',
    bare()
      .post('/in/:wie', async (c) => {
        await startSession(c, c.req.param('wie'))
        return c.redirect('/vorm', 303)
      })
      .get('/vorm', (c) => page(c, { title: 'Vorm' }, c.var.session?.token ?? ''))
      .post('/schrijf', (c) => {
        written += 1
        return c.text('geschreven')
      })
      .use('/stil/*', unlogged)
      .post('/stil/schrijf', (c) => c.text('geschreven')),
  )
})
after(() => closeParts(parts))

/** The token of a session that this browser starts now. */
async function tokenOfNow(browser: Visit, wie = '22222222-2222-4222-8222-222222222222'): Promise<string> {
  await browser.post(`/in/${wie}`, { _token: /[0-9a-f]{64}/.exec((await browser.get('/vorm')).text)?.[0] ?? '' })
  return /[0-9a-f]{64}/.exec((await browser.get('/vorm')).text)?.[0] ?? ''
}

test('a form that stood open while its visitor signed in anew can be sent again, by that visitor only', async () => {
  const text = 'Een lange tekst uit het andere tabblad'
  const browser = new Visit(app)
  const before = await tokenOfNow(browser)
  const form = { tekst: text, _token: before, _nonce: 'een formulier van eerder' }
  // The cookie went, the session is known still: so it is after twelve hours.
  browser.cookies.delete('sessie')
  const now = await tokenOfNow(browser)
  assert.notEqual(now, before)
  const own = await browser.post('/schrijf', form)
  assert.equal(own.status, 403)
  assert.match(own.text, /Wat je invulde, is er nog/)
  assert.match(own.text, new RegExp(`name="tekst" value="${text}"`))
  assert.match(own.text, new RegExp(`name="_token" value="${now}"`))
  assert.doesNotMatch(own.text, new RegExp(before))
  assert.equal(written, 0)
  assert.equal((await browser.post('/schrijf', { ...form, _token: now })).status, 200)
  assert.equal(written, 1)
  const away = { ...form, _token: before }
  const foreign = await browser.post('/schrijf', away, { origin: 'http://kwaad.example' })
  assert.equal(foreign.status, 403)
  assert.doesNotMatch(foreign.text, /lange tekst/)
  const silent = await browser.post('/stil/schrijf', away)
  assert.equal(silent.status, 403)
  assert.doesNotMatch(silent.text, /lange tekst|Verstuur het opnieuw/)

  const other = new Visit(app)
  await tokenOfNow(other, '33333333-3333-4333-8333-333333333333')
  const taken = await other.post('/schrijf', away)
  assert.equal(taken.status, 403)
  assert.doesNotMatch(taken.text, /lange tekst|Verstuur het opnieuw/)
})

test('of a form whose session is gone the words are shown, and there is nothing to send', async () => {
  const browser = new Visit(app)
  const before = await tokenOfNow(browser)
  // A second step ends the session before it.
  await tokenOfNow(browser)
  const answer = await browser.post('/schrijf', { tekst: 'Een lange tekst', keuze: 'ja', _token: before })
  assert.equal(answer.status, 403)
  assert.match(answer.text, /<textarea[^>]*>\s*Een lange tekst<\/textarea>/)
  assert.match(answer.text, /Stukje 1/)
  assert.doesNotMatch(answer.text, /Verstuur het opnieuw|Stukje 2/)
  const silent = await browser.post('/stil/schrijf', { tekst: 'Een lange tekst', _token: before })
  assert.doesNotMatch(silent.text, /lange tekst/)
})
