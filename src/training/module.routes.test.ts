import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import { formsOf } from '../../test/html.ts'
import { filledIn } from '../../test/scenes.ts'
import { pdf } from '../../test/uploads/pdf.ts'
import { itemId } from '../thread/index.ts'
import { modulePublishing } from './module.publication.store.ts'

/** A clock that ticks with every form of the provider: the newest request is the one that counts. */
const now = new Date(testMoment)
let house: House
let provider: Caller
let editor: Caller
let visitor: Caller
before(async () => {
  house = await openHouse({ now })
  ;[provider, editor, visitor] = await Promise.all([house.as('provider'), house.as('editor'), house.as('visitor')])
})
after(() => house.close())

const desk = '/scholing/aanbieder/leerplaats-kompas'
const text = {
  titel: 'Kaarten voor een lastig gesprek',
  zin: 'Twintig kaarten om in een team te oefenen.',
  over: 'Leg ze op tafel en begin met de bovenste.',
  uren: '1,5',
  niveau: 'hbo',
  'kenmerken[]': itemId('standard', 'op-de-vraag-af'),
  licentie: 'Vrij te gebruiken, noem de makers (CC BY 4.0)',
  adres: 'https://leerplaats-kompas.example/kaarten',
  versie: '0',
}
const WAITED = new Date('2026-11-26T00:00:00Z')

const html = async (caller: Caller, path: string) => {
  const answer = await caller.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}

async function begin(more: Record<string, string> = {}): Promise<{ at: string; id: string; page: string }> {
  const made = await provider.send('POST', `${desk}/materiaal`, { ...text, ...more })
  assert.equal(made.status, 303)
  const at = made.headers.get('location') ?? ''
  const id = at.split('/').at(-1) ?? ''
  const { rows } = await house.database.pool.query('select slug from training.module where id = $1', [id])
  return { at, id, page: `/scholing/materiaal/${rows[0].slug}` }
}

const versionOf = async (at: string) => /name="versie" value="(\d+)"/.exec(await html(provider, at))?.[1] ?? ''
const post = async (path: string, form: Record<string, string> = {}) => {
  now.setTime(now.getTime() + 1_000)
  const answer = await provider.send('POST', path, form)
  assert.equal(answer.status, 303, path)
  return answer.headers.get('location') ?? ''
}

/** The page of an editor, with what they choose filled in. */
async function decide(id: string, besluit: 'goed' | 'vraag', vraag: string): Promise<Response> {
  const page = await html(editor, `/redactie/scholing/materiaal/${id}`)
  const form = formsOf(page).find(({ action }) => action.endsWith(id))
  assert.ok(form)
  const fields = filledIn(form, () => besluit).map(([name, value]): [string, string] => [
    name,
    name === 'vraag' ? vraag : value,
  ])
  return editor.send('POST', form.action, fields)
}

test('material is looked at by an editor first; what changes after that is live at once and logged', async () => {
  const { at, id, page } = await begin()
  assert.equal((await visitor.get(page)).status, 404)
  assert.match(await html(provider, `${at}/voorbeeld`), /zo ziet een bezoeker het materiaal[\s\S]*Twintig kaarten/)
  // What a provider still keeps to itself is not there for an editor.
  assert.equal((await editor.get(`/redactie/scholing/materiaal/${id}`)).status, 404)

  await post(`${at}/aanvraag`)
  assert.match(await html(provider, at), /Uiterlijk 25 november 2026 staat het materiaal op de site/)
  assert.equal((await visitor.get(page)).status, 404)
  assert.match(
    await html(editor, '/redactie/scholing/materiaal'),
    /Kaarten voor een lastig gesprek[\s\S]*uiterlijk 25 november 2026/,
  )
  assert.match(await html(editor, '/redactie'), /Materiaal nakijken \(2\)/)

  assert.match(await (await decide(id, 'vraag', '')).text(), /Schrijf wat je wilt weten/)
  assert.equal((await decide(id, 'vraag', 'Van wie zijn de kaarten?')).status, 303)
  assert.match(await html(provider, at), /De redactie heeft een vraag[\s\S]*Van wie zijn de kaarten\?/)
  assert.match(await html(provider, desk), /De redactie vraagt: Van wie zijn de kaarten\?/)

  await post(`${at}/aanvraag`)
  assert.equal((await decide(id, 'goed', '')).status, 303)
  const shown = await html(visitor, page)
  assert.match(shown, /Kaarten voor een lastig gesprek[\s\S]*Op de vraag af/)
  assert.doesNotMatch(shown, /nog niet bekeken/)

  const { 'kenmerken[]': _, ...loose } = text
  await post(at, { ...loose, zin: 'Dertig kaarten.', versie: await versionOf(at) })
  assert.match(await html(visitor, page), /Dertig kaarten\./)
  const log = await html(provider, `${at}/wijzigingen`)
  assert.match(log, /Ruben Cohen[\s\S]*In één zin[\s\S]*Twintig kaarten[\s\S]*Dertig kaarten/)
  assert.match(log, /Gaat over[\s\S]*Op de vraag af[\s\S]*\(leeg\)/)

  const late = await provider.send('POST', at, { ...text, zin: 'Veertig kaarten.', versie: '1' })
  assert.equal(late.status, 409)
  assert.match(await late.text(), /Dertig kaarten\.[\s\S]*Veertig kaarten\./)
  assert.match(await html(visitor, page), /Dertig kaarten\./)
})

test('what nobody looked at in two working days is live with its mark, until an editor looked', async () => {
  const { at, id, page } = await begin({ titel: 'Een oefening die blijft liggen' })
  await post(`${at}/aanvraag`)
  const before = new Date(WAITED.getTime() - 2 * 3_600_000)
  assert.equal(await modulePublishing.publishDue(house.database.db, before, house.logger), 0)
  assert.equal(await modulePublishing.publishDue(house.database.db, WAITED, house.logger), 1)
  assert.equal(await modulePublishing.publishDue(house.database.db, WAITED, house.logger), 0)
  const marked = /Een oefening die blijft liggen[\s\S]*?nog niet bekeken/
  for (const path of [page, '/scholing/leervormen', '/scholing/aanbieders/leerplaats-kompas'])
    assert.match(await html(visitor, path), marked, path)
  assert.match(await html(editor, '/redactie/scholing/materiaal'), marked)
  // A question about what is live already takes nothing off the site, and is there to read until it is settled.
  assert.equal((await decide(id, 'vraag', 'Hoe lang duurt de oefening?')).status, 303)
  assert.match(await html(provider, at), /staat op de site[\s\S]*Hoe lang duurt de oefening\?/)
  assert.doesNotMatch(await html(editor, '/redactie/scholing/materiaal'), marked)
  await post(`${at}/aanvraag`)
  assert.match(await html(editor, '/redactie/scholing/materiaal'), marked)
  assert.equal((await decide(id, 'goed', '')).status, 303)
  assert.doesNotMatch(await html(visitor, page), /nog niet bekeken/)
  // The second of two editors is told so.
  const asked = await house.database.pool.query(
    'select id from training.publication_request where module = $1 order by requested_at desc limit 1',
    [id],
  )
  const second = { aanvraag: asked.rows[0].id, besluit: 'goed' }
  assert.equal((await editor.send('POST', `/redactie/scholing/materiaal/${id}`, second)).status, 409)
})

test('off the site and back, without being asked again', async () => {
  const { at, id, page } = await begin({ titel: 'Heen en weer' })
  await post(`${at}/aanvraag`)
  await decide(id, 'goed', '')
  assert.match(await html(provider, at), /Haal van de site/)
  await post(`${at}/archief`)
  assert.equal((await visitor.get(page)).status, 404)
  assert.doesNotMatch(await html(visitor, '/scholing/leervormen'), /Heen en weer/)
  assert.match(await html(provider, at), /Zet terug op de site/)
  await post(`${at}/archief/einde`)
  assert.match(await html(visitor, page), /Heen en weer/)
})

test('a draft in the archive does not go live by itself', async () => {
  const { at, id, page } = await begin({ titel: 'Toch maar niet' })
  await post(`${at}/aanvraag`)
  await post(`${at}/archief`)
  assert.equal(await modulePublishing.publishDue(house.database.db, WAITED, house.logger), 0)
  assert.doesNotMatch(await html(editor, '/redactie/scholing/materiaal'), /Toch maar niet/)
  // An editor who still has it open decides nothing, or it would be good and nowhere.
  const late = await decide(id, 'goed', '')
  assert.equal(late.status, 409)
  assert.match(await late.text(), /de opleider legde het in het archief/)
  await post(`${at}/archief/einde`)
  assert.equal((await visitor.get(page)).status, 404)
  assert.equal((await decide(id, 'goed', '')).status, 303)
  assert.equal((await visitor.get(page)).status, 200)
})

/** As a browser sends a form with a file in it. */
async function sendFile(path: string, name: string, bytes: Buffer, form: Record<string, string>): Promise<Response> {
  const body = new FormData()
  for (const [field, value] of Object.entries({ ...form, _token: provider.token })) body.set(field, value)
  body.set('bestand', new File([new Uint8Array(bytes)], name))
  const { baseUrl } = house.config
  const headers = { cookie: provider.cookie, origin: baseUrl, 'sec-fetch-site': 'same-origin' }
  return fetch(baseUrl + path, { method: 'POST', body, headers, redirect: 'manual' })
}

const fileIn = (page: string): string => /\/bestanden\/[0-9a-f-]+/.exec(page)?.[0] ?? ''

test('a file is there for its own people, then for editors, then for everyone; a copy has its own', async () => {
  await house.serve()
  const made = await sendFile(`${desk}/materiaal`, 'kaarten.pdf', pdf(), { ...text, titel: 'Met een bestand' })
  assert.equal(made.status, 303)
  const at = made.headers.get('location') ?? ''
  const file = fileIn(await html(provider, `${at}/voorbeeld`))
  const seen = async () => [
    (await provider.get(file)).status,
    (await editor.get(file)).status,
    (await visitor.get(file)).status,
  ]
  assert.deepEqual(await seen(), [200, 404, 404])
  await post(`${at}/aanvraag`)
  assert.deepEqual(await seen(), [200, 200, 404])
  await decide(at.split('/').at(-1) ?? '', 'goed', '')
  assert.deepEqual(await seen(), [200, 200, 200])

  const copied = fileIn(await html(provider, `${await post(`${at}/kopie`)}/voorbeeld`))
  assert.notEqual(copied, file)
  const bytesOf = async (path: string) => Buffer.from(await (await provider.get(path)).arrayBuffer())
  assert.deepEqual(await bytesOf(copied), await bytesOf(file))

  const version = await versionOf(at)
  const wrong = await sendFile(at, 'kaarten.pdf', Buffer.from('<html>'), { ...text, versie: version })
  assert.equal(wrong.status, 400)
  assert.equal((await sendFile(at, 'nieuw.pdf', pdf(), { ...text, versie: version })).status, 303)
  assert.match(await html(provider, `${at}/wijzigingen`), /Bestand[\s\S]*kaarten\.pdf[\s\S]*nieuw\.pdf/)
  assert.equal((await provider.get(file)).status, 404)
  assert.equal((await provider.get(copied)).status, 200)
})

test('a copy of what the scanner has not spoken of waits as well; what is infected stays behind, and that is said', async () => {
  const { pool } = house.database
  const made = await sendFile(`${desk}/materiaal`, 'wacht.pdf', pdf(), { ...text, titel: 'Met een bestand dat wacht' })
  const at = made.headers.get('location') ?? ''
  const files = async (path: string) =>
    (
      await pool.query<{ id: string; name: string; quarantined: boolean }>(
        `select file.id, file.name, file.quarantined from house.file join training.module on module.file = file.id
         where module.id = $1`,
        [path.split('/').at(-1)],
      )
    ).rows
  const [original] = await files(at)
  assert.match(await html(provider, at), /<strong>wacht\.pdf<\/strong> \([^)]+\)\. Anderen kunnen het meenemen zodra/)
  // With a scanner that is away, a file is kept and waits.
  await pool.query('update house.file set quarantined = true where id = $1', [original?.id])
  const copied = await post(`${at}/kopie`)
  const [copy] = await files(copied)
  assert.deepEqual([copy?.name, copy?.quarantined], ['wacht.pdf', true])
  assert.notEqual(copy?.id, original?.id)
  assert.match(await html(provider, at), /We controleren het nog op virussen/)

  await pool.query(`insert into house.file_scan (file, outcome, scanned_at) values ($1, 'infected', now())`, [
    original?.id,
  ])
  assert.match(await html(provider, at), /We vonden er een virus in/)
  const without = await post(`${at}/kopie`)
  assert.deepEqual(await files(without.replace(/\?.*/, '')), [])
  assert.match(await html(provider, without), /Het bestand ging niet mee/)
})

test('a kenmerk that does not hold any more keeps its name, in the form and in the log, until it is taken off', async () => {
  const { at, id } = await begin({ titel: 'Over een oude standaard' })
  const { rows } = await house.database.pool.query<{ id: string; title: string }>(
    `select item.id, revision.title from thread.item join thread.revision on revision.item = item.id
     where item.url like '/kwaliteitsstandaarden/%' order by item.url limit 1`,
  )
  const [old = { id: '', title: '' }] = rows
  await house.database.pool.query('update training.module set standards = array[$2]::uuid[] where id = $1', [
    id,
    old.id,
  ])
  await post(`${at}/aanvraag`)
  await decide(id, 'goed', '')
  assert.ok((await html(provider, at)).includes(`${old.title} (oudere versie)`))
  const saved = { ...text, titel: 'Over een oude standaard', versie: await versionOf(at), 'kenmerken[]': old.id }
  await post(at, { ...saved, zin: 'Nog steeds.' })
  assert.ok((await html(provider, at)).includes(`${old.title} (oudere versie)`))
  await post(at, { ...saved, 'kenmerken[]': text['kenmerken[]'], versie: await versionOf(at) })
  const log = await html(provider, `${at}/wijzigingen`)
  assert.ok(log.includes(old.title) && !log.includes(old.id))
})

test('what is no kenmerk cannot be put on material', async () => {
  const { rows } = await house.database.pool.query<{ id: string; title: string }>(
    `select item.id, revision.title from thread.item join thread.revision on revision.item = item.id
     where item.url like '/praktijken/%' limit 1`,
  )
  const { at } = await begin({ titel: 'Met een praktijk', 'kenmerken[]': rows[0]?.id ?? '' })
  assert.ok(!(await html(provider, `${at}/voorbeeld`)).includes(rows[0]?.title ?? '?'))
})

test('every change is on some page of the log', async () => {
  const { at, id } = await begin({ titel: 'Vaak veranderd' })
  await house.database.pool.query(
    `insert into training.change (module, changed_at, changes)
     select $1, $2::timestamptz + n * interval '1 minute',
       jsonb_build_array(jsonb_build_object('field', 'Titel', 'from', 'Zo ' || n, 'to', 'Zus ' || n))
     from generate_series(1, 230) as n`,
    [id, testMoment],
  )
  const first = await html(provider, `${at}/wijzigingen`)
  assert.match(first, /Zus 230[\s\S]*Zus 229/)
  const pages = await Promise.all([1, 2, 3, 4, 5].map((n) => html(provider, `${at}/wijzigingen?bladzijde=${n}`)))
  assert.ok(first.includes('/wijzigingen?bladzijde=5"'))
  assert.equal(new Set(pages.join('').match(/Zus \d+/g)).size, 230)
})

test('a copy is a draft with the same words, and leaves the original alone', async () => {
  const { at, page } = await begin({ titel: 'Het origineel' })
  const copied = await post(`${at}/kopie`)
  assert.notEqual(copied, at)
  const shown = await html(provider, copied)
  assert.match(shown, /value="Het origineel \(kopie\)"/)
  assert.match(shown, /value="https:\/\/leerplaats-kompas\.example\/kaarten"/)
  assert.match(shown, /Alleen jullie zien dit/)
  assert.equal((await visitor.get(page)).status, 404)
})

test('material without a file or an address cannot be asked for, and says what to do', async () => {
  const { at } = await begin({ titel: 'Nog leeg', adres: '' })
  assert.match(await html(provider, at), /Voeg eerst een bestand toe of vul een adres in/)
  const answer = await provider.send('POST', `${at}/aanvraag`, {})
  assert.equal(answer.status, 400)
  assert.match(await answer.text(), /Voeg eerst een bestand toe of vul een adres in/)
})

test('every fault is a sentence beside its field, and what was typed stays', async () => {
  const answer = await provider.send('POST', `${desk}/materiaal`, {
    titel: '',
    zin: 'x',
    uren: 'lang',
    adres: 'http://a',
  })
  assert.equal(answer.status, 400)
  const page = await answer.text()
  for (const sentence of [
    'Geef het materiaal een naam.',
    'Zeg in één zin wat het is.',
    'Vul in hoeveel uur het duurt, bijvoorbeeld 4 of 1,5.',
    'Kies het niveau.',
    'Kies wat anderen ermee mogen.',
    'Een adres begint met https:// en heeft geen spaties.',
  ])
    assert.ok(page.includes(sentence), sentence)
  assert.ok(page.includes('value="lang"'))
})

test('what another provider made is not there', async () => {
  const { rows } = await house.database.pool.query<{ id: string }>(
    `select id from training.module where slug = 'een-wijk-leren-lezen'`,
  )
  const theirs = `/scholing/aanbieder/materiaal/${rows[0]?.id}`
  for (const path of [theirs, `${theirs}/voorbeeld`, `${theirs}/wijzigingen`])
    assert.equal((await provider.get(path)).status, 404, path)
  for (const path of ['', '/kopie', '/aanvraag', '/archief', '/archief/einde'])
    assert.equal((await provider.send('POST', theirs + path, text)).status, 404, path)
  assert.match(await html(visitor, '/scholing/materiaal/een-wijk-leren-lezen'), /nog niet bekeken/)
})

test('every piece of material is on some page of the list, at the desk too', async () => {
  await house.database.pool.query(
    `insert into training.module (provider, slug, title, line, minutes, level, licence, url, fictional, live_since, looked_at,
       created_at, updated_at)
     select provider.id, 'reeks-' || n, 'Zz ' || lpad(n::text, 3, '0'), 'Een oefening.', 60, 'hbo', 'CC', 'https://a.example',
       true, $1, $1, $1, $1
     from training.provider, generate_series(1, 230) as n where provider.slug = 'leerplaats-kompas'`,
    [testMoment],
  )
  const all = async (path: string, param: string) => {
    const reader = path === desk ? provider : visitor
    const first = await html(reader, path)
    const last = Number([...first.matchAll(new RegExp(`${param}=(\\d+)`, 'g'))].map(([, n]) => n).at(-2))
    const pages = await Promise.all(Array.from({ length: last }, (_, n) => html(reader, `${path}?${param}=${n + 1}`)))
    return new Set(pages.join('').match(/Zz \d\d\d/g)).size
  }
  assert.equal(await all('/scholing/leervormen', 'bladzijde'), 230)
  assert.equal(await all('/scholing/aanbieders/leerplaats-kompas', 'materiaal'), 230)
  assert.equal(await all(desk, 'materiaal'), 230)
})
