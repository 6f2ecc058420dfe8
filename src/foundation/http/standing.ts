import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import type { Database } from '../db/index.ts'
import { ownBytes } from '../own-bytes.ts'
import type { HouseEnv } from './env.ts'
import { found } from './refusal.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

interface Asset {
  type: string
  plain: Buffer
  packed: Map<string, Buffer>
}

/** The built files under /assets: names hold a hash of their content, so browsers may keep them for a year. */
export function assetRoutes(folder: string): Hono<HouseEnv> {
  const assets = new Map<string, Asset>()
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)]
    if (type) assets.set(name, { type, plain: readFileSync(join(folder, name)), packed: new Map() })
  }
  return new Hono<HouseEnv>().get('/assets/:name', (c) => {
    const asset = found(assets.get(c.req.param('name')))
    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding =
      asset.type === 'font/woff2' ? '' : accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : ''
    c.header('Content-Type', asset.type)
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    c.header('Vary', 'Accept-Encoding')
    if (encoding) c.header('Content-Encoding', encoding)
    return c.body(new Uint8Array(packed(asset, encoding)))
  })
}

function packed(asset: Asset, encoding: string): Buffer {
  if (!encoding) return asset.plain
  const known = asset.packed.get(encoding)
  if (known) return known
  const bytes = ownBytes(encoding === 'br' ? brotliCompressSync(asset.plain) : gzipSync(asset.plain, { level: 9 }))
  asset.packed.set(encoding, bytes)
  return bytes
}

/** `live`: the process answers. `klaar`: it can also do its work. Both names, and the ones Kubernetes is used to. */
export function healthRoutes(database: Database): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  for (const path of ['/gezondheid/live', '/healthz']) app.get(path, (c) => c.text('leeft\n'))
  for (const path of ['/gezondheid/klaar', '/readyz'])
    app.get(path, async (c) => {
      await database.pool.query('select 1')
      return c.text('klaar\n')
    })
  return app
}
