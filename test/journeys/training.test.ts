import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { complaintsOf, openBrowser, overflow, visitor } from '../browser.ts'
import { type House, openHouse } from '../house.ts'
import { answerAll, begin } from './answers.ts'
import { fetchFile, follow, press, reads, trailOf, words } from './person.ts'

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

const search = 'Een training vinden'

test('from a card of the reflection to a training nearby next month: price and place known, in the agenda; without JavaScript', async () => {
  const context = await visitor(browser, house.config.baseUrl, { javaScript: false })
  const trail = trailOf(context)
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await begin(page)
  const shown = await answerAll(page)
  const line = shown[1]?.[2] ?? ''
  await page.getByText(line, { exact: true }).click()
  await press(page, 'Laat zien hoe', line)

  // Each suggestion says why, and what it costs.
  await reads(page, /Leer verder .* Hier ga je verder in de diepte met dit kenmerk\. (€ \d+|gratis) · /)
  await follow(page, 'Zoek een training bij jou in de buurt', search)
  const arrived = new URL(page.url())
  assert.equal(arrived.pathname + arrived.search, '/scholing?kenmerk=op-de-vraag-af', 'only the kenmerk goes along')

  // A slip of the finger is said, with what was probably meant; the kenmerk stays chosen.
  await page.getByLabel('Bij welke plaats of gemeente?').fill('Asen')
  await page.getByLabel('In welke maand?').selectOption({ label: 'december 2026 (volgende maand)' })
  await press(page, 'Zoek', search)
  await reads(page, '“Asen” kennen we niet.')
  await follow(page, 'Assen', search)
  assert.equal(await page.getByLabel('Bij welke plaats of gemeente?').inputValue(), 'Assen')
  await reads(page, 'Op de vraag af ×')
  await reads(page, 'Tot 25 km van Assen ×')
  await reads(page, /De kunst van het wachten verzonnen voorbeeld € 225 · 6 uur · Assen · 10 december 2026/)
  // The reason stands in the list too, not on the card alone.
  await reads(
    page,
    /De kunst van het wachten .* 10 december 2026 .*Hier maak je kennis met dit kenmerk\. Leerplaats Kompas/,
  )
  assert.equal(await overflow(page), 0)

  // Too little: the list says what else could be asked.
  await page.getByLabel('Waar zoek je naar?').fill('straathoekwerk')
  await press(page, 'Zoek', search)
  await reads(page, 'Niets gevonden')
  await reads(page, 'Dit kun je doen:')
  await page.goBack()

  await follow(page, 'De kunst van het wachten', 'De kunst van het wachten')
  await reads(page, /Kosten € 225 Duur 6 uur Waar Assen en Emmen/)
  await reads(page, /10 december 2026 Assen, De Drukkerij 9\.30 tot 16\.30 uur · nog één plaats/)
  const file = await fetchFile(page, page.getByRole('link', { name: 'Zet 10 december 2026 in mijn agenda' }))
  assert.equal(file.name, 'training.ics')
  const calendar = file.bytes.toString().replaceAll('\r\n ', '')
  assert.match(calendar, /SUMMARY:De kunst van het wachten/)
  assert.match(calendar, /DTSTART;TZID=Europe\/Amsterdam:20261210T093000/)
  assert.match(calendar, /LOCATION:De Drukkerij\\, Assen/)

  // Nothing of what was answered went along.
  const training = trail.addresses.filter((address) => address.includes('/scholing'))
  assert.ok(training.length > 5)
  for (const address of training) assert.doesNotMatch(address, /reflectie|uitslag|kaart|zin=|antwoord/, address)
  // The place that was misspelt is an answer with a fault in it; nothing else went wrong.
  assert.deepEqual(
    complaints.filter((one) => !one.includes('bij=Asen')),
    [],
  )
  assert.ok((await words(page.getByRole('main'))).length > 200)
  await context.close()
})
