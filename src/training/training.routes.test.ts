import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import { formsOf } from '../../test/html.ts'
import { filledIn } from '../../test/scenes.ts'
import { currentStandards } from '../standards/index.ts'
import { itemId } from '../thread/index.ts'

let house: House
let provider: Caller
let editor: Caller
let visitor: Caller
before(async () => {
  house = await openHouse()
  ;[provider, editor, visitor] = await Promise.all([house.as('provider'), house.as('editor'), house.as('visitor')])
})
after(() => house.close())

const desk = '/scholing/aanbieder/leerplaats-kompas'
const text = {
  titel: 'Luisteren op de trap',
  daarna: 'Je laat iemand uitpraten voordat je iets voorstelt.',
  vorm: 'on site',
  uren: '6',
  prijs: '€ 1.195,50',
  taal: 'nl',
  niveau: 'hbo',
  'beroepsgroepen[]': 'wijkteam',
  punten_registerplein: '6',
  nummer_registerplein: 'RP-VB-1',
  geldig_registerplein: '31-12-2028',
  versie: '0',
}

async function begin(title: string, more: Record<string, string> = {}): Promise<string> {
  const made = await provider.send('POST', `${desk}/trainingen`, { ...text, titel: title, ...more })
  assert.equal(made.status, 303)
  return made.headers.get('location') ?? ''
}

const dates = {
  dagen: '9-2-2027\n16-2-2027',
  reeks: 'samen',
  van: '9.30',
  tot: '16.30',
  gemeente: 'Assen',
  plaatsen: '12',
  over: '4',
}
const strengths = {
  'sterkte_eigen-kracht-versterken': 'practice',
  'sterkte_op-de-vraag-af': '',
  'sterkte_binden-en-verbinden': '',
  'sterkte_integraal-werken': '',
  'sterkte_signaleren-en-agenderen': '',
}

const html = async (caller: Caller, path: string) => {
  const answer = await caller.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}

test('a provider publishes a course with dates, an editor confirms what it teaches, and a visitor finds it', async () => {
  const at = await begin(text.titel)
  assert.equal((await provider.send('POST', `${at}/data`, dates)).status, 303)
  assert.equal((await provider.send('POST', `${at}/kenmerken`, strengths)).status, 303)
  assert.equal((await visitor.get('/scholing/luisteren-op-de-trap')).status, 404)
  assert.equal((await provider.send('POST', `${at}/aanvraag`, {})).status, 303)
  assert.match(await html(provider, at), /Uiterlijk 25 november 2026 staat/)

  const id = at.split('/').at(-1) ?? ''
  const checking = `/redactie/scholing/${id}`
  const page = await html(editor, checking)
  // One form with one button: what is said of a standard cannot be lost by pressing the other.
  const decisions = formsOf(page).filter(({ action }) => action.startsWith(checking))
  assert.equal(decisions.length, 1)
  const [decision] = decisions
  assert.ok(decision)
  const choose = (besluit: string) => filledIn(decision, (field) => (field === 'besluit' ? besluit : 'ja'))
  const undecided = await editor.send('POST', decision.action, choose('vraag'))
  assert.match(await undecided.text(), /Schrijf wat je wilt weten[\s\S]*name="oordeel_[^>]*value="ja"[^>]*checked/)
  assert.equal((await editor.send('POST', decision.action, choose('goed'))).status, 303)

  const shown = await html(visitor, '/scholing/luisteren-op-de-trap')
  assert.match(shown, /<dd>€ 1\.195,50<\/dd>/)
  assert.match(shown, /6 punten bij Registerplein/)
  assert.match(shown, /nog 4 plaatsen/)
  assert.match(shown, /Eigen kracht versterken[\s\S]*oefenen/)
  assert.doesNotMatch(shown, /nog niet bekeken|zegt de opleider zelf/)
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(shown)?.[1] ?? '{}')
  assert.deepEqual(data.educationalCredentialAwarded, [
    {
      '@type': 'EducationalOccupationalCredential',
      ...{ credentialCategory: 'Accreditatiepunten', name: '6 punten bij Registerplein', identifier: 'RP-VB-1' },
      ...{ recognizedBy: { '@type': 'Organization', name: 'Registerplein' }, expires: '2028-12-31' },
    },
  ])
  assert.equal(data.hasCourseInstance[0].startDate, '2027-02-09T09:30')
  assert.equal(data.teaches[0]['@id'].endsWith(itemId('standard', 'eigen-kracht-versterken')), true)
  const standards = await currentStandards(house.database.db)
  const meant = standards.find(({ slug }) => slug === 'eigen-kracht-versterken')
  const { rows } = await house.database.pool.query(
    `select link.kind, link.from_revision = newest.id as "fromNewest", link.to_item, link.to_revision
     from thread.link join training.course on course.item = link.from_item
     cross join lateral (select id from thread.revision where item = course.item order by number desc limit 1) as newest
     where course.slug = 'luisteren-op-de-trap' and link.ended_at = 'infinity'`,
  )
  assert.deepEqual(rows, [
    { kind: 'teaches', fromNewest: true, to_item: meant?.item ?? '', to_revision: meant?.revision ?? '' },
  ])

  const before = await html(provider, `${at}/tekst`)
  const version = /name="versie" value="(\d+)"/.exec(before)?.[1] ?? ''
  await provider.send('POST', `${at}/tekst`, { ...text, prijs: 'gratis', versie: version })
  assert.match(await html(visitor, '/scholing/luisteren-op-de-trap'), /<dd>gratis<\/dd>/)
  assert.match(await html(provider, `${at}/wijzigingen`), /Ruben Cohen[\s\S]*Prijs[\s\S]*€ 1\.195,50[\s\S]*gratis/)

  // Two people of one provider: the second sees both texts and nothing is overwritten.
  const late = await provider.send('POST', `${at}/tekst`, { ...text, daarna: 'Je luistert langer.', versie: version })
  assert.equal(late.status, 409)
  const both = await late.text()
  assert.match(both, /Je laat iemand uitpraten voordat je iets voorstelt\.[\s\S]*Je luistert langer\./)

  await provider.send('POST', `${at}/archief`, {})
  assert.equal((await visitor.get('/scholing/luisteren-op-de-trap')).status, 404)
  await provider.send('POST', `${at}/archief/einde`, {})
  assert.equal((await visitor.get('/scholing/luisteren-op-de-trap')).status, 200)
})

test('every fault is a sentence beside its field, and what was typed stays', async () => {
  const answer = await provider.send('POST', `${desk}/trainingen`, {
    ...{ titel: '', daarna: 'x', uren: 'veel', prijs: 'vanaf 300', aanmelden: 'http://onveilig.example' },
    ...{ punten_skj: 'drie', nummer_overig: 'A1', vorm: 'dansend', taal: 'nl', niveau: 'hbo' },
  })
  assert.equal(answer.status, 400)
  const page = await answer.text()
  for (const sentence of [
    'Geef de training een naam.',
    'Schrijf wat iemand daarna kan',
    'Vul de studielast in uren in',
    'Schrijf de prijs in euro’s',
    'Een adres begint met https:// en heeft geen spaties.',
    'Kies hoe je de training volgt.',
  ])
    assert.ok(page.includes(sentence), sentence)
  for (const typed of ['veel', 'vanaf 300', 'http://onveilig.example', 'drie', 'A1'])
    assert.ok(page.includes(`value="${typed}"`), typed)
})

test('points of another register go by its name, on the page and in every machine’s words', async () => {
  const named = { punten_overig: '2', naam_overig: 'Register Buurtwerk', nummer_overig: 'RB-1' }
  const refused = await provider.send('POST', `${desk}/trainingen`, { ...text, ...named, naam_overig: '' })
  assert.equal(refused.status, 400)
  assert.match(await refused.text(), /Schrijf hoe het register heet dat deze punten geeft[\s\S]*value="RB-1"/)
  const at = await begin('Punten van een ander', named)
  assert.match(await html(provider, `${at}/tekst`), /name="naam_overig"[^>]*value="Register Buurtwerk"/)
  assert.match(
    await html(provider, `${at}/voorbeeld`),
    /2 punten bij Register Buurtwerk[\s\S]*Accreditatie bij Register Buurtwerk/,
  )

  const made = 'voorbeelden=ja'
  const slug = 'aanbellen-zonder-aanleiding'
  const street = 'Register Straatwerk (verzonnen)'
  const json = async (path: string) => JSON.parse(await html(visitor, path))
  const { punten } = await json(`/api/v1/opleidingen/${slug}?${made}`)
  const ofStreet = { register: 'overig', registerNaam: street, nummer: 'RS-VB-7', punten: 2 }
  assert.deepEqual(punten[0], { ...ofStreet, geldigTotEnMet: '2028-12-31' })
  const { items } = await json(`/oeapi/v6/courses?${made}&primaryCode=${slug}`)
  assert.equal(items[0].ext.accreditations[0].registerName, street)
  assert.match(await html(visitor, `/open-data/trainingen.csv?${made}`), /Register Straatwerk \(verzonnen\): 2 punten/)
  const page = await html(visitor, `/scholing/${slug}`)
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '{}')
  assert.equal(data.educationalCredentialAwarded[0].recognizedBy.name, street)
})

test('a line that is no day is named; a series makes one offering per day', async () => {
  const at = await begin('Reeks van dagen')
  const wrong = await provider.send('POST', `${at}/data`, { ...dates, dagen: '9-2-2027\n31-2-2027', tot: '8.00' })
  assert.equal(wrong.status, 400)
  assert.match(await wrong.text(), /“31-2-2027” is geen dag/)
  await provider.send('POST', `${at}/data`, { ...dates, reeks: 'los', dagen: '9-2-2027\n10-2-2027\n11-2-2027' })
  const { rows } = await house.database.pool.query(
    `select starts_on::text from training.offering join training.course on course.id = offering.course
     where course.slug = 'reeks-van-dagen' order by starts_on`,
  )
  assert.deepEqual(
    rows.map((row: { starts_on: string }) => row.starts_on),
    ['2027-02-09', '2027-02-10', '2027-02-11'],
  )
})

test('what another provider made is not there', async () => {
  const { rows } = await house.database.pool.query<{ id: string }>(
    `select id from training.course where slug = 'op-huisbezoek'`,
  )
  const theirs = `/scholing/aanbieder/trainingen/${rows[0]?.id}`
  for (const path of [theirs, `${theirs}/tekst`, `${theirs}/data`, '/scholing/aanbieder/school-voor-wijkwerk'])
    assert.equal((await provider.get(path)).status, 404, path)
  for (const path of [`${theirs}/tekst`, `${theirs}/archief`, `${theirs}/kopie`])
    assert.equal((await provider.send('POST', path, { ...text })).status, 404, path)
})

test('a fictional course says so, stays out of the sitemap and is not for search engines', async () => {
  const page = await html(visitor, '/scholing/van-losse-klacht-naar-agenda')
  assert.match(page, /verzonnen voorbeeld/)
  assert.match(page, /<meta name="robots" content="noindex"/)
  assert.match(page, /"voorbeeld":true/)
  assert.match(page, /<meta property="og:description" content="Verzonnen voorbeeld\. /)
  const picture = /<meta property="og:image" content="([^"]*)"/.exec(page)?.[1] ?? ''
  assert.equal((await visitor.get(new URL(picture).pathname)).headers.get('content-type'), 'image/png')
  assert.doesNotMatch(await html(visitor, '/sitemap.xml'), /van-losse-klacht-naar-agenda|leerplaats-kompas/)
})

test('the trial has sixty courses of fifteen providers on the site, every kenmerk taught, every date ahead', async () => {
  const { rows } = await house.database.pool.query(
    `select count(*)::int as courses, count(distinct provider)::int as providers from training.course
     where live_since is not null and slug <> 'luisteren-op-de-trap'`,
  )
  assert.deepEqual(rows, [{ courses: 60, providers: 15 }])
  const taught = await house.database.pool.query(
    `select count(distinct standard)::int as n from training.teaching where confirmed_at is not null and ended_at is null`,
  )
  assert.equal(taught.rows[0].n, 5)
  const past = await house.database.pool.query(
    `select count(*)::int as n from training.offering where starts_on < $1`,
    [testMoment.toISOString().slice(0, 10)],
  )
  assert.equal(past.rows[0].n, 0)
})
