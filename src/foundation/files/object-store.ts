import { AwsClient } from 'aws4fetch'
import { SECOND } from '../clock.ts'
import type { ObjectStore } from '../config.ts'
import type { Storage, StoredThing } from './storage.ts'

const PATIENCE = 10 * SECOND
const PREFIX = 'files/'

/** Bytes in an S3-compatible bucket, every request signed (AWS Signature 4), addressed by path so that any host name will do. */
export function objectStorage(store: ObjectStore): Storage {
  const client = new AwsClient({
    accessKeyId: store.key,
    secretAccessKey: store.secret,
    service: 's3',
    region: store.region,
    retries: 2,
  })
  const bucket = `${store.endpoint}/${store.bucket}`
  const ask = async (method: string, path: string, bytes?: Buffer): Promise<Response> => {
    const answer = await client.fetch(`${bucket}${path}`, {
      method,
      signal: AbortSignal.timeout(PATIENCE),
      ...(bytes ? { body: new Uint8Array(bytes), headers: { 'content-type': 'application/octet-stream' } } : {}),
    })
    if (answer.ok || (answer.status === 404 && method !== 'PUT')) return answer
    throw new Error(`The object store answered ${answer.status} to ${method}.`)
  }
  return {
    write: async (key, bytes) => void (await ask('PUT', `/${PREFIX}${key}`, bytes)),
    async read(key) {
      const answer = await ask('GET', `/${PREFIX}${key}`)
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined
    },
    remove: async (key) => void (await ask('DELETE', `/${PREFIX}${key}`)),
    all: () => everything(ask),
  }
}

async function* everything(ask: (method: string, path: string) => Promise<Response>): AsyncGenerator<StoredThing> {
  for (let token: string | undefined = ''; token !== undefined; ) {
    const query = new URLSearchParams({
      'list-type': '2',
      prefix: PREFIX,
      ...(token && { 'continuation-token': token }),
    })
    const text = await (await ask('GET', `?${query}`)).text()
    for (const [, thing = ''] of text.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
      const key = told(thing, 'Key')?.slice(PREFIX.length)
      if (key) yield { key, writtenAt: new Date(told(thing, 'LastModified') ?? 0) }
    }
    token = told(text, 'IsTruncated') === 'true' ? told(text, 'NextContinuationToken') : undefined
  }
}

const told = (xml: string, name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
