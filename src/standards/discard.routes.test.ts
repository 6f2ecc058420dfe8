import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { standardForm as form, openRoom, type Room } from './standards.sample.ts'

let room: Room
before(async () => {
  room = await openRoom()
})
after(() => room.close())

const begin = async (visit: Visit, jaar: string): Promise<string> => {
  const list = (await visit.get('/redactie/kenmerken')).text
  const from = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*2013/.exec(list)?.[1] ?? ''
  const begun = await visit.post('/redactie/kenmerken/versies', { van: from, jaar })
  assert.equal(begun.status, 303, begun.text)
  return begun.location
}
const seen = (text: string) => /name="gezien" value="([^"]+)"/.exec(text)?.[1] ?? ''

test('a draft is thrown away after one more question; its year is free again and the desk remembers who did it', async () => {
  const [first, second] = [
    await room.as(people.yusuf.id, '/redactie/kenmerken'),
    await room.as(people.saskia.id, '/redactie/kenmerken'),
  ]
  const wrong = await begin(first, '2033')
  assert.match((await first.get(wrong)).text, /Gooi dit concept weg/)
  const asked = (await first.get(`${wrong}/weggooien`)).text
  assert.match(asked, /Dit concept weggooien\?[\s\S]*Je kunt het niet terughalen/)
  const fresh = form({ versie: '0', naam: 'Samen wegen', code: 'K9' })
  assert.equal((await second.post(`${wrong}/teksten`, fresh)).status, 303)
  const late = await first.post(`${wrong}/weggooien`, { gezien: seen(asked) })
  assert.equal(late.status, 409)
  assert.match(late.text, /één kenmerk nieuw of veranderd[\s\S]*Er is net nog iets veranderd/)
  assert.equal((await first.get(wrong)).status, 200, 'nothing went')
  const gone = await first.post(`${wrong}/weggooien`, { gezien: seen(late.text) })
  assert.deepEqual([gone.status, gone.location], [303, '/redactie/kenmerken?weggegooid=ja'])
  const list = (await second.get(gone.location)).text
  assert.match(
    list,
    /Het concept is weggegooid\.[\s\S]*Weggegooide concepten \(1\)[\s\S]*\(2033\), weggegooid op [^<]*door Yusuf/,
  )
  for (const path of ['', '/weggooien', '/gevolgen', '/overgang'])
    assert.equal((await second.get(wrong + path)).status, 404, path)
  assert.equal((await second.post(`${wrong}/weggooien`, { gezien: seen(late.text) })).status, 404)
  assert.equal((await second.post(`${wrong}/publicatie`, { reden: 'Toch maar.' })).status, 404)
  const again = await begin(second, '2033')
  const { rows } = await room.parts.database.pool.query(
    `select slug, attempt from standards.edition where slug = '2033' order by attempt`,
  )
  assert.deepEqual(rows, [
    { slug: '2033', attempt: 0 },
    { slug: '2033', attempt: 1 },
  ])
  // The name of a text that went along is free as well.
  assert.equal((await second.post(`${again}/teksten`, fresh)).status, 303)
  const page = (await second.get(`${again}/weggooien`)).text
  assert.equal((await second.post(`${again}/weggooien`, { gezien: seen(page) })).status, 303)
})

test('what was published or is being consulted on is not thrown away, and nobody but an editor throws away', async () => {
  const first = await room.as(people.yusuf.id, '/redactie/kenmerken')
  const list = (await first.get('/redactie/kenmerken')).text
  const current = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*2013/.exec(list)?.[1] ?? ''
  const published = await first.post(`/redactie/kenmerken/versies/${current}/weggooien`, { gezien: 'x' })
  assert.equal(published.status, 409)
  assert.match(published.text, /Deze versie is gepubliceerd/)
  const open = await begin(first, '2034')
  const today = room.parts.clockAt.now.toISOString().slice(0, 10)
  assert.equal((await first.post(`${open}/consultaties`, { van: today, tot: today, vraag: 'Wat mist?' })).status, 303)
  assert.match((await first.get(`${open}/weggooien`)).text, /De consultatie loopt\. Mensen lezen dit concept/)
  assert.equal((await first.post(`${open}/weggooien`, { gezien: 'x' })).status, 409)
  const professional = await room.as(people.noor.id, '/handreikingen/kwaliteitskenmerken/2034')
  assert.equal((await professional.post(`${open}/weggooien`, { gezien: 'x' })).status, 404)
  const words = 'Ik mis de buren.'
  const at = '/handreikingen/kwaliteitskenmerken/2034'
  assert.equal((await professional.post(`${at}/reacties`, { reactie: words })).status, 303)
  room.parts.clockAt.now = new Date(room.parts.clockAt.now.getTime() + 86_400_000)
  const later = await room.as(people.yusuf.id, open)
  const asked = (await later.get(`${open}/weggooien`)).text
  assert.match(asked, /Er kwam één reactie op\./)
  assert.equal((await later.post(`${open}/weggooien`, { gezien: seen(asked) })).status, 303)
  const { rows } = await room.parts.database.pool.query('select text from thread.utterance where text = $1', [words])
  assert.equal(rows.length, 1, 'who said it keeps it')
})

test('a consultation that was announced is held, or called off before it begins', async () => {
  const [first, second] = [
    await room.as(people.yusuf.id, '/redactie/kenmerken'),
    await room.as(people.saskia.id, '/redactie/kenmerken'),
  ]
  const planned = await begin(first, '2035')
  const fresh = form({ versie: '0', naam: 'Tijd nemen', code: 'K8' })
  assert.equal((await first.post(`${planned}/teksten`, fresh)).status, 303)
  assert.equal((await first.post(`${planned}/overgang/voorstel`, { versie: '1' })).status, 303)
  const days = { van: '2029-03-01', tot: '2029-03-31', vraag: 'Wat mist er?' }
  assert.equal((await first.post(`${planned}/consultaties`, days)).status, 303)
  const waiting = (await second.get(planned)).text
  assert.match(waiting, /Er staat een consultatie gepland\./)
  assert.doesNotMatch(waiting, /name="reden"/)
  const reason = { reden: 'Het kan zonder.' }
  assert.equal((await second.post(`${planned}/publicatie`, reason)).status, 400)
  const withdrawal = /action="([^"]+\/intrekking)"/.exec(waiting)?.[1] ?? ''
  assert.equal((await second.post(withdrawal, {})).status, 303)
  const free = (await second.get(planned)).text
  assert.match(free, /Er is nog geen consultatie geweest\.[\s\S]*name="reden"/)
  assert.doesNotMatch(free, /Wat mist er\?/)
  assert.equal((await second.post(withdrawal, {})).status, 404, 'it is there no more')
  const now = room.parts.clockAt.now.toISOString().slice(0, 10)
  assert.equal((await first.post(`${planned}/consultaties`, { ...days, van: now, tot: now })).status, 303)
  const { rows } = await room.parts.database.pool.query('select id from standards.consultation where opens_on = $1', [
    now,
  ])
  const begun = await first.post(`${planned}/consultaties/${rows.at(-1)?.id}/intrekking`, {})
  assert.equal(begun.status, 409)
  assert.match(begun.text, /al begonnen/)
})
