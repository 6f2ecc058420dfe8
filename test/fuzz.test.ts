import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { busyness } from './faults/server.ts'
import { everyFormSent, fillers, missedForms, noCeilings, unmet } from './forms.ts'
import { type Asker, type Caller, type House, openHouse } from './house.ts'
import { type Entry, entries, meeting, parameter } from './permissions.ts'
import { inScene, type Samples, setScenes } from './scenes.ts'

const casesPerField = Number(process.env.FUZZ_CASES ?? 60)
/** All routes together; a route gets its share. */
const budgetMs = Number(process.env.FUZZ_SECONDS ?? 110) * 1000
/** However slow the machine: below this a route was not tried. A document takes half a second. */
const fewestCases = ({ costly }: Entry) => (costly ? 3 : 20)

/** What tells that a fault came through: a stack, a statement, a path of ours. */
const spills =
  /\n\s+at .+:\d+:\d+|node:internal|\/src\/[a-z]+\/|\.tsx?:\d+|violates .{0,40}constraint|syntax error at or near|invalid input syntax|relation "|column "|ECONN/

let house: House
let samples: Samples
/** The forms the site sends to each route, filled in as anyone would. */
const forms = new Map<string, [string, string][]>()
const met = new Set<string>()
before(async () => {
  house = await openHouse()
  samples = await setScenes(house)
  for (const asker of fillers) await learnForms(asker)
  for (const [route, names] of Object.entries(unmet)) {
    if (met.has(route)) continue
    forms.set(
      route,
      names.map((name) => [name, '']),
    )
  }
})
after(() => house.close())

async function learnForms(asker: Asker): Promise<void> {
  const typing = { words: 'Een zin zoals iemand die typt.', mail: 'iemand@post.example' }
  for await (const { route, fields } of everyFormSent(house, asker, samples, typing)) {
    met.add(route)
    // A nonce belongs to one form with one text: with another text nothing would look at it.
    const lasting = fields.filter(([name]) => name !== '_nonce')
    if (lasting.length > (forms.get(route)?.length ?? 0)) forms.set(route, lasting)
  }
}

test('every form of the table was met, but those that say why not', () => {
  assert.deepEqual(missedForms(samples, met), [])
})

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
  const { method } = entry
  if (method !== 'GET') await noCeilings(house)
  const began = performance.now()
  const answer = await (method === 'GET' ? caller.get(at) : caller.send(method, at, [...form, ...one.body]))
  const bytes = Buffer.from(await answer.arrayBuffer())
  const took = performance.now() - began
  assert.ok(answer.status < 500, `${answer.status}: ${house.log.findLast((line) => line.includes('fault'))}`)
  assert.ok(bytes.length <= 1_000_000, `${bytes.length} bytes`)
  assert.ok(took < 3000 || took < 3000 * busyness(), `${Math.round(took)} ms`)
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

/** Everyone who gets in, and one who doesn't. */
function whoAsks(entry: Entry): Asker[] {
  const inside = fillers.filter((asker) => meeting(asker, entry) === 'gets in')
  return [...inside, ...fillers.filter((asker) => !inside.includes(asker)).slice(0, 1)]
}

/** What breaks this route, and how many cases were tried. */
async function tried(entry: Entry, share: number): Promise<{ cases: number; broken: string[] }> {
  const callers = await Promise.all(whoAsks(entry).map((asker) => inScene(house, asker, entry.scene)))
  const { input, size } = caseFor(entry)
  let cases = 0
  const property = fc.asyncProperty(input, async (one) => {
    const caller = callers[cases++ % callers.length]
    if (caller) await attempt(caller, entry, one)
  })
  const fewest = fewestCases(entry)
  const bounds = { numRuns: entry.costly ? fewest : casesPerField * size }
  const within = { ...bounds, interruptAfterTimeLimit: share, markInterruptAsFailure: false }
  const outcome = await fc.check(property, within)
  // Cut off before its first case, a check says "failed" without a case that did.
  const broke = outcome.failed && outcome.counterexample !== null
  // Cut off before its minimum, it gets the rest without a clock.
  const rest = !broke && cases < fewest ? await fc.check(property, { numRuns: fewest - cases }) : outcome
  return {
    cases,
    broken:
      rest.failed && rest.counterexample !== null
        ? [`${entry.route} ${JSON.stringify(rest.counterexample)}: ${rest.errorInstance}`]
        : [],
  }
}

test('no strange input breaks any route, as anyone', async () => {
  const routes = entries(samples)
  const broken: string[] = []
  const counts: number[] = []
  const began = performance.now()
  for (const [at, entry] of routes.entries()) {
    // What others left unused is for who comes after them.
    const share = Math.max(0, budgetMs - (performance.now() - began)) / (routes.length - at)
    const outcome = await tried(entry, share)
    counts.push(outcome.cases)
    broken.push(...outcome.broken)
    assert.ok(
      outcome.broken.length > 0 || outcome.cases >= fewestCases(entry),
      `${entry.route}: ${outcome.cases} cases`,
    )
  }
  const cases = counts.reduce((sum, count) => sum + count, 0)
  console.log(`Fuzz: ${cases} cases on ${routes.length} routes, ${forms.size} of them with a form`)
  assert.deepEqual(broken, [])
})
