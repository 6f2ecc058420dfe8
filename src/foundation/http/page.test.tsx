import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { bareFrame, Form, type Frame } from '../ui/index.ts'
import type { HouseEnv } from './env.ts'
import { page } from './page.tsx'

let asked = 0
const anyone = (): Frame => ({ ...bareFrame, nonce: () => `nonce-${++asked}` })
const site = (frame: () => Frame, title = 'Vraag') =>
  new Hono<HouseEnv>()
    .use(async (c, next) => {
      c.set('draw', frame)
      await next()
    })
    .get('/', (c) => page(c, { title }, <Form action="/">x</Form>))
const read = async (app: Hono<HouseEnv>) => (await app.request('/')).text()

test('every visitor gets the whole page, with a nonce of their own', async () => {
  const app = site(anyone)
  const [one, other] = [await read(app), await read(app)]
  for (const text of [one, other]) assert.match(text, /^<!DOCTYPE html><html lang="nl">[\s\S]*<form[\s\S]*<\/html>$/)
  assert.notEqual(one, other)
  assert.equal(one.replace('nonce-1"', ''), other.replace('nonce-2"', ''))
})

test('what stands around the body is never that of another title, site or person', async () => {
  const named = (name: string) => () => ({ ...anyone(), token: `token of ${name}`, signedIn: { name } })
  assert.match(await read(site(anyone, 'Eén')), /<title>Eén ·/)
  assert.match(await read(site(anyone, 'Twee')), /<title>Twee ·/)
  const banner = { text: 'Proef', href: '/demo', label: 'Word iemand' }
  assert.match(await read(site(() => ({ ...anyone(), banner }))), /Proef/)
  assert.doesNotMatch(await read(site(anyone)), /Proef/)
  assert.match(await read(site(named('Noor'))), /token of Noor/)
  assert.match(await read(site(named('Milan'))), /token of Milan/)
  assert.doesNotMatch(await read(site(anyone)), /token of/)
})
