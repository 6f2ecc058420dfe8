import { dutchDay } from '../foundation/clock.ts'
import { eachStep, type Job } from '../foundation/jobs/index.ts'
import { importJobs } from './import.jobs.ts'
import { modulePublishing } from './module.publication.store.ts'
import { askAboutStandards, nudgeProviders } from './nudge.store.ts'
import { publishDue } from './publication.store.ts'
import { countRatings } from './rating.store.ts'
import { sendReminders } from './reminder.store.ts'
import { keepTrialAhead } from './trial.store.ts'

/** What the training does by itself: publishing what waited too long, asking providers, mailing learners, reading catalogues. */
export function trainingJobs(): Job[] {
  return [
    {
      queue: 'training-publications',
      cron: '*/15 * * * *',
      work: async ({ db, now, log }) => {
        const done = {
          courses: await publishDue(db, now, log),
          modules: await modulePublishing.publishDue(db, now, log),
        }
        if (done.courses + done.modules > 0) log.info(done, 'live unseen')
      },
    },
    {
      queue: 'training-providers',
      cron: '40 7 * * 1-5',
      work: async ({ db, now, config, log }) => {
        const done = { courses: 0, questions: 0 }
        await eachStep(log, {
          'keep the trial ahead': async () => {
            if (config.demo) await keepTrialAhead(db, now)
          },
          'tell providers of dates': async () => {
            done.courses = await nudgeProviders(db, config, now, log)
          },
          'ask providers about standards': async () => {
            done.questions = await askAboutStandards(db, config, now, log)
          },
        })
        if (done.courses + done.questions > 0) log.info(done, 'providers asked')
      },
    },
    {
      queue: 'training-learners',
      cron: '2 8 * * *',
      work: async ({ db, now, config, log }) => {
        let mails = 0
        await eachStep(log, {
          'remind learners': async () => {
            mails = await sendReminders(db, config, now, log)
          },
          'count what they said': () => countRatings(db, dutchDay(now)),
        })
        if (mails > 0) log.info({ mails }, 'learners reminded')
      },
    },
    ...importJobs(),
  ]
}
