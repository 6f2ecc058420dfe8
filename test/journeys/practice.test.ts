import assert from 'node:assert/strict'
import { after, before, type TestContext, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { DAY } from '../../src/foundation/clock.ts'
import { readCall } from '../../src/practices/call.store.ts'
import { nominationColleague } from '../../src/practices/intake.tables.ts'
import { readNomination } from '../../src/practices/nomination.store.ts'
import { createPractice } from '../../src/practices/practice.store.ts'
import { settleNomination } from '../../src/practices/practices.fixture.ts'
import { complaintsOf, openBrowser, overflow, visitor, widths } from '../browser.ts'
import { type House, openHouse, testMoment } from '../house.ts'
import { people } from '../world.ts'
import { arrive, become, fillIn, follow, press, reads, words } from './person.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const title = 'De soepfiets'
const desk = '/redactie/praktijken/de-soepfiets'
const bank = '/praktijken/de-soepfiets'
const said = 'Ik zat er voor de soep, en bleef voor het praten.'
const corrected = 'Ik kwam voor de soep en bleef voor de kastanjes en het gesprek.'

/** One nomination that was chosen yesterday, of an organisation where Jamal works. */
async function chosen({ database: { db } }: House, now: Date): Promise<void> {
  const call = await readCall(db, '2027')
  assert.ok(call)
  const bodies = { fields: { fields: ['samenleven'], why: '' } }
  const { id } = await settleNomination(db, { call: call.id, at: now, sentAt: now, bodies })
  await db.insert(nominationColleague).values({ nomination: id, person: people.jamal.id, since: now })
  const nomination = await readNomination(db, id)
  assert.ok(nomination)
  await createPractice(db, nomination, { at: now })
}

/** A talk is planned with someone who lives there; the quote is put ready, and the link goes by mail. */
async function planTalk(page: Page): Promise<void> {
  await page.goto('/redactie/praktijken')
  await follow(page, title, title)
  await follow(page, 'Gesprekken en citaten', 'Gesprekken')
  await fillIn(page, { Dag: '2026-12-01', Tijd: '10:00', 'Waar?': 'Buurthuis De Lepel' })
  await press(page, 'Plan dit gesprek', 'Gesprekken')
  await fillIn(page, { Naam: 'Joke Bos', 'Wat doet deze persoon?': 'deelnemer', Mailadres: 'joke@verankerd.example' })
  await page.getByLabel('Deze persoon is').selectOption({ value: 'client' })
  await press(page, 'Voeg toe', 'Gesprekken')
  await reads(page, 'Joke Bos, deelnemer')
  await follow(page, 'Naar de citaten', 'Citaten')
  await page.getByLabel('Wie zei dit?').selectOption({ label: 'Joke Bos, deelnemer' })
  await page.getByLabel('Bij welk onderdeel hoort het?').selectOption({ label: 'Ervaringen en onderzoek' })
  await fillIn(page, { 'Wat zei die persoon?': said })
  await press(page, 'Zet klaar om terug te lezen', 'Citaten')
  await reads(page, 'wacht op akkoord')
  await page.goto(`${desk}/gesprekken`)
  await press(page, 'Stuur de link om terug te lezen', 'Gesprekken')
}

/** Opens the link of the newest mail with this subject. */
async function openMail(page: Page, subject: string | RegExp): Promise<void> {
  await page.goto('/demo/post')
  const letter = page.locator('article', { has: page.getByRole('heading', { name: subject }) }).first()
  await letter.getByRole('link').click()
}

/** From the mail to the private page: read back, corrected and agreed, without a name. */
async function readBack(page: Page): Promise<void> {
  await openMail(page, 'Lees terug wat je zei')
  await arrive(page, 'Lees terug wat je zei')
  await press(page, 'Open mijn pagina', 'Lees terug wat je zei')
  assert.ok(!page.url().includes('sleutel'), 'the key stays out of the address')
  await reads(page, 'Er wacht één citaat op je.')
  await reads(page, 'In een kleine plaats herkennen mensen je soms toch')
  assert.equal(await page.getByRole('radio', { name: 'Zonder naam' }).isChecked(), true)
  assert.equal(await page.getByLabel('Zei je het zo?').inputValue(), said)
  await fillIn(page, { 'Zei je het zo?': corrected })
  assert.equal(await overflow(page), 0)
  await press(page, 'Zo mag het erin', 'Lees terug wat je zei')
  await reads(page, 'Dank je. Je akkoord is bewaard.')
}

const sections: [place: string, word: string, text: string][] = [
  [
    'kort',
    'In het kort',
    'Elke dinsdag fietsen vrijwilligers met soep langs ouderen. Eenzaamheid wordt er minder van.',
  ],
  ['mensen', 'Voor wie', 'Voor mensen boven de zeventig die alleen eten.'],
  ['doel', 'Wat ze willen bereiken', 'Dat iemand elke week een half uur bezoek heeft.'],
  ['aanpak', 'Zo werkt het', 'Eerst bellen we aan. Dan eten we samen soep.'],
]

async function write(page: Page): Promise<void> {
  await page.goto(`${desk}/beschrijving`)
  await press(page, 'Begin de beschrijving', 'Beschrijving')
  await reads(page, '“In het kort” is nog leeg.')
  for (const [place, word, text] of sections) {
    await page.goto(`${desk}/beschrijving/${place}`)
    await page.locator('textarea[name="tekst"]').fill(text)
    await press(page, 'Bewaar en lees mee', word)
  }
  await page.goto(`${desk}/beschrijving`)
  await follow(page, 'Ervaringen en onderzoek', 'Ervaringen en onderzoek')
  await page.locator('textarea[name="tekst"]').fill('Mensen vertellen vooral dat ze weer iemand spreken.')
  await page.getByLabel('Citaat erbij zetten').selectOption({ label: corrected })
  await press(page, 'Zet dit citaat erbij', 'Ervaringen en onderzoek')
  await reads(page, `“${corrected}” (akkoord)`)
  await follow(page, 'Alle onderdelen', 'Beschrijving')
  await press(page, 'Leg voor aan de organisatie', 'Beschrijving')
  await reads(page, 'Wacht op hun akkoord.')
}

/** The second pair of eyes. */
async function agree(page: Page): Promise<void> {
  await become(page, 'Jamal Tuhuteru')
  assert.equal(await page.locator('main a[href^="/redactie"]').count(), 0, 'what waits for editors is theirs')
  await openMail(page, 'Er staat een tekst voor jullie klaar')
  await arrive(page, title)
  await reads(page, corrected)
  await press(page, 'Wij vinden dit goed', title)
  await reads(page, 'Jullie vinden deze tekst goed.')
}

const lines: [word: string, text: string][] = [
  ['Kop', 'Wie soep brengt, mag blijven zitten'],
  ['Een moment', 'De bel gaat. Ans zet haar fiets tegen de gevel en houdt de pan omhoog.'],
  ['Wat ze doen', 'Ze bellen aan, schenken in en blijven een half uur.'],
  ['Wat het brengt', 'Mensen hebben weer iemand om naar uit te kijken.'],
  ['Zelf beginnen?', 'Begin met één pan, één straat en één vaste dag.'],
]

async function makeFlyer(page: Page): Promise<void> {
  await page.goto(`${desk}/beschrijving`)
  await press(page, 'Publiceer de beschrijving', 'Beschrijving')
  await reads(page, 'De beschrijving staat op de site.')
  await page.goto(`${desk}/flyer`)
  for (const [word, text] of lines) {
    await follow(page, word, word)
    await page.locator('textarea[name="tekst"]').fill(text)
    const facts = page.locator('.flyer-facts details').first()
    if ((await facts.getAttribute('open')) === null) await facts.locator('summary').click()
    await facts.locator('label').first().click()
    await press(page, 'Bewaar', 'Flyer')
  }
  await follow(page, 'Citaat', 'Citaat')
  await page.getByText(`“${corrected}”`).first().click()
  await press(page, 'Bewaar', 'Flyer')
  await press(page, 'Publiceer de flyer', 'Flyer')
  await reads(page, 'De flyer staat op de site.')
}

/** On a phone: a word that is spelt wrong and a theme, then the page, the flyer and its pdf. */
async function find(page: Page): Promise<void> {
  await page.goto('/')
  await follow(page, /voorbeeld zoeken/, 'Praktijken')
  await fillIn(page, { 'Waar zoek je naar?': 'eenzaamhijd' })
  await press(page, 'Zoek', 'Praktijken')
  await reads(page, 'Precies zo staat het nergens. Dit lijkt erop: eenzaamheid')
  await page.getByText('Kies en filter').click()
  await page.locator('.filter__option', { hasText: 'Minder alleen' }).click()
  await press(page, 'Laat zien', 'Praktijken')
  assert.match(page.url(), /thema/)
  assert.equal(await overflow(page), 0)
  await follow(page, title, title)
  await reads(page, corrected)
  await follow(page, 'Pak de flyer', lines[0]?.[1] ?? '')
  await reads(page, corrected)
  assert.equal(await overflow(page), 0)
  assert.match(await pdfOf(page, `${bank}/flyer/pdf`), /kastanjes/)
}

/** What can be read in a pdf, on one line. */
async function pdfOf(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path)
  assert.equal(answer.headers()['content-type'], 'application/pdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.body())), { mergePages: true })
  return text.replace(/\s+/g, ' ')
}

/** Everywhere the words could be read by anyone. */
async function everywhere(page: Page): Promise<[place: string, text: string][]> {
  const pages = [bank, `${bank}/flyer`, `${bank}/flyer/tekst`, '/zoeken?zoek=kastanjes', '/praktijken?zoek=kastanjes']
  const feeds = ['/praktijken.csv?voorbeelden=ja', '/praktijken.atom?voorbeelden=ja']
  const api = '/api/v1/praktijken'
  const data = [`${api}?voorbeelden=ja`, `${api}/de-soepfiets?voorbeelden=ja`]
  const machines = [...feeds, ...data]
  const texts: [string, string][] = []
  for (const path of [...pages, ...machines]) texts.push([path, await (await page.request.get(path)).text()])
  for (const path of [`${bank}/pdf`, `${bank}/flyer/pdf`, `${bank}/flyer/groot`])
    texts.push([path, await pdfOf(page, path)])
  return texts
}

const holding = (texts: [place: string, text: string][]) =>
  texts.filter(([, text]) => text.replaceAll(corrected, 'HIER').includes('HIER')).map(([place]) => place)

/** The speaker takes it back, weeks later, by the link of the first mail. */
async function takeBack(page: Page): Promise<void> {
  await openMail(page, 'Lees terug wat je zei')
  await press(page, 'Open mijn pagina', 'Lees terug wat je zei')
  await follow(page, 'Neem dit citaat terug', 'Dit citaat terugnemen')
  await reads(page, 'Wat al gedownload of geprint is, kunnen we niet terughalen')
  await press(page, 'Neem dit citaat terug', 'Lees terug wat je zei')
  await reads(page, 'Het citaat is overal weg.')
}

async function walk(t: TestContext, javaScript: boolean): Promise<void> {
  // The house reads this very moment each time: moving it lets days go by.
  const now = new Date(testMoment)
  const house = await openHouse({ now })
  t.after(() => house.close())
  await house.serve()
  await chosen(house, now)
  const contexts: BrowserContext[] = []
  const complaints: string[][] = []
  const open = async (width: number): Promise<Page> => {
    const context = await visitor(browser, house.config.baseUrl, { width, javaScript })
    contexts.push(context)
    const page = await context.newPage()
    complaints.push(complaintsOf(page))
    return page
  }
  const [yusuf, joke, jamal, reader] = await Promise.all(
    [widths.desk, widths.phone, widths.desk, widths.phone].map(open),
  )
  assert.ok(yusuf && joke && jamal && reader)
  await become(yusuf, 'Yusuf Kaya')
  await planTalk(yusuf)
  await readBack(joke)
  await write(yusuf)
  await agree(jamal)
  await makeFlyer(yusuf)
  await find(reader)
  const before = holding(await everywhere(reader))
  for (const place of [bank, `${bank}/flyer`, `${bank}/flyer/tekst`, `${bank}/flyer/pdf`])
    assert.ok(before.includes(place), `${place} holds the quote, so its going can be seen`)
  now.setTime(now.getTime() + 30 * DAY)
  await takeBack(joke)
  assert.deepEqual(holding(await everywhere(reader)), [])
  await reader.goto(bank)
  assert.equal(await reader.getByText('Mensen vertellen vooral').count(), 1, 'the text around it stays')
  await follow(reader, 'Volg de hele lijn', 'Waar komt dit vandaan?')
  await reads(reader, /Oproep 2027/)
  await reads(reader, /ingetrokken/)
  assert.ok(!(await words(reader.getByRole('main'))).includes('Joke'))
  assert.deepEqual(complaints.flat(), [])
  for (const context of contexts) await context.close()
}

const way = 'from a first talk to a published practice with its flyer, and a quote that is taken back everywhere'
test(way, (t) => walk(t, true))
test(`${way}; without JavaScript`, (t) => walk(t, false))
