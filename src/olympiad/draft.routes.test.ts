import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { writeForeword } from './bundle.store.ts'
import { startSession } from './live.store.ts'
import { openRoom, type Room } from './olympiad.room.sample.ts'
import { noon, settleOlympiad, settleRound, settleStatements } from './olympiad.sample.ts'

let room: Room
before(async () => {
  room = await openRoom()
  const { db } = room.parts.database
  await settleOlympiad(db, { slug: 'concept', announced: false, locked: false })
  const olympiad = await settleOlympiad(db, { slug: 'bezig' })
  const round = await settleRound(db, { olympiad, statements: await settleStatements(db, 1) })
  await startSession(db, round.id, people.henk.id, noon)
  await writeForeword(db, { year: 2019, foreword: 'Een jaar.', version: 0 }, { by: people.yusuf.id, at: noon })
})
after(() => room.close())

const CHAIRS = ['/olympiades/concept', '/olympiades/concept/logboek', '/olympiades/concept/programma']
const ALSO_CHAIRS = ['/olympiades/bezig/verslag', '/olympiades/bezig/zaal']
const EDITORS = ['/olympiades/concept', '/olympiades/concept/programma', '/bundels/2019', '/bundels/2019/csv']

async function unproven(person: { id: string }): Promise<Visit> {
  const visit = await room.as(person)
  await room.parts.database.pool.query('update house.session set second_factor_at = null where subject = $1', [
    person.id,
  ])
  return visit
}

test('what is not published opens with the second factor of the role, never without', async () => {
  for (const [person, paths] of [
    [people.henk, [...CHAIRS, ...ALSO_CHAIRS]],
    [people.yusuf, EDITORS],
  ] as const) {
    const proven = await room.as(person)
    for (const path of paths) assert.equal((await proven.get(path)).status, 200, path)
    const without = await unproven(person)
    for (const path of paths) assert.match((await without.get(path)).location, /^\/inloggen\/tweede-stap/, path)
    assert.equal((await without.get('/olympiades/bezig/zaal/stroom')).status, 204)
  }
})

test('who is on the list of chairs and no longer holds the role reads nothing that is not published', async () => {
  await room.parts.database.pool.query(
    `insert into people.role_ending (role_grant, ended_by, ended_at)
     select id, $2, $3 from people.role_grant where person = $1 and role = 'chair'`,
    [people.henk.id, people.yusuf.id, noon],
  )
  const henk = await room.as(people.henk)
  for (const path of [
    ...CHAIRS,
    '/olympiades/bezig/verslag',
    '/olympiades/bezig/voorzitter',
    '/olympiades/bezig/papier',
  ])
    assert.equal((await henk.get(path)).status, 404, path)
  assert.equal((await henk.get('/olympiades/bezig/zaal')).location, '/doe-mee')
  assert.equal((await henk.get('/olympiades/bezig/zaal/stroom')).status, 204)
  assert.doesNotMatch((await henk.get('/olympiades/bezig')).text, /\/voorzitter"/)
})
