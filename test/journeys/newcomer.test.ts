import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { complaintsOf, openBrowser, overflow, visitor, widths } from '../browser.ts'
import { type House, openHouse } from '../house.ts'
import { linksOf } from '../html.ts'
import { appears, arrive, follow, reads, words } from './person.ts'

let house: House
let browser: Browser
before(async () => {
  house = await openHouse()
  await house.serve()
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await house.close()
})

const come = (width: number, javaScript = true) => visitor(browser, house.config.baseUrl, { width, javaScript })
const question = 'Wat gaat goed in je werk? En wat kan beter?'

/** The pages a stranger meets first. */
const core = [
  '/',
  '/menu',
  '/reflectie',
  '/reflectie/formulier',
  '/kenmerken',
  '/kenmerken/eigen-kracht-versterken',
  '/kenmerken/eigen-kracht-versterken/gesprekskaart',
  '/wat-mag-je-verwachten',
  '/handreikingen/kwaliteitskenmerken/2013',
  '/zoeken?q=eigen+kracht',
  '/inloggen',
  '/privacy',
]

test('the home page asks the question and leads to six tasks, five kenmerken and one story', async () => {
  const context = await come(widths.phone)
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto('/')
  await arrive(page, question)
  await reads(page, 'Ongeveer tien minuten. Geen account. Geen cijfer. Alleen jij ziet je antwoorden.')
  const tasks = page.getByRole('region', { name: 'Wat kom je doen?' }).getByRole('link')
  assert.equal(await tasks.count(), 6)
  const kenmerken = page.getByRole('region', { name: 'Vijf kenmerken van goed werk' })
  assert.equal(await kenmerken.getByRole('link').count(), 5)
  assert.match(await words(kenmerken), /Geen verplicht kader\. Wel een goed begin van een gesprek\./)
  await reads(page, /verzonnen voorbeeld/i)
  assert.match(await words(page.getByRole('contentinfo')), /Verankerd is niet van Movisie, VWS of een partner\./)
  assert.deepEqual(complaints, [])
  await context.close()
})

test('every link of the home page, the menu and the foot leads to a page with a heading', async () => {
  const context = await come(widths.phone, false)
  const page = await context.newPage()
  const addresses = new Set<string>()
  for (const at of ['/', '/menu']) {
    await page.goto(at)
    const body = await page.locator('body').innerHTML()
    for (const to of linksOf(body, at)) addresses.add(to)
  }
  assert.ok(addresses.size > 20, `${addresses.size} links`)
  for (const at of addresses) {
    const answer = await page.goto(at)
    assert.equal(answer?.status(), 200, at)
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, at)
    assert.match(await page.title(), /^Verankerd$|^.+ · Verankerd$/, at)
    await page.getByRole('contentinfo').waitFor()
  }
  await context.close()
})

test('the menu is a page, and the mark leads home', async () => {
  const context = await come(widths.phone, false)
  const page = await context.newPage()
  await page.goto('/kenmerken')
  await page.getByRole('link', { name: 'Menu', exact: true }).click()
  await arrive(page, 'Menu')
  await follow(page, 'Contact', 'Contact')
  await page.getByRole('link', { name: 'Verankerd, naar de voorpagina' }).click()
  await arrive(page, question)
  const strange = await page.goto('/bestaat-niet')
  assert.equal(strange?.status(), 404)
  await appears(page, /bestaat niet, of je kunt hem niet openen/)
  await page.getByRole('link', { name: 'Verankerd, naar de voorpagina' }).click()
  await arrive(page, question)
  await context.close()
})

test('a slip of the pen still finds: "eigen kragt" finds eigen kracht, and nothing found says so', async () => {
  const context = await come(widths.phone, false)
  const page = await context.newPage()
  const seek = async (text: string) => {
    await page.getByRole('searchbox').fill(text)
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('q') === text)
    assert.equal(await page.getByRole('searchbox').inputValue(), text)
  }
  await page.goto('/')
  await page.getByRole('link', { name: 'Zoeken', exact: true }).click()
  await arrive(page, 'Zoeken')
  await seek('eigen kragt')
  await follow(page, /Eigen kracht versterken/, 'Eigen kracht versterken')
  await page.goto('/zoeken')
  await seek('xqzwv')
  await reads(page, /niets gevonden/i)
  await seek('signaleren')
  const kinds = page.getByRole('navigation', { name: 'Kies een soort' })
  await kinds.getByRole('link', { name: /^kenmerk/i }).click()
  await follow(page, /Signaleren en agenderen/, 'Signaleren en agenderen')
  await context.close()
})

test('the databank: facets without JavaScript, what holds now by default, the older list on request', async () => {
  const context = await come(widths.phone, false)
  const page = await context.newPage()
  await page.goto('/kenmerken')
  await arrive(page, 'Kenmerken van goed werk')
  await reads(page, 'Geen verplicht kader.')
  await reads(page, '5 gevonden, alleen de nieuwste versie')
  await page.getByText('Verfijn', { exact: true }).click()
  const show = page.getByRole('button', { name: 'Laat zien' })
  await pick(page.getByLabel('Status'), /^Alles \(/)
  await show.click()
  await appears(page, '10 gevonden, ook oudere versies')
  const forWhom = await pick(page.getByLabel('Voor wie'), /^Gemeente/i)
  await show.click()
  await page.waitForURL(/voor=gemeente/)
  await appears(page, `${/\((\d+)\)$/.exec(forWhom)?.[1]} gevonden`)
  const edition = await pick(page.getByLabel('Versie'), /Professioneel Ondersteunen/)
  await show.click()
  await page.waitForURL(/versie=kwaliteit/)
  assert.equal(await page.getByLabel('Versie').locator('option:checked').textContent(), edition)
  await page.getByLabel('Zoek een woord in de kenmerken').fill('bejegenen')
  await page.getByLabel('Voor wie').selectOption({ index: 0 })
  await page.getByLabel('Versie').selectOption({ index: 0 })
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await page.waitForURL(/zoek=bejegenen/)
  await follow(page, 'Respectvol bejegenen', 'Respectvol bejegenen')
  await reads(page, 'Deze tekst is vervangen')
  await context.close()
})

test('someone who buys help finds that a kenmerk binds nobody, where it comes from, and its fixed link', async () => {
  const context = await come(widths.desk, false)
  const page = await context.newPage()
  await page.goto('/')
  await follow(page, 'Afspraken maken over kwaliteit', 'Kenmerken van goed werk')
  await follow(page, 'Signaleren en agenderen', 'Signaleren en agenderen')
  await reads(page, 'Geen verplicht kader.')
  await reads(page, 'De stemmen en gesprekken van toen zijn niet openbaar.')
  const fixed = page.getByRole('link', { name: /\/id\/[0-9a-f-]{36}\/1$/ })
  const address = await words(fixed)
  await follow(page, 'Volg de hele lijn', 'Waar komt dit vandaan?')
  await reads(page, 'Handreiking Maatschappelijke Ondersteuning')
  await page
    .getByText(/^Verder terug/)
    .first()
    .click()
  await reads(page, 'De vijf kenmerken')
  await page.goto(address)
  await arrive(page, 'Signaleren en agenderen')
  await context.close()
})

test('someone whose manager wants to see the result finds "nee", and what losing the code means', async () => {
  const context = await come(widths.phone, false)
  const page = await context.newPage()
  await page.goto('/')
  await follow(page, 'Menu', 'Menu', page.getByRole('banner'))
  await follow(page, 'Voor werkgevers', /.+/)
  await reads(page, /verplichten\? Nee/i)
  await reads(page, /uitslag(en)? .*zien\? Nee/i)
  await page.goto('/reflectie')
  await page.getByText('Wie ziet dit?').first().click()
  await reads(page, 'Alleen jij. Je werkgever niet')
  await reads(page, 'Code kwijt is uitslag kwijt.')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click()
  await reads(page, /wie de server beheert|wie de server/i)
  await context.close()
})

/** Chooses from a list what starts with these words; gives the whole of them. */
async function pick(list: Locator, start: RegExp): Promise<string> {
  const choice = (await list.locator('option').allInnerTexts()).find((one) => start.test(one))
  assert.ok(choice, `no ${start} in the list`)
  await list.selectOption({ label: choice })
  return choice
}

/** The colours behind the bands, and what the printer leaves out. */
const ink = (page: Page): Promise<string[]> =>
  page.evaluate("[...document.querySelectorAll('.band')].map((band) => getComputedStyle(band).backgroundColor)")

test('a gesprekskaart leaves the printer without bands, menu or buttons', async () => {
  const context = await come(widths.desk)
  const page = await context.newPage()
  await page.goto('/kenmerken/binden-en-verbinden')
  await follow(page, 'Gesprekskaart om te printen', 'Binden en verbinden')
  const asPdf = page.getByRole('link', { name: 'Als PDF om te printen' })
  const menu = page.getByRole('navigation', { name: 'Hoofdmenu' })
  assert.ok((await asPdf.isVisible()) && (await menu.isVisible()))
  await page.emulateMedia({ media: 'print' })
  assert.ok(!(await asPdf.isVisible()) && !(await menu.isVisible()))
  assert.ok(!(await page.getByRole('complementary').first().isVisible()), 'nor the banner of a trial')
  await reads(page, 'Geen verplicht kader.')
  for (const at of ['/kenmerken/binden-en-verbinden', '/kenmerken/binden-en-verbinden/gesprekskaart']) {
    await page.goto(at)
    for (const colour of await ink(page)) assert.equal(colour, 'rgb(255, 255, 255)', at)
    assert.equal(await overflow(page), 0)
  }
  const paper = await page.pdf({ format: 'A4' })
  const sheets = paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  assert.ok(sheets.length <= 2, `a card is not a booklet: ${sheets.length} sheets`)
  await context.close()
})

test('nothing scrolls sideways at 320 px on the core pages', async () => {
  const context = await come(widths.narrowest)
  const page = await context.newPage()
  for (const at of core) {
    const answer = await page.goto(at)
    assert.equal(answer?.status(), 200, at)
    assert.equal(await overflow(page), 0, at)
  }
  await context.close()
})

test('with motion the line draws itself; with less motion it stands still; forced colours keep everything visible', async () => {
  const context = await come(widths.phone)
  const page = await context.newPage()
  const moving = () => page.evaluate("document.getAnimations().filter((one) => one.playState === 'running').length")
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  assert.equal(await moving(), 0)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto('/', { waitUntil: 'commit' })
  // Asked from outside: within the page, waiting for a string would be against its own content policy.
  for (let tries = 0; (await moving()) === 0; tries++) assert.ok(tries < 1000, 'the line never moves')
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
  for (const at of core) {
    await page.goto(at)
    assert.ok(await page.getByRole('heading', { level: 1 }).isVisible(), at)
    assert.equal(await overflow(page), 0, at)
  }
  await page.goto('/')
  const begin = page.getByRole('link', { name: 'Begin de reflectie' })
  await begin.focus()
  const outline = await page.evaluate(
    "(() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle + ' ' + style.outlineWidth })()",
  )
  assert.match(String(outline), /^(solid|auto) [2-9]/)
  await context.close()
})
