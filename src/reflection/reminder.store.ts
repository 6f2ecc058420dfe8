import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import { after, DAY, dutchDay } from '../foundation/clock.ts'
import type { Config } from '../foundation/config.ts'
import { asRole, type Db, inTransaction, REFLECTOR, statement } from '../foundation/db/index.ts'
import { eachRow } from '../foundation/jobs/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { deriveKey, keyedHash, seal, unseal } from '../foundation/seal.ts'

/** The whole mail. It may be read over a shoulder. */
export const REMINDER = 'Je hebt een afspraak met jezelf staan'

/** About half a year; spread over a week, so that the day of a reminder is not the day of a reflection. */
const LATER = 182 * DAY
const SPREAD = 7

const ask = statement(
  'reflection.reminder.ask',
  `insert into reflection.reminder (address_hash, sealed, due_on) values ($1, $2, $3)
   on conflict (address_hash) do update set due_on = excluded.due_on`,
)
const dayAsked = statement<{ day: string }>(
  'reflection.reminder.day',
  'select due_on::text as day from reflection.reminder where address_hash = $1',
)
const forget = statement('reflection.reminder.forget', 'delete from reflection.reminder where address_hash = $1')
const due = statement<{ hash: Buffer }>(
  'reflection.reminder.due',
  'select address_hash as hash from reflection.reminder where due_on <= $1::date',
)
const take = statement<{ sealed: Buffer }>(
  'reflection.reminder.take',
  'delete from reflection.reminder where address_hash = $1 and due_on <= $2::date returning sealed',
)
const giveUp = statement('reflection.reminder.giveUp', 'delete from reflection.reminder where due_on <= $1::date')

const hashOf = (config: Config, address: string) =>
  Buffer.from(keyedHash(deriveKey(config.secretKey, 'reminder address'), address), 'hex')
const sealKey = (config: Config) => deriveKey(config.secretKey, 'reminder')

/** Asks for one mail, in about half a year. The row holds an address and a day; it knows of no sheet. */
export function askReminder(db: Db, config: Config, address: string, now: Date): Promise<unknown> {
  const hash = hashOf(config, address)
  const day = dutchDay(after(now, LATER + randomInt(SPREAD) * DAY))
  return asRole(db, REFLECTOR, { 'app.reminder': hash.toString('hex') }, (tx) =>
    ask(tx, hash, seal(sealKey(config), address), day),
  )
}

/** Takes back what this address asked for, if anything. */
export function forgetReminder(db: Db, config: Config, address: string): Promise<unknown> {
  const hash = hashOf(config, address)
  return asRole(db, REFLECTOR, { 'app.reminder': hash.toString('hex') }, (tx) => forget(tx, hash))
}

/** The day this address asked to be reminded on, if any. */
export async function reminderDay(db: Db, config: Config, address: string): Promise<string | undefined> {
  const hash = hashOf(config, address)
  const [row] = await asRole(db, REFLECTOR, { 'app.reminder': hash.toString('hex') }, (tx) => dayAsked(tx, hash))
  return row?.day
}

/** So long we try to send a reminder, in ms: an address that can't be opened any more is not kept for ever. */
const TRIED = 30 * DAY

/** Sends what is due, once, and forgets the addresses. Returns how many. */
export async function sendReminders(db: Db, config: Config, now: Date, log: Logger): Promise<number> {
  const sweeping = { 'app.sweep': now.toISOString() }
  await asRole(db, REFLECTOR, sweeping, (tx) => giveUp(tx, dutchDay(after(now, -TRIED))))
  const rows = await asRole(db, REFLECTOR, sweeping, (tx) => due(tx, dutchDay(now)))
  // Without a name: the row is of somebody who gave an address.
  return eachRow({ log, what: 'remind someone of a reflection' }, rows, ({ hash }) =>
    inTransaction(db, async (tx) => {
      const taken = await asRole(tx, REFLECTOR, sweeping, (inner) => take(inner, hash, dutchDay(now)))
      for (const { sealed } of taken) {
        const to = unseal(sealKey(config), sealed).toString()
        await sendMail(tx, config, { to, subject: REMINDER, text: `${REMINDER}.`, carriesKey: true }, now)
      }
    }),
  )
}
