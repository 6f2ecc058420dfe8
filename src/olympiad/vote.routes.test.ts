import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openRoom, type Room } from './olympiad.room.sample.ts'
import { settleOlympiad, settlePanel, settleRound, settleStatements } from './olympiad.sample.ts'

let room: Room
before(async () => {
  room = await openRoom()
})
after(() => room.close())

test('who presses twice in a secret round still gets the receipt, and reads that the first time counts', async () => {
  const { database } = room.parts
  const olympiad = await settleOlympiad(database.db, { slug: 'geheim' })
  const [statement = ''] = await settleStatements(database.db, 1)
  await settleRound(database.db, { olympiad, statements: [statement], mode: 'secret' })
  const [member] = await settlePanel(database.db, olympiad, ['inwoner'])
  const visit = room.visitor()
  await visit.post('/olympiades/geheim/meedoen', { sleutel: member?.key ?? '' })
  assert.match((await visit.get('/olympiades/geheim/zinnen')).text, /Dit is een geheime ronde/)
  const send = (antwoord: string, _nonce = 'a nonce of this page') =>
    visit.post('/olympiades/geheim/zinnen', { [`antwoord-${statement}`]: antwoord, _nonce })
  const receiptOn = ({ text }: { text: string }) => /class="receipt">([^<]+)</.exec(text)?.[1]
  const first = await send('nodig')
  assert.equal(first.status, 200)
  assert.ok(receiptOn(first))
  assert.doesNotMatch(first.text, /al eerder/)
  for (const again of [await send('nodig'), await send('niet-nodig')]) {
    assert.equal(again.status, 200)
    assert.equal(receiptOn(again), receiptOn(first))
    assert.doesNotMatch(again.text, /Je antwoordde op/)
    assert.match(again.text, /Je verstuurde deze pagina al eerder\. Wat je de eerste keer koos, telt\./)
  }
  const another = await send('nodig', 'a nonce of another page')
  assert.equal(another.status, 409)
  assert.match(another.text, /al geantwoord/)
  const { rows } = await database.pool.query('select score from olympiad.secret_ballot')
  assert.deepEqual(rows, [{ score: 8 }])
  // Beside a ballot would stand the hour at which it came.
  assert.equal((await database.pool.query('select from house.submission')).rowCount, 0)
})
