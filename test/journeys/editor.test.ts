import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DAY } from '../../src/foundation/clock.ts'
import { complaintsOf, openBrowser, visitor, widths } from '../browser.ts'
import { type House, openHouse, testMoment } from '../house.ts'
import { appears, arrive, become, follow, press, reads, tap, words } from './person.ts'

/** The house reads this very moment each time: moving it lets days go by. */
const now = new Date(testMoment)
let house: House
let browser: Browser
before(async () => {
  house = await openHouse({ now })
  await house.serve()
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await house.close()
})

const come = () => visitor(browser, house.config.baseUrl, { width: widths.desk, javaScript: false })
const kenmerk = 'Op de vraag af'
const address = '/kenmerken/op-de-vraag-af'
const renewed = 'Je gaat naar mensen toe en blijft tot je weet wat er speelt.'
const both = 'Binden en verbinden'
const firstTry = 'Je brengt mensen bij elkaar, ook als dat even duurt.'
const secondTry = 'Je brengt mensen bij elkaar en stapt dan een stap terug.'

const row = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(`^K\\d ${name}$`) })

async function openText(page: Page, draft: string, name: string): Promise<void> {
  await page.goto(draft)
  await row(page, name).click()
  await arrive(page, name)
}

/** From /demo to a draft of next year; gives its address. */
async function beginDraft(page: Page): Promise<string> {
  await become(page, 'Yusuf Kaya')
  await page.goto('/redactie')
  await arrive(page, 'Redactie')
  await page.goto('/redactie/kenmerken')
  await page.getByLabel('Jaar van de nieuwe versie').fill('2013')
  await page.getByRole('button', { name: 'Begin een concept' }).click()
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByLabel('Jaar van de nieuwe versie').inputValue(), '2013')
  await page.getByLabel('Jaar van de nieuwe versie').fill('2027')
  await press(page, 'Begin een concept', /Handreiking Maatschappelijke Ondersteuning, 2027/)
  await reads(page, 'Er is nog niets veranderd ten opzichte van de versie die nu geldt.')
  return new URL(page.url()).pathname
}

/** Writes, with a slip first: a sentence at the field, and everything typed stays. */
async function writeText(page: Page, draft: string): Promise<void> {
  await openText(page, draft, kenmerk)
  await page.getByLabel('Kern', { exact: true }).fill(renewed)
  await page.getByLabel('Opening').fill('')
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
  const summary = page.getByRole('alert')
  await summary.getByRole('link', { name: 'Schrijf hoe het gesprek begint.' }).waitFor()
  assert.match(await page.title(), /^\(1 invoerfout\)/)
  assert.equal(await page.getByLabel('Kern', { exact: true }).inputValue(), renewed)
  await page.getByLabel('Opening').fill('Vertel eens: wie zoek jij zelf op?')
  await press(page, 'Bewaar', /2027/)
  await reads(page, new RegExp(`${kenmerk} Aangepast: kern, opening`))
}

/** Two editors in one text: whoever comes second sees both, and decides. */
async function writeTogether(one: Page, two: Page, draft: string): Promise<void> {
  await openText(one, draft, both)
  await openText(two, draft, both)
  await two.getByLabel('Kern', { exact: true }).fill(firstTry)
  await press(two, 'Bewaar', /2027/)
  await one.getByLabel('Kern', { exact: true }).fill(secondTry)
  await one.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await appears(one, 'Iemand anders bewaarde dit terwijl jij schreef')
  await reads(one, `Zo staat het er nu ${firstTry} Zo schreef jij het ${secondTry}`)
  assert.equal(await one.getByLabel('Kern', { exact: true }).inputValue(), secondTry)
  await press(one, 'Bewaar', /2027/)
  await openText(two, draft, both)
  assert.equal(await two.getByLabel('Kern', { exact: true }).inputValue(), secondTry)
}

/** What became of the old list: proposed from the texts, after which nothing is wrong. */
async function renewCrosswalk(page: Page, draft: string): Promise<void> {
  await page.goto(draft)
  await reads(page, 'De overgang van de oude naar de nieuwe lijst klopt nog niet.')
  await follow(page, 'Overgang van de oude naar de nieuwe lijst', 'Overgang van oud naar nieuw')
  await press(page, 'Maak een nieuw voorstel uit de teksten', 'Overgang van oud naar nieuw')
  assert.ok(!(await words(page.getByRole('main'))).includes('Dit klopt nog niet'))
  await page.goto(draft)
  await reads(page, '3 gelijk gebleven')
  await reads(page, '2 anders verwoord')
}

/** Lays it before everyone for two weeks; someone reacts; then the two weeks are over. */
async function consult(editor: Page, draft: string): Promise<void> {
  await editor.goto(draft)
  await editor.getByLabel('Laatste dag').fill('2026-11-01')
  await editor.getByLabel('Wat wil je van mensen weten?').fill('Herken je dit in je werk?')
  await editor.getByRole('button', { name: 'Leg voor aan iedereen' }).click()
  await appears(editor, 'De laatste dag ligt voor de eerste dag.')
  assert.equal(await editor.getByLabel('Wat wil je van mensen weten?').inputValue(), 'Herken je dit in je werk?')
  await editor.getByLabel('Laatste dag').fill('2026-12-07')
  await editor.getByRole('button', { name: 'Leg voor aan iedereen' }).click()
  await appears(editor, 'De consultatie loopt')
  await openText(editor, draft, kenmerk)
  await appears(editor, 'Je kunt dit nu niet veranderen')
  assert.equal(await editor.getByRole('button', { name: 'Bewaar', exact: true }).count(), 0)

  const context = await come()
  const reader = await context.newPage()
  await reader.goto('/kenmerken')
  await reader.getByRole('listitem').filter({ hasText: '2027, voorstel' }).getByRole('link').click()
  await reads(reader, 'Consultatie: dit is een voorstel')
  await reads(reader, renewed)
  await reader.goto(address)
  assert.ok(!(await words(reader.getByRole('main'))).includes(renewed), 'what holds now stays as it is')
  await become(reader, 'Noor Benali')
  await reader.goto('/handreikingen/kwaliteitskenmerken/2027')
  await reader.getByRole('button', { name: 'Verstuur' }).click()
  await appears(reader, 'Schrijf je reactie op. Eén zin is genoeg.')
  await reader.getByLabel('Jouw reactie').fill('Ja, al kost blijven soms een hele middag.')
  await reader.getByRole('button', { name: 'Verstuur' }).click()
  await appears(reader, 'Je reactie is binnen')
  await context.close()
  now.setTime(now.getTime() + 15 * DAY)
}

/** Every link that points at a text that changes is accepted or to be adapted, by name and with a reason. */
async function weigh(page: Page, draft: string): Promise<void> {
  await page.goto(draft)
  await follow(page, 'Bekijk de gevolgen', 'Gevolgen van deze versie')
  const open = page.getByRole('main').locator('li[id^="koppeling-"]')
  const all = await open.count()
  assert.ok(all >= 10, `${all} links point at two changed kenmerken with five lines each`)
  const first = open.first()
  await first.getByText('Besluit hierover').click()
  await tap(first.getByRole('radiogroup'), 'Moet worden aangepast')
  await first.getByRole('button', { name: 'Leg vast' }).click()
  await appears(page, 'Schrijf in één zin waarom.')
  assert.ok(await open.first().getByRole('radio', { name: 'Moet worden aangepast' }).isChecked())
  await open.first().getByLabel('Waarom?').fill('Deze zin noemt het blijven nog niet.')
  await open.first().getByRole('button', { name: 'Leg vast' }).click()
  await open
    .first()
    .getByText(/Yusuf Kaya, 8 december 2026: /)
    .waitFor()
  // The others have one reason.
  await page.getByText('Besluit over meer tegelijk').click()
  const together = page.getByRole('form', { name: 'Besluit over meer tegelijk' })
  for (const label of await together.locator('label[for^="veld-koppeling"]').all()) await label.click()
  assert.equal(await together.getByRole('checkbox', { checked: true }).count(), all - 1)
  await tap(together.getByRole('radiogroup'), 'Klopt nog')
  await together.getByLabel('Waarom?').fill('De zin past bij de nieuwe kern.')
  await together.getByRole('button', { name: 'Leg vast voor alles wat je koos' }).click()
  await open
    .nth(all - 1)
    .getByText(/Yusuf Kaya, 8 december 2026: /)
    .waitFor()
  await reads(page, 'Over alles is besloten.')
  await reads(page, 'Moet worden aangepast Yusuf Kaya, 8 december 2026: Deze zin noemt het blijven nog niet.')
}

/** The old words stay at their fixed link, the new ones stand on the page, and the thread shows both. */
async function readAsStranger(fixed: string, old: string): Promise<void> {
  const context: BrowserContext = await come()
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(address)
  await arrive(page, kenmerk)
  await reads(page, renewed)
  await reads(page, 'Nieuwste versie')
  assert.ok(!(await words(page.getByRole('main'))).includes(old))
  await page.goto(fixed)
  await appears(page, 'Er is een nieuwere versie')
  await reads(page, old)
  await reads(page, /Klopt de vingerafdruk\? ja/)
  await follow(page, 'Lees wat er nu staat', kenmerk)
  await follow(page, 'Volg de hele lijn', 'Waar komt dit vandaan?')
  await reads(page, 'Versie 2')
  await page.getByLabel('Dag', { exact: true }).fill('2026-11-23')
  await press(page, 'Laat zien', 'Waar komt dit vandaan?')
  await reads(page, 'Zoals het was op 23 november 2026')
  await reads(page, /Versie 1, er is een nieuwere versie/)
  await page.goto('/handreikingen/kwaliteitskenmerken/2013')
  await reads(page, 'Deze handreiking is vervangen')
  await reads(page, old)
  await follow(page, /\(2013\) naast .*\(2027\)/, 'Twee lijsten naast elkaar')
  await reads(page, old)
  await reads(page, renewed)
  await reads(page, /Anders verwoord Op de vraag af Op de vraag af/)
  assert.deepEqual(complaints, [])
  await context.close()
}

test('a new edition from draft to publication: written, consulted, weighed, and published by a second editor', async () => {
  const [atOne, atTwo, outside] = [await come(), await come(), await come()]
  const stranger = await outside.newPage()
  await stranger.goto(address)
  const old = await words(stranger.getByRole('main').locator('p').nth(1))
  const fixed = (await stranger.getByRole('link', { name: /\/id\// }).getAttribute('href')) ?? ''
  await outside.close()

  const [yusuf, saskia] = [await atOne.newPage(), await atTwo.newPage()]
  const draft = await beginDraft(yusuf)
  await become(saskia, 'Saskia van Loon')
  await writeText(yusuf, draft)
  await writeTogether(yusuf, saskia, draft)
  await renewCrosswalk(yusuf, draft)
  await consult(yusuf, draft)

  await become(yusuf, 'Yusuf Kaya')
  await become(saskia, 'Saskia van Loon')
  await saskia.goto(draft)
  await saskia.getByText('1 reactie', { exact: true }).click()
  await reads(saskia, 'Ja, al kost blijven soms een hele middag.')
  await reads(saskia, /Er wachten nog \d+ gevolgen op een besluit\./)
  assert.equal(await saskia.getByRole('button', { name: 'Publiceer deze versie' }).count(), 0)
  await weigh(yusuf, draft)

  await yusuf.goto(draft)
  await reads(yusuf, 'Jij schreef aan dit concept. Een andere redacteur publiceert het.')
  assert.equal(await yusuf.getByRole('button', { name: 'Publiceer deze versie' }).count(), 0)
  await saskia.goto(draft)
  await reads(saskia, 'Dit kun je niet terugdraaien.')
  await press(saskia, 'Publiceer deze versie', 'Handreiking Maatschappelijke Ondersteuning')
  await reads(saskia, /versie 2027 Nieuwste versie/)
  await yusuf.goto(draft)
  await appears(yusuf, 'Deze versie verandert niet meer.')
  assert.equal(await yusuf.getByRole('button', { name: 'Bewaar', exact: true }).count(), 0)
  await readAsStranger(fixed, old)
  await atOne.close()
  await atTwo.close()
})

test('after the new edition a step of the reflection leads to the kenmerk in its new words', async () => {
  const context = await visitor(browser, house.config.baseUrl, { javaScript: false })
  const page = await context.newPage()
  await page.goto('/reflectie/formulier')
  const asked = await page.getByRole('radiogroup').all()
  for (const [at, one] of asked.entries()) await tap(one, at % 6 === 5 ? (at === 11 ? 'ja' : 'nu niet') : 'soms')
  await press(page, 'Bekijk je uitslag', 'Jouw kijk op je werk')
  const pick = page.getByRole('region', { name: 'Dit kan vaker' })
  await pick.locator('label').first().click()
  await pick.getByRole('button', { name: 'Laat zien hoe' }).click()
  await appears(page, 'Probeer deze week')
  await follow(page, kenmerk, kenmerk)
  await reads(page, renewed)
  await context.close()
})

test('who is no editor does not find the desk', async () => {
  const context = await come()
  const page = await context.newPage()
  await become(page, 'Noor Benali')
  const desk = await page.goto('/redactie/kenmerken')
  assert.equal(desk?.status(), 404)
  await reads(page, 'Deze pagina bestaat niet, of je kunt hem niet openen.')
  await context.close()
})
