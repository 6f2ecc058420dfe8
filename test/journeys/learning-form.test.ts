import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, overflow, visitor, widths } from '../browser.ts'
import { type House, openHouse } from '../house.ts'
import { appears, arrive, become, fillIn, follow, press, question, reads, tap } from './person.ts'

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

const come = async (): Promise<Page> =>
  (await visitor(browser, house.config.baseUrl, { width: widths.phone, javaScript: false })).newPage()

const title = 'Wandelen met een vraag'
const desk = '/redactie/scholing/leervormen'

/** Writes one, with a slip first: a sentence at the field, and everything typed stays. */
async function write(page: Page): Promise<void> {
  await page.goto('/redactie')
  await follow(page, 'Leervormen', 'Leervormen')
  await follow(page, 'Maak een leervorm', 'Een nieuwe leervorm')
  await fillIn(page, {
    'Hoe heet de leervorm?': title,
    'Wat doe je, in één zin?': 'Loop een half uur buiten en denk hardop.',
    'Wat kost het?': 'gratis',
    'Hoeveel tijd kost het?': 'een half uur',
    'Waar doe je het?': 'buiten',
    'Met wie doe je het?': 'met zijn tweeën',
    'Hoe pak je het aan?': 'Kies één vraag.\nLoop en denk hardop.',
    'Welke vragen stel je?': 'Wat wil je straks anders doen?',
    'Waar let je op?': 'Wat je hoort, blijft tussen jullie twee.',
  })
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
  const summary = page.getByRole('alert')
  await summary.getByRole('link', { name: 'Schrijf minstens drie stappen, elk op een eigen regel.' }).waitFor()
  await summary.getByRole('link', { name: 'Kies bij minstens één kenmerk hoe sterk je ermee oefent.' }).waitFor()
  assert.equal(await page.getByLabel('Waar doe je het?').inputValue(), 'buiten')
  assert.equal(await overflow(page), 0)
  await page.getByLabel('Hoe pak je het aan?').fill('Kies één vraag.\nLoop en denk hardop.\nDraai om en luister.')
  await tap(question(page, /^Op de vraag af/), 'oefenen')
  await press(page, 'Bewaar', title)
  await reads(page, 'Alleen de redactie ziet dit.')
}

test('an editor writes a learning form, looks at it, puts it on the site, copies it, puts it away and brings it back', async () => {
  const [page, reader] = [await come(), await come()]
  await become(page, 'Yusuf Kaya')
  await write(page)
  const here = new URL(page.url()).pathname

  await follow(page, /Bekijk zoals een ander het ziet/, title)
  await reads(page, /Voorbeeld: zo ziet een bezoeker de leervorm.*Draai om en luister\..*Op de vraag af oefenen/)
  await reader.goto('/scholing/leervormen')
  assert.equal(await reader.getByRole('link', { name: title }).count(), 0)

  await page.goto(here)
  await press(page, 'Zet op de site', title)
  await reader.goto('/scholing')
  await follow(reader, 'Leren van elkaar', 'Leren van elkaar')
  await follow(reader, title, title)
  await reads(reader, 'Wat je hoort, blijft tussen jullie twee.')
  await follow(reader, 'Waar komt dit vandaan?', 'Waar komt dit vandaan?')
  await reads(reader, new RegExp(`leervorm: ${title}.*Op de vraag af`))

  await page.goto(here)
  await page.getByLabel('Hoeveel tijd kost het?').fill('een heel uur')
  await press(page, 'Bewaar', title)
  await appears(page, 'Bewaard')
  await follow(page, /^Wat er veranderde/, 'Wat er veranderde')
  await reads(page, /Yusuf Kaya.*een half uur.*een heel uur/)

  await page.goto(here)
  await press(page, 'Maak een kopie', `${title} (kopie)`)
  await reads(page, 'Alleen de redactie ziet dit.')

  await page.goto(here)
  await press(page, 'Haal van de site', title)
  await reads(page, 'Niemand vindt de leervorm nu.')
  const gone = await reader.goto('/scholing/leervormen/wandelen-met-een-vraag')
  assert.equal(gone?.status(), 404)
  await press(page, 'Zet terug op de site', title)
  await reader.goto('/scholing/leervormen/wandelen-met-een-vraag')
  await arrive(reader, title)
  await reads(reader, 'een heel uur')

  await page.goto(desk)
  await reads(page, new RegExp(`${title} staat op de site.*${title} \\(kopie\\) concept`))
})

test('two editors at once: whoever comes second sees both, and decides', async () => {
  const [one, two] = [await come(), await come()]
  for (const page of [one, two]) {
    await become(page, 'Yusuf Kaya')
    await page.goto(desk)
    await follow(page, 'Meelopen', 'Meelopen')
    await reads(page, 'Deze tekst hoort bij de site zelf.')
  }
  await two.getByLabel('Wat kost het?').fill('alleen je tijd')
  await press(two, 'Bewaar', 'Meelopen')
  await one.getByLabel('Wat kost het?').fill('niets')
  await press(one, 'Bewaar', 'Meelopen')
  await appears(one, 'Een collega bewaarde dit terwijl jij schreef')
  await reads(one, /zo staat het er nu alleen je tijd Kosten: zo schreef jij het niets/)
  assert.equal(await one.getByLabel('Wat kost het?').inputValue(), 'niets')
  await press(one, 'Bewaar', 'Meelopen')
  await one.goto('/scholing/leervormen/meelopen')
  await reads(one, 'Kosten niets')
})
