import { isIP } from 'node:net'
import { OutsideFault } from './outside-fault.ts'

/** Names that mean this machine or the house around it. */
const NEARBY = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'test',
  'invalid',
  'onion',
  'arpa',
]

/** The name of a host as it counts: small letters, no dot behind. Undefined for what is no name on the open internet. */
export function outsideHost(name: string): string | undefined {
  const host = name.trim().toLowerCase().replace(/\.$/, '')
  const labels = host.split('.')
  const isName =
    host.length <= 253 && labels.length > 1 && labels.every((one) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(one))
  // What ends in a figure is a number, however it is spelled.
  if (!isName || /^(0x[0-9a-f]*|\d+)$/.test(labels.at(-1) ?? '') || isIP(host) > 0) return undefined
  return NEARBY.includes(labels.at(-1) ?? '') ? undefined : host
}

/**
 * An address elsewhere that may be asked for: https, a name and no number, no password in it, the usual port. Addresses of
 * `testOrigins` are taken as they are: for tests alone. @throws OutsideFault
 */
export function outsideUrl(text: string, testOrigins: readonly string[] = []): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url) throw new OutsideFault('Dit is geen adres. Een adres begint met https:// en heeft geen spaties.')
  if (testOrigins.includes(url.origin)) return url
  if (url.protocol !== 'https:') throw new OutsideFault('Een adres begint met https://.')
  if (url.username !== '' || url.password !== '')
    throw new OutsideFault('Laat de naam en het wachtwoord weg uit het adres. We lezen alleen wat openbaar is.')
  if (url.port !== '')
    throw new OutsideFault('Laat het nummer achter de naam weg: we lezen alleen van het gewone adres.')
  const host = outsideHost(url.hostname)
  if (host === undefined)
    throw new OutsideFault('Gebruik de naam van jullie site, geen nummer en geen naam binnen een netwerk.')
  url.hostname = host
  url.hash = ''
  return url
}
