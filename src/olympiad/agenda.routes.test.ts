import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Answer, Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { HOUR, after as later } from '../foundation/clock.ts'
import { publishRevision } from '../thread/index.ts'
import { changesBy, changesFor, proposeChange } from './change-proposal.store.ts'
import { closeRound } from './closing.store.ts'
import { announce } from './olympiad.plan.store.ts'
import { openRoom, type Room } from './olympiad.room.sample.ts'
import { noon, settleOlympiad, settleRound, settleStatements } from './olympiad.sample.ts'
import { readOlympiadById } from './olympiad.store.ts'
import type { Olympiad } from './olympiad.ts'
import { candidatesFor } from './round.candidate.store.ts'

// One proposal after another, from its first Olympiade to the next: the tests follow each other.
let room: Room
let henk: Visit
let standard: { item: string; revision: string }
const WORDS = 'Mensen zonder netwerk lezen dit als: zoek het zelf uit.'

before(async () => {
  room = await openRoom()
  henk = await room.as(people.henk)
  standard = await publishRevision(db(), {
    ...{ kind: 'standard', word: 'kenmerk', title: 'Eigen kracht versterken', body: {}, by: null, at: noon },
    ...{ summary: 'Je gaat uit van wat iemand zelf kan.', url: '/kenmerken/eigen-kracht-versterken' },
  })
})
after(() => room.close())

const db = () => room.parts.database.db
const ok = (answer: Answer, status = 303): Answer => {
  assert.equal(answer.status, status, `${answer.location} ${answer.text.slice(0, 300)}`)
  return answer
}
const propose = (more = '') =>
  proposeChange(db(), {
    ...{ standard: standard.item, revision: standard.revision, words: `${WORDS}${more}`, keyHash: null },
    ...{ person: people.noor.id, fictional: true, at: noon },
  })

/** An Olympiade that is announced now, as its chair does it. */
async function announced(): Promise<Olympiad> {
  const id = await settleOlympiad(db(), { announced: false, locked: false })
  const olympiad = await readOlympiadById(db(), id)
  assert.ok(olympiad)
  await announce(db(), olympiad, { by: people.henk.id, at: noon })
  return { ...olympiad, item: (await readOlympiadById(db(), id))?.item ?? null }
}

const desk = ({ slug }: Olympiad, part = '') => `/olympiades/${slug}/voorzitter/agenda${part}`
const answer = (olympiad: Olympiad, id: string, form: Record<string, string>) =>
  henk.post(desk(olympiad, `/${id}`), { woorden: 'We spraken er aan drie tafels over.', ...form })

let first: Olympiad
test('what waits comes on the agenda when an Olympiade is announced, with the line it is about', async () => {
  await propose()
  first = await announced()
  const list = ok(await henk.get(desk(first)), 200)
  assert.match(list.text, /Eigen kracht versterken/)
  assert.ok(list.text.includes(WORDS))
  assert.match(ok(await henk.get(`/olympiades/${first.slug}/voorzitter`), 200).text, /Eén voorstel wacht op antwoord/)
  const [proposal] = await changesFor(db(), first.id)
  assert.ok(proposal)
  const page = ok(await henk.get(desk(first, `/${proposal.id}`)), 200)
  assert.match(page.text, /Je gaat uit van wat iemand zelf kan/)
  assert.ok(!page.text.includes(people.noor.name))
})

test('the public page says which standards are on the agenda, and never the words', async () => {
  const page = ok(await room.visitor().get(`/olympiades/${first.slug}`), 200)
  assert.match(page.text, /Op de agenda: dit werkt zo niet/)
  assert.match(page.text, /Eén voorstel\./)
  assert.ok(!page.text.includes(WORDS))
  ok(await (await room.as(people.noor)).get(desk(first)), 404)
})

test('an answer needs what and why; everything typed stays', async () => {
  const [proposal] = await changesFor(db(), first.id)
  const id = proposal?.id ?? ''
  assert.match(ok(await answer(first, id, { uitkomst: '' }), 400).text, /Kies wat ervan gekomen is/)
  assert.match(
    ok(await answer(first, id, { uitkomst: 'blijft', woorden: 'Nee.' }), 400).text,
    /een of twee zinnen waarom/,
  )
  assert.match(ok(await answer(first, id, { uitkomst: 'zin' }), 400).text, /of schrijf er een/)
  const two = ok(await answer(first, id, { uitkomst: 'zin', nieuw: 'Je vraagt eerst. Je helpt daarna.' }), 400)
  assert.match(two.text, /Hier staan 2 zinnen/)
  assert.ok(two.text.includes('Je vraagt eerst. Je helpt daarna.'))
  ok(await answer(first, id, { uitkomst: 'zin', zin: '00000000-0000-4000-8000-000000000999' }), 400)
  ok(await answer(first, '00000000-0000-4000-8000-000000000999', { uitkomst: 'blijft' }), 404)
  assert.equal((await changesFor(db(), first.id))[0]?.outcome, null)
})

test('left for later it waits for another Olympiade, and the proposer reads why', async () => {
  const [proposal] = await changesFor(db(), first.id)
  ok(await answer(first, proposal?.id ?? '', { uitkomst: 'later', woorden: 'De dag was te kort voor dit gesprek.' }))
  assert.deepEqual(await changesFor(db(), first.id), [])
  const noor = await room.as(people.noor)
  const own = ok(await noor.get('/olympiades/voorstellen/mijn'), 200).text
  assert.match(own, /De dag was te kort voor dit gesprek/)
  assert.match(own, /agenda van de Olympiade daarna/)
  // Another proposal does not bring it back on the agenda that left it.
  await propose(' Dit is een ander.')
  assert.deepEqual(
    (await changesFor(db(), first.id)).map(({ words }) => words),
    [`${WORDS} Dit is een ander.`],
  )
  const second = await announced()
  assert.deepEqual(
    (await changesFor(db(), second.id)).map(({ words }) => words),
    [WORDS],
  )
  const log = ok(await room.visitor().get(`/olympiades/${first.slug}/logboek`), 200).text
  assert.match(log, /doorgeschoven/)
  assert.ok(!log.includes(WORDS) && !log.includes('te kort'))
})

test('a sentence that comes of it can be weighed, once', async () => {
  const [proposal] = await changesFor(db(), first.id)
  const id = proposal?.id ?? ''
  const nieuw = 'De werker zegt eerst wat hij zelf kan doen.'
  ok(await answer(first, id, { uitkomst: 'zin', nieuw }))
  ok(await answer(first, id, { uitkomst: 'blijft' }), 409)
  assert.deepEqual(
    (await candidatesFor(db(), first.id)).map(({ statement }) => statement.text.plain),
    [nieuw],
  )
  const own = ok(await (await room.as(people.noor)).get('/olympiades/voorstellen/mijn'), 200).text
  assert.match(own, /Hier kwam een zin uit/)
  assert.match(own, /aan drie tafels/)
  assert.match(ok(await room.visitor().get(`/olympiades/${first.slug}`), 200).text, /Van één kwam een zin/)
  assert.match(
    ok(await room.visitor().get(`/olympiades/${first.slug}/logboek`), 200).text,
    /antwoordde op een voorstel/,
  )
})

test('what an Olympiade did not answer before its end goes along to the next', async () => {
  const id = await settleOlympiad(db())
  const statements = await settleStatements(db(), 1)
  const { rows } = await room.parts.database.pool.query<{ change_proposal: string }>(
    'update olympiad.agenda_item set olympiad = $1 where change_proposal in (select id from olympiad.change_proposal p where not exists (select from olympiad.change_outcome x where x.change_proposal = p.id)) returning change_proposal',
    [id],
  )
  const round = await settleRound(db(), { olympiad: id, statements })
  await closeRound(db(), round.id, { by: people.henk.id, at: later(noon, HOUR), final: true })
  assert.equal(rows.length, 1)
  const next = await announced()
  const open = (await changesBy(db(), people.noor.id)).filter(({ outcome }) => outcome === null)
  assert.equal(open.length, 1)
  assert.notEqual(open[0]?.agenda?.slug, (await readOlympiadById(db(), id))?.slug)
  assert.ok(next.slug)
})
