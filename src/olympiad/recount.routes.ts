import { Hono } from 'hono'
import { download, found } from '../foundation/http/index.ts'
import { type PeopleContext, type PeopleEnv, signedIn } from '../people/index.ts'
import { readDraft } from './olympiad.context.ts'
import { readOlympiad } from './olympiad.store.ts'
import { recountFile } from './recount.store.ts'

/** The file from which anyone counts the verdicts again: for the chair and the editors, who may pass it on. */
export function recountRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().get('/olympiades/:slug/hertelling.json', give)
}

async function give(c: PeopleContext): Promise<Response> {
  signedIn(c)
  const olympiad = found(await readOlympiad(c.var.db, c.req.param('slug') ?? ''))
  readDraft(c, olympiad, { editors: true })
  const file = found(await recountFile(c.var.db, olympiad))
  return download(c, JSON.stringify(file, null, 2), { type: 'application/json', name: 'hertelling.json' })
}
