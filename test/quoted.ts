/** How someone's words get into a practice, from the talk to the flyer, all by the forms of the site. */
import assert from 'node:assert/strict'
import { extractText } from 'unpdf'
import { itemId } from '../src/thread/index.ts'
import type { Asker, Caller, House } from './house.ts'
import { unescaped } from './html.ts'
import { inviteSpeaker } from './scenes.practices.ts'
import { cast } from './world.ts'

/** A practice that is published with a flyer, and of which a team lead holds the nomination. */
const SLUG = 'de-soeptafel'
const desk = `/redactie/praktijken/${SLUG}`
const open = `/praktijken/${SLUG}`

/** Where a quote on a practice and its flyer can be read, and where the practice stands without it. */
export const quotedAt = [
  open,
  `${open}/flyer`,
  `${open}/flyer/tekst`,
  `/api/v1/praktijken/${SLUG}?voorbeelden=ja`,
  '/api/v1/praktijken?voorbeelden=ja',
  '/praktijken.csv?voorbeelden=ja',
  '/praktijken.atom?voorbeelden=ja',
  '/praktijken?q=zwaluwstaart',
]

/** The same on paper. */
export const quotedOnPaper = [`${open}/pdf`, `${open}/flyer/pdf`, `${open}/flyer/groot`]

/** What a document says, without the places where its lines break. */
export async function wordsOnPaper(caller: Caller, at: string): Promise<string> {
  const answer = await caller.get(at)
  assert.equal(answer.status, 200, at)
  const { text } = await extractText(new Uint8Array(await answer.arrayBuffer()), { mergePages: true })
  return text.replace(/[-\s\u00ad\u2010]/g, '')
}

const fieldIn = (page: string, name: string): string =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ??
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(page)?.[1] ??
  ''

async function sends(caller: Caller, at: string, form: Record<string, string>): Promise<void> {
  const answer = await caller.send('POST', at, form)
  const said = answer.status === 303 ? '' : await answer.text()
  assert.equal(answer.status, 303, `${at}: ${said.match(/<main[\s\S]*<\/main>/)?.[0].slice(0, 600)}`)
}

/** The one who spoke agrees, the description with the quote is published, and the flyer carries it. Gives its places. */
export async function publishQuote(
  house: House,
  { asker, words, name }: { asker: Asker; words: string; name: string },
): Promise<{ quote: string; places: string[] }> {
  const own = await house.as(asker)
  const email = cast.find(({ id }) => id === own.person)?.email ?? ''
  const { quote, key } = await inviteSpeaker(house, { slug: SLUG, email, words })
  // The mail went to the address of the account: from now on the words are among what this person said.
  await sends(own, '/praktijken/teruglezen', { sleutel: key })
  const back = own.with(`teruglezen=${key}`)
  const answer = { versie: '1', citaat: words, vorm: 'name', naam: name, functie: 'bezoeker', doen: 'akkoord' }
  await sends(back, `/praktijken/teruglezen/citaten/${quote}`, answer)
  await describe(house, quote)
  await makeFlyer(house, quote)
  const { rows } = await house.database.pool.query<{ item: string }>(
    `select item from practices.quote_item where quote = $1
     union select id from thread.item where url in ($2, $3)`,
    [quote, open, `${open}/flyer`],
  )
  return { quote, places: rows.flatMap(({ item }) => [`/herkomst/${item}`, `/herkomst/${item}.json`, `/id/${item}`]) }
}

/** A new version of the description with the quote in it, read and agreed to by the organisation. */
async function describe(house: House, quote: string): Promise<void> {
  const editor = await house.as('editor')
  await sends(editor, `${desk}/beschrijving`, {})
  const at = `${desk}/beschrijving/ervaringen`
  const page = await (await editor.get(at)).text()
  const tekst = unescaped(fieldIn(page, 'tekst'))
  await sends(editor, at, { versie: fieldIn(page, 'versie'), tekst, citaat: quote, doen: 'citaat' })
  await sends(editor, `${desk}/beschrijving/verbeterd`, { verbeterd: 'Er staat een citaat bij.' })
  await sends(editor, `${desk}/beschrijving/terlezing`, {})
  const owner = await house.as('team lead')
  const reading = `/praktijken/aanmeldingen/${itemId('trial nomination', SLUG)}/beschrijving`
  const vingerafdruk = fieldIn(await (await owner.get(reading)).text(), 'vingerafdruk')
  await sends(owner, `${reading}/akkoord`, { vingerafdruk })
  await sends(editor, `${desk}/beschrijving/publicatie`, {})
}

async function makeFlyer(house: House, quote: string): Promise<void> {
  const editor = await house.as('editor')
  const at = `${desk}/flyer/citaat`
  const versie = fieldIn(await (await editor.get(at)).text(), 'versie')
  await sends(editor, at, { versie, citaat: quote })
  await sends(editor, `${desk}/flyer/publicatie`, {})
}
