import { Hono } from 'hono'
import { found, page } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { type LogCheck, LogPage } from './log.page.tsx'
import { headsOf, logOf } from './log.store.ts'
import { type LogEntry, logFaults, publicKey, readHeadLine } from './log.ts'
import { readDraft, trail } from './olympiad.context.ts'
import { readOlympiad } from './olympiad.store.ts'
import type { Olympiad } from './olympiad.ts'

/** The log of an Olympiade, for everyone to read and to check. */
export function logRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().get('/olympiades/:slug/logboek', showLog)
}

async function showLog(c: PeopleContext): Promise<Response> {
  const { db, config } = c.var
  const olympiad = found(await readOlympiad(db, c.req.param('slug') ?? ''))
  if (olympiad.item === null) readDraft(c, olympiad)
  const [entries, heads] = await Promise.all([logOf(db, olympiad.id), headsOf(db, olympiad.id)])
  const key = publicKey(config.secretKey)
  const typed = (c.req.query('regel') ?? '').slice(0, 1_000)
  return page(
    c,
    {
      title: `Logboek: ${olympiad.title}`,
      robots: 'noindex',
      breadcrumb: trail(olympiad, { label: 'Logboek' }),
    },
    <LogPage
      olympiad={olympiad}
      entries={entries}
      heads={heads}
      faults={logFaults(entries, heads, key)}
      publicKey={key.export({ format: 'der', type: 'spki' }).toString('base64')}
      typed={typed}
      check={typed.trim() === '' ? undefined : check(typed, olympiad, entries, key)}
    />,
  )
}

/** What a line someone kept says about the chain as it is now. */
function check(line: string, { id }: Olympiad, entries: LogEntry[], key: ReturnType<typeof publicKey>): LogCheck {
  const head = readHeadLine(line)
  if (head === undefined) return { is: 'unread' }
  if (head.olympiad !== id) return { is: 'other' }
  return { is: 'checked', head, faults: logFaults(entries, [head], key) }
}
