import { inTransaction } from '../foundation/db/index.ts'
import { eachStep, type Job } from '../foundation/jobs/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { watchRounds } from './flag.store.ts'
import { endFinished } from './live.store.ts'
import { headsMail } from './log.mail.ts'
import { signHeads } from './log.store.ts'
import { MIXING, mixBallots, mixOpen } from './mixing.store.ts'
import type { OlympiadTrial } from './olympiad.trial.store.ts'
import { forgetPanels, remind } from './reminder.store.ts'
import { forgetRenewals } from './renewal.store.ts'
import { keepRoom } from './room.trial.store.ts'
import { forgetSignups } from './signup.store.ts'

/** What the Olympiades do by themselves. `trial`: who plays whom in a trial installation, which keeps a round open. */
export function olympiadJobs(trial?: Pick<OlympiadTrial, 'contentDir' | 'cast'>): Job[] {
  return [
    {
      queue: 'olympiad-clock',
      cron: '*/5 * * * *',
      work: ({ db, now, config, log }) =>
        eachStep(log, {
          'write anew who answered': () => mixOpen(db, log),
          'keep a room open': async () => {
            if (config.demo && trial) await keepRoom(db, { ...trial, now, config })
          },
        }),
    },
    {
      queue: 'olympiad-log',
      cron: '35 3 * * *',
      work: async ({ db, now, config, log }) => {
        await inTransaction(db, async (tx) => {
          const signed = await signHeads(tx, config, now, log)
          if (signed.length === 0 || config.auditEmail === undefined) return
          await sendMail(tx, config, { to: config.auditEmail, ...headsMail(signed) }, now)
        })
      },
    },
    {
      queue: MIXING,
      cron: '15 0 * * *',
      work: async ({ db, now, log }, data) => {
        const { olympiad } = data
        if (typeof olympiad === 'string') await mixBallots(db, olympiad)
        else
          await eachStep(log, {
            'forget panels': () => forgetPanels(db, now),
            'forget new links': () => forgetRenewals(db, now),
            'forget signups': () => forgetSignups(db, now),
            'end rooms': () => endFinished(db, now),
          })
      },
    },
    {
      queue: 'olympiad-flags',
      cron: '20 * * * *',
      work: ({ db, now, log }) => watchRounds(db, now, log),
    },
    {
      queue: 'olympiad-reminders',
      cron: '40 9 * * *',
      work: async ({ db, now, config, log }) => {
        const mails = await remind(db, config, now, log)
        if (mails > 0) log.info({ mails }, 'panels reminded')
      },
    },
  ]
}
