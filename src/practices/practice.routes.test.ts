import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { revisionsOf } from '../thread/index.ts'
import { publishDescription } from './description.publication.store.ts'
import { type Desk, openDesk } from './description.sample.ts'
import { beginDescription, publishedDescription, saveImproved, saveSection } from './description.store.ts'
import type { PassageDraft } from './passage.ts'
import { lockQuote, withdrawQuote } from './quote.store.ts'
import type { Section } from './section.ts'

// A practice that is on the site: its facts are mended and its passages pointed at. The tests follow each other.
let desk: Desk
let editor: Visit
let second: Visit
let url = ''

const WORDS = 'Ik zat altijd al om vier uur klaar met mijn kom.'

const versionOf = (text: string) => /name="versie" value="(\d+)"/.exec(text)?.[1] ?? ''

/** Publishes a version past its readers, which has tests of its own. */
async function publish(sections: Partial<Record<Section, PassageDraft[]>>, improved: string) {
  const { db } = desk.parts.database
  const doer = { by: people.yusuf.id, at: desk.parts.clockAt.now }
  const draft = await beginDescription(db, desk.practice.id, doer)
  for (const [name, passages] of Object.entries(sections)) {
    const section = name as Section
    const place = { description: draft.id, section, version: draft.versions[section] }
    await saveSection(db, place, passages, doer)
  }
  await saveImproved(db, draft.id, improved)
  await publishDescription(db, await desk.now(), doer)
}

before(async () => {
  desk = await openDesk()
  url = `/redactie/praktijken/${desk.practice.slug}`
  editor = await desk.as(people.yusuf.id, '/redactie/praktijken')
  second = await desk.as(people.saskia.id, '/redactie/praktijken')
  const said = await desk.say(WORDS, 'function', { by: 'vrijwilliger' })
  const first = [
    { id: 'aanpak1', text: 'Eerst bellen.' },
    { id: 'aanpak2', text: 'Dan fietsen.' },
  ]
  await publish(
    {
      summary: [{ id: 'kort1', text: 'Vrijwilligers brengen soep.' }],
      approach: first,
      experiences: [{ id: 'citaat1', quote: said }],
    },
    '',
  )
  desk.parts.clockAt.now = new Date('2026-11-23T10:10:00Z')
  await publish(
    { approach: [...first.slice(0, 1), { id: 'aanpak2', text: 'Dan fietsen, ook in de winter.' }] },
    'De winter.',
  )
  const { db } = desk.parts.database
  const quote = await lockQuote(db, said)
  if (quote) await withdrawQuote(db, quote, desk.parts.clockAt.now)
  desk.parts.cache.clear()
})
after(() => desk.close())

const FACTS = {
  titel: 'De soepfiets',
  zin: 'Vrijwilligers brengen soep.',
  organisatie: 'Welzijn De Vlier',
  soort: 'welfare',
  gemeente: 'Groningen',
  begonnen: '2024-03-01',
  thema: 'eenzaamheid',
  'velden[]': 'begeleiding',
  'mensen[]': 'ouderen',
  mail: 'ingrid@verankerd.example',
}

test('head facts: a mistake is a sentence, two at once see both', async () => {
  const versie = versionOf((await editor.get(`${url}/gegevens`)).text)
  const wrong = await editor.post(`${url}/gegevens`, {
    ...FACTS,
    versie,
    begonnen: '2024-02-31',
    gemeente: 'Nergenshuizen',
    'velden[]': 'van-een-andere-oproep',
    thema: 'onzin',
  })
  assert.equal(wrong.status, 400)
  assert.match(wrong.text, /Die dag bestaat niet/)
  assert.match(wrong.text, /geen gemeente “Nergenshuizen”/)
  assert.equal(wrong.text.match(/Kies uit de lijst van de oproep\./g)?.length, 4, 'in the summary and at the field')
  assert.equal((await editor.post(`${url}/gegevens`, { ...FACTS, versie })).status, 303)
  const late = await second.post(`${url}/gegevens`, { ...FACTS, versie, zin: 'Anders.', thema: 'schulden' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Vrijwilligers brengen soep\./)
  assert.match(late.text, /Thema eenzaamheid/)
})

test('mended facts show at once: in the bank, and as a revision where people read something else', async () => {
  const { db, pool } = desk.parts.database
  const { item } = await desk.now()
  const numbers = async () => (await revisionsOf(db, item ?? '')).map(({ number }) => number)
  const told = await publishedDescription(db, await desk.now())
  const before = await numbers()
  const held = async () =>
    (await pool.query('select title, theme, fields, gemeente from practices.listing where slug = $1', ['de-soepfiets']))
      .rows[0]
  const form = {
    ...FACTS,
    titel: 'De soepfiets van Zuid',
    thema: 'schulden',
    'velden[]': ['begeleiding', 'sociale-samenhang'],
  }
  const save = async (more: Partial<typeof form>) => {
    const versie = versionOf((await editor.get(`${url}/gegevens`)).text)
    return editor.post(`${url}/gegevens`, { ...form, ...more, versie })
  }
  assert.equal((await save({})).status, 303)
  assert.deepEqual(await held(), {
    title: 'De soepfiets van Zuid',
    theme: 'schulden',
    fields: ['begeleiding', 'sociale-samenhang'],
    gemeente: 'GM0014',
  })
  const after = await publishedDescription(db, await desk.now())
  assert.deepEqual(after?.body, told?.body, 'the text is the one that was agreed')
  assert.equal(after?.number, told?.number)
  assert.equal((await numbers()).length, before.length + 1)
  assert.match((await desk.visitor.get('/praktijken/de-soepfiets')).text, /De soepfiets van Zuid/)
  await save({ thema: 'jongeren' })
  assert.equal((await held())?.theme, 'jongeren')
  assert.equal((await numbers()).length, before.length + 1, 'the theme stands in no text')
  await save({ thema: 'jongeren', mail: 'anders@verankerd.example' })
  assert.equal((await numbers()).length, before.length + 1, 'nor does the address')
})

test('every passage has an address, on the page and at the fixed link of each version', async () => {
  const { item } = await desk.now()
  const page = (await desk.visitor.get('/praktijken/de-soepfiets')).text
  const ids = [...page.matchAll(/id="(a-[^"]+)"/g)].map(([, id]) => id)
  assert.deepEqual(ids, ['a-kort1', 'a-aanpak1', 'a-aanpak2'], 'what was taken back has no place')
  for (const id of ids) assert.ok(page.includes(`href="#${id}"`), id)
  assert.match(page, /<span class="hidden">Link naar “[^”]+”, alinea 2<\/span>/)
  const links = [...page.matchAll(/href="(\/id\/[^"]+\/\d+)">Vaste link/g)].map(([, href]) => href ?? '')
  assert.equal(links.length, 2)
  assert.ok(links.every((href) => href.startsWith(`/id/${item}/`)))
  const [now = '', before = ''] = links
  const fixed = (await desk.visitor.get(now)).text
  for (const id of ids) assert.ok(fixed.includes(`id="${id}"`), id)
  const first = (await desk.visitor.get(before)).text
  assert.match(first, /Er is een nieuwere versie/)
  assert.match(first, /Dan fietsen\.</, 'without the winter')
  assert.ok(!first.includes(WORDS), 'words that were taken back are gone from old versions too')
})
