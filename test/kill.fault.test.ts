import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { OWNER } from '../src/foundation/db/index.ts'
import { openServer, type Server } from './server.ts'

/** How often the power goes; FAULTS raises it for a long run. */
const times = Number(process.env.FAULTS ?? 6)

let server: Server
before(async () => {
  server = await openServer({ LOG_LEVEL: 'error' })
})
after(() => server.close())

interface Submitted {
  email: string
  /** How often it was sent before it was acknowledged. */
  tries: number
}

/** Someone who asks for a mail, and sends the same form again until the site says it has it. */
async function submit(email: string, until: () => boolean): Promise<Submitted | undefined> {
  const nonce = Buffer.from(email).toString('hex').padEnd(32, '0')
  for (let tries = 1; !until(); tries += 1) {
    const status = await fetch(`${server.baseUrl}/inloggen`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: server.baseUrl, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ email, _nonce: nonce }),
      signal: AbortSignal.timeout(8000),
    }).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 303) return { email, tries }
    assert.ok(status === 0 || status === 503, `answered with ${status}`)
    await pause(50)
  }
  return undefined
}

/** Submits without a pause while `harm` is done; gives what was acknowledged. */
async function submitDuring(label: string, harm: () => Promise<void>): Promise<Submitted[]> {
  let over = false
  const acknowledged: Submitted[] = []
  const submitter = async (name: number) => {
    for (let count = 0; !over; count += 1) {
      const done = await submit(`${label}-${name}-${count}@verankerd.example`, () => false)
      if (done) acknowledged.push(done)
    }
  }
  const submitters = [0, 1, 2, 3].map(submitter)
  try {
    await harm()
  } finally {
    over = true
    await Promise.all(submitters)
  }
  return acknowledged
}

async function kept(label: string): Promise<Map<string, number>> {
  const { sockets } = server.postmaster()
  const client = new pg.Client({
    connectionString: `postgres://${OWNER}@localhost/verankerd?host=${encodeURIComponent(sockets)}`,
  })
  await client.connect()
  const { rows } = await client.query<{ email: string; count: number }>(
    'select email, count(*)::int from people.sign_in_code where email like $1 group by email',
    [`${label}-%`],
  )
  await client.end()
  return new Map(rows.map((row) => [row.email, row.count]))
}

async function assertNothingLost(label: string, acknowledged: Submitted[]): Promise<void> {
  const rows = await kept(label)
  const again = acknowledged.filter((one) => one.tries > 1).length
  console.log(`${label}: ${acknowledged.length} acknowledged, ${again} of them after trying again`)
  assert.ok(acknowledged.length > 50, `only ${acknowledged.length} submits were acknowledged`)
  assert.ok(again > 0, 'the faults hit nothing')
  assert.deepEqual(
    { lost: acknowledged.filter((one) => !rows.has(one.email)), twice: [...rows].filter(([, n]) => n > 1) },
    { lost: [], twice: [] },
  )
}

test('kill -9 of the application during submits loses nothing that was acknowledged, and doubles nothing', async () => {
  const slowest: number[] = []
  const acknowledged = await submitDuring('stroom', async () => {
    for (let time = 0; time < times; time += 1) {
      await pause(700)
      await server.kill()
      const began = performance.now()
      await server.start()
      slowest.push(performance.now() - began)
    }
  })
  await assertNothingLost('stroom', acknowledged)
  const worst = Math.max(...slowest)
  console.log(`back within ${Math.round(worst)} ms`)
  assert.ok(worst < 10_000, `back after ${Math.round(worst)} ms`)
})

function wholeTree(pid: number): number[] {
  const children = readdirSync('/proc').flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid ? [Number(name)] : []
    } catch {
      return []
    }
  })
  return [pid, ...children.flatMap(wholeTree)]
}

const linux = process.platform === 'linux'

test('kill -9 of the whole database during submits: the application lives, answers 503 and heals', {
  skip: linux ? false : 'reads /proc',
}, async () => {
  const application = server.pid()
  const healed: number[] = []
  const acknowledged = await submitDuring('schijf', async () => {
    for (let time = 0; time < times; time += 1) {
      await pause(700)
      for (const pid of wholeTree(server.postmaster().pid)) {
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // It ended with its parent.
        }
      }
      const began = performance.now()
      await pause(100)
      await server.ready()
      healed.push(performance.now() - began)
    }
  })
  assert.equal(server.pid(), application)
  await assertNothingLost('schijf', acknowledged)
  const worst = Math.max(...healed)
  console.log(`healed within ${Math.round(worst)} ms`)
  assert.ok(worst < 10_000, `healed after ${Math.round(worst)} ms`)
})

test('the log of all that holds no address that was typed', () => {
  assert.doesNotMatch(readFileSync(`${server.folder}/server.log`, 'utf8'), /(stroom|schijf)-\d/)
})
