import { eraseSaved, exportSaved } from '../community/index.ts'
import type { Config } from '../foundation/config.ts'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import type { Job } from '../foundation/jobs/index.ts'
import { erasePerson, exportPerson, type Takeout } from '../people/index.ts'
import { eraseReflections, exportReflections } from '../reflection/index.ts'
import { utterancesOf, withdrawUtterancesOf } from '../thread/index.ts'
import { eraseAll, type PersonalStore } from './sources.ts'

/** Who keeps what about someone. The account comes last: with it goes the key that reads the rest. */
export const personalStores: PersonalStore[] = [
  { takeOut: exportReflections, erase: eraseReflections },
  { takeOut: (db, _config, person) => exportSaved(db, person), erase: eraseSaved },
  { takeOut: takeOutWords, erase: withdrawWords },
  { takeOut: (db, _config, person) => exportPerson(db, person), erase: erasePerson },
]

/** What someone said, wherever it stands on the red thread. */
async function takeOutWords(db: Db, _config: Config, person: string): Promise<Takeout[]> {
  const words = await utterancesOf(db, person)
  const rows = words.map(({ text, at }) => ({ gezegd: text, wanneer: at.toISOString() }))
  return [{ name: 'woorden', title: 'Wat je hier zei of schreef', rows }]
}

async function withdrawWords(db: Db, person: string, at: Date): Promise<void> {
  await withdrawUtterancesOf(db, person, at)
}

/** Erases an account after its owner asked for it. */
export function homeJobs(): Job[] {
  return [
    {
      queue: 'erase-account',
      work: async ({ db, now }, data) => {
        const { person } = data
        if (typeof person === 'string') await inTransaction(db, (tx) => eraseAll(personalStores, tx, person, now))
      },
    },
  ]
}
