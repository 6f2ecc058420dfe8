import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { z } from 'zod'
import type { Config } from '../foundation/config.ts'
import { deriveKey, seal, unseal } from '../foundation/seal.ts'

type OpenId = NonNullable<Config['openId']>

/** What must come back unchanged from the trip to the provider; travels in a sealed cookie. */
export interface Trip {
  state: string
  nonce: string
  verifier: string
  /** Where to go on to. */
  onward: string | undefined
  /** Set when someone already signed in links their organisation; undefined when someone signs in. */
  person: string | undefined
}

/** Who the provider says someone is. The address counts only when the provider checked it. */
export interface Identity {
  issuer: string
  subject: string
  email: string | undefined
  name: string | undefined
}

const SECONDS = 5
const known = new Map<string, Promise<Configuration>>()

/** The provider's own description, fetched once; a failed fetch is tried again next time. */
function provider(settings: OpenId): Promise<Configuration> {
  const key = `${settings.issuer}\n${settings.clientId}\n${settings.clientSecret}`
  const before = known.get(key)
  if (before !== undefined) return before
  const issuer = new URL(settings.issuer)
  const local = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  const fetched = discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
    timeout: SECONDS,
    ...(local ? { execute: [allowInsecureRequests] } : {}),
  })
  known.set(key, fetched)
  fetched.catch(() => known.delete(key))
  return fetched
}

/** The address we registered at the provider. */
export function returnAddress(baseUrl: string): string {
  return `${baseUrl}/inloggen/organisatie/terug`
}

/** Begins a trip: the address to send the browser to, and what to remember. Authorization code with PKCE S256. */
export async function beginTrip(
  settings: OpenId,
  baseUrl: string,
  going: Pick<Trip, 'onward' | 'person'>,
): Promise<{ address: string; trip: Trip }> {
  const trip: Trip = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), ...going }
  const address = buildAuthorizationUrl(await provider(settings), {
    redirect_uri: returnAddress(baseUrl),
    scope: 'openid email profile',
    code_challenge: await calculatePKCECodeChallenge(trip.verifier),
    code_challenge_method: 'S256',
    state: trip.state,
    nonce: trip.nonce,
  })
  return { address: address.href, trip }
}

const Claims = z.object({
  iss: z.string(),
  sub: z.string(),
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  name: z.string().trim().min(1).max(120).optional().catch(undefined),
})

/** Ends a trip: checks state, nonce, PKCE, signature, issuer and audience. @throws when any of them is not right */
export async function endTrip(settings: OpenId, baseUrl: string, query: string, trip: Trip): Promise<Identity> {
  const tokens = await authorizationCodeGrant(await provider(settings), new URL(returnAddress(baseUrl) + query), {
    pkceCodeVerifier: trip.verifier,
    expectedState: trip.state,
    expectedNonce: trip.nonce,
    idTokenExpected: true,
  })
  const claims = Claims.parse(tokens.claims())
  const email = claims.email_verified === true ? claims.email?.toLowerCase() : undefined
  return { issuer: claims.iss, subject: claims.sub, email, name: claims.name }
}

/** What a log may say of a trip that failed: our library's own names for it, never what the provider or the browser sent. */
export function tripFault(fault: unknown): { name: string; code?: string } {
  if (!(fault instanceof Error)) return { name: 'unknown' }
  const codes = [fault, fault.cause].map((one) => (one instanceof Error && 'code' in one ? String(one.code) : ''))
  const code = codes.find((one) => /^[A-Z_]{3,60}$/.test(one))
  return { name: fault.name, ...(code === undefined ? {} : { code }) }
}

const StoredTrip = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  onward: z.string().optional(),
  person: z.string().optional(),
})

/** A trip as the text of a cookie that nobody else can read or make. */
export function packTrip(secretKey: Buffer, trip: Trip): string {
  return seal(deriveKey(secretKey, 'openid trip'), JSON.stringify(trip)).toString('base64url')
}

/** The trip in a cookie; undefined when it is not one of ours. */
export function unpackTrip(secretKey: Buffer, cookie: string | undefined): Trip | undefined {
  if (!cookie) return undefined
  try {
    const { onward, person, ...rest } = StoredTrip.parse(
      JSON.parse(unseal(deriveKey(secretKey, 'openid trip'), Buffer.from(cookie, 'base64url')).toString()),
    )
    return { ...rest, onward, person }
  } catch {
    return undefined
  }
}
