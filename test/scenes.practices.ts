/** What must have happened before the pages of the practices show themselves in full. */
import { sha256 } from '../src/foundation/seal.ts'
import { assign, declareInterest } from '../src/practices/assignment.store.ts'
import { speakerKey } from '../src/practices/speaker.ts'
import { itemId } from '../src/thread/index.ts'
import { cookiesOf, type House, testMoment } from './house.ts'
import { people } from './world.ts'

/** The nomination behind a fictional practice. */
const nominated = (slug: string): string => itemId('trial nomination', slug)

/** What a browser holds after a nomination was begun in it, or after a speaker opened the link from a mail. */
const held = new WeakMap<House, { nomination: string; speaker: string }>()

/** As a Cookie header; '' before `setPracticeScenes`. */
export const heldFor = (house: House, what: 'nomination' | 'speaker'): string => held.get(house)?.[what] ?? ''

/** Someone new who was spoken with, invited by mail, and one quote of theirs that waits for a word. */
export async function inviteSpeaker(
  house: House,
  { slug, email, words }: { slug: string; email: string; words: string },
): Promise<{ speaker: string; quote: string; key: string }> {
  const editor = await house.as('editor')
  const desk = `/redactie/praktijken/${slug}`
  const { rows } = await house.database.pool.query<{ id: string }>(
    `select interview.id from practices.interview join practices.practice on practice.id = interview.practice
     where practice.slug = $1`,
    [slug],
  )
  const gesprek = rows[0]?.id ?? ''
  const who = { naam: 'Riet Verzonnen', functie: 'bezoeker', rol: 'client', mail: email, gesprek }
  await sent(editor.send('POST', `${desk}/gesprekspartners`, who))
  const [speaker] = await idsIn(house, 'select id from practices.speaker where mail = $1', email)
  if (speaker === undefined) throw new Error(`Nobody was added with ${email}.`)
  await sent(editor.send('POST', `${desk}/citaten`, { wie: speaker, onderdeel: 'experiences', citaat: words }))
  await sent(editor.send('POST', `${desk}/gesprekspartners/${speaker}/uitnodiging`, {}))
  const [quote = ''] = await idsIn(house, 'select id from practices.quote where speaker = $1', speaker)
  // The key every mail to this person carries.
  return { speaker, quote, key: speakerKey(house.config.secretKey, speaker) }
}

async function sent(answer: Promise<Response>): Promise<Response> {
  const { status, url } = await answer
  if (status !== 303) throw new Error(`A form of the practices gave ${status} ${url}.`)
  return answer
}

async function idsIn(house: House, sql: string, ...values: string[]): Promise<string[]> {
  const { rows } = await house.database.pool.query<{ id: string }>(sql, values)
  return rows.map(({ id }) => id)
}

/** A visitor begins a nomination; what their browser holds then lets anyone in. */
async function beginNomination(house: House): Promise<{ cookie: string; id: string }> {
  const visitor = await house.as('visitor')
  const begun = await visitor.send('POST', '/praktijken/aanmelden/begin', {
    titel: 'De repareertafel',
    zin: 'Buren maken elke week samen iets heel.',
  })
  const id = /aanmeldingen\/([0-9a-f-]+)\/code/.exec(begun.headers.get('location') ?? '')?.[1]
  if (id === undefined) throw new Error(`Beginning a nomination gave ${begun.status}.`)
  return { cookie: cookiesOf(begun), id }
}

/** A draft of the call after the next one. */
async function draftCall(house: House): Promise<void> {
  const editor = await house.as('editor')
  await sent(
    editor.send('POST', '/redactie/oproepen', {
      jaar: '2031',
      titel: 'Oproep 2031',
      tekst: 'Laat zien wat bij jullie werkt.',
      contact: 'Bel ons gerust.',
      opent: '2030-09-01',
      sluit: '2031-02-28',
      criteria: '2009',
      lijst: 'wmo2015',
      versie: '0',
    }),
  )
}

/** Farida may begin to judge a nomination: the form per criterion lies open. */
async function openJudging(house: House, nomination: string): Promise<string> {
  const { db } = house.database
  const reader = people.farida.id
  await assign(db, { nomination, reader, dueOn: '2027-01-31', by: people.yusuf.id, at: testMoment })
  const asked = 'select id from practices.assignment where reader = $1 and nomination = $2'
  const [judging = ''] = await idsIn(house, asked, reader, nomination)
  await declareInterest(db, judging, { conflicted: false, words: '' }, testMoment)
  return judging
}

/** The yearly question, as a mail asks it. */
async function askYearly(house: House, slug: string): Promise<string> {
  const key = `jaarlijks-${slug}`
  await house.database.pool.query(
    `insert into practices.confirmation_request (practice, year, reminder, key_hash, sent_at)
     select practice, 2026, 0, $1, $2 from practices.listing where slug = $3`,
    [sha256(key), testMoment, slug],
  )
  return key
}

/** Everything an address of the practices may need. */
export async function setPracticeScenes(house: House): Promise<Record<string, string>> {
  const begun = await beginNomination(house)
  const words = 'Hier vraagt niemand wat ik heb. Ze vragen of ik mee-eet.'
  const spoken = await inviteSpeaker(house, { slug: 'de-soeptafel', email: 'riet@verankerd.example', words })
  held.set(house, { nomination: begun.cookie, speaker: `teruglezen=${spoken.key}` })
  await draftCall(house)
  const ofSoeptafel = (table: string) =>
    `select ${table}.id from practices.${table} join practices.practice on practice.id = ${table}.practice
     where practice.slug = 'de-soeptafel' order by ${table}.id`
  const [interview = ''] = await idsIn(house, ofSoeptafel('interview'))
  const asked = nominated('rekenen-in-de-kantine')
  return {
    slug: 'de-soeptafel',
    call: '2027',
    draftCall: '2031',
    begun: begun.id,
    asked,
    toRead: nominated('maatje-in-de-bus'),
    published: nominated('de-soeptafel'),
    notChosen: nominated('de-klusbus'),
    beingRead: nominated('straatrecept'),
    judging: await openJudging(house, asked),
    confirmation: await askYearly(house, 'de-vrije-vrijdag'),
    interview,
    speaker: spoken.speaker,
    quote: spoken.quote,
    speakerKey: spoken.key,
  }
}
