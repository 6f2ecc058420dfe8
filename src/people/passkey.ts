import { timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { after, MINUTE } from '../foundation/clock.ts'
import { deriveKey, keyedHash, randomToken } from '../foundation/seal.ts'

/** How long a page that offers a passkey may stay open, in ms. */
export const CHALLENGE_LIFE = 15 * MINUTE

/** What a challenge is for; `for` ties it to one person, empty while nobody is known yet. */
export interface ChallengeUse {
  purpose: 'sign in' | 'second factor' | 'new passkey'
  for: string
}

/** A passkey as we keep it. */
export interface Passkey {
  id: string
  person: string
  publicKey: Buffer
  counter: number
  transports: string[]
  label: string
}

/** Where passkeys belong: the host name without port. Undefined on a bare IP address, where browsers have none. */
export function passkeyHost(baseUrl: string): string | undefined {
  const host = new URL(baseUrl).hostname
  return isIP(host.replace(/^\[|\]$/g, '')) ? undefined : host
}

/** A challenge that carries its own end and signature, so that showing a page writes nothing. */
export function newChallenge(secretKey: Buffer, use: ChallengeUse, now: Date): string {
  const body = `${after(now, CHALLENGE_LIFE).getTime().toString(36)}.${randomToken(16)}`
  return Buffer.from(`${body}.${signature(secretKey, use, body)}`).toString('base64url')
}

/** Whether a challenge is ours, for this use and not past its end. That it is used once is the store's task. */
export function challengeHolds(secretKey: Buffer, use: ChallengeUse, challenge: string, now: Date): boolean {
  const [end = '', random = '', sign = ''] = Buffer.from(challenge, 'base64url').toString('latin1').split('.')
  const expected = signature(secretKey, use, `${end}.${random}`)
  if (sign.length !== expected.length || !timingSafeEqual(Buffer.from(sign, 'latin1'), Buffer.from(expected)))
    return false
  return Number.parseInt(end, 36) > now.getTime()
}

function signature(secretKey: Buffer, use: ChallengeUse, body: string): string {
  return keyedHash(deriveKey(secretKey, 'passkey challenge'), `${use.purpose}\n${use.for}\n${body}`).slice(0, 43)
}

/** The challenge a browser says it answered; the signature over it is checked by `provenBy` and `registered`. */
export function challengeOf(answer: { response: { clientDataJSON: string } }): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(answer.response.clientDataJSON, 'base64url').toString())
    if (data !== null && typeof data === 'object' && 'challenge' in data && typeof data.challenge === 'string')
      return data.challenge
  } catch {
    // not ours: no challenge matches the empty one
  }
  return ''
}

/** Some hundred files for every kind of key there is: read when the first passkey comes, not at every start. */
const library = () => import('@simplewebauthn/server')

/** The new passkey in a browser's answer; undefined when anything about it is not right. */
export async function registered(
  answer: RegistrationResponseJSON,
  baseUrl: string,
): Promise<Omit<Passkey, 'person' | 'label'> | undefined> {
  const host = passkeyHost(baseUrl)
  if (!host) return undefined
  const { verifyRegistrationResponse } = await library()
  const result = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challengeOf(answer),
    expectedOrigin: new URL(baseUrl).origin,
    expectedRPID: host,
    requireUserVerification: false,
  }).catch(() => undefined)
  if (!result?.verified) return undefined
  const { id, publicKey, counter, transports } = result.registrationInfo.credential
  return { id, publicKey: Buffer.from(publicKey), counter, transports: transports ?? [] }
}

/** Whether an answer proves this passkey; `verified` says the device also checked the person (finger, face or PIN). */
export async function provenBy(
  answer: AuthenticationResponseJSON,
  passkey: Passkey,
  baseUrl: string,
): Promise<{ counter: number; verified: boolean } | undefined> {
  const host = passkeyHost(baseUrl)
  if (!host) return undefined
  const { verifyAuthenticationResponse } = await library()
  const result = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challengeOf(answer),
    expectedOrigin: new URL(baseUrl).origin,
    expectedRPID: host,
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
    requireUserVerification: false,
  }).catch(() => undefined)
  if (!result?.verified) return undefined
  return { counter: result.authenticationInfo.newCounter, verified: result.authenticationInfo.userVerified }
}
