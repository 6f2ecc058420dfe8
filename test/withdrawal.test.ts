/**
 * After someone takes their words back nothing of them remains, wherever they stood. A domain in which people speak adds
 * a speaker here: how the words get in, and who could read them then.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { keepUtterance, publishRevision } from '../src/thread/index.ts'
import { crawl } from './crawl.ts'
import { type Asker, type House, openHouse, testMoment } from './house.ts'
import { addressesFor } from './permissions.ts'
import { publishQuote, quotedAt, quotedOnPaper, wordsOnPaper } from './quoted.ts'
import { beginDraft, type Samples, setScenes } from './scenes.ts'

interface Speaker {
  name: string
  /** Who says it, and takes it back. */
  asker: Asker
  /** Says the words, in a place where one of `readers` finds them. Gives addresses that links alone may not lead to. */
  speaks(words: string): Promise<string[]>
  readers: Asker[]
  /** Documents that carry the words. */
  onPaper?: string[]
  /** How they were named beside their words: what nobody says any more has no name beside it. */
  named?: string
  /** How it is taken back; without it on the page with all of someone's words. */
  takesBack?(): Promise<void>
}

let house: House
let samples: Samples
before(async () => {
  house = await openHouse()
  samples = await setScenes(house)
})
after(() => house.close())

const speakers: Speaker[] = [
  {
    name: 'a quote on the red thread',
    asker: 'professional',
    readers: ['visitor'],
    async speaks(words) {
      const { db } = house.database
      const { person } = await house.as('professional')
      const voice = await keepUtterance(db, { text: words, person, at: testMoment })
      const { item } = await publishRevision(db, {
        kind: 'quote',
        title: 'Wat iemand zei',
        summary: 'Een citaat.',
        body: { woorden: { utterance: voice.id, hash: voice.hash } },
        voice: { utterance: voice.id, hash: voice.hash },
        url: '/kenmerken',
        links: [{ kind: 'exemplifies', item: samples.item ?? '' }],
        search: { text: '' },
        by: null,
        at: testMoment,
      })
      return [`/id/${item}`, `/id/${item}/1`, `/herkomst/${item}`, `/herkomst/${samples.item}`]
    },
  },
  {
    name: 'a reaction in a consultation',
    asker: 'professional',
    readers: ['editor'],
    async speaks(words) {
      const editor = await house.as('editor')
      const { draft = '' } = await beginDraft(house, '2031')
      const at = `/redactie/kenmerken/versies/${draft}`
      const open = await editor.send('POST', `${at}/consultaties`, {
        van: '2026-11-23',
        tot: '2026-11-30',
        vraag: 'En?',
      })
      assert.equal(open.status, 303)
      const reader = await house.as('professional')
      const sent = await reader.send('POST', '/handreikingen/kwaliteitskenmerken/2031/reacties', { reactie: words })
      assert.equal(sent.status, 303)
      return [at, '/handreikingen/kwaliteitskenmerken/2031']
    },
  },
  {
    name: 'a quote in a practice and on its flyer',
    asker: 'professional',
    readers: ['visitor', 'editor'],
    onPaper: quotedOnPaper,
    named: 'Vlaggetje',
    async speaks(words) {
      const { places } = await publishQuote(house, { asker: 'professional', words, name: 'Vlaggetje' })
      return [...quotedAt, ...places]
    },
  },
  {
    name: 'a quote in a practice, on the private page of who said it',
    asker: 'student',
    readers: ['visitor', 'editor'],
    onPaper: quotedOnPaper,
    async speaks(words) {
      const { quote, places } = await publishQuote(house, { asker: 'student', words, name: `${words.slice(0, 13)}s` })
      this.takesBack = async () => {
        const own = await house.as('student')
        const at = `/praktijken/teruglezen/citaten/${quote}/intrekking`
        assert.equal((await own.get(at)).status, 200)
        assert.equal((await own.send('POST', at, {})).status, 303)
      }
      return [...quotedAt, ...places]
    },
  },
]

/** Everything someone can get to read, in HTML and as data: pages, search, origin, API, feeds, sitemap. */
async function shownTo(asker: Asker, word: string, also: string[]): Promise<{ at: string; body: string }[]> {
  const caller = await house.as(asker)
  const seeds = [...addressesFor(asker, samples), ...also, `/zoeken?q=${word}`, '/sitemap.xml']
  const visited = await crawl(caller, [...new Set(seeds)], { most: 500, mostAlike: 6, skip: /pdf|\/demo|\.ics/ })
  const data = await Promise.all(
    also.map(async (at) => ({ at: `${at} as JSON`, body: await (await caller.get(at, JSON_ASKED)).text() })),
  )
  return [...visited, ...data]
}
const JSON_ASKED = { accept: 'application/json' }

/** The export of whoever is signed in, unpacked. */
async function exportOf(asker: Asker): Promise<string> {
  const zip = await (await house.as(asker)).send('POST', '/mijn/gegevens', {})
  return Object.values(unzipSync(new Uint8Array(await zip.arrayBuffer())))
    .map((file) => strFromU8(file))
    .join('\n')
}

/** Documents are the same to the byte when they say the same. */
async function documents(): Promise<string[]> {
  const visitor = await house.as('visitor')
  const ats = ['/handreikingen/kwaliteitskenmerken/2013/pdf', '/kenmerken/eigen-kracht-versterken/gesprekskaart/pdf']
  const hashes: string[] = []
  for (const at of ats) {
    const bytes = Buffer.from(await (await visitor.get(at)).arrayBuffer())
    hashes.push(`${at} ${bytes.subarray(0, 5)} ${createHash('sha256').update(bytes).digest('hex')}`)
  }
  return hashes
}

/** On the page with everything someone said. */
async function takeBackAll(asker: Asker, word: string): Promise<void> {
  const own = await house.as(asker)
  const page = await (await own.get('/mijn/woorden')).text()
  const row = page.slice(page.indexOf(word))
  const action = /action="(\/mijn\/woorden\/[0-9a-f-]+\/intrekking)"/.exec(row)?.[1] ?? ''
  assert.equal((await own.send('POST', action, {})).status, 303)
}

/** What is given away under a licence, or read by machines that keep it. */
const isOpenData = (at: string) =>
  /^\/(api|open-data|oeapi|ims|catalogus)\b|\.(csv|atom|xml|ics)\b/.test(at.replace(/ as JSON$/, ''))

for (const [number, speaker] of speakers.entries())
  test(`taken back: ${speaker.name}`, async () => {
    const word = `Zwaluwstaart${'abcdef'[number]}`
    const words = `${word} zei ik tegen de buurvrouw.`
    const before = await documents()
    const also = await speaker.speaks(words)
    const readers = [...new Set<Asker>([...speaker.readers, 'visitor'])]
    const seen = (await Promise.all(speaker.readers.map((reader) => shownTo(reader, word, also)))).flat()
    assert.ok(
      seen.some(({ body }) => body.includes(word)),
      'nobody could read it to begin with',
    )
    assert.deepEqual(
      seen.filter(({ at, body }) => isOpenData(at) && body.includes(word)).map(({ at }) => at),
      [],
      'what anyone may take along never has it',
    )
    assert.ok((await exportOf(speaker.asker)).includes(word), 'the own export has it')
    const visitor = await house.as('visitor')
    for (const at of speaker.onPaper ?? [])
      assert.ok((await wordsOnPaper(visitor, at)).includes(word), `${at} never had it`)
    await (speaker.takesBack?.() ?? takeBackAll(speaker.asker, word))
    for (const at of speaker.onPaper ?? [])
      assert.ok(!(await wordsOnPaper(visitor, at)).includes(word), `${at} still has it`)
    for (const reader of readers)
      for (const { at, body } of await shownTo(reader, word, also)) {
        // The page of a search repeats what was looked for.
        const shown = at.startsWith('/zoeken') ? body.replaceAll(new RegExp(`${word}(?! zei ik)`, 'gi'), '') : body
        assert.ok(!shown.toLowerCase().includes(word.toLowerCase()), `${at} still has it for ${reader}`)
        const named = reader === 'visitor' && speaker.named !== undefined && body.includes(speaker.named)
        assert.ok(!named, `${at} still names who said it`)
      }
    assert.ok(!(await exportOf(speaker.asker)).includes(word))
    assert.deepEqual(await documents(), before)
    const { rows } = await house.database.pool.query('select 1 from thread.utterance where text like $1', [`${word}%`])
    assert.equal(rows.length, 0)
    assert.ok(!house.log.join('').includes(word))
  })
