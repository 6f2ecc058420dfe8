import { timingSafeEqual } from 'node:crypto'

/** What an unsafe request says about where it comes from. */
export interface Sender {
  origin: string | undefined
  fetchSite: string | undefined
  /** The token the form carried. */
  token: string | undefined
  /** The token of the session, when someone is signed in. */
  expected: string | undefined
}

/**
 * Whether an unsafe request comes from one of our own pages.
 * Signed in: the session's token must be there too, so that a leak of one guard is not enough.
 * A page that left no referrer sends `Origin: null`; then the browser's own Sec-Fetch-Site decides.
 */
export function comesFromUs(sender: Sender, ownOrigin: string): boolean {
  if (sender.fetchSite !== undefined && sender.fetchSite !== 'same-origin') return false
  const named = sender.origin !== undefined && sender.origin !== 'null'
  if (named && sender.origin !== ownOrigin) return false
  if (!named && sender.fetchSite === undefined)
    return sender.expected !== undefined && same(sender.token, sender.expected)
  return sender.expected === undefined || same(sender.token, sender.expected)
}

function same(given: string | undefined, expected: string): boolean {
  if (given === undefined) return false
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
