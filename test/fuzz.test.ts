import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { crawl } from './crawl.ts'
import { type Asker, type Caller, type House, openHouse } from './house.ts'
import { formsOf } from './html.ts'
import { addressesFor, type Entry, entries, parameter } from './permissions.ts'
import { filledIn, inScene, type Samples, setScenes } from './scenes.ts'

/** As whom: a stranger, someone with an account, whoever gets furthest, and who has a nomination or reads them. */
const fuzzers: Asker[] = ['visitor', 'professional', 'editor', 'admin', 'team lead', 'reader']
const casesPerField = Number(process.env.FUZZ_CASES ?? 60)
/** All routes together; a route gets its share. */
const budgetMs = Number(process.env.FUZZ_SECONDS ?? 130) * 1000

/** What tells that a fault came through: a stack, a statement, a path of ours. */
const spills =
  /\n\s+at .+:\d+:\d+|node:internal|\/src\/[a-z]+\/|\.tsx?:\d+|violates .{0,40}constraint|syntax error at or near|invalid input syntax|relation "|column "|ECONN/

let house: House
let samples: Samples
/** The forms the site sends to each route, seen while walking, filled in as anyone would. */
const forms = new Map<string, [string, string][]>()
before(async () => {
  house = await openHouse()
  samples = await setScenes(house)
  for (const asker of fuzzers) await learnForms(asker)
})
after(() => house.close())

async function learnForms(asker: Asker): Promise<void> {
  const caller = await inScene(house, asker, 'everything')
  for (const page of await crawl(caller, addressesFor(asker, samples), { most: 250, mostAlike: 3, skip: /\/pdf$/ })) {
    for (const form of formsOf(page.body)) {
      const route = routeOf(form.method, new URL(form.action, `http://x${page.at}`).pathname)
      const fields = filledIn(form, (_, values) => values.at(-1)).filter(([name]) => name !== '_token')
      if (fields.length > (forms.get(route)?.length ?? 0)) forms.set(route, fields)
    }
  }
}

/** Which route answers to this address. */
function routeOf(method: string, path: string): string {
  const match = house.routes.find(
    (route) => route.method === method && new RegExp(`^${route.path.replace(parameter, '[^/]+')}$`).test(path),
  )
  return `${method} ${match?.path ?? path}`
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
  /** Without parts the address is one that exists. */
  parts: string[] | null
  query: [string, string][]
  /** On top of the form as anyone would fill it in, or by itself. */
  onForm: boolean
  body: [string, string][]
}

function encoded(value: string): string {
  try {
    return encodeURIComponent(value)
  } catch {
    return value
  }
}

function addressFor({ path, address }: Entry, { parts, query }: Case): string {
  let next = 0
  const filled = parts === null ? address : path.replace(parameter, () => encoded(parts[next++] ?? ''))
  const asked = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
  return asked === '' ? filled : `${filled}${filled.includes('?') ? '&' : '?'}${asked}`
}

async function attempt(caller: Caller, entry: Entry, one: Case): Promise<void> {
  const at = addressFor(entry, one)
  if (!URL.canParse(at, house.config.baseUrl)) return
  const changed = new Set(one.body.map(([name]) => name))
  const form = one.onForm ? (forms.get(entry.route) ?? []).filter(([name]) => !changed.has(name)) : []
  const began = performance.now()
  const { method } = entry
  const answer = await (method === 'GET' ? caller.get(at) : caller.send(method, at, [...form, ...one.body]))
  const bytes = Buffer.from(await answer.arrayBuffer())
  const took = performance.now() - began
  assert.ok(answer.status < 500, `${answer.status}: ${house.log.findLast((line) => line.includes('fault'))}`)
  assert.ok(bytes.length <= 1_000_000, `${bytes.length} bytes`)
  assert.ok(took < 3000, `${Math.round(took)} ms`)
  assert.doesNotMatch(bytes.subarray(0, 200_000).toString('latin1'), spills)
}

function caseFor({ route, path, method }: Entry): { input: fc.Arbitrary<Case>; size: number } {
  const known = [...new Set((forms.get(route) ?? []).map(([name]) => name))]
  const count = [...path.matchAll(parameter)].length
  const pair = fc.tuple(key(known), text)
  const input = fc.record({
    parts:
      count === 0 ? fc.constant(null) : fc.option(fc.array(text, { minLength: count, maxLength: count }), { freq: 2 }),
    query: fc.array(pair, { maxLength: method === 'GET' ? 4 : 1 }),
    onForm: fc.boolean(),
    body: fc.array(pair, { maxLength: method === 'GET' ? 0 : 4 }),
  })
  return { input, size: 1 + count + known.length }
}

test('no strange input breaks any route, as anyone', async () => {
  const routes = entries(samples).filter((entry) => entry.costly === undefined)
  const broken: string[] = []
  let cases = 0
  const share = budgetMs / routes.length
  for (const entry of routes) {
    const callers = await Promise.all(fuzzers.map((asker) => inScene(house, asker, entry.scene)))
    const { input, size } = caseFor(entry)
    let turn = 0
    const property = fc.asyncProperty(input, async (one) => {
      cases += 1
      const caller = callers[turn++ % callers.length]
      if (caller) await attempt(caller, entry, one)
    })
    const bounds = { numRuns: casesPerField * size, interruptAfterTimeLimit: share, markInterruptAsFailure: false }
    const outcome = await fc.check(property, bounds)
    if (outcome.failed)
      broken.push(`${entry.route} ${JSON.stringify(outcome.counterexample)}: ${outcome.errorInstance}`)
  }
  console.log(`Fuzz: ${cases} cases on ${routes.length} routes, ${forms.size} of them with a form`)
  assert.ok(forms.size > 10, `only ${forms.size} forms were found`)
  assert.deepEqual(broken, [])
})
