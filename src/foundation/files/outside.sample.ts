import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'

/** A bucket that keeps what it is given, and counts whoever comes without a signature. */
export interface Bucket {
  url: string
  things: Map<string, Buffer>
  unsigned: number
  broken: boolean
  close(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const SIGNED =
  /^AWS4-HMAC-SHA256 Credential=sleutel\/\d{8}\/eu-1\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/

export async function openBucket(): Promise<Bucket> {
  const things = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const { pathname } = new URL(request.url ?? '', 'http://bucket')
    if (!SIGNED.test(request.headers.authorization ?? '')) bucket.unsigned += 1
    if (bucket.broken) return response.writeHead(403).end()
    if (request.method === 'PUT') things.set(pathname, body)
    if (request.method === 'DELETE') things.delete(pathname)
    if (request.method === 'GET' && pathname === '/proef') return response.writeHead(200).end(listOf(things))
    const kept = things.get(pathname)
    return response.writeHead(request.method === 'GET' && !kept ? 404 : 200).end(request.method === 'GET' ? kept : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bucket: Bucket = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    things,
    unsigned: 0,
    broken: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return bucket
}

function listOf(things: Map<string, Buffer>): string {
  const one = (path: string) =>
    `<Contents><Key>${path.replace('/proef/', '')}</Key><LastModified>${new Date().toISOString()}</LastModified></Contents>`
  return `<ListBucketResult><IsTruncated>false</IsTruncated>${[...things.keys()].map(one).join('')}</ListBucketResult>`
}

/** A clamd that says what it is told to say; `found` is a text that makes a file infected, `stumbles` one it can't scan. */
export interface Clamd {
  port: number
  says: string
  found: string | undefined
  stumbles: string | undefined
  close(): Promise<void>
}

export async function openClamd(): Promise<Clamd> {
  const server = createSocketServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (part) => {
      heard = Buffer.concat([heard, part])
      const content = instream(heard)
      const holds = (text: string | undefined) => text !== undefined && content?.includes(text) === true
      const says = holds(clamd.found) ? 'stream: Test FOUND' : holds(clamd.stumbles) ? 'scan ERROR' : clamd.says
      if (content) socket.end(`${says}\0`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const clamd: Clamd = {
    port: (server.address() as AddressInfo).port,
    says: 'stream: OK',
    found: undefined,
    stumbles: undefined,
    close: () => new Promise((resolve) => (server.listening ? server.close(() => resolve()) : resolve())),
  }
  return clamd
}

/** What was streamed, once its end came; undefined until then. */
function instream(heard: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (!heard.toString('latin1', 0, command.length).startsWith(command)) return undefined
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    if (at + 4 + length > heard.length) return undefined
    chunks.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
