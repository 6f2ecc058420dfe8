import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse } from '../../test/house.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.close())

const addresses = async (): Promise<string[]> => {
  const xml = await (await (await house.as('visitor')).get('/sitemap.xml')).text()
  return [...xml.matchAll(/<loc>[^<]*?\/\/[^/<]+([^<]*)<\/loc>/g)].map(([, path = '']) => path)
}
const ours = (all: string[]) => all.filter((path) => /^\/(olympiades|werkgroepen|bundels)/.test(path))

test('what is made up stays out of the sitemap; what is not, and is announced, stands in it', async () => {
  assert.deepEqual(ours(await addresses()), ['/olympiades', '/werkgroepen', '/bundels'])
  const { pool } = house.database
  await pool.query('update olympiad.olympiad set fictional = false')
  await pool.query('update olympiad.working_group set fictional = false')
  const all = ours(await addresses())
  for (const path of [
    '/olympiades/aan-de-deur-en-aan-tafel',
    '/olympiades/aan-de-deur-en-aan-tafel/uitslag',
    '/olympiades/aan-de-deur-en-aan-tafel/verslag',
    '/olympiades/wat-nog-open-ligt',
    '/werkgroepen/aan-de-deur-en-aan-tafel-2026',
    '/bundels/2026',
  ])
    assert.ok(all.includes(path), path)
  assert.ok(!all.includes('/olympiades/wat-nog-open-ligt/uitslag'))
  await pool.query("update olympiad.olympiad set item = null where slug = 'wat-nog-open-ligt'")
  assert.ok(!ours(await addresses()).includes('/olympiades/wat-nog-open-ligt'))
})

test('under "Van jou" stand my groups and my Olympiades, for whoever is in them', async () => {
  const mine = async (asker: 'professional' | 'chair' | 'registrar') =>
    (await (await house.as(asker)).get('/mijn')).text()
  const noor = await mine('professional')
  assert.match(noor, /Werkgroepen[\s\S]*\/werkgroepen\/aan-de-deur-en-aan-tafel-2026/)
  const henk = await mine('chair')
  assert.match(henk, /Je bent voorzitter/)
  assert.ok(!henk.includes('/werkgroepen/aan-de-deur'))
  assert.ok(!(await mine('registrar')).includes('/werkgroepen/aan-de-deur'))
})
