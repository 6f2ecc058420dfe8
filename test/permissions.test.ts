import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Asker, type House, openHouse } from './house.ts'
import { drafts } from './permissions.olympiad.ts'
import { askers, type Entry, entries, meeting, permissions } from './permissions.ts'
import { inScene, type Samples, setScenes } from './scenes.ts'

let house: House
let samples: Samples
before(async () => {
  house = await openHouse()
  samples = await setScenes(house)
})
after(() => house.close())

/** A route table may name a path once per handler; the matrix names it once. */
function realRoutes(): string[] {
  return [...new Set(house.routes.map(({ method, path }) => `${method} ${path}`))]
}

test('every route of the site stands in the matrix, and no other', () => {
  const real = realRoutes()
  const unmapped = real.filter((route) => permissions[route] === undefined)
  const gone = Object.keys(permissions).filter((route) => !real.includes(route))
  assert.deepEqual({ unmapped, gone }, { unmapped: [], gone: [] })
})

test('no route with a GET changes anything by another name', () => {
  const unsafe = house.routes.filter(({ method }) => !['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method))
  assert.deepEqual(unsafe, [])
})

const ways = { 'sign in': '/inloggen', 'give the code': '/praktijken/aanmelden/verder' }

/** What is wrong with this answer; undefined when it is as the matrix says. */
function faultOf(answer: Response, asker: Asker, entry: Entry): string | undefined {
  const location = answer.headers.get('location') ?? ''
  const got = `${answer.status}${location && ` to ${location}`}`
  const meets = meeting(asker, entry)
  if (meets === 'sign in' || meets === 'give the code')
    return answer.status === 303 && location.startsWith(ways[meets]) ? undefined : `${got}, should ${meets}`
  if (meets === 'hidden') return answer.status === 404 ? undefined : `${got}, should be hidden`
  const wanted = entry.answers ?? [entry.method === 'GET' ? 200 : 303]
  // Whoever has the role is never asked to sign in once more.
  const askedAgain = entry.may !== 'everyone' && asker !== 'visitor' && /^\/inloggen(\?|$)/.test(location)
  return wanted.includes(answer.status) && !askedAgain ? undefined : `${got}, should be ${wanted.join(' or ')}`
}

for (const asker of askers) {
  test(`each route as ${asker}`, async () => {
    const wrong: string[] = []
    for (const entry of [...entries(samples), ...entries(samples, drafts)]) {
      const { method, address } = entry
      if (entry.costly && !['visitor', 'student', 'admin'].includes(asker)) continue
      // A fresh session each time: one route of the table is "sign out".
      const caller = await inScene(house, asker, entry.scene)
      const answer = await (method === 'GET' ? caller.get(address) : caller.send(method, address, entry.form ?? {}))
      const fault = faultOf(answer, asker, entry)
      if (fault !== undefined) wrong.push(`${method} ${address}: ${fault}`)
    }
    assert.deepEqual(wrong, [])
  })
}

test('who may not see a thing gets the very page of a thing that is not there', async () => {
  const student = await house.as('student')
  // In the same part of the site: its name in the menu is marked there.
  const missing = new Map<string, string>()
  for (const entry of [...entries(samples), ...entries(samples, drafts)]) {
    if (entry.method !== 'GET' || meeting('student', entry) !== 'hidden') continue
    const [, top = ''] = entry.address.split('/')
    // A file for programs is missed as data.
    const kind = entry.address.endsWith('.json') ? '.json' : ''
    const absent = `/${top}/bestaat/echt/helemaal/niet${kind}`
    const like = missing.get(absent) ?? (await plain(await student.get(absent)))
    missing.set(absent, like)
    assert.equal(await plain(await student.get(entry.address)), like, entry.route)
  }
})

/** Without what is of this one request. */
async function plain(answer: Response): Promise<string> {
  return (await answer.text()).replace(/[0-9a-f]{12}/g, '…')
}
