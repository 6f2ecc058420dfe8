import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { PageCache } from './cache.ts'

const at = new Date('2026-03-01T09:00:00Z')

/** What a visitor with these headers gets from the cache; 418 when it hands the request on. */
async function asked(cache: PageCache, headers: Record<string, string>) {
  const server = createServer((request, response) => {
    if (!cache.answer(request, response)) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/scherm`, { headers })
  const text = await answer.text()
  server.close()
  return { status: answer.status, text, headers: answer.headers }
}

test('a page that is the same for some is given to those alone, and no browser may keep it', async () => {
  const cache = new PageCache('sessie', () => at)
  const suits = (cookies: string | undefined, now: Date) => cookies === 'plek=leeg' && now === at
  const leeg = { headers: new Headers({ 'X-Frame-Options': 'DENY' }), plain: Buffer.from('leeg') }
  cache.keep('/scherm', cache.generation, leeg, suits)
  const given = await asked(cache, { cookie: 'plek=leeg' })
  assert.deepEqual([given.status, given.text], [200, 'leeg'])
  assert.deepEqual(
    ['cache-control', 'etag', 'x-frame-options'].map((name) => given.headers.get(name)),
    ['no-store', null, 'DENY'],
  )
  for (const cookie of ['plek=vol', 'plek=leeg; sessie=abc', 'x=y'])
    assert.equal((await asked(cache, { cookie })).status, 418)
  assert.equal((await asked(cache, {})).status, 418)
  cache.clear()
  assert.equal((await asked(cache, { cookie: 'plek=leeg' })).status, 418)
})

test('a public page is given to everyone without a session, and asked for again by its mark', async () => {
  const cache = new PageCache('sessie')
  cache.keep('/scherm', cache.generation, { headers: new Headers(), plain: Buffer.from('voor iedereen') })
  const given = await asked(cache, {})
  assert.deepEqual([given.status, given.headers.get('cache-control')], [200, 'no-cache'])
  const tag = given.headers.get('etag') ?? ''
  assert.match(tag, /^W\/"/, 'one tag for what is packed in three ways')
  for (const known of [tag, tag.replace('W/', ''), `"x", ${tag}`])
    assert.equal((await asked(cache, { 'if-none-match': known })).status, 304, known)
  assert.equal((await asked(cache, { 'if-none-match': 'W/"x"' })).status, 200)
  assert.equal((await asked(cache, { cookie: 'sessie=abc' })).status, 418)
})

test('a kept page is given packed to who can unpack it, and every time the same', async () => {
  const cache = new PageCache('sessie')
  const words = 'Waar komt dit vandaan? '.repeat(200)
  cache.keep('/scherm', cache.generation, { headers: new Headers(), plain: Buffer.from(words) })
  for (const encoding of ['br', 'gzip', 'identity'])
    for (const time of [1, 2]) {
      const given = await asked(cache, { 'accept-encoding': encoding })
      const packed = encoding === 'identity' ? null : encoding
      assert.deepEqual([given.headers.get('content-encoding'), given.text === words], [packed, true], `${time}`)
      assert.equal(Number(given.headers.get('content-length')) < words.length, packed !== null)
    }
})

test('at midnight of the Dutch clock everything is made anew: pages say what is over and what is open today', async () => {
  let now = new Date('2026-02-28T22:59:59.999Z')
  const cache = new PageCache('sessie', () => now)
  const page = { headers: new Headers(), plain: Buffer.from('vandaag open') }
  const load = async () => now.toISOString()
  const before = await cache.memo('dag', load)
  const begun = cache.generation
  cache.keep('/scherm', begun, page)
  assert.deepEqual([(await asked(cache, {})).status, await cache.memo('dag', load)], [200, before])
  now = new Date('2026-02-28T23:00:00Z')
  assert.equal((await asked(cache, {})).status, 418)
  cache.keep('/scherm', begun, page)
  assert.equal((await asked(cache, {})).status, 418, 'begun yesterday')
  assert.equal(await cache.memo('dag', load), now.toISOString())
  cache.keep('/scherm', cache.generation, page)
  assert.equal((await asked(cache, {})).status, 200)
})
