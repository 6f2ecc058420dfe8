import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { crawl } from './crawl.ts'
import { type Asker, type Caller, type House, openHouse } from './house.ts'
import { formsOf } from './html.ts'
import { addressesFor, permissions } from './permissions.ts'

/** As whom: a stranger, someone with an account, and whoever gets furthest. */
const fuzzers: Asker[] = ['visitor', 'professional', 'editor', 'admin']
const casesPerField = Number(process.env.FUZZ_CASES ?? 60)
/** All routes together; a route gets its share. */
const budgetMs = Number(process.env.FUZZ_SECONDS ?? 130) * 1000

/** What tells that a fault came through: a stack, a statement, a path of ours. */
const spills =
  /\n\s+at .+:\d+:\d+|node:internal|\/src\/[a-z]+\/|\.tsx?:\d+|violates .{0,40}constraint|syntax error at or near|invalid input syntax|relation "|column "|ECONN/

let house: House
/** Fields that the forms of the site send to a path, seen while walking. */
const fields = new Map<string, Set<string>>()
before(async () => {
  house = await openHouse()
  for (const asker of fuzzers) await learnFields(asker)
})
after(() => house.close())

async function learnFields(asker: Asker): Promise<void> {
  for (const page of await crawl(await house.as(asker), addressesFor(asker), { most: 250, mostAlike: 3 })) {
    for (const form of formsOf(page.body)) {
      const key = `${form.method} ${patternOf(form.method, new URL(form.action, `http://x${page.at}`).pathname)}`
      const known = fields.get(key) ?? new Set<string>()
      for (const field of form.fields) if (!field.name.startsWith('_')) known.add(field.name)
      fields.set(key, known)
    }
  }
}

/** Which route answers to this address. */
function patternOf(method: string, path: string): string {
  const match = house.routes.find(
    (route) =>
      route.method === method && new RegExp(`^${route.path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, '[^/]+')}$`).test(path),
  )
  return match?.path ?? path
}

const nasty = fc.constantFrom(
  '',
  ' ',
  '0',
  '-1',
  '99999999999999999999',
  '1e309',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '../../etc/passwd',
  "' or 1=1 --",
  '"; drop schema people cascade; --',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '%00',
  '%',
  '%E0%A4%A',
  '\ud800',
  '\u0000',
  '\u202e',
  'é'.repeat(300),
  'a'.repeat(5000),
  '00000000-0000-0000-0000-000000000000',
  '2026-02-30',
  '29-02-2025',
  '=1+1',
  '🪢'.repeat(200),
  'İstanbul',
  '\r\nSet-Cookie: a=b',
  '__proto__',
  'constructor',
)
const text = fc.oneof(
  { weight: 3, arbitrary: nasty },
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const key = (known: string[]) =>
  fc.oneof(
    { weight: 5, arbitrary: known.length > 0 ? fc.constantFrom(...known) : fc.constant('q') },
    nasty,
    fc.constantFrom('a[]', 'a[b]', '_nonce'),
  )

interface Case {
  parts: string[]
  query: [string, string][]
  body: [string, string][]
}

function encoded(value: string): string {
  try {
    return encodeURIComponent(value)
  } catch {
    return value
  }
}

async function attempt(caller: Caller, method: string, path: string, { parts, query, body }: Case): Promise<void> {
  let next = 0
  const filled = path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, () => encoded(parts[next++] ?? ''))
  const at = `${filled}${query.length > 0 ? `?${query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')}` : ''}`
  if (!URL.canParse(at, house.config.baseUrl)) return
  const began = performance.now()
  const answer = method === 'GET' ? await caller.get(at) : await caller.send(method, at, body)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const took = performance.now() - began
  assert.ok(answer.status < 500, `${answer.status}: ${house.log.at(-1)}`)
  assert.ok(bytes.length <= 1_000_000, `${bytes.length} bytes`)
  assert.ok(took < 3000, `${Math.round(took)} ms`)
  assert.doesNotMatch(bytes.subarray(0, 200_000).toString('latin1'), spills)
}

test('no strange input breaks any route, as anyone', async () => {
  const routes = Object.entries(permissions).filter(([, permission]) => permission.notFuzzed === undefined)
  const broken: string[] = []
  let cases = 0
  const share = budgetMs / Math.max(1, routes.length)
  for (const [route] of routes) {
    const [method = '', path = ''] = route.split(' ')
    const known = [...(fields.get(route) ?? [])]
    const count = (path.match(/:[a-zA-Z]+/g) ?? []).length
    const input = fc.record({
      parts: fc.array(text, { minLength: count, maxLength: count }),
      query: fc.array(fc.tuple(key(known), text), { maxLength: method === 'GET' ? 4 : 1 }),
      body: fc.array(fc.tuple(key(known), text), { maxLength: known.length + 3 }),
    })
    const callers = await Promise.all(fuzzers.map((asker) => house.as(asker)))
    let turn = 0
    const property = fc.asyncProperty(input, async (one) => {
      cases += 1
      const caller = callers[turn++ % callers.length]
      if (caller) await attempt(caller, method, path, one)
    })
    const numRuns = casesPerField * (1 + count + known.length)
    const outcome = await fc.check(property, { numRuns, interruptAfterTimeLimit: share, markInterruptAsFailure: false })
    if (outcome.failed)
      broken.push(`${route} ${JSON.stringify(outcome.counterexample)}: ${String(outcome.errorInstance)}`)
  }
  console.log(`Fuzz: ${cases} cases on ${routes.length} routes`)
  assert.deepEqual(broken, [])
})
