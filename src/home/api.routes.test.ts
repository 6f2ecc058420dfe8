import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type Caller, type House, openHouse } from '../../test/house.ts'
import { unescaped } from '../../test/html.ts'

let house: House
let visitor: Caller

before(async () => {
  house = await openHouse()
  visitor = await house.as('visitor')
})
after(() => house.close())

const API = '/api/v1'

async function json(path: string, expected = 200) {
  const answer = await visitor.get(path)
  const text = await answer.text()
  assert.equal(answer.status, expected, `${path} ${text.slice(0, 300)}`)
  return { body: JSON.parse(text), headers: answer.headers }
}

interface Described {
  operationId: string
  parameters?: { name: string; in: string; schema: object }[]
  responses: Record<string, { headers?: object; content?: Record<string, { schema: object; example?: unknown }> }>
}

const pointer = (...steps: string[]) =>
  steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')

/** The description as a schema book: every `#/components/…` can be looked up. */
async function book() {
  const { body, headers } = await json(`${API}/openapi.json`)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addFormat('time-local', /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
  ajv.addSchema(body, 'api')
  const operations = Object.entries<{ get: Described }>(body.paths).map(([path, { get }]) => ({ path, ...get }))
  const check = ({ path }: { path: string }, status: number, type: string) =>
    ajv.compile({ $ref: `api#/paths/${pointer(path, 'get', 'responses', String(status), 'content', type, 'schema')}` })
  return { body, headers, operations, check }
}

/** The first thing of every list, by the name of the list. */
async function addressesOf(operations: { path: string }[]): Promise<string[]> {
  const lists = new Map<string, { href: string }>()
  for (const { path } of operations.filter((one) => !one.path.includes('{'))) {
    const [, name = ''] = path.split('/')
    const { body } = await json(`${API}${path}${asksExamples(name) ? '?voorbeelden=ja' : ''}`)
    const [first] = body[name]
    assert.ok(first, `${name} is empty`)
    if (first._links) lists.set(name, first._links.self)
  }
  return operations.map(({ path }) => {
    const [, name = ''] = path.split('/')
    const at = path.includes('{') ? lists.get(name)?.href : undefined
    if (at === undefined) return `${API}${path}${asksExamples(name) ? '?voorbeelden=ja' : ''}`
    const { pathname, search } = new URL(at)
    return pathname + search
  })
}

const asksExamples = (name: string) => !['competenties', 'leervormen', 'wijzigingen'].includes(name)

test('every operation answers as described, and refuses as described', async () => {
  const { operations, check, body } = await book()
  const addresses = await addressesOf(operations)
  assert.equal(operations.length, 19)
  for (const [at, operation] of operations.entries()) {
    const url = addresses[at] ?? ''
    const { body: answer, headers } = await json(url)
    const valid = check(operation, 200, 'application/json')
    assert.equal(valid(answer), true, `${url}: ${JSON.stringify(valid.errors)}`)
    assert.equal(headers.get('api-version'), body.info.version, url)
    assert.equal(headers.get('content-type'), 'application/json', url)
    assert.equal(headers.get('access-control-allow-origin'), '*', url)
    assert.equal(headers.get('cache-control'), 'no-cache', url)
    assert.match(answer.licentie, /creativecommons\.org\/licenses\/by\/4\.0/, url)
    for (const name of Object.keys(operation.responses[200]?.headers ?? {}))
      assert.ok(headers.get(name), `${url} ${name}`)
    const wrong = await json(`${url}${url.includes('?') ? '&' : '?'}onbekend=1`, 400)
    const problem = check(operation, 400, 'application/problem+json')
    assert.equal(problem(wrong.body), true, JSON.stringify(problem.errors))
    assert.deepEqual(
      wrong.body.errors.map(({ veld }: { veld: string }) => veld),
      ['onbekend'],
      url,
    )
    assert.equal(wrong.headers.get('content-type'), 'application/problem+json')
    assert.equal(wrong.headers.get('api-version'), null)
  }
})

test('a practice: what stands nowhere has no address, parts are called as in addresses, who does it too says what differs', async () => {
  const { operations, check } = await book()
  const one = operations.find(({ operationId }) => operationId === 'praktijk') ?? { path: '' }
  await house.database.pool.query(
    `update practices.take_along set file = null where title = 'Draaiboek van de soeptafel'`,
  )
  const { body } = await json(`${API}/praktijken/de-soeptafel?voorbeelden=ja`)
  const valid = check(one, 200, 'application/json')
  assert.equal(valid(body), true, JSON.stringify(valid.errors))
  const addresses = body.meenemen.map(({ adres }: { adres: string | null }) => adres)
  assert.ok(addresses.includes(null) && addresses.some((adres: string | null) => adres?.startsWith('http')))
  const page = await (await visitor.get('/praktijken/de-soeptafel')).text()
  for (const { onderdeel } of body.onderdelen) assert.ok(page.includes(`id="o-${onderdeel}"`), onderdeel)
  assert.ok(body.onderdelen.length > 8)
  assert.ok(body.ookBij.some(({ anders }: { anders: string }) => anders !== ''))
})

test('who has an answer already gets 304, until content changes', async () => {
  const path = `${API}/opleidingen?voorbeelden=ja&kenmerk=op-de-vraag-af`
  const first = await visitor.get(path)
  const tag = first.headers.get('etag') ?? ''
  assert.match(tag, /^"[0-9a-f]{22}"$/)
  const known = await visitor.get(path, { 'if-none-match': `"x", W/${tag}` })
  assert.equal(known.status, 304)
  assert.equal(await known.text(), '')
  for (const [name, value] of [
    ['etag', tag],
    ['api-version', first.headers.get('api-version')],
    ['access-control-allow-origin', '*'],
    ['cache-control', 'no-cache'],
  ])
    assert.equal(known.headers.get(name ?? ''), value, name ?? '')
  assert.equal((await visitor.get(path, { 'if-none-match': '*' })).status, 304)
  assert.equal((await visitor.get(`${path}&page=2`, { 'if-none-match': tag })).status, 200, 'of another address')
  // Somebody writes something new, by the form.
  const provider = await house.as('provider')
  const { rows } = await house.database.pool.query<{ id: string; version: number }>(
    `select id, version from training.course where slug = 'de-kunst-van-het-wachten'`,
  )
  const sent = await provider.send('POST', `/scholing/aanbieder/trainingen/${rows[0]?.id}/tekst`, {
    ...{ titel: 'De kunst van het luisteren', daarna: 'Je wacht tot de ander klaar is.', vorm: 'on site', uren: '6' },
    ...{ prijs: '225', taal: 'nl', niveau: 'hbo', versie: String(rows[0]?.version) },
  })
  assert.equal(sent.status, 303)
  const after = await visitor.get(path, { 'if-none-match': tag })
  assert.equal(after.status, 200)
  assert.match(await after.text(), /De kunst van het luisteren/)
})

test('what is made up is there only for whoever asks', async () => {
  for (const list of ['praktijken', 'opleidingen', 'uitvoeringen', 'opleiders', 'leermaterialen']) {
    assert.equal((await json(`${API}/${list}`)).body.totaal, 0, list)
    const { body } = await json(`${API}/${list}?voorbeelden=ja`)
    assert.ok(body.totaal > 0, list)
    for (const { voorbeeld, _links } of body[list]) {
      assert.equal(voorbeeld, true)
      assert.match(_links.self.href, /\?voorbeelden=ja$/)
      const { body: problem } = await json(new URL(_links.self.href).pathname, 404)
      assert.match(problem.detail, /verzonnen voorbeeld/)
    }
  }
})

test('courses and dates narrow by the words of the page', async () => {
  const made = 'voorbeelden=ja'
  const all = (await json(`${API}/opleidingen?${made}`)).body.totaal
  assert.equal(all, 60)
  const slugs = async (query: string): Promise<string[]> =>
    (await json(`${API}/opleidingen?${made}&pageSize=100&${query}`)).body.opleidingen.map(
      ({ slug }: { slug: string }) => slug,
    )
  assert.ok((await slugs('zoek=straathoekwrek')).length > 0, 'a slip')
  for (const query of [
    'prijs=gratis',
    'vorm=bij-jullie',
    'kenmerk=op-de-vraag-af',
    'punten=skj',
    'bij=Assen&straal=10',
  ]) {
    const found = await slugs(query)
    assert.ok(found.length > 0 && found.length < all, query)
  }
  const one = (await json(`${API}/opleidingen/de-kunst-van-het-wachten?${made}`)).body
  assert.ok((await slugs(`opleider=${one.opleider.slug}`)).includes(one.slug))
  const dates = (await json(`${API}/uitvoeringen?${made}&opleiding=${one.slug}`)).body
  assert.deepEqual(dates.uitvoeringen, one.uitvoeringen)
  const near = (await json(`${API}/uitvoeringen?${made}&bij=Assen&straal=0&wanneer=2026-12`)).body.uitvoeringen
  assert.ok(near.length > 0)
  for (const { gemeente, begindatum } of near) {
    assert.equal(gemeente.code, 'GM0106')
    assert.match(begindatum, /^2026-12/)
  }
  const soonest = (await json(`${API}/uitvoeringen?${made}&pageSize=100`)).body.uitvoeringen.map(
    ({ begindatum }: { begindatum: string }) => begindatum,
  )
  assert.deepEqual(soonest, soonest.toSorted())
  const { body } = await json(`${API}/opleidingen?bij=Asen&straal=7&wanneer=morgen&vorm=x&paginas=3`, 400)
  const fields = body.errors.map(({ veld }: { veld: string }) => veld).sort()
  assert.deepEqual(fields, ['bij', 'paginas', 'straal', 'vorm', 'wanneer'])
  for (const list of ['opleidingen', 'uitvoeringen']) {
    const nowhere = (await json(`${API}/${list}?kenmerk=zzz&competentie=zzz&opleider=zzz`, 400)).body
    assert.deepEqual(
      nowhere.errors.map(({ veld }: { veld: string }) => veld),
      ['kenmerk', 'competentie', 'opleider'],
    )
    assert.match(nowhere.errors[0].melding, /^kenmerk is een van: .*op-de-vraag-af/)
    await json(`${API}/${list}?${made}&kenmerk=op-de-vraag-af&opleider=${one.opleider.slug}`)
  }
})

test('every filter but the words refuses what is nowhere and says what there is, and all that it names may be asked', async () => {
  const { operations } = await book()
  const made = (list: string) => (asksExamples(list.slice(1)) ? '&voorbeelden=ja' : '')
  const isExamples = (name: string) => name === 'voorbeelden'
  let asked = 0
  let named = 0
  for (const { path, parameters = [] } of operations.filter((one) => !one.path.includes('{')))
    for (const { name } of parameters.filter((one) => one.in === 'query' && one.name !== 'zoek')) {
      const more = isExamples(name) ? '' : made(path)
      const { errors } = (await json(`${API}${path}?${name}=zzz${more}`, 400)).body
      assert.deepEqual(
        errors.map(({ veld }: { veld: string }) => veld),
        [name],
      )
      const [{ melding }] = errors
      assert.match(
        melding,
        /is een van: |nu niets om|is een geheel getal|is een code|is vier cijfers|is een maand|Geef een plaats|In \/\w+ staat (wie|wat) er is/,
      )
      asked += 1
      const [, values = ''] = / is een van: (.*)\.$/.exec(melding) ?? []
      for (const value of values.split(', ').filter((one) => one !== '')) {
        await json(`${API}${path}?${name}=${encodeURIComponent(value)}${isExamples(name) ? '' : more}`)
        named += 1
      }
    }
  assert.ok(asked > 50 && named > 100, `${asked} filters, ${named} values`)
})

test('every example of a question in the description can be asked', async () => {
  const { operations } = await book()
  let asked = 0
  for (const { path, parameters = [] } of operations.filter((one) => !one.path.includes('{')))
    for (const { name, schema } of parameters.filter((one) => one.in === 'query')) {
      const value = encodeURIComponent(String((schema as { example?: unknown }).example))
      const more = asksExamples(path.slice(1)) && name !== 'voorbeelden' ? '&voorbeelden=ja' : ''
      const { body } = await json(`${API}${path}?${name}=${value}${more}`)
      assert.ok(Array.isArray(body[path.slice(1)]), `${path} ${name}`)
      asked += 1
    }
  assert.ok(asked > 50, String(asked))
})

test('every command on the page answers here, and those of one thing lead to it', async () => {
  const page = unescaped(await (await visitor.get('/api')).text())
  const commands = [...page.matchAll(/curl '([^']+)'/g)].map(([, address = '']) => address)
  const { operations } = await book()
  for (const { path } of operations) {
    const shape = new RegExp(`^${API}${path.replace(/\{\w+\}/g, '([^/]+)')}$`)
    const own = commands.filter((address) => shape.test(new URL(address).pathname))
    assert.equal(own.length, 1, path)
    const { pathname, search } = new URL(own[0] ?? '')
    const { body } = await json(pathname + search)
    const [, name] = shape.exec(pathname) ?? []
    if (name !== undefined) assert.ok(Object.values(body).includes(decodeURIComponent(name)), path)
    else
      assert.ok(
        Object.values(body).some((value) => Array.isArray(value) && value.length > 0),
        `${path} is empty`,
      )
  }
})

test('other methods are refused with what may; a slash too many is nowhere; another origin may ask', async () => {
  const sent = await visitor.send('POST', `${API}/praktijken`, {})
  assert.equal(sent.status, 405)
  assert.equal(sent.headers.get('allow'), 'GET')
  assert.equal(sent.headers.get('content-type'), 'application/problem+json')
  await json(`${API}/praktijken/`, 404)
  const asked = await visitor.send('OPTIONS', `${API}/praktijken`, {})
  assert.equal(asked.status, 204)
  assert.equal(asked.headers.get('access-control-allow-headers'), 'If-None-Match')
  assert.equal(asked.headers.get('access-control-allow-origin'), '*')
  for (const name of ['x-content-type-options', 'x-frame-options', 'referrer-policy', 'content-security-policy'])
    assert.ok((await visitor.get(`${API}/praktijken`)).headers.get(name), name)
})
