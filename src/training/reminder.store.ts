import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { dutchDay } from '../foundation/clock.ts'
import type { Config } from '../foundation/config.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { eachRow } from '../foundation/jobs/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { deriveKey, keyedHash, seal, sha256, unseal } from '../foundation/seal.ts'
import { courseUrl } from './course.ts'
import { daysWords, placeWords } from './offering.ts'
import { keepRating } from './rating.store.ts'
import type { Rating } from './rating.ts'
import { calledOffMail, ratingMail, reminderMail } from './reminder.mail.ts'
import { reminderKey, reminderStep } from './reminder.ts'

type Secrets = Pick<Config, 'secretKey' | 'baseUrl'>

const sealKey = ({ secretKey }: Pick<Config, 'secretKey'>) => deriveKey(secretKey, 'training reminder')
const hashOf = ({ secretKey }: Pick<Config, 'secretKey'>, address: string) =>
  Buffer.from(keyedHash(deriveKey(secretKey, 'training reminder address'), address.toLowerCase()), 'hex')

const ask = statement(
  'training.askReminder',
  `insert into training.reminder (id, offering, standard, address_hash, sealed, key_hash) values ($1, $2, $3, $4, $5, $6)
   on conflict (offering, address_hash) do nothing`,
)

/** Keeps an address for two mails about one offering; the same address twice is once. The answer says nothing of that. */
export async function askReminder(
  db: Db,
  config: Pick<Config, 'secretKey'>,
  wish: { offering: string; standard: string | null; address: string },
): Promise<void> {
  const id = randomUUID()
  const sealed = seal(sealKey(config), wish.address, id)
  const keyHash = sha256(reminderKey(config.secretKey, id))
  await ask(db, id, wish.offering, wish.standard, hashOf(config, wish.address), sealed, keyHash)
}

interface Due {
  id: string
  sealed: Buffer | null
  reminded: boolean
  askedAfterOn: string | null
  standard: string | null
  days: string[]
  startsOn: string
  endsOn: string
  isCancelled: boolean
  online: boolean
  gemeente: string
  venue: string
  title: string
  slug: string
}

/** Rows looked at in one go; most only wait for an answer. */
const PORTION = 1_000
const FIRST = '00000000-0000-0000-0000-000000000000'

const due = statement<Due & Record<string, unknown>>(
  'training.reminders',
  `select reminder.id, reminder.sealed, reminder.reminded, reminder.asked_after_on::text as "askedAfterOn",
     reminder.standard, days::text[] as days, starts_on::text as "startsOn", ends_on::text as "endsOn",
     cancelled_at is not null as "isCancelled", online, gemeente, venue, title, slug
   from training.reminder join training.offering on offering.id = reminder.offering
   join training.course on course.id = offering.course
   where reminder.id > $2
     and (cancelled_at is not null or starts_on <= $1::date + 7 or asked_after_on is not null)
   order by reminder.id limit ${PORTION}`,
)
const hold = statement<{ id: string }>(
  'training.holdReminder',
  'select id from training.reminder where id = $1 and reminded = $2 and asked_after_on is not distinct from $3 for update',
)
const markReminded = statement('training.markReminded', 'update training.reminder set reminded = true where id = $1')
const markAsked = statement(
  'training.markAsked',
  `update training.reminder set asked_after_on = $2, sealed = null, address_hash = decode(md5(id::text), 'hex') where id = $1`,
)
const forget = statement('training.forgetReminder', 'delete from training.reminder where id = $1')

/** All that may be due on this day, a portion at a time: `reminderStep` decides. */
async function* allDue(db: Db, today: string): AsyncGenerator<Due> {
  for (let last: string | undefined = FIRST; last !== undefined; ) {
    const rows: Due[] = await due(db, today, last)
    yield* rows
    last = rows.length < PORTION ? undefined : rows.at(-1)?.id
  }
}

function mailOf(step: 'remind' | 'call off' | 'ask', row: Due, config: Secrets, today: string) {
  const link = `${config.baseUrl}/scholing/vraag?sleutel=${reminderKey(config.secretKey, row.id)}`
  const where = [placeWords(row), row.venue].filter((part) => part !== '').join(', ')
  const date = { ...row, when: daysWords(row), where, page: config.baseUrl + courseUrl(row) }
  if (step === 'call off') return calledOffMail(date)
  const mail = step === 'ask' ? ratingMail(row, link) : reminderMail(date, today, link, row.standard !== null)
  return { ...mail, carriesKey: true }
}

/** Sends what is due, and forgets addresses as soon as they are not needed. Safe to run twice. Returns how many mails. */
export async function sendReminders(db: Db, config: Secrets, now: Date, log: Logger): Promise<number> {
  const today = dutchDay(now)
  let mails = 0
  // Without a name: the row is of somebody who gave an address.
  await eachRow({ log, what: 'remind a learner' }, allDue(db, today), async (row) => {
    if (await inTransaction(db, (tx) => takeStep(tx, config, row, now))) mails += 1
  })
  return mails
}

/** Does what is due for one address; true when that was a mail. */
async function takeStep(tx: Db, config: Secrets, row: Due, now: Date): Promise<boolean> {
  const today = dutchDay(now)
  const step = reminderStep(row, row, today)
  if (step === undefined || (await hold(tx, row.id, row.reminded, row.askedAfterOn)).length === 0) return false
  // Read only when it is needed: an address that can't be opened any more can still be forgotten.
  const to =
    step === 'forget' || row.sealed === null ? undefined : unseal(sealKey(config), row.sealed, row.id).toString()
  // Nothing to ask about when no editor ever confirmed what the course teaches.
  if (step === 'forget' || to === undefined || (step === 'ask' && row.standard === null)) {
    await forget(tx, row.id)
    return false
  }
  await sendMail(tx, config, { to, ...mailOf(step, row, config, today) }, now)
  if (step === 'remind') await markReminded(tx, row.id)
  else await (step === 'ask' ? markAsked(tx, row.id, today) : forget(tx, row.id))
  return true
}

/** What a key from such a mail opens: the question, or before the training a way out. */
export interface OpenReminder {
  id: string
  course: string
  title: string
  standard: string | null
  isAsked: boolean
}

const byKey = statement<OpenReminder & Record<string, unknown>>(
  'training.reminderByKey',
  `select reminder.id, course.id as course, course.title, reminder.standard, asked_after_on is not null as "isAsked"
   from training.reminder join training.offering on offering.id = reminder.offering
   join training.course on course.id = offering.course where key_hash = $1`,
)

/** The reminder a key belongs to; undefined once it was answered, forgotten, or never there. */
export const reminderByKey = async (db: Db, keyHash: string | undefined): Promise<OpenReminder | undefined> =>
  keyHash === undefined ? undefined : (await byKey(db, keyHash))[0]

const take = statement<{ id: string }>(
  'training.takeReminder',
  'delete from training.reminder where id = $1 returning id',
)

/** Keeps one answer and forgets who gave it, in one go; false when it was given already. */
export async function answerReminder(db: Db, open: OpenReminder, answer: Rating): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if ((await take(tx, open.id)).length === 0 || open.standard === null) return false
    await keepRating(tx, open.course, open.standard, answer)
    return true
  })
}

/** Forgets someone who does not want to be reminded any more. */
export async function stopReminder(db: Db, id: string): Promise<void> {
  await forget(db, id)
}
