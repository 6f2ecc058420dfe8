/** Every rule of the limiter, found in the source: what it says happens while its database is away, happens. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import { Pool } from 'pg'
import { DAY, HOUR, MINUTE } from '../src/foundation/clock.ts'
import { type HouseEnv, house, type LimitRule, limit, openLimiter } from '../src/foundation/http/index.ts'
import { committedFiles, readModule, root } from './architecture/source.ts'
import { closeParts, type TestParts, testParts, Visit } from './parts.ts'
import { people } from './world.ts'

/** What is open while the counter is away, and why; all others are closed. */
const OPEN: Record<string, string> = {
  'sign-in mail, network address': 'nobody is kept from signing in by a ceiling for a whole hall',
  'nomination begin': 'what someone typed to begin with is worth more than a ceiling on beginnings',
  'nomination begin, network address': 'the same: a school is one address, and beginning opens nothing of anyone',
  'change proposal':
    'what someone says does not work is worth more than a ceiling, and a chair reads it before anyone else',
  'change proposal, network address': 'the same, as wide as a hall behind one address',
  'room code, browser':
    'a hall that can’t come in while the counter is away loses its afternoon; the code of a room opens no one’s answers',
  'room code, joins': 'the same: who is in the room may come in',
  'olympiad code, network address': 'a code has a hundred bits: nobody guesses one in the minutes a counter is away',
  'olympiad code, code': 'the same',
  'olympiad new link, network address': 'the ceiling per address is closed, so nobody’s post fills up',
  'olympiad signup, network address': 'who wants to come is worth more than a ceiling as wide as an office',
  'room code, network address': 'a hall is one address, and comes in at the same minute',
  'theme proposal': 'only who is signed in proposes, and an editor chooses before anyone reads it',
  'read-back link, network address': 'the ceiling per address is closed, so nobody’s post fills up',
}

let parts: TestParts
before(async () => {
  parts = await testParts({ DEMO: 'off' })
})
after(() => closeParts(parts))

function isRule(value: unknown): value is LimitRule {
  return typeof value === 'object' && value !== null && 'onFault' in value && 'points' in value && 'perMs' in value
}

/** The rules in what a module exports, however they are grouped. */
function rulesIn(value: unknown, depth = 0): LimitRule[] {
  if (isRule(value)) return [value]
  if (typeof value !== 'object' || value === null || depth > 3) return []
  return Object.values(value).flatMap((inner) => rulesIn(inner, depth + 1))
}

/** A rule that its file keeps to itself, as it stands written there. */
const WRITTEN =
  /name: '([^']+)',\s*points: ([\d_]+),\s*perMs: (?:(\d+) \* )?(MINUTE|HOUR|DAY),\s*onFault: '(open|closed)'/g
const LENGTHS: Record<string, number> = { MINUTE, HOUR, DAY }

function writtenIn(source: string): LimitRule[] {
  return [...source.matchAll(WRITTEN)].map(([, name = '', points = '', times = '1', length = '', onFault]) => ({
    name,
    points: Number(points.replaceAll('_', '')),
    perMs: Number(times) * (LENGTHS[length] ?? 0),
    onFault: onFault === 'open' ? 'open' : 'closed',
  }))
}

async function allRules(): Promise<LimitRule[]> {
  const sources = committedFiles()
    .filter((file) => /^src\/(?!foundation).*(?<!\.test|\.browser)\.tsx?$/.test(file))
    .map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }))
    .filter(({ source }) => /\bonFault: '/.test(source))
  const modules = await Promise.all(sources.map(({ file }) => readModule(file)))
  const rules = [
    ...sources.flatMap(({ source }) => writtenIn(source)),
    ...modules.flatMap((module) => rulesIn({ ...module })),
  ]
  return [...new Map(rules.map((rule) => [rule.name, rule])).values()]
}

test('each rule is open or closed as it declares, with a sentence and a moment to come back', async (t) => {
  const rules = await allRules()
  assert.ok(rules.length >= 11, `${rules.length} rules were found`)
  const nowhere = new Pool({ host: '127.0.0.1', port: 9, connectionTimeoutMillis: 500 })
  const limiter = openLimiter(nowhere, parts.config.secretKey)
  const app = house({ ...parts, limiter })
  const rooms = new Hono<HouseEnv>().get('/proef/:at', async (c) => {
    const rule = rules[Number(c.req.param('at'))]
    if (rule) await limit(c, rule, 'iemand')
    return c.text('door')
  })
  app.route('/', rooms)
  const visit = new Visit(app)
  for (const [at, rule] of rules.entries()) {
    const answer = await visit.get(`/proef/${at}`)
    const isOpen = rule.name in OPEN
    t.diagnostic(`${rule.name}: ${rule.onFault}`)
    assert.equal(rule.onFault, isOpen ? 'open' : 'closed', `${rule.name}: say in this test why it is open`)
    assert.equal(answer.status, isOpen ? 200 : 503, rule.name)
    if (!isOpen) {
      assert.ok(Number(answer.headers.get('retry-after')) > 0, rule.name)
      assert.match(answer.text, /Probeer het over een paar seconden opnieuw/, rule.name)
    }
  }
  await limiter.close()
})

test('each rule counts per key: whoever used theirs up waits, another goes on', async () => {
  for (const rule of await allRules()) {
    const now = parts.clock()
    assert.equal(await parts.limiter.count(rule, people.noor.id, now), 0, rule.name)
    await parts.database.pool.query('update house.limiter set count = $1 where rule = $2', [rule.points - 1, rule.name])
    assert.equal(await parts.limiter.count(rule, people.noor.id, now), 0, `${rule.name}: the last one that is allowed`)
    const wait = await parts.limiter.count(rule, people.noor.id, now)
    assert.ok(wait > 0 && wait <= rule.perMs, rule.name)
    assert.equal(await parts.limiter.count(rule, people.milan.id, now), 0, rule.name)
  }
})

/** One hall, school or office: this many people do the same thing at the same time, from one network address. */
const HALL = 300

test('a hall behind one address is never locked out', async () => {
  const places = (await allRules()).filter(({ name }) => name.endsWith(', network address'))
  assert.ok(places.length >= 15, `${places.length} rules count a network address`)
  for (const rule of places) {
    const now = parts.clock()
    assert.ok(rule.points >= HALL, `${rule.name}: ${rule.points}`)
    assert.equal(await parts.limiter.count(rule, 'a hall', now, HALL), 0, rule.name)
    assert.ok((await parts.limiter.count(rule, 'a hall', now, rule.points)) > 0, `${rule.name}: a machine goes on`)
  }
})

const PER: Record<string, number> = {
  minute: MINUTE,
  'quarter of an hour': 15 * MINUTE,
  hour: HOUR,
  'two hours': 2 * HOUR,
  day: DAY,
}

test('the page for who runs it names every ceiling, with its figures', async () => {
  const rows = readFileSync(join(root, 'docs/operations.md'), 'utf8').matchAll(
    /^\| `([^`]+)` \| ([\d,]+) \| ([^|]+) \| (open|closed) \|/gm,
  )
  const written = [...rows].map(([, name, points = '', per = '', onFault]) => ({
    ...{ name, points: Number(points.replace(',', '')), perMs: PER[per.trim()], onFault },
  }))
  const real = (await allRules()).map(({ name, points, perMs, onFault }) => ({ name, points, perMs, onFault }))
  const byName = (a: { name?: string }, b: { name?: string }) => (a.name ?? '').localeCompare(b.name ?? '')
  assert.deepEqual(written.sort(byName), real.sort(byName))
})
