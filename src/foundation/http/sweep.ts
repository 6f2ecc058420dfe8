import { after, DAY } from '../clock.ts'
import { eachStep, type Job } from '../jobs/index.ts'
import { MAIL_KEPT } from '../mail/index.ts'
import { sweepKeptForms } from './kept-form.ts'
import { sweepSessions } from './session.ts'

/** Every night: what has done its work goes. Old sessions, submissions, counters, and mails that were taken long ago. */
export function sweepJobs(): Job[] {
  return [
    {
      queue: 'sweep',
      cron: '20 3 * * *',
      work: ({ db, now, log }) => {
        const forget = (text: string, before: Date) => () => db.$client.query(text, [before])
        return eachStep(log, {
          sessions: () => sweepSessions(db, now),
          keptForms: () => sweepKeptForms(db, now),
          submissions: forget('delete from house.submission where expires_at < $1', now),
          counters: forget('delete from house.limiter where expires_at < $1', after(now, -DAY)),
          mails: forget('delete from house.mail where taken_at < $1 or created_at < $1', after(now, -MAIL_KEPT)),
        })
      },
    },
  ]
}
