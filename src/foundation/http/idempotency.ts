import { after, DAY } from '../clock.ts'
import { type Db, statement } from '../db/index.ts'
import { deriveKey, keyedHash, seal, sha256, unseal } from '../seal.ts'
import type { Body } from './env.ts'

/** How long a second submit of the same form still gets the first answer, in ms. */
export const REPLAY_KEPT = 7 * DAY

/** An answer as it is kept for a second submit. */
interface Kept {
  status: number
  headers: [string, string][]
  /** A file that was asked for is no text. An answer that an earlier version kept has no such field. */
  base64: string
}

/**
 * One submit of one form. The database keeps a hash of the nonce; the fingerprint of what was typed and the kept
 * answer are keyed with the nonce itself, so neither can be guessed from a dump.
 */
export interface Submission {
  key: string
  fingerprint: string
  sealKey: Buffer
}

/** The submission behind a nonce: `scope` ties it to method, path and session, so a nonce cannot be used elsewhere. */
export async function submission(nonce: string, scope: string, body: Body | string): Promise<Submission> {
  return {
    key: sha256(`${scope}\n${nonce}`),
    fingerprint: keyedHash(deriveKey(nonce, 'fingerprint'), typeof body === 'string' ? body : await canonical(body)),
    sealKey: deriveKey(nonce, 'kept answer'),
  }
}

async function canonical(body: Body): Promise<string> {
  const shown = async (value: unknown) =>
    value instanceof File ? { name: value.name, bytes: sha256(Buffer.from(await value.arrayBuffer())) } : value
  const fields = Object.entries(body).filter(([name]) => name !== '_token' && name !== '_nonce')
  const entries = await Promise.all(
    fields.map(async ([name, value]) => [
      name,
      Array.isArray(value) ? await Promise.all(value.map(shown)) : await shown(value),
    ]),
  )
  entries.sort(([a], [b]) => String(a).localeCompare(String(b)))
  return JSON.stringify(entries)
}

const claim = statement<{ key: string }>(
  'house.submission.claim',
  'insert into house.submission (key, fingerprint, at, expires_at) values ($1, $2, $3, $4) on conflict (key) do nothing returning key',
)
const earlier = statement<{ fingerprint: string; answer: Buffer | null }>(
  'house.submission.earlier',
  'select fingerprint, answer from house.submission where key = $1',
)
const keep = statement('house.submission.keep', 'update house.submission set answer = $2 where key = $1')

/** What became of this nonce: new to us, a repeat with its kept answer or without one we can read, or used for something else. */
export type Claim = { is: 'new' } | { is: 'repeat'; answer: Response } | { is: 'done' } | { is: 'other' }

/** Claims the nonce inside the request's transaction. A second submit waits here until the first has committed. */
export async function claimSubmission(db: Db, wanted: Submission, now: Date): Promise<Claim> {
  const [mine] = await claim(db, wanted.key, wanted.fingerprint, now, after(now, REPLAY_KEPT))
  if (mine) return { is: 'new' }
  const [row] = await earlier(db, wanted.key)
  if (!row?.answer || row.fingerprint !== wanted.fingerprint) return { is: 'other' }
  const kept: Partial<Kept> = JSON.parse(unseal(wanted.sealKey, row.answer).toString())
  // Kept by a version that wrote otherwise: it was done, and what was answered is not guessed at.
  if (kept.base64 === undefined) return { is: 'done' }
  const body = kept.base64 === '' ? null : Buffer.from(kept.base64, 'base64')
  return { is: 'repeat', answer: new Response(body, { status: kept.status ?? 200, headers: kept.headers ?? [] }) }
}

/** Keeps the answer, cookies included, for a second submit of the same form. */
export async function keepAnswer(db: Db, wanted: Submission, answer: Response): Promise<void> {
  const base64 = Buffer.from(await answer.clone().arrayBuffer()).toString('base64')
  const kept: Kept = { status: answer.status, headers: [...answer.headers], base64 }
  await keep(db, wanted.key, seal(wanted.sealKey, JSON.stringify(kept)))
}
