/** What the people in these tests come to do: one form, or a row of them in one browser. */
import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asOwner, type Running } from './server.ts'
import type { Visitor } from './visitor.ts'

export interface Sending {
  path: string
  fields: Record<string, string>
}

/** One person's errand. `answered` counts the forms that were said to be in. */
export interface Story {
  kind: 'sign-in' | 'reflection'
  /** A part of every address and answer of this test run, to find them back. */
  mark: string
  sendings: Sending[]
  answered: number
  /** The browser it happens in; the sheet of a reflection lives in its cookie. */
  visitor: Visitor
}

/** Asks for a mail to sign in: one row, one mail, one job. */
export function signIn(visitor: Visitor, mark: string): Story {
  const nonce = randomUUID()
  const sending = { path: '/inloggen', fields: { email: `${nonce}@${mark}.example`, _nonce: nonce } }
  return { kind: 'sign-in', mark, sendings: [sending], answered: 0, visitor }
}

interface Instrument {
  editions: { slug: string; topics: { standard: string }[]; lines: { slug: string; standard: string }[] }[]
}

const file = join(import.meta.dirname, '../../content/instruments/reflectie.json')
const edition = (JSON.parse(readFileSync(file, 'utf8')) as Instrument).editions.at(-1)

/** A whole reflection: the beginning and five screens, every line answered. */
export function reflection(visitor: Visitor, mark: string): Story {
  const screens = (edition?.topics ?? []).map(({ standard }, index) => {
    const lines = (edition?.lines ?? []).filter((line) => line.standard === standard)
    const answers = lines.map((line) => [`zin-${line.slug}`, `${randomInt(1, 6)}`])
    const fields = { versie: edition?.slug ?? '', naar: 'verder', ...Object.fromEntries(answers) }
    return { path: `/reflectie/vraag/${index + 1}`, fields }
  })
  return { kind: 'reflection', mark, sendings: [{ path: '/reflectie', fields: {} }, ...screens], answered: 0, visitor }
}

/** How many of the forms that were said to be in are not there, and how many are there more than once. */
export async function compare(server: Running, stories: Story[]): Promise<{ lost: number; doubled: number }> {
  const sheets = stories.filter((story) => story.kind === 'reflection' && story.answered > 1)
  let lost = 0
  for (const story of sheets) lost += await missingOnSheet(story)
  const times = await rowsOf(server, stories)
  for (const story of stories)
    if (story.kind === 'sign-in' && story.answered === 1 && !times.has(emailOf(story))) lost += 1
  return { lost, doubled: [...times.values()].filter((count) => count > 1).length }
}

/** Forms that took effect while whoever sent them got no answer. */
export async function silentEffects(server: Running, stories: Story[]): Promise<number> {
  const times = await rowsOf(server, stories)
  return stories.filter((story) => story.answered === 0 && times.has(emailOf(story))).length
}

const emailOf = (story: Story): string => story.sendings[0]?.fields.email ?? ''

async function rowsOf(server: Running, stories: Story[]): Promise<Map<string, number>> {
  const rows = await asOwner<{ email: string; count: number }>(
    server.dataDir,
    'select email, count(*)::int as count from people.sign_in_code where email like $1 group by email',
    [`%@${stories[0]?.mark}.example`],
  )
  return new Map(rows.map((row) => [row.email, row.count]))
}

/** Opens the sheet in the same browser and looks for every answer of the screens that were said to be in. */
async function missingOnSheet({ visitor, sendings, answered }: Story): Promise<number> {
  const page = await visitor.get('/reflectie/formulier/mijn')
  const chosen = page.text.match(/<input[^>]*\schecked[^>]*>/g) ?? []
  const there = new Set(chosen.map((input) => `${attribute(input, 'name')}=${attribute(input, 'value')}`))
  const due = sendings
    .slice(1, answered)
    .map(({ fields }) => Object.entries(fields).filter(([name]) => /^zin-/.test(name)))
  return due.filter((answers) => !answers.every(([name, value]) => there.has(`${name}=${value}`))).length
}

const attribute = (input: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(input)?.[1]
