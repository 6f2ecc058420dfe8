import { after, DAY } from '../foundation/clock.ts'
import type { Config } from '../foundation/config.ts'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { eachRow, type Job, type JobDeps } from '../foundation/jobs/index.ts'
import { forgetMail } from '../foundation/mail/index.ts'
import { type CastMember, erasuresAsked, peopleBefore, resettlePerson } from '../people/index.ts'
import { belongings, personalStores } from './personal.ts'
import { eraseAll } from './personal-store.ts'

type Resettle = (given: { db: Db; now: Date; config: Config }) => Promise<void>

/**
 * Erases an account after its owner asked for it, at once, and every night whoever still waits for it. In a trial
 * installation the clock knocks as well: what visitors typed more than a day ago goes, for the banner on every page says
 * so. `cast` is whoever stays; `resettle` gives it back what was its own from the start.
 */
export function homeJobs(cast: readonly CastMember[] = [], resettle: Resettle = async () => {}): Job[] {
  return [
    {
      queue: 'erase-account',
      cron: '10 3 * * *',
      work: async ({ db, now, config, log }, data) => {
        const { person } = data
        const erase = (id: string) => inTransaction(db, (tx) => eraseAll(personalStores, tx, id, { at: now, config }))
        if (typeof person === 'string') return erase(person)
        // What could not be done when it was asked: a promise does not end with the tries of a job.
        await eachRow({ log, what: 'erase an account' }, await erasuresAsked(db), erase)
        // Without a cast nobody could be told from the visitors.
        if (config.demo && cast.length > 0) {
          await wipeTrial({ db, now, log, config }, cast)
          await resettle({ db, now, config })
        }
      },
    },
  ]
}

/** Accounts of visitors go whole; the cast loses what visitors kept in its name, and gets its own name back. */
async function wipeTrial({ db, now, log, config }: JobDeps, cast: readonly CastMember[]): Promise<void> {
  const when = { at: now, config }
  const yesterday = after(now, -DAY)
  const stays = new Set(cast.map(({ id }) => id))
  const visitors = (await peopleBefore(db, yesterday)).filter((person) => !stays.has(person))
  await eachRow({ log, what: 'wipe a visitor' }, visitors, (person) =>
    inTransaction(db, (tx) => eraseAll(personalStores, tx, person, when)),
  )
  await eachRow({ log, what: 'clear up after the cast' }, cast, ({ id, name, email }) =>
    inTransaction(db, async (tx) => {
      await eraseAll(belongings, tx, id, when)
      await resettlePerson(tx, { id, name, email })
    }),
  )
  await forgetMail(db, yesterday)
}
