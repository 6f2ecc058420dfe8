import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readPost } from '../src/foundation/mail/index.ts'
import { everyFormSent, fillers, missedForms } from './forms.ts'
import { type House, openHouse } from './house.ts'
import { titleOf } from './html.ts'
import { type Samples, setScenes } from './scenes.ts'

/** What nobody else would ever type. */
const canary = 'Kanariegeel Zeepaardje'
const address = 'kanarie.zeepaardje@kooi.example'
const song = /kanarie[\s_.+-]*(geel|zeepaardje)|Kanariegeel/i

let house: House
let samples: Samples
before(async () => {
  house = await openHouse()
  samples = await setScenes(house)
})
after(() => house.close())

/** A public thing goes by the name an editor gave it: its address and the titles of its desk have it. */
const named = [
  'POST /redactie/olympiades',
  'POST /redactie/praktijken/:slug/erkenningen',
  'POST /redactie/praktijken/:slug/meenemen',
]

const typedInto = new Set<string>()

for (const asker of fillers) {
  test(`what ${asker} types reaches no title and no address`, async () => {
    const told: string[] = []
    for await (const { route, answer, body } of everyFormSent(house, asker, samples, {
      words: canary,
      mail: address,
    })) {
      typedInto.add(route)
      if (named.includes(route)) continue
      const location = decodeURIComponent(answer.headers.get('location') ?? '')
      if (song.test(location)) told.push(`${route} sends on to ${location}`)
      const disposition = answer.headers.get('content-disposition') ?? ''
      if (song.test(disposition)) told.push(`${route} names a file ${disposition}`)
      const title = titleOf(body)
      if (song.test(title)) told.push(`${route} has the title ${title}`)
    }
    assert.deepEqual(told, [])
  })
}

test('between them they filled in every form of the table, but those that say why not', () => {
  assert.deepEqual(missedForms(samples, typedInto), [])
})

test('a search keeps its words out of the title', async () => {
  const caller = await house.as('visitor')
  const answer = await caller.get(`/zoeken?q=${encodeURIComponent(canary)}`)
  assert.doesNotMatch(titleOf(await answer.text()), song)
})

test('nothing that was typed is in the log', () => {
  assert.ok(house.log.length > 50, `only ${house.log.length} lines logged`)
  assert.deepEqual(
    house.log.filter((line) => song.test(decodeURIComponent(line.replaceAll('%', '%25')))),
    [],
  )
})

/** The one mail that is there to carry someone's words: a question, to those it is for. It is emptied once sent. */
const carrier = 'Er is een vraag over jullie praktijk'

test('nothing that was typed is in a mail, but a question to the people of a practice', async () => {
  const post = await readPost(house.database.db, house.config.secretKey, 1_000)
  assert.ok(
    post.some(({ to, text }) => `${to} ${text}`.includes(address)),
    'the mails of this test are not there',
  )
  const told = post.filter(({ subject, text }) => song.test(subject) || (text ?? '').includes(canary))
  assert.deepEqual(
    told.map(({ subject }) => subject).filter((subject) => subject !== carrier),
    [],
  )
})

test('nothing that was typed is in a file of the data folder', () => {
  const files = readdirSync(house.config.dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const told = files.filter((entry) => song.test(readFileSync(join(entry.parentPath, entry.name), 'latin1')))
  assert.deepEqual(
    told.map((entry) => entry.name),
    [],
  )
})
