import { inTransaction } from '../foundation/db/index.ts'
import type { Job } from '../foundation/jobs/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { headsMail } from './log.mail.ts'
import { signHeads } from './log.store.ts'
import { MIXING, mixBallots } from './panel.forget.store.ts'

/** What the Olympiades do by themselves. */
export function olympiadJobs(): Job[] {
  return [
    {
      queue: 'olympiad-log',
      cron: '35 3 * * *',
      work: async ({ db, now, config }) => {
        await inTransaction(db, async (tx) => {
          const signed = await signHeads(tx, config, now)
          if (signed.length === 0 || config.auditEmail === undefined) return
          await sendMail(tx, config, { to: config.auditEmail, ...headsMail(signed) }, now)
        })
      },
    },
    {
      queue: MIXING,
      work: async ({ db }, data) => {
        const { olympiad } = data
        if (typeof olympiad === 'string') await mixBallots(db, olympiad)
      },
    },
  ]
}
