import { generateCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import type { HouseContext } from './env.ts'

/** Browsers take `__Host-` only with Secure, so a plain http address (a trial on one's own machine) goes without. */
function fullName(secure: boolean, name: string): string {
  return secure ? `__Host-${name}` : name
}

/** Sets a cookie only our own server reads. Without `maxAgeMs` it lives as long as the browser session. */
export function setCookie(c: HouseContext, name: string, value: string, options: { maxAgeMs?: number } = {}): void {
  const { secure } = c.get('config')
  const age = options.maxAgeMs === undefined ? {} : { maxAge: Math.floor(options.maxAgeMs / 1000) }
  const cookie = generateCookie(fullName(secure, name), value, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure,
    ...age,
  })
  c.header('Set-Cookie', cookie, { append: true })
}

/** The value of a cookie of ours, or undefined. */
export function readCookie(c: HouseContext, name: string): string | undefined {
  return cookieIn(c.req.header('cookie'), c.get('config').secure, name)
}

/** The value of a cookie of ours in a raw Cookie header, or undefined. */
export function cookieIn(header: string | undefined, secure: boolean, name: string): string | undefined {
  if (!header) return undefined
  const full = fullName(secure, name)
  return parse(header, full)[full]
}

/** Makes the browser forget a cookie of ours. */
export function clearCookie(c: HouseContext, name: string): void {
  setCookie(c, name, '', { maxAgeMs: 0 })
}

/** Name of the session cookie as it stands in a raw Cookie header. */
export function sessionCookieName(secure: boolean): string {
  return fullName(secure, 'sessie')
}
