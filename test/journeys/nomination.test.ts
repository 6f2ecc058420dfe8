import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser, overflow, visitor, widths } from '../browser.ts'
import { type House, openHouse } from '../house.ts'
import { pdf } from '../uploads/pdf.ts'
import { picture } from '../uploads/picture.ts'
import { arrive, become, fillIn, follow, press, question, reads, tabTo, tap, words } from './person.ts'

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

const contexts: BrowserContext[] = []
/** A phone or a desk of its own, without JavaScript. */
async function open(width: number): Promise<Page> {
  const context = await visitor(browser, house.config.baseUrl, { width, javaScript: false })
  contexts.push(context)
  return context.newPage()
}

const title = 'De leesfiets'
const line = 'Twintig buren brengen elkaar op dinsdag soep en een boek, met een bakfiets.'
const onward = 'Bewaar en ga verder'

/** From the home page to the code, and what stands on the one page before. */
async function begin(page: Page): Promise<string> {
  await page.goto('/')
  await follow(page, 'Onze praktijk aanmelden', 'Meld jullie praktijk aan')
  await reads(page, 'Ongeveer twintig minuten, tien korte pagina’s.')
  await reads(page, /Wat we van je vragen .*Twee of drie mensen .*Je documenten.*Een evaluatie/)
  await reads(page, /Wat je krijgt .*altijd een advies.*een uitgebreide beschrijving.*een flyer/)
  assert.equal(await overflow(page), 0)
  await fillIn(page, { 'Hoe heet jullie praktijk?': '', 'Wat doen jullie, in één zin?': line })
  await press(page, 'Begin', 'Meld jullie praktijk aan')
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Geef je praktijk een naam/ })
    .waitFor()
  assert.equal(await page.getByLabel('Wat doen jullie, in één zin?').inputValue(), line)
  await fillIn(page, { 'Hoe heet jullie praktijk?': title })
  await press(page, 'Begin', 'Lijkt dit op …?')
  assert.ok((await page.getByRole('main').locator('a[href^="/praktijken/"]').count()) > 0, 'it shows what is alike')
  await press(page, 'Die van ons is anders. Ga verder', 'Dit is je bewaarcode')
  const code = await words(page.locator('.save-code'))
  assert.match(code, /^([A-Z0-9]{4} ){4}[A-Z0-9]{4}$/i)
  await follow(page, 'Ik heb hem. Ga verder', 'Hoe heet jullie praktijk?')
  return code
}

async function firstThree(page: Page): Promise<void> {
  assert.equal(await page.getByLabel('Naam').inputValue(), title)
  await tap(question(page, 'Is het een methodiek of een project?'), 'Een project')
  await press(page, onward, 'Van welke organisatie is het?')
  await fillIn(page, {
    'Naam van de organisatie': 'Bibliotheek De Overloop',
    'In welke gemeente?': 'Groningen',
    'Met wie hebben we contact?': 'Sanne Kuiper',
    Mailadres: 'leesfiets@verankerd.example',
  })
  await tap(question(page, 'Wat voor organisatie is het?'), 'welzijn')
  await press(page, onward, 'Sinds wanneer loopt het?')
  await fillIn(page, { 'Begonnen op': '2024-04-02' })
  await tap(question(page, 'Hoe staat het ervoor?'), 'Het loopt')
  await press(page, 'Later verder', title)
  await reads(page, 'Alles is bewaard')
}

/** On another device, with nothing but the code. */
async function resume(page: Page, code: string): Promise<void> {
  await page.goto('/praktijken/aanmelden')
  await follow(page, 'Ga verder met je bewaarcode', 'Ga verder met je bewaarcode')
  await fillIn(page, { Bewaarcode: code.slice(0, 10) })
  await press(page, 'Open de aanmelding', 'Ga verder met je bewaarcode')
  await reads(page, 'Een bewaarcode heeft 20 letters en cijfers.')
  await fillIn(page, { Bewaarcode: code.toLowerCase() })
  await press(page, 'Open de aanmelding', /Op welk vraagstuk|De leesfiets/)
  assert.ok(!page.url().includes(code.replaceAll(' ', '')), 'a code never stands in an address')
}

async function theRest(page: Page): Promise<void> {
  await fillIn(page, { 'Het vraagstuk': 'Mensen die slecht ter been zijn, zien dagen niemand en missen hun boeken.' })
  await tap(question(page, 'Bij welk thema van de oproep past het?'), 'Minder alleen')
  await page.getByText('ouderen', { exact: true }).click()
  await press(page, onward, 'Bij welk deel van de Wmo hoort het?')
  await page.getByRole('group', { name: 'Velden' }).locator('label').first().click()
  await press(page, onward, 'Hoe pakken jullie het aan?')
  await fillIn(page, {
    'De aanpak': 'Eerst bellen we. Dan komen we met twee mensen, drie boeken en een half uur tijd.',
  })
  await press(page, onward, 'Ligt er een plan?')
  await fillIn(page, { 'Wat staat er op papier?': 'Een draaiboek van acht pagina’s.' })
  await tap(question(page, 'Is er een handboek of draaiboek?'), 'Ja')
  await press(page, onward, 'Hoe weten jullie dat het goed gaat?')
  await fillIn(page, { 'Welke eisen stellen jullie aan het werk?': 'Iedere fietser loopt vier keer mee.' })
  await press(page, onward, 'Met wie mogen we praten?')
  const people = [
    ['Sanne', 'coördinator'],
    ['Joke', 'deelnemer'],
  ] as const
  for (const [at, [name, does]] of people.entries())
    await fillIn(page.getByRole('group', { name: `Persoon ${at + 1}` }), { Naam: name, 'Wat doet deze persoon?': does })
  await page.getByRole('group', { name: 'Persoon 2' }).getByText('Ja. Een roepnaam is genoeg').click()
  await press(page, onward, 'Welke documenten zijn er?')
}

/** A text that lies about its kind is refused with a sentence; a pdf and a picture come along. */
async function addDocuments(page: Page): Promise<void> {
  const choose = (name: string, mimeType: string, buffer: Buffer) =>
    page.getByLabel('Document', { exact: false }).first().setInputFiles({ name, mimeType, buffer })
  const add = () => press(page, 'Voeg dit document toe', 'Welke documenten zijn er?')
  await tap(question(page, 'Is er een evaluatie of onderzoek?'), 'Ja')
  await choose('evaluatie.pdf', 'application/pdf', Buffer.from('dit is geen pdf'))
  await fillIn(page, { 'Wat is het?': 'Evaluatie 2026' })
  await add()
  await page.getByRole('alert').first().waitFor()
  assert.equal(await page.getByLabel('Wat is het?').inputValue(), 'Evaluatie 2026')
  await choose('evaluatie.pdf', 'application/pdf', pdf())
  await add()
  await choose('../de fiets.jpg', 'image/jpeg', await picture('jpeg'))
  await fillIn(page, { 'Wat is het?': 'De bakfiets' })
  await add()
  await reads(page, 'Evaluatie 2026 (pdf, 1 kB)')
  await reads(page, 'De bakfiets (jpg, ')
}

/** Looks it over, mends what lacks, sends; and knows what happens next. */
async function send(page: Page): Promise<void> {
  await press(page, onward, /Klaar om te versturen|Bijna klaar|Nog niet klaar/)
  await arrive(page, 'Klaar om te versturen')
  await reads(page, 'Documenten die meegaan')
  await reads(page, 'Bibliotheek De Overloop')
  await press(page, 'Verstuur de aanmelding', 'Het is binnen')
  assert.match(await words(page.locator('.intake-receipt')), /^2027-/)
  await reads(page, 'We stuurden een mail naar leesfiets@verankerd.example.')
  await follow(page, 'Wat gebeurt er nu?', 'Je aanmelding is binnen')
  await reads(page, /Wie heeft het nu\? .*adviseur.* Wanneer hoor je iets\? .*2026/i)
}

async function openAtDesk(page: Page): Promise<void> {
  await page.goto('/redactie/aanmeldingen')
  await follow(page, new RegExp(title), title)
}

/** The first sitting, and asking two readers. */
async function check(page: Page): Promise<void> {
  await become(page, 'Yusuf Kaya')
  await page.goto('/redactie')
  await follow(page, /aanmelding/i, 'Aanmeldingen')
  await follow(page, new RegExp(title), title)
  await reads(page, 'Op de sluitingsdag loopt deze praktijk een jaar of langer')
  const asked = page.getByRole('radiogroup', { name: 'Is hieraan voldaan?' })
  for (const one of await asked.all()) await tap(one, 'Ja')
  await tap(question(page, 'Hoe gaat het verder?'), 'Rond: naar twee meelezers')
  await press(page, 'Sluit de eerste toets', title)
  for (const reader of ['Farida Amrani', 'Joris Vermeer']) {
    await page.getByLabel('Vraag een meelezer').selectOption({ label: reader })
    await press(page, 'Vraag deze meelezer', title)
  }
}

const criteria = (page: Page) => page.locator('section.criterion')

/** The other reader has only a keyboard. */
async function judgeByKeyboard(page: Page): Promise<void> {
  const go = async (name: string, key: string) => {
    await tabTo(page, name)
    await page.keyboard.press(key)
  }
  await become(page, 'Joris Vermeer')
  await page.goto('/praktijken/meelezen')
  await follow(page, new RegExp(title), title)
  await go('Nee, ik kan vrij oordelen', 'Space')
  await go('Verder', 'Enter')
  await page.getByRole('button', { name: 'Sluit mijn oordeel af' }).waitFor()
  for (let at = 1; at <= 6; at += 1) {
    await go('Voldoet', 'Space')
    await tabTo(page, 'Waarom? In één zin')
    await page.keyboard.type(`Joris ziet dit bij criterium ${at}.`)
  }
  await go('Sluit mijn oordeel af', 'Enter')
  await page.getByRole('heading', { name: 'Op 5 van de 6 gelijk' }).waitFor()
}

/** A reader judges alone: says no interest, then a verdict and a sentence per criterion. */
async function judge(page: Page, reader: string, verdict: (at: number) => string): Promise<void> {
  await become(page, reader)
  await page.goto('/praktijken/meelezen')
  await follow(page, new RegExp(title), title)
  await tap(question(page, 'Heb je een belang bij deze praktijk?'), 'Nee, ik kan vrij oordelen')
  await page.getByRole('main').getByRole('button').first().click()
  await arrive(page, title)
  const all = await words(page.getByRole('main'))
  assert.ok(!all.includes('Sanne Kuiper') && !all.includes('leesfiets@'), 'a reader sees no names and addresses')
  for (const [at, one] of (await criteria(page).all()).entries()) {
    await tap(one.getByRole('radiogroup'), verdict(at))
    await fillIn(one, { 'Waarom? In één zin': `${reader.split(' ')[0]} ziet dit bij criterium ${at + 1}.` })
  }
  await press(page, 'Sluit mijn oordeel af', title)
}

/** Only where they differ, and only now, both see the other's words. */
async function talk(page: Page): Promise<void> {
  await page.reload()
  await arrive(page, title)
  await reads(page, 'Op 5 van de 6 gelijk')
  await reads(page, 'Joris ziet dit bij criterium 4.')
  assert.equal(await criteria(page).count(), 1, 'they talk about differences only')
  await tap(page.getByRole('radiogroup', { name: 'Wat vind je nu?' }), 'Voldoet')
  await fillIn(page, { 'Wat wil je erover zeggen?': 'Het draaiboek is genoeg om mee te beginnen.' })
  await press(page, 'Zeg dit erbij', title)
}

async function decide(page: Page): Promise<void> {
  await openAtDesk(page)
  await reads(page, 'Het draaiboek is genoeg om mee te beginnen.')
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Neem dit besluit' }) })
  for (const [at, one] of (await form.locator('section.criterion').all()).entries()) {
    await tap(one.getByRole('radiogroup'), 'Voldoet')
    await fillIn(one, { 'Wat leest de organisatie hierover?': `Dit staat er goed, punt ${at + 1}.` })
  }
  await tap(question(page, 'Besluit'), 'Gekozen: we gaan met de mensen praten')
  await press(page, 'Neem dit besluit', title)
  await page.getByRole('alert').getByRole('link').first().waitFor()
  await fillIn(page, { 'Eén advies': 'Schrijf op wat je zegt als iemand niet meer wil.' })
  await press(page, 'Neem dit besluit', title)
  await reads(page, 'Een besluit verandert niet meer.')
}

test('an organisation nominates without an account, two readers judge, an adviser decides: all without JavaScript', async () => {
  const kitchen = await open(widths.phone)
  const code = await begin(kitchen)
  await firstThree(kitchen)
  const office = await open(widths.desk)
  await resume(office, code)
  await theRest(office)
  await addDocuments(office)
  await send(office)
  const [yusuf, farida, joris] = [await open(widths.desk), await open(widths.desk), await open(widths.phone)]
  await check(yusuf)
  await judge(farida, 'Farida Amrani', (at) => (at === 3 ? 'Voldoet deels' : 'Voldoet'))
  await reads(farida, 'Je oordeel is afgesloten.')
  await judgeByKeyboard(joris)
  assert.equal(await overflow(joris), 0)
  await talk(farida)
  await decide(yusuf)
  await kitchen.reload()
  await kitchen.goto('/praktijken/aanmelden')
  await follow(kitchen, new RegExp(title), 'Jullie praktijk is gekozen')
  await follow(kitchen, 'Lees het besluit', 'Jullie praktijk is gekozen')
  await reads(kitchen, 'Schrijf op wat je zegt als iemand niet meer wil.')
  await reads(kitchen, 'Ik zie dit anders')
  assert.ok(!(await words(kitchen.getByRole('main'))).includes('Farida'), 'readers have no name here')
  for (const context of contexts) await context.close()
})
