import type { Job } from '../foundation/jobs/index.ts'
import { sweepSignIn } from './sign-in.store.ts'

/** Every night: mails to sign in and spent challenges that have done their work are forgotten. */
export function peopleJobs(): Job[] {
  return [
    {
      queue: 'people-sweep',
      cron: '40 3 * * *',
      work: async ({ db, now }) => {
        await sweepSignIn(db, now)
      },
    },
  ]
}
