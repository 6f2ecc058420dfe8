import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { openRoom, type Room } from './assessment.sample.ts'
import { DESK_PAGE } from './desk-head.ts'
import { countPractices, practicesInMaking } from './practice.store.ts'

let room: Room
let adviser: Visit

before(async () => {
  room = await openRoom()
  adviser = await room.as(people.yusuf.id)
})
after(() => room.close())

const titlesOn = (text: string) => [...text.matchAll(/>(Aanmelding \d+|Besloten \d+)</g)].map(([, title]) => title)

test('every nomination stands on exactly one page of the desk, what waits before what was decided', async () => {
  const waiting = Array.from({ length: DESK_PAGE + 20 }, (_, place) => `Aanmelding ${place}`)
  const decided = Array.from({ length: DESK_PAGE - 10 }, (_, place) => `Besloten ${place}`)
  for (const title of waiting) await room.nominate({ title })
  for (const title of decided) {
    const nomination = await room.nominate({ title })
    await room.parts.database.pool.query(
      `insert into practices.decision (nomination, outcome, words, advice, decided_by, decided_at)
       values ($1, 'not chosen', '[]', 'Ga door.', $2, now())`,
      [nomination, people.yusuf.id],
    )
  }
  const at = async (page: string) => titlesOn((await adviser.get(`/redactie/aanmeldingen?bladzijde=${page}`)).text)
  const [one, two, three] = [await at('1'), await at('2'), await at('3')]
  assert.deepEqual(
    [one, two, three].map((titles) => titles?.length),
    [DESK_PAGE, DESK_PAGE, 10],
  )
  assert.ok(one?.every((title) => title?.startsWith('Aanmelding')))
  assert.ok(two?.slice(20).every((title) => title?.startsWith('Besloten')))
  assert.deepEqual(new Set([...(one ?? []), ...(two ?? []), ...(three ?? [])]), new Set([...waiting, ...decided]))
  assert.deepEqual(await at('99'), three)
  assert.deepEqual(await at('x'), one)
  const text = (await adviser.get('/redactie/aanmeldingen')).text
  assert.match(text, /Eerste toets\s*\(120\)/)
  assert.match(text, /href="\/redactie\/aanmeldingen\?bladzijde=2"/)
})

test('the practices of the desk come page by page, what is in the making first', async () => {
  const { db } = room.parts.database
  for (let place = 0; place < 12; place += 1) await room.practise(`praktijk-${place}`)
  await room.parts.database.pool.query(
    `update practices.practice set item = gen_random_uuid(), created_at = created_at + interval '1 day'
      where slug in ('praktijk-0', 'praktijk-1', 'praktijk-2')`,
  )
  const pages = await Promise.all([0, 5, 10].map((skip) => practicesInMaking(db, { most: 5, skip })))
  const slugs = pages.flat().map(({ slug }) => slug)
  assert.equal(await countPractices(db), 12)
  assert.equal(new Set(slugs).size, 12)
  assert.deepEqual(slugs.slice(9).toSorted(), ['praktijk-0', 'praktijk-1', 'praktijk-2'])
})
