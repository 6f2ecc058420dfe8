import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readPost } from '../src/foundation/mail/index.ts'
import { crawl } from './crawl.ts'
import { type Asker, type Caller, type House, openHouse } from './house.ts'
import { type Field, type FormFound, formsOf, titleOf } from './html.ts'
import { addressesFor } from './permissions.ts'
import { inScene, type Samples, setScenes } from './scenes.ts'

/** What nobody else would ever type. */
const canary = 'Kanariegeel Zeepaardje'
const address = 'kanarie.zeepaardje@kooi.example'
const song = /kanarie[\s_.+-]*(geel|zeepaardje)|Kanariegeel/i

/** Between them they see every form of the site. */
const typists: Asker[] = ['visitor', 'professional', 'editor', 'admin', 'team lead', 'reader']

let house: House
let samples: Samples
before(async () => {
  house = await openHouse()
  samples = await setScenes(house)
})
after(() => house.close())

function typedInto(field: Field): [string, string][] {
  const { name, type, value, options } = field
  if (['hidden', 'radio', 'checkbox', 'submit', 'button'].includes(type)) return [[name, value]]
  if (type === 'select') return [[name, options.find((option) => option !== '') ?? '']]
  if (type === 'email' || /mail|adres/.test(name)) return [[name, address]]
  if (type === 'number') return [[name, '3']]
  if (type === 'date') return [[name, '2026-12-01']]
  return [[name, canary]]
}

/** One button of the form, and per radio group one choice: the first of each. */
function filled(form: FormFound): [string, string][] {
  const taken = new Set<string>()
  return form.fields.flatMap((field) => {
    if (['radio', 'submit', 'button'].includes(field.type)) {
      const group = field.type === 'radio' ? field.name : 'a button'
      if (taken.has(group)) return []
      taken.add(group)
    }
    return typedInto(field)
  })
}

async function formsFor(asker: Asker, caller: Caller): Promise<{ at: string; form: FormFound }[]> {
  const pages = await crawl(caller, addressesFor(asker, samples), { most: 200, mostAlike: 3, skip: /\/pdf$/ })
  const seen = new Set<string>()
  return pages.flatMap(({ at, body }) =>
    formsOf(body).flatMap((form) => {
      const action = form.action === '' ? at : form.action
      const shape = `${form.method} ${action.replace(/[0-9a-f-]{8,}|\d+/g, '#')} ${form.fields.map((field) => field.name)}`
      if (form.method === 'GET' || seen.has(shape)) return []
      seen.add(shape)
      return [{ at, form: { ...form, action } }]
    }),
  )
}

for (const asker of typists) {
  test(`what ${asker} types reaches no title and no address`, async () => {
    const caller = await inScene(house, asker, 'everything')
    const told: string[] = []
    for (const { at, form } of await formsFor(asker, caller)) {
      // Some forms end the session or the account: each gets a session of its own.
      const answer = await (await inScene(house, asker, 'everything')).send(
        'POST',
        new URL(form.action, `http://site${at}`).pathname,
        filled(form),
      )
      const location = decodeURIComponent(answer.headers.get('location') ?? '')
      if (song.test(location)) told.push(`${form.action} sends on to ${location}`)
      const disposition = answer.headers.get('content-disposition') ?? ''
      if (song.test(disposition)) told.push(`${form.action} names a file ${disposition}`)
      const title = titleOf(await answer.text())
      if (song.test(title)) told.push(`${form.action} has the title ${title}`)
    }
    assert.deepEqual(told, [])
  })
}

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
