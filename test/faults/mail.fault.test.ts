/** F10: the mail server is away, drops mails halfway, and comes back. Nothing is lost, nothing comes more than twice. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { asOwner, busyness, freePort, Ground, type Running, stop } from './server.ts'
import { Visitor } from './visitor.ts'

const ground = new Ground()
after(() => ground.clear())

const MAILS = 20

/** Takes mails; of the first `dropping` addresses it takes every byte once and hangs up before it says so. */
class MailServer {
  readonly received: { to: string; id: string }[] = []
  readonly #server: SMTPServer
  readonly #dropped = new Set<string>()
  dropping = 0

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onData: (stream, session, done) => {
        let text = ''
        stream.on('data', (part: Buffer) => {
          text += part.toString()
        })
        stream.on('end', () => {
          const to = session.envelope.rcptTo[0]?.address ?? ''
          // What the house sends of itself meanwhile, such as a reminder, is taken and not counted.
          if (!to.endsWith('@weg.example')) return done()
          this.received.push({ to, id: /^Message-ID: (\S+)/im.exec(text)?.[1] ?? '' })
          if (this.#dropped.has(to) || this.#dropped.size >= this.dropping) return done()
          this.#dropped.add(to)
          this.#hangUp()
        })
      },
    })
    this.#server.on('error', () => {})
  }

  #hangUp(): void {
    for (const connection of this.#server.connections) connection.close()
  }

  async open(port: number): Promise<void> {
    this.#server.listen(port, '127.0.0.1')
    await once(this.#server.server, 'listening')
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }
}

/** Mails to sign in that still wait; the house itself may send others meanwhile, such as an invitation of the trial. */
const waiting = async (server: Running) =>
  (
    await asOwner<{ count: number }>(
      server.dataDir,
      `select count(*)::int as count from house.mail where taken_at is null and subject = 'Inloggen bij Verankerd'`,
    )
  )[0]?.count

/** The wait between two attempts grows to minutes; here it is over at once. */
const hurry = (server: Running) =>
  asOwner(server.dataDir, `update pgboss.job set start_after = now() where name = 'mail' and state = 'retry'`)

test('a mail server that is away, hangs up halfway, and comes back', async (t) => {
  const port = await freePort()
  const server = await ground.start({
    dataDir: await ground.house('house'),
    env: { SMTP_URL: `smtp://127.0.0.1:${port}` },
  })
  const visitor = new Visitor(server)
  for (let index = 0; index < MAILS; index++)
    assert.equal((await visitor.post('/inloggen', { email: `post${index}@weg.example` })).status, 303)
  await pause(3000)
  assert.equal(await waiting(server), MAILS, 'the outbox keeps them all')
  assert.equal((await visitor.get('/demo/post')).status, 404, 'with a mail server nobody reads along')
  visitor.leave()

  const mails = new MailServer()
  mails.dropping = 3
  await mails.open(port)
  const began = performance.now()
  while ((await waiting(server)) !== 0 && performance.now() - began < 60_000) {
    await hurry(server)
    await pause(200)
  }
  const took = performance.now() - began
  await stop(server, 'SIGTERM')
  await mails.close()

  const times = new Map<string, string[]>()
  for (const { to, id } of mails.received) times.set(to, [...(times.get(to) ?? []), id])
  const most = Math.max(...[...times.values()].map((ids) => ids.length))
  t.diagnostic(
    `${MAILS} mails, ${times.size} arrived in ${Math.round(took)} ms, ${mails.received.length - times.size} came twice`,
  )
  assert.equal(times.size, MAILS, 'none is lost')
  assert.ok(most <= 2, 'at most one too many')
  assert.ok(mails.received.length <= MAILS + 3, 'only what was cut off came twice')
  for (const ids of times.values()) assert.equal(new Set(ids).size, 1, 'under the same Message-ID')
  assert.ok(took < 1000 * MAILS * Math.min(1.5, busyness()), `${Math.round(took)} ms: mails queue behind each other`)
})
