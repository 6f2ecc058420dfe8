import { randomUUID } from 'node:crypto'
import { after, HOUR } from '../clock.ts'
import { type Db, statement } from '../db/index.ts'
import { isId } from '../id.ts'
import { deriveKey, seal, unseal } from '../seal.ts'
import type { HouseContext, KeptForm } from './env.ts'
import { sessionOfForm } from './session.ts'

/** How long what was typed waits for its person to sign in, in ms. */
export const FORM_KEPT = HOUR
/** Most that is kept of one form, in bytes: ten times the longest text anyone writes here. */
const LARGEST_KEPT = 256 * 1024
const MOST_PER_SUBJECT = 5

const insert = statement(
  'house.keptForm.insert',
  'insert into house.kept_form (id, subject, sealed, expires_at) values ($1, $2, $3, $4)',
)
const thin = statement(
  'house.keptForm.thin',
  `delete from house.kept_form where expires_at < $2 or subject = $1 and id not in
     (select id from house.kept_form where subject = $1 order by expires_at desc, id limit ${MOST_PER_SUBJECT})`,
)
const byId = statement<{ sealed: Buffer }>(
  'house.keptForm.byId',
  'select sealed from house.kept_form where id = $1 and subject = $2 and expires_at > $3',
)
const forget = statement('house.keptForm.forget', 'delete from house.kept_form where subject = $1')
const sweep = statement('house.keptForm.sweep', 'delete from house.kept_form where expires_at < $1')

const keptKey = (c: HouseContext) => deriveKey(c.get('config').secretKey, 'kept form')
const bound = (id: string, subject: string) => `${id} ${subject}`

/**
 * Keeps the texts of the form this request sent, on the pool: the request itself is refused. Only of a session of the last
 * day, told by the token in the form, so that nobody fills the table and nobody else gets it back. Never of a route of
 * which nothing may be known (`unlogged`): answers to the reflection stay in the browser. Undefined when nothing was kept.
 */
export async function keepForm(c: HouseContext, from: string | undefined): Promise<string | undefined> {
  const body = c.get('body')
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(c.req.header('content-type') ?? '')
  if (c.req.method !== 'POST' || !body || !isForm || c.get('unlogged') !== undefined) return undefined
  const all = Object.entries(body).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
  const fields = all.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !name.startsWith('_') ? [[name, value]] : [],
  )
  if (!fields.some(([, value]) => value.trim() !== '')) return undefined
  const hadFile = all.some(([, value]) => typeof value !== 'string' && value.size > 0)
  const text = JSON.stringify({ path: c.req.path, from, fields, hadFile })
  if (Buffer.byteLength(text) > LARGEST_KEPT) return undefined
  const pool = c.get('pool')
  const now = c.get('now')
  const subject = c.get('session')?.subject ?? (await sessionOfForm(pool, body._token, now))
  if (subject === undefined) return undefined
  const id = randomUUID()
  await insert(pool, id, subject, seal(keptKey(c), text, bound(id, subject)), after(now, FORM_KEPT))
  await thin(pool, subject, now)
  return id
}

/** What was kept for this subject under this id, while it is kept. */
export async function readKeptForm(c: HouseContext, id: string, subject: string): Promise<KeptForm | undefined> {
  const [row] = isId(id) ? await byId(c.get('db'), id, subject, c.get('now')) : []
  if (!row) return undefined
  return { id, ...JSON.parse(unseal(keptKey(c), row.sealed, bound(id, subject)).toString()) }
}

/** Forgets all that was kept for a subject. */
export async function forgetKeptForms(db: Db, subject: string): Promise<void> {
  await forget(db, subject)
}

/** Removes what nobody came back for. */
export async function sweepKeptForms(db: Db, now: Date): Promise<void> {
  await sweep(db, now)
}

/** What was typed in earnest: a value with a space or a line in it is somebody's words, the rest can be chosen again. */
export const wordsOf = ({ fields }: KeptForm): [name: string, value: string][] =>
  fields.filter(([, value]) => /\S\s+\S/.test(value))

/**
 * The page that a kept form stood on with everything typed in it, as when the form had been refused. Its own handler draws
 * it: the form is sent to it once more inside the house, where every form is refused and nothing is saved. A redirect is
 * handed on when there is one more step to take. Undefined when the handler shows no such page: then show the words.
 */
export async function redrawn(c: HouseContext, kept: KeptForm): Promise<Response | undefined> {
  const { config, session, again } = c.var
  const fields = new URLSearchParams(kept.fields)
  if (session) fields.set('_token', session.token)
  const headers = new Headers({
    accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded',
    origin: new URL(config.baseUrl).origin,
    'sec-fetch-site': 'same-origin',
    cookie: c.req.header('cookie') ?? '',
    'user-agent': c.req.header('user-agent') ?? '',
  })
  if (kept.from) headers.set('referer', new URL(kept.from, config.baseUrl).href)
  const request = new Request(new URL(kept.path, config.baseUrl), { method: 'POST', headers, body: fields })
  const answer = await again(request, kept)
  const location = answer.headers.get('location')
  if (location?.startsWith('/inloggen')) return c.redirect(location, 303)
  const html = await answer.text()
  const holdsAll = wordsOf(kept).every(([, value]) => html.includes(escaped(value)))
  if (![200, 400, 409].includes(answer.status) || !html.includes('<form') || !holdsAll) return undefined
  return c.html(html)
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as a page shows it: read as every form is read, and escaped as hono/jsx does. */
const escaped = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .trim()
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** Names the key under which the house hands itself a form to draw again; no request from outside can carry it. */
export const REDRAWING = Symbol('redrawing')
