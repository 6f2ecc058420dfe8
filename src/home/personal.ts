import { eraseSaved, exportSaved } from '../community/index.ts'
import { inTransaction } from '../foundation/db/index.ts'
import type { Job } from '../foundation/jobs/index.ts'
import { erasePerson, exportPerson } from '../people/index.ts'
import { eraseReflections, exportReflections } from '../reflection/index.ts'
import { eraseAll, type PersonalStore } from './sources.ts'

/** Who keeps what about someone. The account comes last: with it goes the key that reads the rest. */
export const personalStores: PersonalStore[] = [
  { takeOut: exportReflections, erase: eraseReflections },
  { takeOut: (db, _config, person) => exportSaved(db, person), erase: eraseSaved },
  { takeOut: (db, _config, person) => exportPerson(db, person), erase: erasePerson },
]

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
