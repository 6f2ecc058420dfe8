import { z } from 'zod'
import { deriveKey, keyedHash, randomToken, seal, sha256, unseal } from '../foundation/seal.ts'

/** One browser on its way in: what it asked a mail for. Travels in a sealed cookie, so nothing is kept for mere visitors. */
export interface Attempt {
  /** Ties the six digits to this browser: elsewhere they are worth nothing. */
  browser: string
  email: string
  onward: string | undefined
}

const Stored = z.object({ browser: z.string(), email: z.string(), onward: z.string().optional() })
const key = (secretKey: Buffer) => deriveKey(secretKey, 'sign-in attempt')

/** The attempt in a cookie; undefined when it is not one of ours. */
export function unpackAttempt(secretKey: Buffer, cookie: string | undefined): Attempt | undefined {
  if (!cookie) return undefined
  try {
    const { browser, email, onward } = Stored.parse(
      JSON.parse(unseal(key(secretKey), Buffer.from(cookie, 'base64url')).toString()),
    )
    return { browser, email, onward }
  } catch {
    return undefined
  }
}

export function packAttempt(secretKey: Buffer, attempt: Attempt): string {
  return seal(key(secretKey), JSON.stringify(attempt)).toString('base64url')
}

/** Asking again for the same address keeps the browser's mark, so the code of the first mail goes on working. */
export function nextAttempt(before: Attempt | undefined, email: string, onward: string | undefined): Attempt {
  return { browser: before?.email === email ? before.browser : randomToken(16), email, onward }
}

export const browserHash = (attempt: Attempt) => sha256(attempt.browser)

/** Six digits can be guessed from a plain hash, so theirs is keyed and tied to the browser. */
export function digitsHash(secretKey: Buffer, attempt: Attempt, code: string): string {
  return keyedHash(deriveKey(secretKey, 'sign-in code'), `${attempt.browser}\n${code}`)
}
