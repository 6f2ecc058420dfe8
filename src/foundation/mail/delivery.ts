import nodemailer, { type Transporter } from 'nodemailer'
import { after, DAY, MINUTE, SECOND } from '../clock.ts'
import type { Config } from '../config.ts'
import { inTransaction } from '../db/index.ts'
import { type Job, sendJob } from '../jobs/index.ts'
import { markTaken, takeMail, waitingMails } from './outbox.ts'

/** The jobs that bring mail away. Without SMTP_URL mails stay in the outbox, to be read at /demo/post in a trial. */
export function mailJobs(config: Config): Job[] {
  const transport = config.smtpUrl ? openTransport(config.smtpUrl) : undefined
  return [
    {
      queue: 'mail',
      work: async ({ db, now }, data) => {
        if (!transport || typeof data.id !== 'string') return
        const id = data.id
        // The row stays locked while we talk to the mail server: two workers never send the same mail. When the server
        // took it and we die before the commit it goes out once more, under the same Message-ID.
        await inTransaction(db, async (tx) => {
          const mail = await takeMail(tx, config.secretKey, id)
          if (!mail?.to || mail.text === undefined) return
          const { to, subject, text, messageId } = mail
          await transport.sendMail({
            from: { name: 'Verankerd', address: config.mailFrom },
            to,
            subject,
            text,
            messageId,
            headers: { 'Auto-Submitted': 'auto-generated' },
          })
          await markTaken(tx, id, now)
        })
      },
    },
    {
      queue: 'mail-again',
      cron: '*/5 * * * *',
      work: async ({ db, now }) => {
        if (!transport) return
        for (const id of await waitingMails(db, after(now, -5 * MINUTE))) await sendJob(db, 'mail', { id })
      },
    },
  ]
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
