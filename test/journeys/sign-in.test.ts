import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { strFromU8, unzipSync } from 'fflate'
import { Secret, TOTP } from 'otpauth'
import { pino } from 'pino'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { HOUR, MINUTE } from '../../src/foundation/clock.ts'
import { startWorkers, type Workers } from '../../src/foundation/jobs/index.ts'
import { homeJobs } from '../../src/home/index.ts'
import { complaintsOf, openBrowser, visitor, widths } from '../browser.ts'
import { type House, openHouse, testMoment } from '../house.ts'
import { people } from '../world.ts'
import { answerAll, begin } from './answers.ts'
import { appears, arrive, fetchFile, follow, press, reads, trailOf, words } from './person.ts'

/** The house reads this very moment each time; a minute passes with every mail, so that the newest is the newest. */
const now = new Date(testMoment)
let house: House
let browser: Browser
let workers: Workers
before(async () => {
  house = await openHouse({ now })
  // Browsers make passkeys for a name, never for a number.
  house.config.baseUrl = house.config.baseUrl.replace('127.0.0.1', 'localhost')
  await house.serve()
  const { database, config } = house
  const log = pino({ level: 'silent' })
  workers = await startWorkers({ database, config, clock: () => now, log }, homeJobs())
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await workers.stop()
  await house.close()
})

const come = (width: number = widths.phone, javaScript = true) =>
  visitor(browser, house.config.baseUrl, { width, javaScript })

/** What stands in the newest mail to this address, as someone reads it. */
async function newestMail(context: BrowserContext, email: string): Promise<{ text: string; link: string }> {
  const post = await context.newPage()
  await post.goto('/demo/post')
  const letter = post
    .getByRole('article')
    .filter({ hasText: `Aan ${email}` })
    .first()
  const found = { text: await words(letter), link: (await letter.getByRole('link').first().getAttribute('href')) ?? '' }
  await post.close()
  return found
}

const codeIn = (text: string) => /\b\d{3} \d{3}\b/.exec(text)?.[0] ?? ''

/** Asks for a mail, from the menu on. */
async function askMail(page: Page, email: string): Promise<void> {
  now.setTime(now.getTime() + MINUTE)
  await page.goto('/menu')
  await follow(page, 'Inloggen', 'Inloggen')
  await page.getByLabel('Je mailadres').fill(email)
  await press(page, 'Stuur mij een mail', 'Kijk in je mail')
  await reads(page, `We stuurden een mail naar ${email}.`)
}

async function signInByCode(context: BrowserContext, page: Page, email: string, then: string | RegExp): Promise<void> {
  await askMail(page, email)
  const { text } = await newestMail(context, email)
  await page.getByLabel('Code uit de mail').fill(codeIn(text))
  await press(page, 'Log in', then)
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/mijn')
  await press(page, 'Uitloggen', 'Wat gaat goed in je werk? En wat kan beter?')
  await page.goto('/mijn')
  await arrive(page, 'Inloggen')
}

test('a new person signs in by the code in the mail, says their name, and signs out', async () => {
  const email = 'nieuw-hier@verankerd.example'
  const context = await come(widths.phone, false)
  const page = await context.newPage()
  await page.goto('/inloggen')
  await page.getByLabel('Je mailadres').fill('geen adres')
  await page.getByRole('button', { name: 'Stuur mij een mail' }).click()
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByLabel('Je mailadres').inputValue(), 'geen adres')
  await askMail(page, email)
  const { text } = await newestMail(context, email)
  const wrong = codeIn(text) === '111 111' ? '222222' : '111111'
  await page.getByLabel('Code uit de mail').fill(wrong)
  await page.getByRole('button', { name: 'Log in' }).click()
  await appears(page, /Deze code klopt niet/)
  assert.equal(await page.getByLabel('Code uit de mail').inputValue(), wrong)
  await page.getByLabel('Code uit de mail').fill(codeIn(text))
  await press(page, 'Log in', 'Je account is gemaakt')
  await page.getByLabel('Je naam').fill('Fatma van der Berg')
  await press(page, 'Bewaar en ga verder', 'Dag Fatma')
  await signOut(page)
  await context.close()
})

test('the button in the mail works in another browser, only once pressed, and only once', async () => {
  const email = people.jamal.email
  const asking = await come()
  const page = await asking.newPage()
  await askMail(page, email)
  const { link } = await newestMail(asking, email)
  const reading = await come(widths.desk, false)
  const trail = trailOf(reading)
  const mail = await reading.newPage()
  for (const _ of ['a scanner', 'the reader']) {
    await mail.goto(link)
    await arrive(mail, 'Nog één druk op de knop')
  }
  await reads(mail, email)
  await press(mail, 'Log in', 'Dag Jamal')
  await mail.goto(link)
  await arrive(mail, 'Deze link werkt niet meer')
  await reads(mail, 'Elke link werkt één keer.')
  // The code of that same mail is spent with it.
  const { text } = await newestMail(asking, email)
  if (codeIn(text) !== '') {
    await page.getByLabel('Code uit de mail').fill(codeIn(text))
    await page.getByRole('button', { name: 'Log in' }).click()
    await appears(page, /al gebruikt/)
  }
  await trail.note()
  assert.ok(![...trail.titles].some((title) => title.includes(email)))
  await asking.close()
  await reading.close()
})

test('someone sees where they are signed in, and ends the other session', async () => {
  const email = people.milan.email
  const [one, two] = [await come(), await come(widths.desk)]
  const [phone, desk] = [await one.newPage(), await two.newPage()]
  await signInByCode(one, phone, email, 'Dag Milan')
  await askMail(desk, email)
  await desk.goto((await newestMail(two, email)).link)
  await press(desk, 'Log in', 'Dag Milan')
  await follow(desk, 'Je naam, je apparaten en hoe je inlogt', 'Mijn account')
  const table = desk.getByRole('table', { name: 'Waar je bent ingelogd' })
  assert.equal(await table.getByRole('row').count(), 3)
  assert.equal(await table.getByText('dit apparaat', { exact: true }).count(), 1)
  await table.getByRole('button', { name: 'Log uit' }).click()
  await table.getByRole('button', { name: 'Log uit' }).waitFor({ state: 'detached' })
  assert.equal(await table.getByRole('row').count(), 2)
  await phone.goto('/mijn')
  await arrive(phone, 'Inloggen')
  await desk.goto('/mijn')
  await arrive(desk, 'Dag Milan')
  await one.close()
  await two.close()
})

test('what was typed when the session had lapsed is there again after signing in, and saved when sent', async () => {
  const email = people.jamal.email
  const name = 'Jamal van het Buurthuis'
  const context = await come(widths.phone, false)
  const page = await context.newPage()
  await signInByCode(context, page, email, 'Dag Jamal')
  await page.goto('/mijn/account')
  await page.getByLabel('Je naam').fill(name)
  now.setTime(now.getTime() + 13 * HOUR)
  await context.clearCookies()
  await press(page, 'Bewaar je naam', 'Inloggen')
  await reads(page, 'Wat je typte, is er nog')
  await page.getByLabel('Je mailadres').fill(email)
  await press(page, 'Stuur mij een mail', 'Kijk in je mail')
  await page.getByLabel('Code uit de mail').fill(codeIn((await newestMail(context, email)).text))
  await press(page, 'Log in', 'Mijn account')
  await reads(page, 'Wat je typte, is er nog, maar het is nog niet bewaard')
  assert.equal(await page.getByLabel('Je naam').inputValue(), name)
  await press(page, 'Bewaar je naam', 'Mijn account')
  await page.reload()
  assert.equal(await page.getByLabel('Je naam').inputValue(), name)
  await context.close()
})

/** A device with a fingerprint reader, as the browser sees one. */
async function withPasskeys(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a passkey is made, and then signs in by itself', async () => {
  const context = await come()
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await withPasskeys(context, page)
  await signInByCode(context, page, people.noor.email, 'Dag Noor')
  await page.goto('/mijn/account')
  await follow(page, 'Zet een tweede stap aan', 'Zet een tweede stap aan')
  await page.getByLabel('Hoe noem je dit apparaat?').fill('telefoon van Noor')
  await press(page, 'Maak een passkey', 'Bewaar je herstelcodes')
  assert.equal(
    await page
      .getByRole('listitem')
      .filter({ hasText: /^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/ })
      .count(),
    10,
  )
  await press(page, 'Ik heb ze bewaard', 'Mijn account')
  await reads(page, 'telefoon van Noor')
  await signOut(page)
  await press(page, 'Inloggen met een passkey', 'Dag Noor')
  await page.goto('/mijn/account')
  await page.getByRole('button', { name: 'Haal weg' }).click()
  await appears(page, /Je passkeys|Niet verplicht/)
  assert.deepEqual(complaints, [])
  await context.close()
})

test('an editor who signs in by mail must give a second factor before the desk opens', async () => {
  const { email } = people.yusuf
  const context = await come(widths.desk, false)
  const page = await context.newPage()
  await page.goto('/redactie')
  await arrive(page, 'Inloggen')
  await page.getByLabel('Je mailadres').fill(email)
  await press(page, 'Stuur mij een mail', 'Kijk in je mail')
  await page.getByLabel('Code uit de mail').fill(codeIn((await newestMail(context, email)).text))
  await press(page, 'Log in', 'Zet een tweede stap aan')
  await reads(page, 'Je rol laat je gegevens van anderen zien.')
  const forced = await page.goto('/redactie/kenmerken')
  assert.equal(forced?.ok(), true)
  await arrive(page, 'Zet een tweede stap aan')
  await follow(page, 'Koppel een app', 'Koppel een app')
  const secret =
    /Sleutel: ((?:[A-Z2-7]{4} ?)+)/.exec(await words(page.getByRole('main')))?.[1]?.replaceAll(' ', '') ?? ''
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  const shown = app.generate({ timestamp: now.getTime() })
  const wrong = shown === '000000' ? '000001' : '000000'
  await page.getByLabel('Code uit je app').fill(wrong)
  await page.getByRole('button', { name: 'Koppel de app' }).click()
  await appears(page, /Deze code klopt niet/)
  assert.equal(await page.getByLabel('Code uit je app').inputValue(), wrong)
  await reads(page, (secret.match(/.{4}/g) ?? []).join(' '))
  await page.getByLabel('Code uit je app').fill(shown)
  await press(page, 'Koppel de app', 'Bewaar je herstelcodes')
  const [recovery = ''] = await page.getByRole('main').getByRole('listitem').allInnerTexts()
  await press(page, 'Ik heb ze bewaard', 'Kenmerken: versies')
  await signOut(page)
  await signInByCode(context, page, email, 'Nog één stap')
  await page.goto('/redactie')
  await arrive(page, 'Nog één stap')
  await page.getByLabel('Code uit je app').fill(shown)
  await page.getByRole('button', { name: 'Ga verder' }).click()
  await appears(page, /Deze code klopt niet, of is al gebruikt/)
  await page.getByLabel('Code uit je app').fill(recovery)
  await press(page, 'Ga verder', 'Redactie')
  await context.close()
})

test('someone takes everything along as a ZIP, and then erases the account with all that is in it', async () => {
  const email = 'vertrekt@verankerd.example'
  const context = await come()
  const page = await context.newPage()
  await signInByCode(context, page, email, 'Je account is gemaakt')
  await page.getByLabel('Je naam').fill('Vera Vertrekt')
  await press(page, 'Bewaar en ga verder', 'Dag Vera')
  await begin(page)
  await answerAll(page)
  await follow(page, 'Bewaar met code', 'Bewaren en later verder')
  await press(page, 'Bewaar bij mijn account', 'Mijn reflecties')
  await page.goto('/mijn')
  await reads(page, /Je reflecties Reflectie van \d+ \w+ \d{4}/)
  await follow(page, 'Alles meenemen', 'Alles meenemen')
  const zip = await fetchFile(page, page.getByRole('button', { name: 'Haal mijn gegevens op' }))
  assert.equal(zip.name, 'mijn-gegevens.zip')
  const files = unzipSync(zip.bytes)
  assert.ok(Object.keys(files).filter((name) => name.endsWith('.csv')).length >= 3, Object.keys(files).join(' '))
  const all = strFromU8(files['alles.json'] ?? new Uint8Array())
  for (const own of [email, 'Vera Vertrekt', 'bijna altijd']) assert.ok(all.includes(own), `${own} in the export`)
  assert.match(strFromU8(files['lees-mij.txt'] ?? new Uint8Array()), /Dit is alles wat Verankerd over jou bewaart/)

  await page.goto('/mijn')
  await follow(page, 'Je account wissen', 'Je account wissen')
  await reads(page, 'Dit kun je niet terugdraaien.')
  const field = page.getByRole('main').getByRole('textbox')
  await field.fill('liever niet')
  await page.getByRole('button', { name: 'Wis mijn account' }).click()
  await page.getByRole('alert').waitFor()
  assert.equal(await field.inputValue(), 'liever niet')
  const word = /“(.+?)”/.exec(await words(page.getByRole('main').locator('label')))?.[1] ?? ''
  await field.fill(word)
  await press(page, 'Wis mijn account', 'We wissen je account')
  await page.goto('/mijn')
  await arrive(page, 'Inloggen')
  for (let tries = 0; (await known(email)) && tries < 40; tries += 1) await pause(250)
  assert.equal(await known(email), false, 'the job erased the account')
  await page.goto('/reflectie/uitslag')
  await arrive(page, 'Op dit apparaat staat geen reflectie open')
  await signInByCode(context, page, email, 'Je account is gemaakt')
  await page.goto('/reflectie/mijn')
  await reads(page, 'Je hebt nog geen reflectie bij je account bewaard.')
  await context.close()
})

test('someone saves a kenmerk to read later, and finds it back', async () => {
  const context = await come(widths.phone, false)
  const page = await context.newPage()
  await signInByCode(context, page, people.gloria.email, /./)
  await page.goto('/kenmerken/op-de-vraag-af')
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click({ timeout: 5_000 })
  await page.goto('/mijn')
  await follow(page, 'Op de vraag af', 'Op de vraag af')
  await context.close()
})

async function known(email: string): Promise<boolean> {
  const { rowCount } = await house.database.pool.query('select from people.person where email = $1', [email])
  return rowCount === 1
}
