import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { advanceImport } from '../../src/training/import.work.ts'
import { complaintsOf, openBrowser, overflow, visitor, widths } from '../browser.ts'
import { type House, openHouse, testMoment } from '../house.ts'
import { arrive, become, fetchFile, follow, press, reads } from './person.ts'

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

/** As Excel in the Netherlands saves it: semicolons, windows-1252, prices and days in Dutch, and some slips. */
const catalogue = (code: string, title: string) =>
  [
    'Aanbod van Leerplaats Kompas;;;;;;;;;',
    'Code;Titel;Wat kun je daarna?;Vorm;Uren;Prijs;Kenmerken;Datum;Begintijd;Plaats',
    `${code};${title};Je maakt een praatje waar niemand dat verwacht.;op locatie;6;\x80 1.234,50;op de vraag af: oefenen;9 februari 2027;9.30;Beilen`,
    `${code};;;;;;;16-2-2027;9.30;Assen`,
    'K-2;Zonder uren;Je kunt iets.;op locatie;;gratis;;;;',
    ';Vergeten code;Je kunt iets.;online;2;gratis;;;;',
    `${code};;;;;;;30-2-2027;9.30;Assen`,
  ].join('\r\n')

/** What the clockwork of a server does by itself. */
const workGoesOn = (page: Page) =>
  advanceImport(house.database.db, new URL(page.url()).pathname.split('/').at(-1) ?? '', testMoment)

for (const { javaScript, width, code, title, address } of [
  {
    javaScript: false,
    width: widths.narrowest,
    code: 'K-1',
    title: 'Op de cafévloer',
    address: '/scholing/op-de-cafevloer',
  },
  { javaScript: true, width: widths.desk, code: 'K-9', title: 'Aan de caférand', address: '/scholing/aan-de-caferand' },
])
  test(`a provider sends a table with slips, sees what happens per row, puts it in place and takes it back; JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
    const file = `aanbod-${code}.csv`
    const context = await visitor(browser, house.config.baseUrl, { javaScript, width })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await become(page, 'Ruben Cohen')
    await page.goto('/scholing/aanbieder/leerplaats-kompas')
    await follow(page, 'Lever jullie aanbod in één keer aan', 'Jullie aanbod aanleveren')
    const template = await fetchFile(page, page.getByRole('link', { name: 'voor Excel' }).first())
    assert.equal(template.name, 'sjabloon.xlsx')

    await page
      .getByLabel('Bestand')
      .setInputFiles({ name: file, mimeType: 'text/csv', buffer: Buffer.from(catalogue(code, title), 'latin1') })
    await press(page, 'Lees het bestand', file)
    await reads(page, 'We lezen wat je stuurde.')
    await workGoesOn(page)
    // With JavaScript the page looks by itself; without, one presses.
    if (javaScript) await page.getByRole('heading', { name: 'Het verslag' }).waitFor()
    else await follow(page, 'Kijk hoe ver het is', file)
    await reads(page, /3 nieuw, 3 niet te lezen/)
    await reads(page, /regel 5 .*uren: hier staat niets\. Vul de studielast in uren in/)
    await reads(page, /regel 6 .*deze regel heeft geen eigen code/)
    await reads(page, /regel 7 .*“30-2-2027” is geen dag/)
    assert.equal(await overflow(page), 0)
    await follow(page, 'Nieuw: 3', file)
    await reads(page, `Training · ${code} · ${title}`)
    assert.equal((await context.request.get(address)).status(), 404)

    await press(page, 'Zet dit in je aanbod', file)
    await reads(page, 'We zetten het in je aanbod.')
    await workGoesOn(page)
    await page.reload()
    await arrive(page, file)
    await reads(page, /staat in je aanbod/)

    // The editor reads it, and from then on everyone finds it.
    const desk = await (await visitor(browser, house.config.baseUrl, { javaScript })).newPage()
    await become(desk, 'Saskia van Loon')
    await desk.goto('/redactie/scholing')
    await follow(desk, title, title)
    await desk.getByText('Ja, hij is goed', { exact: true }).click()
    await press(desk, 'Bewaar je besluit', 'Scholing nakijken')
    await page.goto(`/scholing?zoek=${title.split(' ').at(-1)}&bij=Assen&straal=50`)
    await arrive(page, 'Een training vinden')
    await reads(page, new RegExp(`${title} .*€ 1\\.234,50 · 6 uur`))

    await page.goto('/scholing/aanbieder/leerplaats-kompas/aanleveringen')
    await follow(page, file, file)
    await press(page, 'Draai alles terug', file)
    await workGoesOn(page)
    await page.reload()
    await reads(page, 'Alles staat weer zoals het was.')
    assert.equal((await context.request.get(address)).status(), 404)
    assert.deepEqual(complaints, [])
    await context.close()
    await desk.context().close()
  })
