import type { Logger } from 'pino'
import { attempt, type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { eachRow } from '../foundation/jobs/index.ts'
import type { Json } from '../thread/index.ts'
import { entryHash, type LogAction, type LogEntry, type LogHead, signHead, signingKey } from './log.ts'
import { logEntry, logHead } from './outcome.tables.ts'

/** What happened, before it has its place in the chain. */
export interface Logged {
  olympiad: string
  action: LogAction
  /** What it is about; never a person's words. */
  object: string
  actor: string | null
  body?: Json
  at: Date
}

// One chain per Olympiade: who writes waits for the one before, and no other Olympiade does.
const hold = statement('olympiad.log.hold', 'select id from olympiad.olympiad where id = $1 for no key update')
const newest = statement<{ seq: number; hash: string }>(
  'olympiad.log.newest',
  'select seq, hash from olympiad.log_entry where olympiad = $1 order by seq desc limit 1',
)

/** Adds to the chain of an Olympiade, in the transaction of what it tells. */
export async function appendLog(db: Db, { olympiad, action, object, actor, body = {}, at }: Logged): Promise<void> {
  await inTransaction(db, async (tx) => {
    await hold(tx, olympiad)
    const [last] = await newest(tx, olympiad)
    const entry = { olympiad, seq: (last?.seq ?? 0) + 1, action, object, actor, body, at, prev: last?.hash ?? '' }
    await tx.insert(logEntry).values({ ...entry, hash: entryHash(entry) })
    await contentChanged(tx)
  })
}

/** The whole chain of an Olympiade, from its beginning. */
export const logOf: (db: Db, olympiad: string) => Promise<LogEntry[]> = statement<LogEntry & Record<string, unknown>>(
  'olympiad.log',
  `select olympiad, seq, action, object, actor, body, at, prev, hash from olympiad.log_entry
   where olympiad = $1 order by seq`,
)

/** Every head that was signed, newest first. */
export const headsOf: (db: Db, olympiad: string) => Promise<LogHead[]> = statement<LogHead & Record<string, unknown>>(
  'olympiad.heads',
  `select olympiad, seq, hash, signature, signed_at as "signedAt" from olympiad.log_head
   where olympiad = $1 order by seq desc`,
)

const unsigned = statement<{ olympiad: string; seq: number; hash: string; title: string }>(
  'olympiad.unsignedHeads',
  `select last.olympiad, last.seq, last.hash, o.title
   from (select distinct on (olympiad) olympiad, seq, hash from olympiad.log_entry order by olympiad, seq desc) as last
   join olympiad.olympiad o on o.id = last.olympiad
   where not exists (select from olympiad.log_head h where h.olympiad = last.olympiad and h.seq = last.seq)`,
)

/** Signs every chain that moved on since the last time; gives what was signed, to be kept somewhere else. */
export async function signHeads(
  db: Db,
  { secretKey }: { secretKey: Buffer },
  at: Date,
  log: Logger,
): Promise<{ title: string; head: LogHead }[]> {
  const key = signingKey(secretKey)
  const signed: { title: string; head: LogHead }[] = []
  const telling = { log, what: 'sign a log', name: ({ olympiad }: { olympiad: string }) => olympiad }
  await eachRow(telling, await unsigned(db), async ({ title, ...last }) => {
    const head = signHead({ ...last, signedAt: at }, key)
    // Inside the transaction of the mail that keeps them somewhere else: one that fails undoes itself alone.
    const kept = await attempt(db, (tx) =>
      tx.insert(logHead).values(head).onConflictDoNothing().returning({ seq: logHead.seq }),
    )
    if (kept.length > 0) signed.push({ title, head })
  })
  if (signed.length > 0) await contentChanged(db)
  return signed
}
