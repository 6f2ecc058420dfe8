import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { quiet } from '../../test/parts.ts'
import { appendLog, signHeads } from './log.store.ts'
import { headLine } from './log.ts'
import { openRoom, type Room } from './olympiad.room.sample.ts'
import { noon, settleOlympiad } from './olympiad.sample.ts'

let room: Room
before(async () => {
  room = await openRoom()
})
after(() => room.close())

test('a long log is read page by page, checked once for all readers, and anew for a line that someone kept', async () => {
  const { database, config } = room.parts
  const olympiad = await settleOlympiad(database.db, { slug: 'lang' })
  const say = (n: number) =>
    appendLog(database.db, { olympiad, action: 'moderated', object: `zin ${n}.`, actor: null, at: noon })
  for (let n = 1; n <= 51; n++) await say(n)
  const [signed] = await signHeads(database.db, config, noon, quiet)
  assert.ok(signed)
  const visitor = room.visitor()
  const first = await visitor.get('/olympiades/lang/logboek')
  assert.equal(first.headers.get('cache-control'), 'no-cache')
  assert.match(first.text, /51 regels, geen breuk/)
  assert.ok(first.text.includes('zin 50.') && !first.text.includes('zin 51.'))
  assert.match(first.text, /href="\/olympiades\/lang\/logboek\?bladzijde=2"/)
  const second = await visitor.get('/olympiades/lang/logboek?bladzijde=2')
  assert.ok(second.text.includes('zin 51.') && !second.text.includes('zin 50.'))
  // As whoever runs the database could: what stands there is not what was signed.
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`update olympiad.log_entry set object = 'iets anders' where olympiad = $1 and seq = 3`, [olympiad])
  await owner.end()
  const line = `/olympiades/lang/logboek?regel=${encodeURIComponent(headLine(signed.head))}`
  assert.match((await visitor.get(line)).text, /Regel 3: deze regel is veranderd/)
})
