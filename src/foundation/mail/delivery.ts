import nodemailer, { type Transporter } from 'nodemailer'
import { after, DAY, MINUTE, SECOND } from '../clock.ts'
import type { Config } from '../config.ts'
import { type Db, inTransaction } from '../db/index.ts'
import { type Job, sendJob } from '../jobs/index.ts'
import { serverAnswer } from './answer.ts'
import { countFailure, markRefused, markTaken, queueAgain, takeMail, wipeWorthless } from './outbox.ts'

/** The jobs that bring mail away. Without SMTP_URL mails stay in the outbox, to be read at /demo/post in a trial. */
export function mailJobs(config: Config): Job[] {
  const transport = config.smtpUrl ? openTransport(config.smtpUrl) : undefined
  return [
    {
      queue: 'mail',
      work: async ({ db, now, log }, data) => {
        if (!transport || typeof data.id !== 'string') return
        const id = data.id
        const refused = await inTransaction(db, (tx) => deliver(tx, id, { config, transport, now })).catch(
          async (fault) => {
            await countFailure(db, id, serverAnswer(fault)?.answer)
            throw fault
          },
        )
        if (refused) log.warn({ answer: refused }, 'a mail was refused for good')
      },
    },
    {
      queue: 'mail-again',
      cron: `*/${EVERY / MINUTE} * * * *`,
      work: async ({ db, now }) => {
        // In a trial nobody takes them, and they are read here: until they are swept.
        if (transport || !config.demo) await wipeWorthless(db, now)
        if (!transport) return
        await inTransaction(db, async (tx) => {
          for (const id of await queueAgain(tx, after(now, -LOST), now)) await sendJob(tx, 'mail', { id })
        })
      },
    },
  ]
}

/** How often we look for mails that were left, in ms. */
const EVERY = 5 * MINUTE
/** A job tries five times, further and further apart: after so long, in ms, it is over or was lost. */
const LOST = 20 * MINUTE

/**
 * Brings one mail away. Its row stays locked while we talk to the mail server: two workers never send the same mail.
 * When the server took it and we die before the commit it goes out once more, under the same Message-ID. Gives what the
 * server answered when it refused this mail for good.
 */
async function deliver(
  tx: Db,
  id: string,
  { config, transport, now }: { config: Config; transport: Transporter; now: Date },
): Promise<string | undefined> {
  const mail = await takeMail(tx, config.secretKey, id, now)
  if (!mail?.to || mail.text === undefined) return undefined
  const { to, replyTo, subject, text, messageId } = mail
  try {
    await transport.sendMail({
      from: { name: 'Verankerd', address: config.mailFrom },
      to,
      ...(replyTo ? { replyTo } : {}),
      subject,
      text,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } catch (fault) {
    const said = serverAnswer(fault)
    if (!said?.isFinal) throw fault
    await markRefused(tx, id, said.answer, now)
    return said.answer
  }
  await markTaken(tx, id, now)
  return undefined
}

/** A mail server that is silent for longer, in ms, counts as away: the row may be held for half a minute (db/pool.ts). */
const SILENCE = 8 * SECOND

function openTransport(url: string): Transporter {
  const patience = { connectionTimeout: SILENCE, greetingTimeout: SILENCE, socketTimeout: SILENCE }
  return nodemailer.createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true })
}

/**
 * How long a mail is kept, in ms: long enough to answer "did you send it?". One that nobody took by then is of no use
 * to anyone, and goes too.
 */
export const MAIL_KEPT = 30 * DAY
