import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/**
 * The network address of whoever asks, or of the nearest proxy. Only for bounds as wide as a conference hall: a hall, a
 * school or an office is one address.
 */
export function networkAddress(c: { env: Context['env'] }): string {
  const bindings = c.env as Partial<HttpBindings> | undefined
  return bindings?.incoming?.socket.remoteAddress ?? 'unknown'
}
