import type { IncomingMessage } from 'node:http'
import { SECOND } from '../clock.ts'

/** How long a body may take whatever its size, in ms. Source: reliability L8. */
export const BODY_TIME = 15 * SECOND
/** The slowest line on which a file of 25 MB must still come in whole: 5 Mbit/s, in bytes a second. */
export const SLOWEST_LINE = 625_000
/** After this a request is over, however fast it came: the largest upload on that line and some rest, in ms. */
export const REQUEST_TIME = 65 * SECOND

/** Whether a body came too slowly: each has its 15 s, and every byte that did come buys the time it takes on a slow line. */
export const isTooSlow = (received: number, tookMs: number): boolean =>
  tookMs > BODY_TIME + (received / SLOWEST_LINE) * SECOND

interface Seen {
  at: number
  /** Bytes that had come in on the connection by then, those of earlier requests included. */
  read: number
}

/** Looks now and then at the bodies that are still coming in. It costs a request that is whole nothing. */
export class BodyPace {
  #seen = new WeakMap<IncomingMessage, Seen>()

  /** True for a body that must be cut off; its clock starts when it is first looked at. */
  isTooSlow(request: IncomingMessage, now: number): boolean {
    if (request.complete) return false
    const seen = this.#seen.get(request)
    if (seen) return isTooSlow(request.socket.bytesRead - seen.read, now - seen.at)
    this.#seen.set(request, { at: now, read: request.socket.bytesRead })
    return false
  }
}
