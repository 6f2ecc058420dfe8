import { randomUUID } from 'node:crypto'
import type { Db } from '../db/index.ts'
import { sendJob } from '../jobs/index.ts'
import { deriveKey, seal, unseal } from '../seal.ts'

/** A mail as a domain writes it: plain text, one recipient. */
export interface Mail {
  to: string
  subject: string
  text: string
  /** Whom an answer goes to, when that is not us. */
  replyTo?: string
  /** True when the text opens something, or is between two people: it is then wiped as soon as the mail is taken. */
  carriesKey?: boolean
  /** From this moment on the mail is of no use to anyone, such as a code that works no more: it is wiped, and never sent. */
  worthlessAt?: Date
}

/** A mail as it waits or waited. `to` and `text` are undefined once wiped. */
export interface Posted {
  id: string
  messageId: string
  to: string | undefined
  replyTo: string | undefined
  subject: string
  text: string | undefined
  createdAt: Date
  takenAt: Date | undefined
}

interface Row {
  id: string
  message_id: string
  recipient: Buffer | null
  subject: string
  body: Buffer | null
  created_at: Date
  taken_at: Date | null
}

const mailKey = (secretKey: Buffer) => deriveKey(secretKey, 'mail')

/**
 * Puts a mail in the outbox, inside the caller's transaction: no commit, no mail. Recipient and text are sealed with
 * a key that is not in the database.
 */
export async function sendMail(
  db: Db,
  from: { secretKey: Buffer; baseUrl: string },
  mail: Mail,
  now: Date,
): Promise<void> {
  const id = randomUUID()
  const key = mailKey(from.secretKey)
  await db.$client.query(
    `insert into house.mail (id, message_id, recipient, subject, body, carries_key, created_at, queued_at, worthless_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [
      id,
      `<${id}@${new URL(from.baseUrl).hostname}>`,
      seal(key, [mail.to, ...(mail.replyTo ? [mail.replyTo] : [])].map(oneLine).join('\n'), id),
      oneLine(mail.subject),
      seal(key, mail.text, id),
      mail.carriesKey ?? false,
      now,
      mail.worthlessAt ?? null,
    ],
  )
  await sendJob(db, 'mail', { id })
}

/** A header may not grow a second line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}

const columns = 'id, message_id, recipient, subject, body, created_at, taken_at'

function opened(row: Row, secretKey: Buffer): Posted {
  const read = (sealed: Buffer | null) => (sealed ? unseal(mailKey(secretKey), sealed, row.id).toString() : undefined)
  const [to, replyTo] = read(row.recipient)?.split('\n') ?? []
  return {
    id: row.id,
    messageId: row.message_id,
    to,
    replyTo,
    subject: row.subject,
    text: read(row.body),
    createdAt: row.created_at,
    takenAt: row.taken_at ?? undefined,
  }
}

/** The newest mails, opened: for the trial installation's post page only. */
export async function readPost(db: Db, secretKey: Buffer, most = 50): Promise<Posted[]> {
  const { rows } = await db.$client.query(`select ${columns} from house.mail order by created_at desc, id limit $1`, [
    most,
  ])
  return (rows as Row[]).map((row) => opened(row, secretKey))
}

/** Locks one waiting mail, or undefined when it is gone, in other hands, or worth nothing any more. */
export async function takeMail(tx: Db, secretKey: Buffer, id: string, now: Date): Promise<Posted | undefined> {
  const { rows } = await tx.$client.query(
    `select ${columns} from house.mail where id = $1 and taken_at is null and refused_at is null
       and (worthless_at is null or worthless_at > $2) for update skip locked`,
    [id, now],
  )
  const [row] = rows as Row[]
  return row ? opened(row, secretKey) : undefined
}

/** Notes that the mail server has it; a text that opens something is wiped, and so is every address. */
export async function markTaken(tx: Db, id: string, now: Date): Promise<void> {
  await tx.$client.query(
    `update house.mail set taken_at = $2, attempts = attempts + 1, recipient = null,
       body = case when carries_key then null else body end where id = $1`,
    [id, now],
  )
}

/** Notes that an attempt failed, and what was answered. Outside the transaction of the attempt, for that one is undone. */
export async function countFailure(db: Db, id: string, answer: string | undefined): Promise<void> {
  await db.$client.query(
    'update house.mail set attempts = attempts + 1, refusal = coalesce($2, refusal) where id = $1',
    [id, answer ?? null],
  )
}

/** Notes that a mail server refused it for good: it is tried no more. Its text goes; to whom it was stays for a while, sealed. */
export async function markRefused(tx: Db, id: string, answer: string, now: Date): Promise<void> {
  await tx.$client.query(
    'update house.mail set refused_at = $2, refusal = $3, attempts = attempts + 1, body = null where id = $1',
    [id, now, answer],
  )
}

/** Mails of one domain that were refused for good, or wait after a refusal, with one answer. */
export interface Stuck {
  /** What stands behind the @; never who. */
  domain: string
  /** What the mail server answered: "550 5.1.1". */
  answer: string
  isFinal: boolean
  count: number
  /** When the newest of them was written. */
  newest: Date
}

/** '' for one that was sealed with an earlier key. */
function domainOf(row: Row, secretKey: Buffer): string {
  try {
    return opened(row, secretKey).to?.split('@').at(-1)?.toLowerCase() ?? ''
  } catch {
    return ''
  }
}

/** How many mails from before `before` still wait to be taken. */
export async function countWaiting(db: Db, before: Date): Promise<number> {
  const { rows } = await db.$client.query(
    `select count(*)::int as count from house.mail
      where taken_at is null and refused_at is null and body is not null and created_at < $1`,
    [before],
  )
  return (rows as { count: number }[])[0]?.count ?? 0
}

/** Rows read at most: whoever has more stuck has enough to go on. */
const MOST_STUCK = 2_000

/** What does not arrive, by domain and answer, most first. Who it was for stays sealed. */
export async function stuckMails(db: Db, secretKey: Buffer): Promise<Stuck[]> {
  const { rows } = await db.$client.query(
    `select ${columns}, refusal, refused_at is not null as final from house.mail
      where refusal is not null and taken_at is null and recipient is not null order by created_at desc, id limit $1`,
    [MOST_STUCK],
  )
  const by = new Map<string, Stuck>()
  for (const row of rows as (Row & { refusal: string; final: boolean })[]) {
    const domain = domainOf(row, secretKey)
    const key = `${domain} ${row.refusal} ${row.final}`
    const known = by.get(key)
    if (known) known.count += 1
    else by.set(key, { domain, answer: row.refusal, isFinal: row.final, count: 1, newest: row.created_at })
  }
  return [...by.values()].sort((one, other) => other.count - one.count)
}

/** Wipes address and text of every mail that nobody took in time to use it. */
export async function wipeWorthless(db: Db, now: Date): Promise<void> {
  await db.$client.query(
    'update house.mail set recipient = null, body = null where worthless_at <= $1 and body is not null',
    [now],
  )
}

/** Forgets every mail from before `before`, taken or not: for a trial installation, which keeps them only to be read. */
export async function forgetMail(db: Db, before: Date): Promise<void> {
  await db.$client.query('delete from house.mail where created_at < $1', [before])
}

/**
 * Mails that got their last job before `before`, which may have been lost; they get another, and `now` is noted. What was
 * tried least goes first, so that addresses no mail server takes hold up nobody else. For a transaction of the caller.
 */
export async function queueAgain(tx: Db, before: Date, now: Date): Promise<string[]> {
  const { rows } = await tx.$client.query(
    `update house.mail set queued_at = $2 where id in (
       select id from house.mail where taken_at is null and body is not null and queued_at < $1
       order by attempts, created_at limit 200 for update skip locked) returning id`,
    [before, now],
  )
  return (rows as { id: string }[]).map((row) => row.id)
}
