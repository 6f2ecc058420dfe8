import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { allow, found, type HouseEnv, refuse } from '../http/index.ts'
import { fileFacts, readFile, type StoredFile } from './file.store.ts'
import { kindFacts } from './kind.ts'
import { SENTENCE } from './sentence.ts'

/** A file may hold anything its reader can run: it is handed over shut, and never shown inside our own pages. */
const SHUT = "sandbox; default-src 'none'; frame-ancestors 'none'"

/**
 * `GET /bestanden/:id`: takes a file along. `mayRead` decides at every download; what is not there and what is not yours
 * look the same.
 */
export function fileRoutes<E extends HouseEnv>(
  mayRead: (c: Context<E>, file: StoredFile) => Promise<boolean>,
): Hono<E> {
  return new Hono<E>().get('/bestanden/:id', async (c) => {
    const id = c.req.param('id')
    allow(z.guid().safeParse(id).success)
    const { db, config } = c.var
    const file = found((await fileFacts(db, [id])).get(id))
    allow(await mayRead(c, file))
    if (file.standing === 'waiting') refuse(503, SENTENCE.waiting, 5 * 60_000)
    if (file.standing === 'infected') refuse(410, SENTENCE.virus)
    const bytes = found(await readFile(db, config, id))
    const { type, extensions } = kindFacts[file.kind]
    c.header('Content-Type', type)
    // A name of ours: it stands in download folders that others may see, so it tells nothing.
    c.header('Content-Disposition', `attachment; filename="bestand-${id.slice(0, 8)}.${extensions[0]}"`)
    c.header('Content-Security-Policy', SHUT)
    c.header('Cache-Control', 'no-store')
    return c.body(new Uint8Array(bytes))
  })
}
