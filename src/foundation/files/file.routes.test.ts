import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Hono } from 'hono'
import { closeParts, type TestParts, testParts, Visit } from '../../../test/parts.ts'
import { docx } from '../../../test/uploads/office.ts'
import { pdf } from '../../../test/uploads/pdf.ts'
import { type HouseEnv, house, type Listening, listen } from '../http/index.ts'
import { fileRoutes, receiveFile, SENTENCE, sentFile, stopInspecting } from './index.ts'

let parts: TestParts
let app: Hono<HouseEnv>
let listening: Listening
let allowed = true
let dataDir: string

before(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'verankerd-files-'))
  parts = await testParts({ DATA_DIR: dataDir, BASE_URL: 'http://127.0.0.1:3000' })
  app = house(parts)
    .route(
      '/',
      fileRoutes(async () => allowed),
    )
    .post('/sturen', async (c) => {
      const sent = await sentFile(c, 'bestand')
      if (!sent) return c.text('geen bestand', 400)
      const file = await receiveFile(c.var.db, { ...sent, config: c.var.config, by: undefined, at: c.var.now })
      return c.body(null, 303, { Location: `/bestanden/${file.id}` })
    })
  listening = await listen(app, { host: '127.0.0.1', port: 0, baseUrl: parts.config.baseUrl }, parts.cache)
})
after(async () => {
  stopInspecting()
  await listening.stop(500)
  await closeParts(parts)
})

const kept = () =>
  existsSync(join(dataDir, 'files'))
    ? readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length
    : 0

async function send(name: string, bytes: Buffer): Promise<Response> {
  const form = new FormData()
  form.set('bestand', new File([new Uint8Array(bytes)], name))
  const headers = { origin: parts.config.baseUrl, 'sec-fetch-site': 'same-origin' }
  return app.fetch(new Request('http://127.0.0.1:3000/sturen', { method: 'POST', body: form, headers }))
}

test('a download is shut: taken along, never shown, kept by nobody, under a name that tells nothing', async () => {
  const where = (await send('Kanarie.pdf', pdf())).headers.get('location') ?? ''
  const visit = new Visit(app)
  const answer = await visit.get(where)
  assert.equal(answer.status, 200)
  assert.match(answer.bytes.toString('latin1', 0, 5), /%PDF-/)
  const header = (name: string) => answer.headers.get(name) ?? ''
  assert.match(header('content-disposition'), /^attachment; filename="bestand-[0-9a-f]{8}\.pdf"$/)
  assert.equal(header('x-content-type-options'), 'nosniff')
  assert.equal(header('content-security-policy'), "sandbox; default-src 'none'; frame-ancestors 'none'")
  assert.equal(header('cache-control'), 'no-store')
  assert.equal(header('content-type'), 'application/pdf')
  allowed = false
  const [hidden, absent] = [await visit.get(where), await visit.get('/bestanden/00000000-0000-4000-8000-000000000999')]
  assert.deepEqual([hidden.status, absent.status, (await visit.get('/bestanden/..%2fetc')).status], [404, 404, 404])
  const same = (text: string) => text.replace(/<strong>[0-9a-f]+<\/strong>/, '')
  assert.equal(same(hidden.text), same(absent.text))
  allowed = true
  await parts.database.pool.query('update house.file set quarantined = true')
  const waiting = await visit.get(where)
  assert.equal(waiting.status, 503)
  assert.match(waiting.text, /We controleren dit bestand nog/)
  assert.doesNotMatch(parts.lines.join(''), /Kanarie/)
})

test('a refused file answers with its sentence and leaves nothing', async () => {
  const before = kept()
  for (const [name, bytes, sentence] of [
    ['plan.docx', docx({ 'word/vbaProject.bin': 'x' }), SENTENCE.macro],
    ['plan.html', Buffer.from('<html>'), SENTENCE.kind],
    ['../../plan.pdf', Buffer.alloc(0), SENTENCE.empty],
  ] as const) {
    const answer = await send(name, bytes)
    assert.equal(answer.status, 400)
    assert.ok((await answer.text()).includes(sentence))
  }
  const large = await send('plan.pdf', Buffer.alloc(26 * 1024 * 1024))
  assert.equal(large.status, 413)
  assert.ok((await large.text()).includes(SENTENCE.large))
  assert.equal(kept(), before)
})

test('an upload that breaks off leaves nothing behind', async () => {
  const before = [kept(), (await parts.database.pool.query('select from house.file')).rowCount]
  const head = '--grens\r\nContent-Disposition: form-data; name="bestand"; filename="plan.pdf"\r\n\r\n'
  await new Promise<void>((resolve) => {
    const sending = request(`http://127.0.0.1:${listening.port}/sturen`, {
      method: 'POST',
      headers: {
        host: '127.0.0.1:3000',
        origin: parts.config.baseUrl,
        'sec-fetch-site': 'same-origin',
        'content-type': 'multipart/form-data; boundary=grens',
        'content-length': 1_000_000,
      },
    })
    sending.on('error', () => resolve())
    sending.write(head)
    sending.write(pdf())
    setTimeout(() => sending.destroy(), 100)
  })
  await pause(300)
  assert.deepEqual([kept(), (await parts.database.pool.query('select from house.file')).rowCount], before)
})
