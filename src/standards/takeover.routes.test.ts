import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import { people } from '../../test/world.ts'
import type { Db } from '../foundation/db/index.ts'
import { acceptedStatements } from '../olympiad/index.ts'
import { origin, withdrawUtterance } from '../thread/index.ts'
import { readDraft } from './draft.store.ts'
import { editions } from './edition.store.ts'
import { publishDraft } from './publication.store.ts'
import { typedOf } from './standard.form.ts'
import { type Standard, standardsOf } from './standard.store.ts'

// One statement on its way from verdict to published standard: the tests follow each other.
let house: House
let db: Db
let editor: Caller
let draft = ''

const OWN = 'De werker voert het eerste gesprek zonder formulier.'
const ADDED = 'De werker zorgt dat iemand die wegblijft, wordt gebeld.'
const THEIRS = 'Zonder formulier weet de gemeente niet waar ze voor betaalt. Later mag ook, maar niet nooit.'
const INWONER = 'Soms blijf ik weg omdat ik moe ben. Dan wil ik niet gebeld worden.'

before(async () => {
  house = await openHouse()
  db = house.database.db
  editor = await house.as('editor')
  const from = (await editions(db, testMoment)).find(
    ({ status, framework }) => status === 'current' && !framework.fictional,
  )
  const begun = await editor.send('POST', '/redactie/kenmerken/versies', { van: from?.id ?? '', jaar: '2027' })
  draft = begun.headers.get('location') ?? ''
})
after(() => house.close())

const text = async (path: string): Promise<string> => (await editor.get(path)).text()
const inDraft = (): Promise<Standard[]> => standardsOf(db, draft.split('/').at(-1) ?? '')
const standardWith = async (plain: string): Promise<Standard> => {
  const verdict = (await acceptedStatements(db)).find((one) => one.plain === plain)
  const found = (await inDraft()).find((one) => one.text.validatedBy?.some(({ item }) => item === verdict?.item))
  assert.ok(found, plain)
  return found
}

test('only what every group stood behind is offered, and a choice that is none says so', async () => {
  assert.match(await text('/redactie/kenmerken'), /Neem gedragen zinnen over/)
  const offered = await text(`${draft}/zinnen/aan-de-deur-en-aan-tafel`)
  assert.ok(offered.includes(OWN) && offered.includes(ADDED))
  assert.ok(!offered.includes('De werker belt een tweede keer aan als de deur dicht blijft.'))
  assert.match(offered, /Gedragen, door \d+ mensen uit 7 groepen, op/)
  assert.equal((await editor.get(`${draft}/zinnen/wat-nog-open-ligt`)).status, 404)
  const empty = await editor.send('POST', `${draft}/zinnen/aan-de-deur-en-aan-tafel`, {})
  assert.equal(empty.status, 400)
  assert.match(await empty.text(), /Kies bij minstens één zin waar hij komt\./)
})

test('a new version may begin with the statements of an Olympiade, and leads right to the choice', async () => {
  const desk = await text('/redactie/kenmerken')
  assert.match(desk, /Uit ‘Aan de deur en aan tafel’/)
  const van = /name="van"[\s\S]*?<option value="([^"]+)"/.exec(desk)?.[1] ?? ''
  const begin = (form: Record<string, string>) =>
    editor.send('POST', '/redactie/kenmerken/versies', { van, jaar: '2029', ...form })
  const begun = await begin({ zinnen: 'aan-de-deur-en-aan-tafel' })
  const at = begun.headers.get('location') ?? ''
  assert.match(at, /\/versies\/[0-9a-f-]{36}\/zinnen\/aan-de-deur-en-aan-tafel$/)
  assert.match(await text(at), /Gedragen zinnen overnemen/)
  // An Olympiade without carried statements is none: the draft begins as it always does.
  const plain = await begin({ jaar: '2030', zinnen: 'wat-nog-open-ligt' })
  assert.match(plain.headers.get('location') ?? '', /\/versies\/[0-9a-f-]{36}$/)
})

test('one becomes a standard of its own, another goes into one that is there; twice is once', async () => {
  const accepted = await acceptedStatements(db)
  const field = (plain: string) => `zin-${accepted.find((one) => one.plain === plain)?.item}`
  const into = (await inDraft())[0]
  const choice = { [field(OWN)]: 'nieuw', [field(ADDED)]: into?.id ?? '' }
  for (let times = 0; times < 2; times++) {
    const took = await editor.send('POST', `${draft}/zinnen/aan-de-deur-en-aan-tafel`, choice)
    assert.equal(took.status, 303)
  }
  assert.equal((await inDraft()).length, 6)
  assert.equal((await standardWith(OWN)).text.code, 'K6')
  const [first] = await inDraft()
  assert.equal(first?.text.name, into?.text.name)
  assert.equal(first?.text.howTo.filter((line) => line === ADDED).length, 1)
  assert.match(await text(`${draft}/zinnen/aan-de-deur-en-aan-tafel`), /Staat al in ‘K6 Voert het eerste gesprek/)
})

test('nobody is asked to react to a text with gaps; who writes it whole keeps its verdict', async () => {
  const consult = () =>
    editor.send('POST', `${draft}/consultaties`, { van: '2026-12-01', tot: '2026-12-20', vraag: 'Klopt dit?' })
  const refused = await consult()
  assert.equal(refused.status, 400)
  assert.match(await refused.text(), /Maak eerst af: Voert het eerste gesprek zonder formulier\./)
  const own = await standardWith(OWN)
  const [whole] = await inDraft()
  assert.ok(whole)
  const { naam, code, kern, professional, invulling } = typedOf(own.text)
  const typed = { ...typedOf(whole.text), naam, code, kern, professional, invulling, versie: String(own.version) }
  const pairs = Object.entries(typed).flatMap(([name, value]): [string, string][] =>
    Array.isArray(value) ? value.map((one): [string, string] => [name, one]) : [[name, value ?? '']],
  )
  assert.equal((await editor.send('POST', `${draft}/teksten/${own.id}`, pairs)).status, 303)
  assert.deepEqual((await standardWith(OWN)).text.validatedBy, own.text.validatedBy)
  assert.equal((await consult()).status, 303)
})

test('published, the verdict and the minority travel along: page, handreiking, card and API', async () => {
  const now = testMoment
  const all = await editions(db, now)
  const edition = all.find(({ id }) => draft.endsWith(id))
  assert.ok(edition)
  const whole = await readDraft(db, edition)
  const old = all.find(({ id }) => id === edition.draftedFrom)
  await publishDraft(db, whole, old, { by: people.saskia.id, at: now })
  const own = await standardWith(OWN)
  const page = await text(`/kenmerken/${own.slug}`)
  assert.match(page, /Gedragen, door \d+ mensen uit 7 groepen, op \d+ \w+ 2026/)
  assert.ok(page.includes(THEIRS) && page.includes('Iemand van de managers'))
  assert.ok(!/algemeen geldig/i.test(page))
  assert.ok(!page.includes('De stemmen en gesprekken van toen zijn niet openbaar.'))
  assert.ok((await text(edition.url)).includes(THEIRS))
  assert.match(page, /id="herkomst"[\s\S]*uitspraak[\s\S]*De werker voert het eerste gesprek/, 'a stop on its rope')
  // On the card too it has to be clear what they saw otherwise: the statement stands before their words.
  const card = await text(`/kenmerken/${own.slug}/gesprekskaart`)
  assert.ok(card.indexOf(OWN) > 0 && card.indexOf(OWN) < card.indexOf(THEIRS))
  const api = (await (await editor.get(`/api/v1/normen/${own.id}?voorbeelden=ja`)).json()) as {
    uitspraken: { uitspraak: string; groepen: number; redenenVanMinderheid: { woorden: string }[] }[]
  }
  assert.equal(api.uitspraken.length, 1)
  assert.equal(api.uitspraken[0]?.groepen, 7)
  assert.ok(api.uitspraken[0]?.redenenVanMinderheid.some(({ woorden }) => woorden === THEIRS))
  const [first] = await inDraft()
  assert.ok((await text(`/kenmerken/${first?.slug}`)).includes(INWONER))
  // A kenmerk that nobody voted on says so.
  const other = (await inDraft()).find(({ text: { validatedBy } }) => validatedBy === undefined)
  assert.match(await text(`/kenmerken/${other?.slug}`), /De stemmen en gesprekken van toen zijn niet openbaar\./)
  for (const path of [`${edition.url}/pdf`, `/kenmerken/${own.slug}/gesprekskaart/pdf`]) {
    const pdf = await editor.get(path)
    assert.equal(pdf.status, 200)
    assert.equal(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    )
  }
})

test('its origin leads back through verdict, statement, factor and quote to a practice', async () => {
  const own = await standardWith(OWN)
  const whole = await origin(db, own.item, { at: new Date(testMoment.getTime() + 60_000) })
  const kinds = new Set(whole?.upstream.stops.map(({ kind }) => kind))
  for (const kind of ['verdict', 'statement', 'factor', 'quote', 'practice'] as const)
    assert.ok(kinds.has(kind), `${kind} is not among ${[...kinds]}`)
})

test('words that are taken back are gone wherever the standard is shown', async () => {
  const { rows } = await db.$client.query<{ id: string }>('select id from thread.utterance where text = $1', [THEIRS])
  assert.equal(rows.length, 1)
  await withdrawUtterance(db, rows[0]?.id ?? '', testMoment)
  const own = await standardWith(OWN)
  for (const path of [
    `/kenmerken/${own.slug}`,
    `/kenmerken/${own.slug}/gesprekskaart`,
    `/api/v1/normen/${own.id}?voorbeelden=ja`,
  ])
    assert.ok(!(await text(path)).includes(THEIRS), path)
})
