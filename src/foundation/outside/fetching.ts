import { lookup as lookUp } from 'node:dns/promises'
import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { SECOND } from '../clock.ts'
import { isPublicAddress } from './network-address.ts'
import { OutsideFault } from './outside-fault.ts'
import { outsideUrl } from './outside-url.ts'

/** Source: issue 4 of the training, reliability U3. All of it together, redirects and bytes included. */
const PATIENCE = 10 * SECOND
const MOST_REDIRECTS = 2

/** What is asked of elsewhere, and within which bounds. */
export interface OutsideAsk {
  /** Whether anything may be fetched from this host; asked again for every redirect. */
  mayFetch(host: string): boolean
  /** Most bytes, counted as they come and again once unpacked. */
  most: number
  accept: string
  /** Origins of tests, which may lie on this machine. */
  testOrigins?: readonly string[]
  /** In ms. */
  patience?: number
  /** Every address of a name; that of the system without it. */
  resolve?: (host: string) => Promise<string[]>
}

const everyAddress = async (host: string): Promise<string[]> =>
  (await lookUp(host, { all: true, verbatim: true })).map(({ address }) => address)

const NOT_THERE = 'We kunnen dit adres niet bereiken. Kijk of het klopt, en of de site werkt.'
const NOT_ALLOWED = 'Dit adres ligt niet op een domein waarvan jullie lieten zien dat het van jullie is.'

/** The addresses of a host, every one of them on the open internet. One that is not spoils all: names can be made to waver. */
async function checkedAddresses(host: string, ask: OutsideAsk, signal: AbortSignal): Promise<string[]> {
  // A name server may take longer than we do, and can't be told to stop.
  const late = once(signal, 'abort').then((): string[] => [])
  const found = await Promise.race([(ask.resolve ?? everyAddress)(host).catch((): string[] => []), late])
  if (found.length === 0) throw new OutsideFault(NOT_THERE)
  if (!found.every(isPublicAddress)) throw new OutsideFault(NOT_THERE)
  return found
}

/** Tells the socket which address to connect to: one that was checked, whatever the name means a moment later. */
const connectingTo =
  (addresses: string[]): LookupFunction =>
  (_host, options, tell) => {
    const all = addresses.map((address) => ({ address, family: isIP(address) }))
    const [first] = all
    if (options.all) tell(null, all)
    else tell(null, first?.address ?? '', first?.family)
  }

async function answerOf(url: URL, ask: OutsideAsk, signal: AbortSignal): Promise<IncomingMessage> {
  const isTest = (ask.testOrigins ?? []).includes(url.origin)
  if (!ask.mayFetch(url.hostname)) throw new OutsideFault(NOT_ALLOWED)
  const addresses = isTest ? undefined : await checkedAddresses(url.hostname, ask, signal)
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'http:' ? http : https).get(url.href, {
      signal,
      // A connection of its own: one that is kept could have been made to somewhere else.
      agent: false,
      maxHeaderSize: 16 * 1024,
      headers: { accept: ask.accept, 'accept-encoding': 'gzip, br', 'user-agent': 'Verankerd' },
      ...(addresses ? { lookup: connectingTo(addresses) } : {}),
    })
    request.on('response', resolve)
    request.on('error', reject)
  })
}

const isRedirect = ({ statusCode = 0 }: IncomingMessage): boolean => [301, 302, 303, 307, 308].includes(statusCode)

async function followed(address: string, ask: OutsideAsk, signal: AbortSignal): Promise<IncomingMessage> {
  let url = outsideUrl(address, ask.testOrigins)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await answerOf(url, ask, signal)
    if (!isRedirect(answer)) return answer
    answer.destroy()
    const { location } = answer.headers
    if (location === undefined || !URL.canParse(location, url.href)) throw new OutsideFault(NOT_THERE)
    url = outsideUrl(new URL(location, url.href).href, ask.testOrigins)
  }
  throw new OutsideFault('Dit adres stuurt ons te vaak door. Gebruik het adres waar het eindigt.')
}

function unpacked(answer: IncomingMessage): Readable {
  switch (answer.headers['content-encoding'] ?? 'identity') {
    case 'identity':
      return answer
    case 'gzip':
      return answer.pipe(createGunzip())
    case 'br':
      return answer.pipe(createBrotliDecompress())
    case 'deflate':
      return answer.pipe(createInflate())
    default:
      throw new OutsideFault('Dit adres antwoordt in een vorm die we niet kunnen uitpakken.')
  }
}

const tooLarge = (most: number): OutsideFault =>
  new OutsideFault(
    `Wat op dit adres staat, is groter dan ${Math.floor(most / 1024 / 1024)} MB. Deel het op in bladzijden.`,
  )

/** The bytes of an answer, counted while they come: what it says about its own size is a claim. */
async function* bytesOf(answer: IncomingMessage, most: number): AsyncGenerator<Buffer> {
  if (Number(answer.headers['content-length']) > most) throw tooLarge(most)
  let came = 0
  answer.on('data', (chunk: Buffer) => {
    came += chunk.length
    if (came > most) answer.destroy(tooLarge(most))
  })
  const stream = unpacked(answer)
  if (stream !== answer) answer.on('error', (fault) => stream.destroy(fault))
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > most) throw tooLarge(most)
    yield chunk
  }
}

/**
 * Fetches what stands at an address, piece by piece. The name is resolved, every address of it is checked, and the
 * connection is made to that same address; a redirect goes through all of it again. @throws OutsideFault
 */
export async function* fetchOutside(address: string, ask: OutsideAsk): AsyncGenerator<Buffer> {
  const ending = new AbortController()
  const late = setTimeout(() => ending.abort(), ask.patience ?? PATIENCE)
  let answer: IncomingMessage | undefined
  try {
    answer = await followed(address, ask, ending.signal)
    if (answer.statusCode !== 200)
      throw new OutsideFault(
        `Dit adres antwoordt met “${answer.statusCode}” in plaats van met een bestand. Kijk of het klopt.`,
      )
    yield* bytesOf(answer, ask.most)
  } catch (fault) {
    if (ending.signal.aborted)
      throw new OutsideFault('Dit adres antwoordt te langzaam. We wachten hooguit tien seconden.')
    throw fault instanceof OutsideFault ? fault : new OutsideFault(NOT_THERE)
  } finally {
    clearTimeout(late)
    answer?.destroy()
  }
}
