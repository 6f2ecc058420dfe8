import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { complaintsOf, openBrowser, overflow, visitor } from '../browser.ts'
import { type House, openHouse } from '../house.ts'
import { answer, begin, type Screen, screens, wishQuestion } from './answers.ts'
import {
  appears,
  arrive,
  chosen,
  contrast,
  fetchFile,
  follow,
  inFocus,
  press,
  question,
  questionsOn,
  reads,
  secretsOf,
  speaksOfNoMarks,
  tabTo,
  tap,
  trailOf,
  words,
  wordsBeside,
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

const phone = (javaScript: boolean) => visitor(browser, house.config.baseUrl, { javaScript })
const result = 'Jouw kijk op je werk'
const closed = 'Op dit apparaat staat geen reflectie open'
const gone = 'Je antwoorden zijn gewist of verlopen'

/** First strengths, then what can be done more often, own wish first; words and counts, no marks. */
async function readResult(page: Page, shown: string[][]): Promise<void> {
  await reads(page, 'Dit is jouw eigen kijk op je werk. Het is geen oordeel.')
  const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()
  assert.deepEqual(headings.slice(0, 3), ['Dit doe je vaak', 'Dit kan vaker', 'Per kenmerk'])
  const strengths = page.getByRole('region', { name: 'Dit doe je vaak' }).getByRole('listitem')
  assert.equal(await strengths.count(), 3)
  for (const [at, kenmerk] of ['Eigen kracht versterken', 'Binden en verbinden', 'Op de vraag af'].entries())
    assert.match(await words(strengths.nth(at)), new RegExp(`^Je .*${kenmerk}$`))
  const choices = page.getByRole('region', { name: 'Dit kan vaker' }).getByRole('radio')
  assert.equal(await choices.count(), 3)
  for (const [at, line] of [2, 0, 4].entries()) assert.equal(await wordsBeside(choices.nth(at)), shown[1]?.[line])
  for (const said of [
    /Eigen kracht versterken Staat stevig 3 van de 3 doe je vaak/,
    /Op de vraag af Wisselt 2 van de 5 doe je vaak/,
    /Binden en verbinden Staat stevig 5 van de 5 doe je vaak/,
    /Integraal werken Ruimte om te groeien 1 van de 3 doe je vaak/,
    /Signaleren en agenderen Te weinig om iets te zeggen. Je beantwoordde hier twee zinnen. Hier passen twee zinnen niet bij je werk, zei je. Vul aan/,
    /minstens 80 procent vaak of bijna altijd/,
    /Geen verplicht kader/,
    /Wie ziet dit\?/,
  ])
    await reads(page, said)
  await speaksOfNoMarks(page)
}

/** One pick, its card, and the way from there to the kenmerk and to where it comes from. */
async function followStep(page: Page, line: string): Promise<void> {
  await page.getByText(line, { exact: true }).click()
  await press(page, 'Laat zien hoe', line)
  await reads(page, /Probeer deze week .{40,} Vraag aan een collega ‘.+\?’/)
  await speaksOfNoMarks(page)
  await follow(page, 'Op de vraag af', 'Op de vraag af')
  await reads(page, 'Geen verplicht kader.')
  await page.goBack()
  await arrive(page, line)
  await follow(page, 'Waar komt dit vandaan?', 'Waar komt dit vandaan?')
  await reads(page, `zin uit de reflectie: ${line}`)
  await reads(page, /kenmerk ?naam uit 2013 ?Op de vraag af/)
  await follow(page, 'Op de vraag af', 'Op de vraag af')
  await page.goBack()
  await page.goBack()
  await arrive(page, line)
}

/** The step for the calendar and the result on paper. */
async function takeAlong(page: Page, line: string): Promise<void> {
  const step = await fetchFile(page, page.getByRole('link', { name: 'Zet in mijn agenda' }))
  assert.equal(step.name, 'stap.ics')
  const calendar = step.bytes.toString().replaceAll('\r\n ', '')
  assert.match(calendar, /BEGIN:VEVENT[\s\S]*SUMMARY:Deze week proberen[\s\S]*Vraag aan een collega/)
  assert.ok(!calendar.includes(line), 'colleagues may look into a calendar')
  const paper = await fetchFile(page, page.getByRole('link', { name: 'Print of bewaar deze kaart' }))
  assert.equal(paper.name, 'stap.pdf')
  assert.equal(paper.bytes.subarray(0, 5).toString(), '%PDF-')
  assert.ok(paper.bytes.length > 5_000)
}

/** The way back keeps what was chosen, by our own button and by that of the browser. */
async function goBackOnce(page: Page): Promise<void> {
  await answer(page, 1)
  await press(page, 'Volgende', 'Op de vraag af')
  await press(page, 'Vorige', 'Eigen kracht versterken')
  const asked = await questionsOn(page)
  const given: (string | undefined)[] = []
  for (const one of asked) given.push(await chosen(question(page, one)))
  assert.deepEqual(given, [...(screens[0]?.lines ?? []), screens[0]?.wish])
  await press(page, 'Volgende', 'Op de vraag af')
  await page.goBack()
  await arrive(page, 'Eigen kracht versterken')
  assert.equal(await chosen(question(page, asked[1] ?? '')), 'bijna altijd')
  await press(page, 'Volgende', 'Op de vraag af')
}

async function answerRest(page: Page): Promise<string[][]> {
  const shown: string[][] = [[]]
  for (const step of [2, 3, 4, 5]) {
    shown.push(await answer(page, step))
    const next = screens[step]
    await (next ? press(page, 'Volgende', next.kenmerk) : press(page, 'Bekijk je uitslag', result))
  }
  return shown
}

for (const javaScript of [false, true])
  test(`the whole reflection on a phone ${javaScript ? 'with' : 'without'} JavaScript, from home page to "Wis alles nu"`, async () => {
    const context = await phone(javaScript)
    const trail = trailOf(context)
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await begin(page)
    await goBackOnce(page)
    const secrets = await secretsOf(context)
    assert.ok(secrets.length > 0, 'the sheet lives behind a cookie')
    const shown = await answerRest(page)
    await readResult(page, shown)
    assert.equal(await overflow(page), 0)
    await trail.note()
    const line = shown[1]?.[2] ?? ''
    await followStep(page, line)
    await takeAlong(page, line)
    await trail.note()
    await follow(page, 'Terug naar je uitslag', result)
    await follow(page, 'Wis alles nu', 'Wis alles nu')
    await press(page, 'Wis alles nu', 'Alles is gewist')
    for (const at of ['/reflectie/uitslag', '/reflectie/kaart', '/reflectie/vraag/2']) {
      const answered = await page.goto(at)
      assert.equal(answered?.status(), 410)
      await arrive(page, closed)
    }
    await page.goBack()
    await page.goBack()
    await page.goBack()
    assert.ok(!(await page.content()).includes('doe je vaak'), 'nor does the way back show it')
    trail.holdsNone(secrets)
    // A page that is gone says so with its status; that line in the console is the browser's own.
    assert.deepEqual(
      complaints.filter((one) => !/status of 410/.test(one)),
      [],
    )
    await context.close()
  })

test('the start fits on a phone, and an answer can be read right after the tap', async () => {
  const context = await phone(true)
  const page = await context.newPage()
  await page.goto('/reflectie')
  for (const seen of [
    page.getByRole('button', { name: 'Begin', exact: true }),
    page.getByText('Wie ziet dit?').first(),
  ]) {
    const box = await seen.boundingBox()
    assert.ok(box && box.y + box.height <= 740)
  }
  await reads(
    page,
    '25 zinnen, ongeveer tien minuten met de uitslag erbij. Geen cijfer. Geen account. Alleen jij ziet je antwoorden.',
  )
  await page.getByText('Wie ziet dit?').first().click()
  await reads(page, 'Wij zeggen niets tegen je werkgever.')
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await arrive(page, 'Eigen kracht versterken')
  const [first = ''] = await questionsOn(page)
  const row = question(page, first).locator('.choice', { hasText: 'soms' })
  const box = await row.boundingBox()
  assert.ok(box && box.height >= 48, 'rows are at least 48 px high')
  await tap(question(page, first), 'soms')
  const id = await row.getByRole('radio').getAttribute('id')
  assert.ok((await contrast(page, id ?? '')) >= 4.5, 'with the finger still on it')
  await context.close()
})

const scale = ['bijna nooit', 'soms', 'regelmatig', 'vaak', 'bijna altijd', 'past niet bij mijn werk']
const wishes = ['ja', 'misschien', 'nu niet']

/** Tab goes from question to question; Space takes the first answer, arrows the others. */
async function typeAll(page: Page, asked: string[], screen: Screen): Promise<void> {
  for (const [at, word] of [...screen.lines, screen.wish].entries()) {
    const order = at === 5 ? wishes : scale
    await tabTo(page, order[0] ?? '')
    if (word === undefined) continue
    const steps = order.indexOf(word)
    if (steps === 0) await page.keyboard.press('Space')
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown')
    assert.equal(await chosen(question(page, asked[at] ?? '')), word)
  }
}

test('the whole reflection with the keyboard only', async () => {
  const context = await phone(true)
  const page = await context.newPage()
  const enter = async (name: string, then: string) => {
    await tabTo(page, name)
    await page.keyboard.press('Enter')
    await arrive(page, then)
  }
  await page.goto('/')
  await page.keyboard.press('Tab')
  assert.equal((await inFocus(page)).name, 'Naar de inhoud')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Begin de reflectie')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Begin', exact: true }).waitFor()
  await enter('Begin', 'Eigen kracht versterken')
  let line = ''
  for (const step of screens.keys()) {
    const shown = await answer(page, step + 1, typeAll)
    if (step === 1) line = shown[2] ?? ''
    await enter(step === 4 ? 'Bekijk je uitslag' : 'Volgende', screens[step + 1]?.kenmerk ?? result)
  }
  await tabTo(page, line)
  await page.keyboard.press('Space')
  await enter('Laat zien hoe', line)
  await reads(page, 'Probeer deze week')
  await enter('Terug naar je uitslag', result)
  await enter('Wis alles nu', 'Wis alles nu')
  await enter('Wis alles nu', 'Alles is gewist')
  await context.close()
})

test('two tabs of one sheet add up, and a stale tab keeps what was chosen on it', async () => {
  const context = await phone(true)
  const one = await context.newPage()
  await begin(one)
  const asked = await answer(one, 1)
  await press(one, 'Volgende', 'Op de vraag af')
  const two = await context.newPage()
  await two.goto('/reflectie/vraag/1')
  await tap(question(two, asked[2] ?? ''), 'regelmatig')
  await answer(one, 2)
  await press(one, 'Volgende', 'Binden en verbinden')
  await press(two, 'Volgende', 'Op de vraag af')
  assert.equal(await two.getByRole('radio', { checked: true }).count(), 6, 'what the other tab said stands here too')
  await one.goto('/reflectie/vraag/1')
  assert.equal(await chosen(question(one, asked[2] ?? '')), 'regelmatig')
  assert.equal(await chosen(question(one, asked[0] ?? '')), 'vaak')

  await one.goto('/reflectie/wissen')
  await press(one, 'Wis alles nu', 'Alles is gewist')
  await two.getByRole('button', { name: 'Volgende', exact: true }).click()
  await appears(two, gone)
  await reads(two, 'Wat je op dit scherm koos, staat hieronder nog.')
  assert.equal(await chosen(question(two, wishQuestion)), 'ja')
  assert.equal(await two.getByRole('radio', { checked: true }).count(), 6)
  await press(two, 'Volgende', 'Binden en verbinden')
  await two.goto('/reflectie/vraag/1')
  assert.equal(await two.getByRole('radio', { checked: true }).count(), 0, 'nothing of the erased sheet came back')
  await context.close()
})

test('all high asks what to deepen, all low shows where someone stands strongest, nothing says too little', async () => {
  const cases: [answer: string | undefined, heading: string, never: string][] = [
    ['bijna altijd', 'Kies wat je wilt verdiepen', 'Dit kan vaker'],
    ['soms', 'Hier sta je het sterkst', 'Dit doe je vaak'],
    [undefined, 'Per kenmerk', 'Dit kan vaker'],
  ]
  for (const [word, heading, never] of cases) {
    const context = await phone(false)
    const page = await context.newPage()
    await page.goto('/reflectie/formulier')
    await arrive(page, 'Alle 25 zinnen op één pagina')
    if (word)
      for (const asked of await page.getByRole('radiogroup').all())
        if ((await asked.getByText(word, { exact: true }).count()) > 0) await tap(asked, word)
    await press(page, 'Bekijk je uitslag', result)
    const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()
    assert.ok(headings.includes(heading), `${heading} in ${headings.join(' · ')}`)
    assert.ok(!headings.includes(never))
    await speaksOfNoMarks(page)
    await context.close()
  }
})
