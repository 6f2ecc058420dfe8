import { randomInt } from 'node:crypto'
import { after, DAY } from '../foundation/clock.ts'
import type { Config } from '../foundation/config.ts'
import { asRole, type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { deriveKey, keyedHash, seal, unseal } from '../foundation/seal.ts'
import { REFLECTOR } from './reflector.ts'

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
const forget = statement('reflection.reminder.forget', 'delete from reflection.reminder where address_hash = $1')
const due = statement<{ sealed: Buffer }>(
  'reflection.reminder.due',
  'delete from reflection.reminder where due_on <= $1::timestamptz::date returning sealed',
)

const hashOf = (config: Config, address: string) =>
  Buffer.from(keyedHash(deriveKey(config.secretKey, 'reminder address'), address), 'hex')
const sealKey = (config: Config) => deriveKey(config.secretKey, 'reminder')

/** Asks for one mail, in about half a year. The row holds an address and a day; it knows of no sheet. */
export function askReminder(db: Db, config: Config, address: string, now: Date): Promise<unknown> {
  const hash = hashOf(config, address)
  const day = after(now, LATER + randomInt(SPREAD) * DAY)
    .toISOString()
    .slice(0, 10)
  return asRole(db, REFLECTOR, { 'app.reminder': hash.toString('hex') }, (tx) =>
    ask(tx, hash, seal(sealKey(config), address), day),
  )
}

/** Takes back what this address asked for, if anything. */
export function forgetReminder(db: Db, config: Config, address: string): Promise<unknown> {
  const hash = hashOf(config, address)
  return asRole(db, REFLECTOR, { 'app.reminder': hash.toString('hex') }, (tx) => forget(tx, hash))
}

/** Sends what is due, once, and forgets the addresses. Returns how many. */
export function sendReminders(db: Db, config: Config, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const rows = await asRole(tx, REFLECTOR, { 'app.sweep': now.toISOString() }, (inner) => due(inner, now))
    for (const row of rows) {
      const to = unseal(sealKey(config), row.sealed).toString()
      await sendMail(tx, config, { to, subject: REMINDER, text: `${REMINDER}.`, carriesKey: true }, now)
    }
    return rows.length
  })
}
