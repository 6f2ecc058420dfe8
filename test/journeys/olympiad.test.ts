import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { recount } from '../../scripts/recount.ts'
import { DAY, after as later, MINUTE } from '../../src/foundation/clock.ts'
import { readPost } from '../../src/foundation/mail/index.ts'
import { saveAnswers } from '../../src/olympiad/ballot.store.ts'
import { type Member, settlePanel } from '../../src/olympiad/olympiad.sample.ts'
import { readOlympiad } from '../../src/olympiad/olympiad.store.ts'
import { readRound, sentencesOf } from '../../src/olympiad/round.store.ts'
import type { Score } from '../../src/olympiad/score.ts'
import { complaintsOf, openBrowser, overflow, visitor, widths } from '../browser.ts'
import { type House, openHouse, testMoment } from '../house.ts'
import { arrive, become, fetchFile, fillIn, follow, press, question, reads, tap, words } from './person.ts'

// An Olympiade of three rounds, from its beginning to a consultation and back to the quotes. The tests follow each other.
/** The house reads this moment each time: moving it lets days go by. */
const now = new Date(testMoment)
let house: House
let browser: Browser
let editor: Page
let chair: Page
let inwoner: Page
let link = ''
let panel: Member[] = []
let edition = ''
const contexts: BrowserContext[] = []
const complaints: string[][] = []

const title = 'Wie belt er aan?'
const asked = 'Wat doet een goede werker als de deur dicht blijft?'
const at = '/olympiades/wie-belt-er-aan'
const desk = `${at}/voorzitter`
const FIRST = 'De werker vraagt eerst wat iemand kan.'
const SECOND = 'De werker gaat naar mensen toe die zelf niet om hulp vragen.'
const THIRD = 'De werker zorgt dat iemand die wegblijft, wordt gebeld.'
const sentences = [FIRST, SECOND, THIRD]

before(async () => {
  house = await openHouse({ now })
  await house.serve()
  browser = await openBrowser()
  editor = await come(widths.desk)
  chair = await come(widths.desk)
  inwoner = await come(widths.phone)
})
after(async () => {
  for (const context of contexts) await context.close()
  await browser.close()
  await house.close()
})

async function come(width: number): Promise<Page> {
  const context = await visitor(browser, house.config.baseUrl, { width })
  contexts.push(context)
  const page = await context.newPage()
  complaints.push(complaintsOf(page))
  return page
}

test('an editor begins it and says whose sentences are weighed', async () => {
  await become(editor, 'Yusuf Kaya')
  await editor.goto('/redactie/olympiades')
  await fillIn(editor, { Titel: title, 'De vraag': asked, 'Eerste dag': '2026-11-24', 'Laatste dag': '2027-02-28' })
  await editor.getByLabel('Wie zit voor?').selectOption({ label: 'Henk Dijkstra' })
  await press(editor, 'Begin', title)
  await editor.getByText('Aan de deur en aan tafel', { exact: true }).click()
  await press(editor, 'Bewaar', title)
})

test('the chair plans, announces, invites and locks the rules of the game', async () => {
  await become(chair, 'Henk Dijkstra')
  await chair.goto(desk)
  await follow(chair, 'Vul de opzet in', 'Opzet')
  await fillIn(chair, {
    'Waar het over gaat': 'Drie zinnen van een werkgroep. De mensen en de stemmen zijn verzonnen.',
  })
  // Two groups are left: inwoners and professionals.
  for (const other of [2, 4, 5, 6, 7]) await chair.getByLabel(`Groep ${other}`, { exact: false }).first().fill('')
  await press(chair, 'Bewaar', 'Opzet')
  await chair.goto(desk)
  await press(chair, 'Kondig aan', title)
  await follow(chair, 'Nodig mensen uit', 'Deelnemers')
  await chair.getByLabel('Voor welke groep?').selectOption({ label: 'inwoners en cliënten' })
  await tap(question(chair, 'Hoe?'), 'Per mail, met een eigen link')
  await fillIn(chair, { Mailadressen: 'amina@post.example' })
  await press(chair, 'Nodig uit', 'Deelnemers')
  await chair.goto(desk)
  await follow(chair, 'Leg de spelregels vast', 'Spelregels')
  await reads(chair, 'Zo kan een grote groep een kleine niet overstemmen.')
  await press(chair, 'Leg de spelregels vast', title)
})

/** The chair plans a round over these sentences and opens it. */
async function openRound(number: number, wanted: readonly string[]): Promise<void> {
  await chair.goto(`${desk}/rondes/nieuw`)
  for (const box of await chair
    .getByRole('group', { name: /Welke zinnen/ })
    .getByRole('checkbox')
    .all()) {
    const label = chair.locator(`label[for="${await box.getAttribute('id')}"]`)
    const said = await words(label)
    if ((await box.isChecked()) !== wanted.some((one) => said.includes(one))) await label.click()
  }
  await press(chair, 'Bewaar', `Ronde ${number}`)
  await press(chair, `Open ronde ${number}`, title)
}

/** Everyone else answers: inwoners and professionals each give one score to each sentence of the round. */
async function othersAnswer(number: number, scores: Record<string, { inwoner: Score; professional: Score }>) {
  const { db } = house.database
  const olympiad = await readOlympiad(db, at.split('/').at(-1) ?? '')
  assert.ok(olympiad)
  if (panel.length === 0)
    panel = await settlePanel(db, olympiad.id, [...Array(5).fill('inwoner'), ...Array(6).fill('professional')])
  const round = await readRound(db, olympiad.id, number)
  assert.ok(round)
  const there = await sentencesOf(db, round.id)
  assert.deepEqual(there.map(({ plain }) => plain).toSorted(), Object.keys(scores).toSorted())
  for (const { role, held } of panel) {
    const given = there.map(({ statement, plain }) => ({
      statement,
      answer: scores[plain]?.[role === 'inwoner' ? 'inwoner' : 'professional'] ?? null,
    }))
    assert.equal((await saveAnswers(db, { round, held, given, at: now })).is, 'saved')
  }
}

async function closeRound(number: number, button: string): Promise<void> {
  now.setTime(later(now, MINUTE).getTime())
  await chair.goto(`${desk}/rondes/${number}/sluiting`)
  await reads(chair, 'Nooit wie wat koos.')
  await press(chair, button, `Ronde ${number}: wat eruit kwam`)
}

test('an inwoner finds who sees their vote and why each group counts apart, and answers', async () => {
  await openRound(1, sentences)
  const post = await readPost(house.database.db, house.config.secretKey, 50)
  const mail = post.find(({ to }) => to === 'amina@post.example')
  link = /https?:\/\/\S+sleutel=\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  await inwoner.goto(link)
  await press(inwoner, 'Doe mee', 'Fijn dat je meepraat')
  await reads(inwoner, 'De voorzitter ziet niet wat jij kiest. Ook de redactie niet.')
  await reads(inwoner, 'Zo telt elke groep apart, ook die van jou: een grote groep kan een kleine niet overstemmen.')
  // The same stands where anyone can read it before they say yes.
  await inwoner.goto(at)
  await arrive(inwoner, title)
  await reads(inwoner, 'Niemand ziet wie wat koos: de voorzitter niet, de redactie niet, en in geen enkel bestand.')
  await follow(inwoner, 'Ik ben uitgenodigd', 'Fijn dat je meepraat')
  await follow(inwoner, 'Begin', sentences.find((one) => one === FIRST) ?? FIRST)
  for (const [place, button] of ['Volgende', 'Volgende', 'Klaar'].entries()) {
    await tap(inwoner.getByRole('group', { name: 'Is dit nodig?' }), place === 0 ? 'nodig' : 'twijfel')
    await inwoner.getByRole('main').getByRole('button', { name: button, exact: true }).click()
    await inwoner.waitForURL(place === 2 ? /\/klaar$/ : new RegExp(`/zin/${place + 2}$`))
  }
  await arrive(inwoner, 'Dank je, je bent klaar')
  assert.equal(await overflow(inwoner), 0)
})

test('three rounds: what is decided needs no other, and the last closing lets go of every name', async () => {
  await othersAnswer(1, {
    [FIRST]: { inwoner: 8, professional: 9 },
    [SECOND]: { inwoner: 5, professional: 8 },
    [THIRD]: { inwoner: 2, professional: 8 },
  })
  await closeRound(1, 'Sluit, er komt nog een ronde')
  await inwoner.goto(`${at}/rondes/1`)
  await reads(
    inwoner,
    /De werker vraagt eerst wat iemand kan\. gedragen Door 12 mensen uit 2 groepen.* Jij koos: nodig/,
  )
  await openRound(2, [SECOND, THIRD])
  await othersAnswer(2, { [SECOND]: { inwoner: 8, professional: 8 }, [THIRD]: { inwoner: 5, professional: 8 } })
  await closeRound(2, 'Sluit, er komt nog een ronde')
  await openRound(3, [THIRD])
  await othersAnswer(3, { [THIRD]: { inwoner: 3, professional: 8 } })
  await closeRound(3, 'Sluit, dit was de laatste ronde')
  await chair.goto(`${at}/uitslag`)
  await reads(chair, /Gedragen \(2\)/)
  await reads(chair, /Nog geen overeenstemming \(1\).*Tegengehouden door inwoners en cliënten/)
})

test('the file to count again gives the very verdicts that are published', async () => {
  await chair.goto(desk)
  const { name, bytes } = await fetchFile(chair, chair.getByRole('link', { name: 'Bestand om na te tellen' }))
  assert.equal(name, 'hertelling.json')
  const file = JSON.parse(bytes.toString('utf8'))
  assert.deepEqual(recount(file), [])
  const published = file.rounds.map(({ statements }: { statements: { verdict: string }[] }) =>
    statements.map(({ verdict }) => verdict).toSorted(),
  )
  assert.deepEqual(published, [
    ['accepted', 'no consensus', 'no consensus'],
    ['accepted', 'no consensus'],
    ['no consensus'],
  ])
  // It finds a verdict that was written otherwise.
  file.rounds[2].statements[0].verdict = 'accepted'
  assert.equal(recount(file).length, 1)
  assert.ok(!bytes.includes('amina'))
})

test('the carried sentences begin a new version, that is laid before everyone', async () => {
  await editor.goto('/redactie/kenmerken')
  await editor.getByLabel('Jaar van de nieuwe versie').fill('2027')
  await editor.getByLabel('Neem meteen gedragen zinnen over').selectOption({ label: `Uit ‘${title}’` })
  await press(editor, 'Begin een concept', 'Gedragen zinnen overnemen')
  assert.ok(!(await words(editor.getByRole('main'))).includes(THIRD))
  const where = editor.getByLabel('Waar komt deze zin?')
  assert.equal(await where.count(), 2)
  for (const select of await where.all()) await select.selectOption({ label: 'Bij K1 Eigen kracht versterken' })
  await press(editor, 'Neem over in het concept', /2027/)
  const until = later(now, 14 * DAY)
    .toISOString()
    .slice(0, 10)
  await fillIn(editor, { 'Laatste dag': until, 'Wat wil je van mensen weten?': 'Herken je dit?' })
  await press(editor, 'Leg voor aan iedereen', /2027/)
  await editor.getByRole('link', { name: 'Zo zien anderen het' }).click()
  await editor.waitForURL(/\/handreikingen\//)
  edition = editor.url()
})

test('from the consultation the way leads back: verdict, sentence, factor, quote, practice', async () => {
  const reader = await come(widths.phone)
  await reader.goto(edition)
  await reads(reader, 'Wie erachter staat')
  await reads(reader, /De werker gaat naar mensen toe.*Gedragen, door 11 mensen uit 2 groepen/)
  await reader.getByRole('link', { name: title }).first().click()
  await arrive(reader, SECOND)
  await follow(reader, 'Waar komt dit vandaan?', /Waar komt dit vandaan|De werker gaat naar mensen toe/)
  await reader.getByText(/^Verder terug/).click()
  const rope = await words(reader.getByRole('main'))
  for (const stop of [/zin uit een Olympiade/i, /succesfactor/i, /citaat/i, /praktijk/i]) assert.match(rope, stop)
  assert.equal(await overflow(reader), 0)
  await follow(reader, /De soeptafel/, /De soeptafel/)
  for (const said of complaints) assert.deepEqual(said, [])
})
