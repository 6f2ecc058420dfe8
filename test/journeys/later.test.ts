import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, visitor, widths } from '../browser.ts'
import { type House, openHouse } from '../house.ts'
import { answer, begin, screens, wishQuestion } from './answers.ts'
import {
  appears,
  arrive,
  chosen,
  follow,
  press,
  question,
  questionsOn,
  reads,
  secretsOf,
  tap,
  trailOf,
  words,
} from './person.ts'

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

const open = 'Ga verder met je bewaarcode'
const closed = 'Op dit apparaat staat geen reflectie open'
const gone = 'Je antwoorden zijn gewist of verlopen'
const third = screens[2]?.kenmerk ?? ''

/** The code as it stands on the screen: five groups of four. */
async function codeOn(page: Page): Promise<string> {
  await arrive(page, 'Dit is je bewaarcode')
  const [code = ''] = /\b[0-9A-Z]{4}( [0-9A-Z]{4}){4}\b/.exec(await words(page.getByRole('main'))) ?? []
  assert.equal(code.length, 24)
  return code
}

/** All the ways a code could be written down somewhere. */
const spellings = (code: string) => {
  const plain = code.replaceAll(' ', '')
  const all = [plain, code, code.replaceAll(' ', '+'), code.replaceAll(' ', '%20'), code.replaceAll(' ', '-')]
  return all.flatMap((one) => [one, one.toLowerCase()])
}

async function tryCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Bewaarcode').fill(code)
  await page.getByRole('button', { name: 'Open mijn antwoorden' }).click()
}

/** Wrong codes: a sentence each, and what was typed stays. */
async function tryWrongCodes(page: Page): Promise<void> {
  const cases: [typed: string, said: string][] = [
    ['', 'Vul je bewaarcode in'],
    ['ABCD 1234', 'Een bewaarcode heeft 20 letters en cijfers.'],
    ['ABCD 1234 ABCD 1234 ABCD', 'Met deze code vinden we geen antwoorden.'],
  ]
  for (const [typed, said] of cases) {
    await tryCode(page, typed)
    await page.getByRole('alert').getByText(said).waitFor()
    assert.match(await page.title(), /^\(1 invoerfout\)/)
    assert.equal(await page.getByLabel('Bewaarcode').inputValue(), typed)
  }
}

/** Two screens and a half, then "Later verder": the code, once, and a device that knows nothing any more. */
async function stopHalfway(phone: Page): Promise<{ code: string; asked: string[] }> {
  await begin(phone)
  for (const step of [1, 2]) {
    await answer(phone, step)
    await press(phone, 'Volgende', screens[step]?.kenmerk ?? '')
  }
  const asked = await questionsOn(phone)
  await tap(question(phone, asked[0] ?? ''), 'vaak')
  await tap(question(phone, wishQuestion), 'ja')
  await press(phone, 'Later verder', 'Bewaren en later verder')
  await reads(phone, 'Je ziet de code één keer.')
  await reads(phone, 'Code kwijt is uitslag kwijt.')
  assert.equal(await phone.getByRole('main').getByLabel(/mail/i).count(), 0, 'no mail address is asked')
  await phone.getByRole('button', { name: 'Maak mijn code' }).click()
  return { code: await codeOn(phone), asked }
}

/** The code is not shown again, and once closed this device opens nothing. */
async function closeHere(phone: Page, code: string): Promise<void> {
  await follow(phone, 'Ik heb hem. Ga verder', third)
  await phone.goto('/reflectie/bewaren')
  await reads(phone, 'Je antwoorden zijn bewaard. Je code blijft dezelfde.')
  assert.ok(!(await phone.content()).includes(code), 'the code is shown once')
  await phone.goto('/reflectie/afsluiten')
  await press(phone, 'Sluit af', 'Afgesloten op dit apparaat')
  for (const at of ['/reflectie/vraag/3', '/reflectie/uitslag', '/reflectie/terug']) {
    await phone.goto(at)
    await arrive(phone, closed)
  }
}

/** From the home page to the same question, with every answer where it was, and on to the result. */
async function goOn(desk: Page, code: string, asked: string[]): Promise<void> {
  await desk.goto('/')
  await desk.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Reflectie' }).click()
  await follow(desk, open, open)
  await tryWrongCodes(desk)
  await tryCode(desk, ` ${code.toLowerCase().replaceAll(' ', '-')} `)
  await arrive(desk, third)
  await appears(desk, 'Stap 3 van 5')
  assert.equal(await chosen(question(desk, asked[0] ?? '')), 'vaak')
  assert.equal(await chosen(question(desk, wishQuestion)), 'ja')
  assert.equal(await desk.getByRole('radio', { checked: true }).count(), 2)
  await press(desk, 'Vorige', 'Op de vraag af')
  assert.equal(await desk.getByRole('radio', { checked: true }).count(), 6)
  await press(desk, 'Volgende', third)
  await press(desk, 'Volgende', 'Integraal werken')
  await press(desk, 'Volgende', 'Signaleren en agenderen')
  await press(desk, 'Bekijk je uitslag', 'Jouw kijk op je werk')
  await reads(desk, 'Je antwoorden zijn bewaard. Twee jaar niet gebruikt? Dan gaan ze vanzelf weg.')
}

/** A new code ends the old one, for whoever lost it or showed it to someone; erasing ends both. */
async function renewAndErase(desk: Page, phone: Page, code: string): Promise<string> {
  await follow(desk, 'Bewaard: bekijk hoe', 'Bewaren en later verder')
  await desk.getByText('Code kwijt?').click()
  await desk.getByRole('button', { name: 'Maak een nieuwe code' }).click()
  const renewed = await codeOn(desk)
  assert.notEqual(renewed, code)
  await phone.goto('/reflectie/verder')
  await tryCode(phone, code)
  await appears(phone, 'Met deze code vinden we geen antwoorden.')
  await tryCode(phone, renewed)
  await arrive(phone, 'Jouw kijk op je werk')
  await phone.goto('/reflectie/wissen')
  await reads(phone, 'Je bewaarcode werkt daarna niet meer.')
  await press(phone, 'Wis alles nu', 'Alles is gewist')
  await desk.goto('/reflectie/uitslag')
  await arrive(desk, gone)
  await desk.goto('/reflectie/verder')
  await tryCode(desk, renewed)
  await appears(desk, 'Met deze code vinden we geen antwoorden.')
  return renewed
}

test('"Later verder" halfway, and on at the same question in another browser', async () => {
  const bus = await visitor(browser, house.config.baseUrl, { javaScript: false })
  const home = await visitor(browser, house.config.baseUrl, { width: widths.desk })
  const [trail, elsewhere] = [trailOf(bus), trailOf(home)]
  const [phone, desk] = [await bus.newPage(), await home.newPage()]
  const { code, asked } = await stopHalfway(phone)
  const secrets = [...(await secretsOf(bus)), ...spellings(code)]
  await trail.note()
  await closeHere(phone, code)
  await goOn(desk, code, asked)
  await elsewhere.note()
  secrets.push(...(await secretsOf(home)))
  const renewed = await renewAndErase(desk, phone, code)
  await trail.note()
  await elsewhere.note()
  secrets.push(...spellings(renewed), ...(await secretsOf(home)), ...(await secretsOf(bus)))
  trail.holdsNone(secrets)
  elsewhere.holdsNone(secrets)
  const logged = house.log.join('')
  assert.ok(logged.includes('"route":"/"'), 'the log was listening')
  assert.ok(!logged.includes('/reflectie'), 'that a sheet was opened is no line')
  for (const secret of secrets) assert.ok(!logged.includes(secret), 'no secret in the log')
  await bus.close()
  await home.close()
})

test('whoever begins at a computer where a sheet is still open is asked whose it is', async () => {
  const shared = await visitor(browser, house.config.baseUrl)
  const page = await shared.newPage()
  await begin(page)
  const asked = await answer(page, 1)
  await press(page, 'Volgende', 'Op de vraag af')
  await page.goto('/reflectie')
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await arrive(page, 'Er staat hier nog een reflectie open')
  await follow(page, 'Ga verder', 'Op de vraag af')
  await page.goto('/reflectie')
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await press(page, 'Begin een nieuwe reflectie', 'Eigen kracht versterken')
  for (const one of asked) assert.equal(await chosen(question(page, one)), undefined)
  await shared.close()
})

test('a browser that keeps no cookies is told so', async () => {
  const context = await visitor(browser, house.config.baseUrl, { javaScript: false })
  const page = await context.newPage()
  await page.goto('/reflectie')
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await arrive(page, 'Eigen kracht versterken')
  await context.clearCookies()
  await page.reload()
  await arrive(page, closed)
  await reads(page, 'Dan bewaart je browser geen cookies.')
  await follow(page, 'Ga verder met je code', open)
  await context.close()
})
