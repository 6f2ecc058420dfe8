import { Resolver } from 'node:dns/promises'
import { fetchOutside, type OutsideAsk, OutsideFault } from '../foundation/outside/index.ts'
import { PROOF_FILE, type ProviderDomain, proofRecord } from './domain.ts'

/** How tests reach what stands outside: an installation has none of it. */
export interface Ways extends Pick<OutsideAsk, 'testOrigins' | 'resolve' | 'patience'> {
  records?: (name: string) => Promise<string[][]>
  /** What stands before the name of a host. */
  scheme?: string
}

const SMALL = 64 * 1024

const askRecords = (name: string): Promise<string[][]> => new Resolver({ timeout: 3_000, tries: 1 }).resolveTxt(name)

async function isInRecord({ domain, code }: ProviderDomain, ways: Ways): Promise<boolean> {
  const records = await (ways.records ?? askRecords)(proofRecord(domain)).catch((): string[][] => [])
  return records.some((parts) => parts.join('').includes(code))
}

/** Looks for the code of a domain in its TXT record and then in its file. '' when it is there, else why not, as a sentence. */
export async function lookForProof(one: ProviderDomain, ways: Ways = {}): Promise<string> {
  if (await isInRecord(one, ways)) return ''
  const { domain, code } = one
  const address = `${ways.scheme ?? 'https://'}${domain}${PROOF_FILE}`
  try {
    let text = ''
    // A redirect to elsewhere would let whoever runs that speak for this domain.
    const ask = {
      ...ways,
      mayFetch: (host: string) => host === domain.replace(/:\d+$/, ''),
      most: SMALL,
      accept: 'text/plain',
    }
    for await (const piece of fetchOutside(address, ask)) text += piece.toString('latin1')
    return text.includes(code)
      ? ''
      : 'Het bestand staat er, maar jullie code staat er niet in. Zet de code er precies zo in.'
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    return `We vonden geen TXT-record met de code, en het bestand ook niet. ${fault.message}`
  }
}
