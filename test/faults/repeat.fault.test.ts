/** F7: one form sent fifty times at once, again with other text, and again after the house was restarted. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { asOwner, Ground, type Running, stop } from './server.ts'
import { type Answer, Visitor } from './visitor.ts'

const ground = new Ground()
const nonce = randomUUID()
const email = 'vijftig@keer.example'
let server: Running
let first: Answer

const kept = async () =>
  (await asOwner<{ count: number }>(server.dataDir, `select count(*)::int as count from people.sign_in_code`))[0]?.count

async function post(fields: Record<string, string>): Promise<Answer> {
  const visitor = new Visitor(server)
  const answer = await visitor.post('/inloggen', fields)
  visitor.leave()
  return answer
}

const told = ({ status, headers, text }: Answer) => ({
  status,
  to: headers.location,
  cookie: headers['set-cookie'],
  text,
})

before(async () => {
  server = await ground.start({ dataDir: await ground.house('house') })
})
after(() => ground.clear())

test('fifty at once: one effect, fifty times the same answer', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => post({ email, _nonce: nonce })))
  assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [303])
  assert.equal(new Set(answers.map((answer) => JSON.stringify(told(answer)))).size, 1)
  assert.equal(await kept(), 1)
  assert.ok(answers[0])
  first = answers[0]
})

test('the same form with other text is refused, and leaves nothing', async () => {
  const answer = await post({ email: 'iemand-anders@keer.example', _nonce: nonce })
  assert.equal(answer.status, 409)
  assert.match(answer.text, /al een keer verstuurd/)
  assert.equal(await kept(), 1)
})

test('a refused form may be mended and sent again under its nonce', async () => {
  const again = randomUUID()
  assert.equal((await post({ email: 'geen adres', _nonce: again })).status, 400)
  assert.equal((await post({ email: 'wel@keer.example', _nonce: again })).status, 303)
  assert.equal(await kept(), 2)
})

test('after a restart it still gets the first answer', async () => {
  const { dataDir } = server
  await stop(server, 'SIGTERM')
  server = await ground.start({ dataDir, env: { PORT: `${server.port}` } })
  assert.deepEqual(told(await post({ email, _nonce: nonce })), told(first))
  assert.equal(await kept(), 2)
})
