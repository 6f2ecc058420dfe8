import { after, DAY } from '../clock.ts'
import type { Job } from '../jobs/index.ts'
import { MAIL_KEPT } from '../mail/index.ts'
import { sweepSessions } from './session.ts'

/** Every night: what has done its work goes. Old sessions, submissions, counters, and mails that were taken long ago. */
export function sweepJobs(): Job[] {
  return [
    {
      queue: 'sweep',
      cron: '20 3 * * *',
      work: async ({ db, now }) => {
        await sweepSessions(db, now)
        await db.$client.query('delete from house.submission where expires_at < $1', [now])
        await db.$client.query('delete from house.limiter where expires_at < $1', [after(now, -DAY)])
        await db.$client.query('delete from house.mail where taken_at < $1 or created_at < $1', [
          after(now, -MAIL_KEPT),
        ])
      },
    },
  ]
}
