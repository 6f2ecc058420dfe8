import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse } from '../../test/house.ts'
import { itemId } from '../thread/index.ts'
import { answerChange, placeChanges } from './agenda.store.ts'
import { changesFor, changesTo } from './change-proposal.store.ts'
import { newOlympiad } from './olympiad.fixture.ts'

const standard = itemId('standard', 'eigen-kracht-versterken')
const WORDS = 'Mensen zonder netwerk lezen dit als: zoek het zelf uit. Noem eerst wat wij doen.'
let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.close())

const propose = (caller: Caller, form: Record<string, string> = {}) =>
  caller.send('POST', '/olympiades/voorstellen', { kenmerk: standard, woorden: WORDS, ...form })
const codeIn = (page: string) => /class="save-code">([^<]+)</.exec(page)?.[1] ?? ''
const db = () => house.database.db

test('every published standard asks what does not work, and the page says of which', async () => {
  const visitor = await house.as('visitor')
  const page = await (await visitor.get('/kenmerken/eigen-kracht-versterken')).text()
  assert.ok(page.includes(`/olympiades/voorstellen/nieuw?kenmerk=${standard}`))
  const form = await visitor.get(`/olympiades/voorstellen/nieuw?kenmerk=${standard}`)
  assert.match(await form.text(), /Eigen kracht versterken/)
  for (const item of ['', 'x', itemId('page', 'over'), '00000000-0000-4000-8000-000000000999'])
    assert.equal((await visitor.get(`/olympiades/voorstellen/nieuw?kenmerk=${item}`)).status, 404)
})

test('without an account a code follows what becomes of it, and takes the words back', async () => {
  const visitor = await house.as('visitor')
  const sent = await propose(visitor)
  const code = codeIn(await sent.text())
  assert.equal(code.replaceAll(' ', '').length, 20)
  const follow = async (typed: string) =>
    (await visitor.send('POST', '/olympiades/voorstellen/volgen', { code: typed })).text()
  const waiting = await follow(code)
  assert.match(waiting, /geen Olympiade in voorbereiding/)
  assert.ok(waiting.includes(WORDS))
  assert.match(await follow('0000 0000 0000 0000 0000'), /Met deze code vinden we niets/)
  const olympiad = await newOlympiad(db(), { title: 'Voorjaar', item: standard })
  await placeChanges(db(), new Date())
  assert.match(await follow(code), /staat op de agenda van Voorjaar/)
  const [proposal] = await changesFor(db(), olympiad)
  assert.ok(proposal)
  const gone = await visitor.send('POST', `/olympiades/voorstellen/${proposal.id}/intrekking`, { code })
  const page = await gone.text()
  assert.match(page, /Je woorden zijn weg/)
  assert.ok(!page.includes(WORDS))
  assert.deepEqual(
    (await changesTo(db(), standard)).map(({ words }) => words),
    [null],
  )
})

test('an answer is given once, and whoever proposed it reads it under their own things', async () => {
  const noor = await house.as('professional')
  assert.equal((await propose(noor, { woorden: `${WORDS} En kort graag.` })).status, 303)
  const proposal = (await changesTo(db(), standard)).find(({ words }) => words?.endsWith('En kort graag.'))
  assert.ok(proposal)
  const answer = { changeProposal: proposal.id, outcome: 'declined' as const, statement: null, at: new Date() }
  assert.ok(await answerChange(db(), { ...answer, words: 'Besproken aan drie tafels.', by: noor.person }))
  assert.ok(!(await answerChange(db(), { ...answer, words: 'Nog een keer.', by: noor.person })))
  const own = await (await noor.get('/olympiades/voorstellen/mijn')).text()
  assert.match(own, /Besproken aan drie tafels/)
  const other = await house.as('student')
  assert.ok(!(await (await other.get('/olympiades/voorstellen/mijn')).text()).includes('En kort graag'))
  assert.equal((await other.send('POST', `/olympiades/voorstellen/${proposal.id}/intrekking`, {})).status, 404)
})

test('too short, too long, a foreign standard: a sentence, and everything typed is still there', async () => {
  const visitor = await house.as('visitor')
  for (const [form, sentence] of [
    [{ woorden: 'Te kort.' }, /wat er niet werkt/],
    [{ woorden: 'x'.repeat(2_001) }, /hooguit 2\.000 tekens/],
  ] as const) {
    const answer = await propose(visitor, form)
    const page = await answer.text()
    assert.equal(answer.status, 400)
    assert.match(page, sentence)
    assert.ok(page.includes(form.woorden))
  }
  assert.equal((await propose(visitor, { kenmerk: 'x' })).status, 404)
})
