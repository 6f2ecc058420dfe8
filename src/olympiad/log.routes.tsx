import { Hono } from 'hono'
import { page, publicPage } from '../foundation/http/index.ts'
import { pageAsked, pagesFor } from '../foundation/ui/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { LINES_PER_PAGE, type LogCheck, LogPage } from './log.page.tsx'
import { headsOf, logOf } from './log.store.ts'
import { type LogEntry, type LogFault, type LogHead, logFaults, publicKey, readHeadLine } from './log.ts'
import { olympiadAt, trail } from './olympiad.context.ts'
import type { Olympiad } from './olympiad.ts'

/** The log of an Olympiade, for everyone to read and to check. */
export function logRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().get('/olympiades/:slug/logboek', publicPage, showLog)
}

interface Chain {
  entries: LogEntry[]
  heads: LogHead[]
  faults: LogFault[]
}

async function chainOf(c: PeopleContext, { id }: Olympiad): Promise<Chain> {
  const { db, config } = c.var
  const [entries, heads] = [await logOf(db, id), await headsOf(db, id)]
  return { entries, heads, faults: logFaults(entries, heads, publicKey(config.secretKey)) }
}

async function showLog(c: PeopleContext): Promise<Response> {
  const { db, config } = c.var
  const olympiad = await olympiadAt(c)
  const typed = (c.req.query('regel') ?? '').slice(0, 1_000)
  // A line that someone kept is held against what stands there now; a reader sees the chain as it was checked last.
  const chain =
    typed.trim() === ''
      ? await c.var.memo(`olympiad log ${olympiad.id}`, () => chainOf(c, olympiad))
      : await chainOf(c, olympiad)
  const key = publicKey(config.secretKey)
  return page(
    c,
    {
      title: `Logboek: ${olympiad.title}`,
      robots: 'noindex',
      breadcrumb: trail(olympiad, { label: 'Logboek' }),
    },
    <LogPage
      olympiad={olympiad}
      {...chain}
      page={pageAsked(c.req.query('bladzijde'), pagesFor(chain.entries.length, LINES_PER_PAGE))}
      publicKey={key.export({ format: 'der', type: 'spki' }).toString('base64')}
      typed={typed}
      check={typed.trim() === '' ? undefined : check(typed, olympiad, chain.entries, key)}
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
