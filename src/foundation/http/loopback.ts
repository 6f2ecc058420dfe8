/** The names by which a machine reaches itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What a browser that opens a page says of where it goes. */
export interface Arriving {
  host: string | undefined
  /** Path and query, as in the first line of a request. */
  path: string
  /** `Sec-Fetch-Dest`; only browsers send it. */
  dest: string | undefined
}

/**
 * For who opens a page on this machine by another of its names: the address that is ours. Undefined for everybody else.
 * localhost and 127.0.0.1 are one house but two origins, so a form on a page of the other would be refused.
 */
export function ownLoopback(base: URL, { host, path, dest }: Arriving): string | undefined {
  if (dest !== 'document' || host === undefined || host === base.host || !LOOPBACK.has(base.hostname)) return undefined
  const [, name = '', port = ''] = /^(.+?)(?::(\d+))?$/.exec(host) ?? []
  return LOOPBACK.has(name) && port === base.port && path.startsWith('/') ? `${base.origin}${path}` : undefined
}
