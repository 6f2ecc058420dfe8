import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Asker, type House, openHouse } from '../../test/house.ts'

let house: House
before(async () => {
  house = await openHouse()
  await house.serve()
})
after(() => house.close())

/** A browser: it keeps cookies, as `Caller` does not. */
class Browser {
  jar = new Map<string, string>()
  token = ''

  static async of(asker: Asker = 'visitor'): Promise<Browser> {
    const browser = new Browser()
    const caller = await house.as(asker)
    browser.token = caller.token
    browser.#keep(caller.cookie)
    return browser
  }

  #keep(line: string) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    if (at < 1) return
    if (/max-age=0/i.test(line)) this.jar.delete(pair.slice(0, at))
    else this.jar.set(pair.slice(0, at), pair.slice(at + 1))
  }

  async #ask(path: string, form?: URLSearchParams): Promise<Seen> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const { baseUrl } = house.config
    const headers = { cookie, accept: 'text/html', ...(form && { origin: baseUrl, 'sec-fetch-site': 'same-origin' }) }
    const answer = await fetch(new URL(path, baseUrl), {
      redirect: 'manual',
      headers,
      ...(form && { method: 'POST', body: form }),
    })
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text(), answer }
  }

  get(path: string): Promise<Seen> {
    return this.#ask(path)
  }

  post(path: string, form: Record<string, string> | [string, string][] = {}): Promise<Seen> {
    const body = new URLSearchParams(form)
    if (this.token) body.set('_token', this.token)
    return this.#ask(path, body)
  }
}

interface Seen {
  status: number
  to: string
  text: string
  answer: Response
}

const PREFIX = ['ek', 'ov', 'bv', 'iw', 'sa']
/** The form of screen `step`; `row` has five figures, "-" skips. */
const screen = (step: number, row: string, more: Record<string, string> = {}) => ({
  ...Object.fromEntries(
    [...row].flatMap((value, at) => (value === '-' ? [] : [[`zin-${PREFIX[step - 1]}${at + 1}`, value]])),
  ),
  naar: 'verder',
  ...more,
})

async function filledIn(
  rows = ['44444', '54321', '33233', '44514', '11111'],
  asker: Asker = 'visitor',
): Promise<Browser> {
  const browser = await Browser.of(asker)
  await browser.post('/reflectie')
  for (const [at, row] of rows.entries()) await browser.post(`/reflectie/vraag/${at + 1}`, screen(at + 1, row))
  return browser
}

const codeIn = (text: string): string => /<p class="save-code">([^<]+)<\/p>/.exec(text)?.[1] ?? ''

test('the whole way: start, five screens, result, pick, card', async () => {
  const browser = await Browser.of()
  const start = await browser.get('/reflectie')
  assert.equal(start.status, 200)
  for (const words of [
    'Wat gaat goed in je werk?',
    'ongeveer tien minuten',
    'Geen cijfer.',
    'Alleen jij ziet je antwoorden.',
    'Wie ziet dit?',
    'stage',
  ])
    assert.ok(start.text.includes(words), words)
  const begun = await browser.post('/reflectie')
  assert.deepEqual([begun.status, begun.to], [303, '/reflectie/vraag/1'])
  for (let step = 1; step <= 5; step++) {
    const shown = await browser.get(`/reflectie/vraag/${step}`)
    assert.equal(shown.status, 200)
    assert.ok(shown.text.includes(`Stap ${step} van 5`))
    assert.ok(!shown.text.includes('checked'), 'something is chosen beforehand')
    assert.equal(shown.text.match(/type="radio"/g)?.length, 33)
    const saved = await browser.post(
      `/reflectie/vraag/${step}`,
      screen(step, step === 3 ? '22222' : '44445', step === 3 ? { 'wens-binden-en-verbinden': 'ja' } : {}),
    )
    assert.deepEqual([saved.status, saved.to], [303, step < 5 ? `/reflectie/vraag/${step + 1}` : '/reflectie/uitslag'])
  }
  const result = await browser.get('/reflectie/uitslag')
  assert.equal(result.status, 200)
  assert.equal(result.answer.headers.get('cache-control'), 'no-store')
  for (const words of [
    'Dit is jouw eigen kijk op je werk. Het is geen oordeel.',
    'Staat stevig',
    '5 van de 5 doe je vaak',
    'Ruimte om te groeien',
    'Wis alles nu',
    'Zo komt deze uitslag tot stand',
  ])
    assert.ok(result.text.includes(words), words)
  const main = result.text.slice(result.text.indexOf('<main'), result.text.indexOf('</main>'))
  assert.doesNotMatch(main, /gemiddeld|score|\bcijfer\b|ranglijst|punten/i)
  const picked = await browser.post('/reflectie/uitslag', { keuze: 'bv1' })
  assert.deepEqual([picked.status, picked.to], [303, '/reflectie/kaart'])
  const card = await browser.get('/reflectie/kaart')
  for (const words of [
    'Probeer deze week',
    'Vraag aan een collega',
    '/kenmerken/binden-en-verbinden',
    '/herkomst/',
    'Geen verplicht kader.',
  ])
    assert.ok(card.text.includes(words), words)
})

test('going back keeps answers, and the last one wins per line', async () => {
  const browser = await Browser.of()
  await browser.post('/reflectie')
  await browser.post('/reflectie/vraag/1', screen(1, '1----'))
  const back = await browser.post('/reflectie/vraag/2', screen(2, '5----', { naar: 'terug' }))
  assert.equal(back.to, '/reflectie/vraag/1')
  assert.match((await browser.get('/reflectie/vraag/1')).text, /name="zin-ek1" value="1" checked/)
  assert.match((await browser.get('/reflectie/vraag/2')).text, /name="zin-ov1" value="5" checked/)
})

test('two tabs: a stale one wipes nothing', async () => {
  const browser = await Browser.of()
  await browser.post('/reflectie')
  await browser.post('/reflectie/vraag/1', screen(1, '12345'))
  await browser.post('/reflectie/vraag/1', screen(1, '-5---'))
  const shown = (await browser.get('/reflectie/vraag/1')).text
  for (const [line, value] of [
    [1, 1],
    [2, 5],
    [3, 3],
    [4, 4],
    [5, 5],
  ])
    assert.match(shown, new RegExp(`name="zin-ek${line}" value="${value}" checked`))
})

test('skipping and missing screens are allowed: the result says what it can', async () => {
  const browser = await Browser.of()
  await browser.post('/reflectie')
  await browser.post('/reflectie/vraag/4', screen(4, '444--'))
  const result = await browser.get('/reflectie/uitslag')
  assert.equal(result.status, 200)
  assert.ok(result.text.includes('Te weinig om iets te zeggen'))
  assert.ok(result.text.includes('3 van de 3 doe je vaak'))
})

test('out of range and unknown lines: 400, a sentence, everything typed is kept, nothing is saved', async () => {
  const browser = await Browser.of()
  await browser.post('/reflectie')
  const wrongs: Record<string, string>[] = [
    { 'zin-ek1': '9' },
    { 'zin-zz1': '3' },
    { 'zin-ov1': '3' },
    { 'wens-eigen-kracht-versterken': 'x' },
  ]
  for (const wrong of wrongs) {
    const answer = await browser.post('/reflectie/vraag/1', { 'zin-ek2': '4', ...wrong })
    assert.equal(answer.status, 400)
    assert.match(answer.text, /name="zin-ek2" value="4" checked/)
    assert.match(answer.text, /\(1 invoerfout\)/)
  }
  assert.doesNotMatch((await browser.get('/reflectie/vraag/1')).text, /checked/)
  assert.equal((await browser.get('/reflectie/vraag/6')).status, 404)
  assert.equal((await browser.get('/reflectie/vraag/x')).status, 404)
  assert.equal((await browser.post('/reflectie/vraag/0', {})).status, 404)
})

test('without a sheet every page says so and what to do: 410', async () => {
  const browser = await Browser.of()
  for (const path of [
    'vraag/1',
    'vraag/3',
    'uitslag',
    'kaart',
    'uitslag/pdf',
    'stap.ics',
    'bewaren',
    'wissen',
    'afsluiten',
    'tel-mee',
    'opnieuw',
    'terug',
    'formulier/mijn',
  ]) {
    const answer = await browser.get(`/reflectie/${path}`)
    assert.equal(answer.status, 410, path)
    assert.ok(answer.text.includes('Je blad is gewist of verlopen'), path)
  }
  const sent = await browser.post('/reflectie/vraag/2', screen(2, '5-3--'))
  assert.equal(sent.status, 410)
  assert.match(sent.text, /name="zin-ov1" value="5" checked/)
  assert.equal(
    (await browser.post('/reflectie/vraag/2', screen(2, '5-3--'))).status,
    303,
    'the second time it is on a new sheet',
  )
})

test('later: a code that opens the sheet on another computer, at the same screen', async () => {
  const browser = await Browser.of()
  await browser.post('/reflectie')
  await browser.post('/reflectie/vraag/1', screen(1, '44444'))
  const later = await browser.post('/reflectie/vraag/2', screen(2, '5----', { naar: 'later' }))
  assert.equal(later.to, '/reflectie/bewaren')
  const kept = await browser.post('/reflectie/bewaren', { waar: 'code' })
  const code = codeIn(kept.text)
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4} ){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  assert.equal(
    codeIn((await browser.post('/reflectie/bewaren', { waar: 'code' })).text),
    code,
    'a second press gives the same code',
  )
  assert.ok(!(await browser.get('/reflectie/bewaren')).text.includes(code), 'shown again')
  const elsewhere = await Browser.of()
  const opened = await elsewhere.post('/reflectie/verder', { code: code.toLowerCase() })
  assert.deepEqual([opened.status, opened.to], [303, '/reflectie/vraag/2'])
  assert.match((await elsewhere.get(opened.to)).text, /name="zin-ov1" value="5" checked/)
  const fresh = await browser.post('/reflectie/bewaren', { waar: 'code', nummer: '2' })
  assert.notEqual(codeIn(fresh.text), code)
  assert.equal((await (await Browser.of()).post('/reflectie/verder', { code })).status, 404, 'the old code still works')
})

test('wrong codes: the same sentence for every reason, and what was typed stays', async () => {
  const browser = await Browser.of()
  const unknown = await browser.post('/reflectie/verder', { code: 'ABCD EFGH JKMN PQRS TV01' })
  assert.equal(unknown.status, 404)
  assert.ok(unknown.text.includes('ABCD EFGH JKMN PQRS TV01'))
  assert.ok(unknown.text.includes('Met deze code vinden we geen blad'))
  for (const code of ['', 'ABCD', 'U'.repeat(20), 'x'.repeat(500)])
    assert.equal((await browser.post('/reflectie/verder', { code })).status, 400)
  const gone = await filledIn()
  const code = codeIn((await gone.post('/reflectie/bewaren', { waar: 'code' })).text)
  await gone.post('/reflectie/wissen')
  assert.equal((await browser.post('/reflectie/verder', { code })).status, 404)
})

test('guessing codes with an account stops after ten times', async () => {
  const browser = await Browser.of('student')
  const statuses: number[] = []
  for (let at = 0; at < 12; at++)
    statuses.push((await browser.post('/reflectie/verder', { code: 'ABCD EFGH JKMN PQRS TV01' })).status)
  assert.deepEqual([...new Set(statuses)], [404, 429])
})

test('wiping is at once, twice is fine', async () => {
  const browser = await filledIn()
  const other = await Browser.of()
  for (const [name, value] of browser.jar) other.jar.set(name, value)
  const wiped = await browser.post('/reflectie/wissen')
  assert.deepEqual([wiped.status, wiped.to], [303, '/reflectie/gewist'])
  assert.equal((await browser.post('/reflectie/wissen')).status, 303)
  assert.equal((await browser.get('/reflectie/uitslag')).status, 410)
  assert.equal((await other.get('/reflectie/uitslag')).status, 410)
  assert.equal(
    (await other.post('/reflectie/vraag/1', screen(1, '1----'))).status,
    410,
    'a wiped sheet does not come back',
  )
})

test('beginning while a sheet is open asks whose it is', async () => {
  const browser = await filledIn()
  assert.equal((await browser.post('/reflectie')).to, '/reflectie/open')
  assert.equal((await browser.get('/reflectie/terug')).to, '/reflectie/uitslag')
  assert.equal((await browser.post('/reflectie', { opnieuw: 'ja' })).to, '/reflectie/vraag/1')
  assert.doesNotMatch((await browser.get('/reflectie/vraag/1')).text, /checked/)
})

test('closing on this device leaves nothing behind; what was kept opens by its code', async () => {
  const browser = await filledIn()
  const code = codeIn((await browser.post('/reflectie/bewaren', { waar: 'code' })).text)
  assert.equal((await browser.post('/reflectie/afsluiten')).to, '/reflectie/afgesloten')
  assert.equal((await browser.get('/reflectie/uitslag')).status, 410)
  assert.equal((await browser.post('/reflectie/verder', { code })).to, '/reflectie/uitslag')
})

test('with an account: kept, listed by number, opened only while signed in, in the own export alone', async () => {
  const browser = await filledIn(undefined, 'professional')
  const kept = await browser.post('/reflectie/bewaren', { waar: 'account' })
  assert.deepEqual([kept.status, kept.to], [303, '/reflectie/mijn'])
  assert.match((await browser.get('/reflectie/mijn')).text, /\/reflectie\/mijn\/1"/)
  assert.equal((await browser.get('/reflectie/uitslag')).status, 200)
  const signedOut = await Browser.of()
  for (const [name, value] of browser.jar) if (name.includes('reflectie')) signedOut.jar.set(name, value)
  assert.equal((await signedOut.get('/reflectie/uitslag')).status, 410)
  const stranger = await Browser.of('student')
  assert.equal((await stranger.get('/reflectie/mijn/1')).status, 404)
  assert.equal((await stranger.post('/reflectie/mijn/1')).status, 404)
  const again = await Browser.of('professional')
  assert.equal((await again.get('/reflectie/mijn/1')).status, 200)
  assert.equal((await again.post('/reflectie/mijn/1')).to, '/reflectie/uitslag')
})

test('the one-page form: all answers at once, a sheet of its own for who had none', async () => {
  const browser = await Browser.of()
  const blank = await browser.get('/reflectie/formulier')
  assert.equal(blank.text.match(/type="radio"/g)?.length, 165)
  const all = Object.fromEntries([1, 2, 3, 4, 5].flatMap((step) => Object.entries(screen(step, '44333'))))
  assert.equal((await browser.post('/reflectie/formulier', all)).to, '/reflectie/uitslag')
  assert.ok((await browser.get('/reflectie/uitslag')).text.includes('2 van de 5 doe je vaak'))
  assert.match((await browser.get('/reflectie/formulier/mijn')).text, /name="zin-sa5" value="3" checked/)
  const wrong = await browser.post('/reflectie/formulier', { ...all, 'zin-sa5': '7' })
  assert.equal(wrong.status, 400)
  assert.match(wrong.text, /name="zin-sa4" value="3" checked/)
})

test('a pick that is not on the list: 400 on the same page', async () => {
  const browser = await filledIn()
  const forms: Record<string, string>[] = [{}, { keuze: '' }, { keuze: 'zz9' }, { keuze: 'x'.repeat(200) }]
  for (const form of forms) {
    const answer = await browser.post('/reflectie/uitslag', form)
    assert.equal(answer.status, 400)
    assert.ok(answer.text.includes('Kies één ding uit de lijst'))
  }
  assert.equal((await browser.get('/reflectie/kaart')).to, '/reflectie/uitslag')
})

test('pdf and calendar: no-store, names that say nothing', async () => {
  const browser = await filledIn()
  await browser.post('/reflectie/uitslag', { keuze: 'sa1' })
  const pdf = await browser.get('/reflectie/uitslag/pdf')
  assert.equal(pdf.status, 200)
  assert.equal(pdf.text.slice(0, 5), '%PDF-')
  assert.equal(pdf.answer.headers.get('cache-control'), 'no-store')
  assert.match(pdf.answer.headers.get('content-disposition') ?? '', /filename="reflectie\.pdf"/)
  const step = await browser.get('/reflectie/stap.ics')
  assert.match(step.text, /^BEGIN:VCALENDAR\r\n/)
  assert.match(step.text, /SUMMARY:Deze week proberen\r\n/)
  assert.match(step.text, /CLASS:PRIVATE\r\n/)
  assert.match(step.text, /DTSTART;VALUE=DATE:20261124/)
})

test('half a year later: per line more often, about the same or less often', async () => {
  const browser = await filledIn(['11111', '33333', '55555', '44444', '22222'])
  await browser.post('/reflectie/bewaren', { waar: 'code' })
  assert.equal((await browser.post('/reflectie/opnieuw')).to, '/reflectie/vraag/1')
  assert.equal((await browser.post('/reflectie/opnieuw')).to, '/reflectie/vraag/1', 'pressing twice loses nothing')
  for (const [at, row] of ['55555', '34333', '22255', '44444', '22222'].entries())
    await browser.post(`/reflectie/vraag/${at + 1}`, screen(at + 1, row))
  const { text } = await browser.get('/reflectie/uitslag')
  assert.ok(text.includes('Vergeleken met november 2026'))
  assert.ok(text.includes('De zinnen zijn dezelfde als toen'))
  assert.equal(text.match(/iets vaker/g)?.length, 5)
  assert.equal(text.match(/minder vaak/g)?.length, 3)
  assert.equal(text.match(/ongeveer gelijk<\//g)?.length, 17)
})

test('counting along: asked first, done once, said on the result', async () => {
  const browser = await filledIn()
  const asked = await browser.get('/reflectie/tel-mee')
  assert.ok(asked.text.includes('Dit kan niet ongedaan worden gemaakt'))
  assert.equal((await browser.post('/reflectie/tel-mee')).to, '/reflectie/uitslag')
  assert.equal((await browser.post('/reflectie/tel-mee')).status, 303)
  assert.ok((await browser.get('/reflectie/uitslag')).text.includes('Je telt anoniem mee'))
  const empty = await Browser.of()
  await empty.post('/reflectie')
  await empty.post('/reflectie/vraag/1', screen(1, '4----'))
  assert.equal((await empty.post('/reflectie/tel-mee')).status, 409)
})

test('a reminder: an address is checked, and nothing says whether it was known', async () => {
  const browser = await filledIn()
  const wrong = await browser.post('/reflectie/herinnering', { mailadres: 'noor' })
  assert.equal(wrong.status, 400)
  assert.ok(wrong.text.includes('value="noor"'))
  assert.equal(
    (await browser.post('/reflectie/herinnering', { mailadres: 'Noor@verankerd.example' })).to,
    '/reflectie/afgesproken',
  )
  assert.equal(
    (await browser.post('/reflectie/herinnering', { mailadres: 'onbekend@verankerd.example', wat: 'vergeet' })).to,
    '/reflectie/afgezegd',
  )
})

test('the account: what it is not comes first; no number while there are too few', async () => {
  const { status, text } = await (await Browser.of()).get('/reflectie/verantwoording')
  assert.equal(status, 200)
  assert.match(text, /<main[^>]*>[\s\S]{0,400}Dit is geen test, geen beoordeling en geen bewijs voor je register\./)
  assert.ok(text.includes('pas vanaf dertig mensen'))
  assert.equal(text.match(/Waar komt deze zin vandaan\?/g)?.length, 25)
})

test('nothing of a sheet reaches the log or the address bar', async () => {
  const browser = await filledIn(['55555', '55555', '55555', '55555', '55555'])
  const code = codeIn((await browser.post('/reflectie/bewaren', { waar: 'code' })).text)
  await (await Browser.of()).post('/reflectie/verder', { code })
  const cookie = [...browser.jar].find(([name]) => name.includes('reflectie'))?.[1] ?? ''
  const secret = cookie.split('.')[1] ?? ''
  assert.equal(secret.length, 27)
  const log = house.log.join('\n')
  for (const word of [secret, code, code.replaceAll(' ', ''), 'zin-ek1', 'verankerd.example'])
    assert.ok(!log.includes(word), word)
})

test('signed in as any role, nobody else sees a sheet', async () => {
  const browser = await filledIn(['51515', '15151', '51515', '15151', '51515'], 'professional')
  await browser.post('/reflectie/bewaren', { waar: 'account' })
  for (const role of [
    'student',
    'team lead',
    'editor',
    'reader',
    'chair',
    'panellist',
    'workplace coordinator',
    'provider',
    'municipality',
    'registrar',
    'admin',
  ] as const) {
    const other = await Browser.of(role)
    assert.equal((await other.get('/reflectie/mijn/1')).status, 404, role)
    assert.equal((await other.get('/reflectie/uitslag')).status, 410, role)
  }
})
