import type { MiddlewareHandler } from 'hono'
import type { Body, HouseContext, HouseEnv } from './env.ts'
import { isCleanData } from './input.ts'
import { comesFromUs } from './origin.ts'
import { type LeftOpen, Refusal, refuse } from './refusal.ts'
import { sessionOfForm } from './session.ts'

/** Largest body of a form, in bytes. Uploads have routes with a bound of their own. */
export const LARGEST_FORM = 512 * 1024
/** Largest body of a form with files, in bytes. */
export const LARGEST_UPLOAD = 27 * 1024 * 1024

/** Unsafe requests: read once within bounds, clean text only, from our own pages only. */
export const guardUnsafe: MiddlewareHandler<HouseEnv> = async (c, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next()
  const body = await readBody(c)
  if (!isCleanData(body))
    refuse(
      400,
      'In je tekst zit een teken dat wij niet kunnen bewaren. Haal het weg (vaak zit het in geplakte tekst) en verstuur het opnieuw.',
    )
  const token = body._token ?? c.req.header('x-token')
  const sender = {
    origin: c.req.header('origin'),
    fetchSite: c.req.header('sec-fetch-site'),
    token: typeof token === 'string' ? token : undefined,
    expected: c.get('session')?.token,
  }
  if (!comesFromUs(sender, originOf(c.get('config').baseUrl))) {
    const refusal = new Refusal(
      403,
      'Dit formulier kwam niet van onze eigen pagina, of je bent intussen opnieuw ingelogd. Ga terug, ververs de pagina en verstuur het opnieuw.',
    )
    c.set('body', body)
    refusal.leftOpen = await leftOpen(c)
    throw refusal
  }
  c.set('body', body)
  return next()
}

/**
 * What a form of ours held that stood open in another tab while its visitor signed in anew. Whose it was is told by its
 * token, as long as that session is known: what is somebody else's is not given, and what may be is not to be sent.
 */
async function leftOpen(c: HouseContext): Promise<LeftOpen | undefined> {
  const fields = await sentAgain(c)
  const session = c.get('session')
  if (!fields || !session) return undefined
  const subject = await sessionOfForm(c.get('db'), c.get('body')?._token, c.get('now'))
  if (subject !== undefined && subject !== session.subject) return undefined
  return {
    fields: fields.map(([name, value]) => [name, name === '_token' ? session.token : value]),
    isOwn: subject !== undefined,
  }
}

/**
 * What a form of ours held, to be sent once more from the page that says it could not be taken: going back is no way, for
 * pages with a form are kept by no browser. Undefined for whatever came from elsewhere, and for a form with a file.
 */
export async function sentAgain(c: HouseContext): Promise<[name: string, value: string][] | undefined> {
  const type = c.req.header('content-type') ?? ''
  const sender = { origin: c.req.header('origin'), fetchSite: c.req.header('sec-fetch-site') }
  const fromUs = comesFromUs({ ...sender, token: undefined, expected: undefined }, originOf(c.get('config').baseUrl))
  if (c.req.method !== 'POST' || !fromUs || !/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type))
    return undefined
  // Where the session could not be looked up, nobody read the form yet.
  const body = c.get('body') ?? (await readBody(c).catch(() => undefined))
  const fields: [string, string][] = []
  for (const [name, value] of Object.entries(body ?? {}))
    for (const one of [value].flat()) {
      if (typeof one === 'string') fields.push([name, one])
      else if (one.size > 0) return undefined
    }
  return fields.length > 0 ? fields : undefined
}

let known = { baseUrl: '', origin: '' }

/** The origin of our own address; taking an address apart costs more than the rest of the guard. */
function originOf(baseUrl: string): string {
  if (known.baseUrl !== baseUrl) known = { baseUrl, origin: new URL(baseUrl).origin }
  return known.origin
}

async function readBody(c: HouseContext): Promise<Body> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const files = type === 'multipart/form-data'
  const bytes = await readBytes(c.req.raw, files ? LARGEST_UPLOAD : LARGEST_FORM, files)
  if (bytes.length === 0) return {}
  if (type === 'application/x-www-form-urlencoded') return collect(new URLSearchParams(bytes.toString('utf8')))
  if (files) return collect(await parseMultipart(bytes, c.req.header('content-type') ?? ''))
  if (type === 'application/json') return parseJson(bytes.toString('utf8'))
  return refuse(415, 'Dit bericht heeft een vorm die wij niet kennen.')
}

/** Beside a file there is room for the rest of its form; what one file may be is what whoever sends it can act on. */
const FILE_TOO_LARGE =
  'Dit is te groot om te versturen. Een bestand mag hooguit 25 MB zijn. Ga terug en kies een kleiner bestand, of stuur het in delen.'

async function readBytes(request: Request, most: number, files: boolean): Promise<Buffer> {
  const sentence = files
    ? FILE_TOO_LARGE
    : `Dit is te groot om te versturen. Er past hooguit ${sizeInWords(most)} in. Ga terug en maak het korter.`
  const tooLarge = () => refuse(413, sentence)
  const announced = Number(request.headers.get('content-length') ?? Number.NaN)
  if (announced > most) tooLarge()
  const parts: Uint8Array[] = []
  let size = 0
  try {
    // Node's own parser holds a body to the length it announced; read whole it costs a tenth of reading it as a stream.
    if (announced >= 0) return Buffer.from(await request.arrayBuffer())
    for await (const part of request.body ?? []) {
      size += part.length
      if (size > most) tooLarge()
      parts.push(part)
    }
  } catch (fault) {
    // A visitor who hung up looks, by its code, like a database that did.
    if (fault instanceof Refusal) throw fault
    refuse(400, 'Je bericht kwam niet heel aan. Ga terug en verstuur het opnieuw.')
  }
  return Buffer.concat(parts)
}

const sizeInWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} kB` : `${Math.floor(bytes / 1024 / 1024)} MB`

async function parseMultipart(bytes: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  } catch {
    return refuse(400, 'Je bericht kwam niet heel over. Verstuur het opnieuw.')
  }
}

function parseJson(text: string): Body {
  try {
    const parsed: unknown = JSON.parse(text)
    if (parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed)) return parsed as Body
  } catch {
    // falls through to the one sentence for everything that is no JSON object
  }
  return refuse(400, 'Dit is geen geldig JSON-bericht.')
}

function collect(entries: Iterable<[string, string | File]>): Body {
  const body: Body = Object.create(null)
  for (const [name, value] of entries) {
    const before = body[name]
    if (before === undefined) body[name] = name.endsWith('[]') ? [value] : value
    else body[name] = Array.isArray(before) ? [...before, value] : [before, value]
  }
  return body
}
