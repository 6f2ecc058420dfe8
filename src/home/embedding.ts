/** A site of others that may show our search in a page of its own. */
export interface Embedding {
  id: string
  /** Scheme, host and port, as a browser says it: "https://www.dorpstad.example". */
  origin: string
  organisation: string
  allowedAt: Date
}

/** Sites on the list at most; more needs another way of finding one. */
export const MOST_SITES = 2_000

const isOwnMachine = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host)

/**
 * The origin someone means who types an address or only a name: "www.dorpstad.example", "https://dorpstad.example/pagina".
 * Others than one's own machine have to be safe (https). Undefined when it is no site.
 */
export function originTyped(typed: string): string | undefined {
  const text = typed.trim().toLowerCase()
  const address = /^[a-z]+:\/\//.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname, origin, username } = new URL(address)
  if (username !== '' || !/^(\[[0-9a-f:]+\]|[a-z0-9.-]+)$/.test(hostname)) return undefined
  if (isOwnMachine(hostname)) return protocol === 'http:' || protocol === 'https:' ? origin : undefined
  return protocol === 'https:' && /[a-z0-9]\.[a-z]{2,}$/.test(hostname) ? origin : undefined
}

/** A site as it stands in an address: "www.dorpstad.example". */
export const hostOf = (origin: string): string => new URL(origin).host

/** The site on the list that is called so in an address. */
export const embeddingAt = (all: readonly Embedding[], host: string): Embedding | undefined =>
  all.find(({ origin }) => hostOf(origin) === host.toLowerCase())
