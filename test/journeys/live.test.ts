import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { saveAnswers } from '../../src/olympiad/ballot.store.ts'
import { closeRound } from '../../src/olympiad/closing.store.ts'
import {
  rolesTimes,
  settleOlympiad,
  settlePanel,
  settleRound,
  settleStatements,
} from '../../src/olympiad/olympiad.sample.ts'
import { complaintsOf, jarOf, openBrowser, overflow, visitor, widths } from '../browser.ts'
import { type House, openHouse, testMoment } from '../house.ts'
import { people } from '../world.ts'
import { arrive, press, tap, words } from './person.ts'

// One round in the room: three phones, a hall screen and the chair, each in a browser of its own. The tests follow each other.
/** The house reads this moment each time; it goes on as clocks do, for a timer is looked at here. */
const now = new Date(testMoment)
const began = performance.now()
const ticking = setInterval(() => now.setTime(testMoment.getTime() + performance.now() - began), 100)
let house: House
let browser: Browser
let chair: Page
let hall: Page
let round = { id: '', no: 0 }
let statements: string[] = []
let code = ''
const phones: Page[] = []
const contexts: BrowserContext[] = []
const complaints: string[][] = []
const at = '/olympiades/proef-zaal'

before(async () => {
  house = await openHouse({ now })
  await house.serve()
  browser = await openBrowser()
  const { db } = house.database
  const olympiad = await settleOlympiad(db, { slug: 'proef-zaal' })
  statements = await settleStatements(db, 3)
  round = await settleRound(db, { olympiad, statements })
  // Others answered at home before: with the three phones there are enough of every group for a verdict.
  for (const { held } of await settlePanel(db, olympiad, rolesTimes(4))) {
    const given = statements.map((statement, index) => ({ statement, answer: index === 1 ? 2 : 8 }) as const)
    const saved = await saveAnswers(db, { round, held, given, at: testMoment })
    assert.equal(saved.is, 'saved')
  }
  const asChair = await house.as('chair')
  chair = await someone(widths.phone, jarOf(asChair, house.config.baseUrl))
  hall = await someone(1280)
})
after(async () => {
  clearInterval(ticking)
  for (const context of contexts) await context.close()
  await browser.close()
  await house.close()
})

async function someone(width: number, cookies: ReturnType<typeof jarOf> = [], javaScript = true): Promise<Page> {
  const options = width > 500 ? { viewport: { width, height: 720 } } : {}
  const context = await visitor(browser, house.config.baseUrl, { width, javaScript, options })
  await context.addCookies(cookies)
  contexts.push(context)
  const page = await context.newPage()
  complaints.push(complaintsOf(page))
  return page
}

/** What stands in a place of the page, once it is as expected. */
async function becomes(page: Page, place: string, words: string | RegExp): Promise<void> {
  const found = page.locator(place).filter({ hasText: words }).first()
  await found.waitFor({ timeout: 15_000 }).catch(async () => {
    assert.fail(`${place} never says ${words}, but: ${await page.locator(place).first().textContent()}`)
  })
}

const sentence = (number: number) => `Je vraagt eerst wat iemand zelf wil (${number}).`

test('the chair starts the round in the room, and the hall screen opens with the code', async () => {
  await chair.goto(`${at}/voorzitter/live`)
  await press(chair, 'Begin ronde 1 in de zaal', 'In de zaal')
  code = /\d{3} \d{3}/.exec(await words(chair.locator('main')))?.[0] ?? ''
  assert.match(code, /^\d{3} \d{3}$/)
  await hall.goto(`${at}/zaal`)
  await arrive(hall, 'Doe mee')
  await hall.getByLabel('De zes cijfers').fill(code)
  await press(hall, 'Doe mee', 'Fijn dat je meepraat')
  await hall.goto(`${at}/zaal`)
  await becomes(hall, '.hall__code', code)
  await becomes(hall, 'h1', 'Goede hulp in de buurt')
})

test('three phones come in by the code and say as whom', async () => {
  for (const group of ['inwoner of cliënt', 'inwoner of cliënt', 'cliëntvertegenwoordiger']) {
    const phone = await someone(widths.phone)
    await phone.goto(`/doe-mee?code=${code.replace(' ', '')}`)
    await press(phone, 'Doe mee', 'Fijn dat je meepraat')
    await tap(phone.getByRole('radiogroup', { name: /Bij welke groep/ }), group)
    await press(phone, 'Begin', 'Kijk naar het scherm')
    phones.push(phone)
  }
})

test('what the chair shows, every screen shows; a late phone joins at the sentence of now', async () => {
  await press(chair, 'Toon de eerste zin', 'In de zaal')
  for (const screen of [hall, ...phones]) await becomes(screen, 'h1', sentence(1))
  await becomes(hall, '.hall__counter', 'Zin 1 van 3')
  await becomes(hall, '.hall__time', /Nog ongeveer|Nog \d+ seconden/)
  // Eight answered at home: told in steps of five.
  await becomes(hall, '.hall__inside', /^\s*ongeveer 5 van ongeveer \d+ binnen/)
  const late = await someone(widths.phone)
  await late.goto(`/doe-mee?code=${code.replace(' ', '')}`)
  await press(late, 'Doe mee', 'Fijn dat je meepraat')
  await tap(late.getByRole('radiogroup', { name: /Bij welke groep/ }), 'cliëntvertegenwoordiger')
  await press(late, 'Begin', sentence(1))
})

test('a phone answers without leaving the page, and what it chose is there when the sentence comes back', async () => {
  for (const phone of phones) {
    await tap(phone.getByRole('group', { name: 'Is dit nodig?' }), 'nodig')
    await phone.getByRole('button', { name: 'Bewaar mijn antwoord' }).click()
    await becomes(phone, '.live__saved', 'Je antwoord is bewaard')
  }
  await becomes(hall, '.hall__inside', /ongeveer 10 van/)
  await press(chair, 'Volgende zin', 'In de zaal')
  for (const screen of [hall, ...phones]) await becomes(screen, 'h1', sentence(2))
  const [phone] = phones
  assert.ok(phone)
  assert.equal(await phone.locator('input[type=radio]:checked').count(), 0)
  await becomes(hall, '.hall__inside', /ongeveer 5 van/)
  await chair.getByLabel('Laat een andere zin zien').selectOption({ index: 0 })
  await press(chair, 'Toon deze zin', 'In de zaal')
  await becomes(phone, 'h1', sentence(1))
  assert.equal(await phone.locator('input[name=antwoord]:checked').getAttribute('value'), 'nodig')
})

test('the soft timer pauses, goes on and grows', async () => {
  await press(chair, 'Pauze', 'In de zaal')
  await becomes(hall, '.hall__time', 'Even pauze')
  // Six times half a minute: more than a sentence has by itself, however little was left when the pause began.
  for (let pressed = 0; pressed < 6; pressed += 1) await press(chair, 'Meer tijd', 'In de zaal')
  await press(chair, 'Ga verder', 'In de zaal')
  await becomes(hall, '.hall__time', /Nog ongeveer [345] minuten/)
})

test('of two tabs of the chair one wins, and the other hears it in a sentence', async () => {
  const other = await someone(widths.phone, jarOf(await house.as('chair'), house.config.baseUrl), false)
  await other.goto(`${at}/voorzitter/live`)
  await press(chair, 'Volgende zin', 'In de zaal')
  await other.getByRole('button', { name: 'Volgende zin' }).click()
  await becomes(other, '.notice', 'Iemand anders was je voor')
  for (const screen of [hall, ...phones]) await becomes(screen, 'h1', sentence(2))
})

test('a phone that lost its connection catches up', async () => {
  const [phone] = phones
  assert.ok(phone)
  await phone.context().setOffline(true)
  await chair.reload()
  await press(chair, 'Volgende zin', 'In de zaal')
  await becomes(hall, 'h1', sentence(3))
  await phone.context().setOffline(false)
  await phone.reload()
  await becomes(phone, 'h1', sentence(3))
})

test('without JavaScript the same phone works with a button', async () => {
  const plain = await someone(widths.phone, [], false)
  await plain.goto('/doe-mee')
  await plain.getByLabel('De zes cijfers').fill(code)
  await press(plain, 'Doe mee', 'Fijn dat je meepraat')
  await tap(plain.getByRole('radiogroup', { name: /Bij welke groep/ }), 'inwoner of cliënt')
  await press(plain, 'Begin', sentence(3))
  await tap(plain.getByRole('group', { name: 'Is dit nodig?' }), 'nodig')
  await press(plain, 'Bewaar mijn antwoord', sentence(3))
  await becomes(plain, '.live__saved', 'Je antwoord is bewaard')
  assert.equal(await plain.getByRole('link', { name: 'Ververs' }).count(), 1)
})

test('nothing on any screen says what was chosen, nothing scrolls sideways, nobody complains', async () => {
  for (const screen of [hall, chair]) {
    const said = await words(screen.locator('main'))
    assert.doesNotMatch(said, /%|niet nodig|gedragen/)
  }
  for (const screen of [hall, chair, ...phones]) assert.equal(await overflow(screen), 0)
  for (const said of complaints)
    assert.deepEqual(
      said.filter((line) => !/ERR_INTERNET_DISCONNECTED|409/.test(line)),
      [],
    )
})

test('the round is closed: every screen hears it, and there is a verdict of every role by itself', async () => {
  const closed = await closeRound(house.database.db, round.id, { by: people.henk.id, at: testMoment, final: false })
  assert.equal(closed.is, 'closed')
  for (const screen of [hall, ...phones]) await becomes(screen, 'h1', 'De ronde in de zaal is voorbij')
  const { rows } = await house.database.pool.query<{ verdict: string }>(
    `select v.verdict from olympiad.verdict v join olympiad.round_statement s using (round, statement)
      where v.round = $1 order by s.position`,
    [round.id],
  )
  assert.deepEqual(
    rows.map(({ verdict }) => verdict),
    ['accepted', 'no verdict', 'no verdict'],
  )
})
