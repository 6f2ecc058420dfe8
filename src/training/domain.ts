import { outsideHost } from '../foundation/outside/index.ts'

/** A domain a provider says is theirs, from which a catalogue may be read once they showed it. */
export interface ProviderDomain {
  id: string
  provider: string
  domain: string
  /** What has to stand in a TXT record or a file. */
  code: string
  askedAt: Date
  /** Null: nobody saw yet that it is theirs. */
  verifiedAt: Date | null
  lookedAt: Date | null
  /** Why it was not seen the last time, as a sentence. */
  refused: string
  /** An editor could not confirm it, and why. */
  declinedAt: Date | null
  declined: string
}

/** Where editors see what waits for them. */
export const DOMAINS_URL = '/redactie/scholing/domeinen'
export const domainDeskUrl = ({ id }: Pick<ProviderDomain, 'id'>): string => `${DOMAINS_URL}/${id}`

/** Where the file with the code has to stand. */
export const PROOF_FILE = '/.well-known/verankerd.txt'

/** The name of the TXT record with the code. */
export const proofRecord = (domain: string): string => `_verankerd.${domain}`

/** The domain in what someone typed: a name, or an address that begins with it. Undefined when there is none. */
export function domainTyped(text: string): string | undefined {
  const typed = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/s, '')
  return outsideHost(typed)
}

/** Whether something may be fetched from a host: it is one of these domains or lies below it, and they showed it is theirs. */
export const mayFetchFrom = (domains: Pick<ProviderDomain, 'domain' | 'verifiedAt'>[], host: string): boolean =>
  domains.some(({ domain, verifiedAt }) => verifiedAt !== null && (host === domain || host.endsWith(`.${domain}`)))
