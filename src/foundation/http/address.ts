import { isIP, isIPv6 } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** What of a context tells where a request came from. */
export interface Asked {
  env: Context['env']
  req: { header(name: string): string | undefined }
  var: { config: { proxies: number } }
}

/**
 * Where in the network whoever asks is. Only for bounds as wide as a conference hall: a hall, a school or an office is
 * one address.
 */
export function networkAddress(c: Asked): string {
  const bindings = c.env as Partial<HttpBindings> | undefined
  const nearest = bindings?.incoming?.socket.remoteAddress ?? 'unknown'
  return placeOf(visitorAddress(nearest, c.req.header('x-forwarded-for'), c.var.config.proxies))
}

/**
 * What counts as one place. Of IPv6 that is a network of 64 bits: a house has at least one, with more addresses in it than
 * any bound could count.
 */
export function placeOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const plain = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1)
  const [before = [], after = []] = plain.split('::').map((part) => part.split(':').filter((group) => group !== ''))
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after].slice(0, 4).join(':')
}

/**
 * The visitor's address behind `proxies` proxies of our own. Each of them added to the right of `forwarded` the address
 * it was called from, so we count back from there; what stands further left the visitor may have written.
 */
export function visitorAddress(nearest: string, forwarded: string | undefined, proxies: number): string {
  if (proxies === 0 || forwarded === undefined) return nearest
  const hops = forwarded.split(',')
  const hop = withoutPort((hops.at(-proxies) ?? hops[0] ?? '').trim())
  return isIP(hop) > 0 ? hop : nearest
}

/** Some proxies add the port: 192.0.2.1:4711, [2001:db8::1]:4711. */
function withoutPort(hop: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop
}
