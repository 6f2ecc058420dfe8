import { eraseSaved, exportSaved } from '../community/index.ts'
import type { Config } from '../foundation/config.ts'
import type { Db } from '../foundation/db/index.ts'
import {
  eraseChanges,
  eraseGroupWork,
  eraseHall,
  erasePanel,
  exportChanges,
  exportGroupWork,
  exportHall,
  exportPanel,
} from '../olympiad/index.ts'
import { erasePerson, exportPerson, type Takeout } from '../people/index.ts'
import {
  eraseAdoptions,
  eraseAssessing,
  eraseNominationsOf,
  erasePracticeWork,
  eraseSpeaking,
  exportAdoptions,
  exportAssessing,
  exportNominations,
  exportPracticeWork,
  exportSpeaking,
} from '../practices/index.ts'
import { eraseReflections, exportReflections } from '../reflection/index.ts'
import { exportStandardsWork } from '../standards/index.ts'
import { exportPublishing, utterancesOf, withdrawUtterancesOf } from '../thread/index.ts'
import { eraseTraining, exportTraining } from '../training/index.ts'
import { eraseEmbeddings, exportEmbeddings } from './embedding.store.ts'
import type { PersonalStore } from './personal-store.ts'

/** What someone keeps here, apart from what they said in public. */
export const belongings: PersonalStore[] = [
  { takeOut: exportReflections, erase: eraseReflections },
  { takeOut: (db, _config, person) => exportSaved(db, person), erase: eraseSaved },
  { takeOut: (db, _config, person) => exportNominations(db, person), erase: eraseNominationsOf },
  { takeOut: (db, _config, person) => exportSpeaking(db, person), erase: eraseSpeaking },
  { takeOut: (db, _config, person) => exportAssessing(db, person), erase: eraseAssessing },
  { takeOut: (db, _config, person) => exportAdoptions(db, person), erase: eraseAdoptions },
  { takeOut: (db, _config, person) => exportChanges(db, person), erase: eraseChanges },
  { takeOut: (db, _config, person) => exportPracticeWork(db, person), erase: erasePracticeWork },
  { takeOut: (db, _config, person) => exportTraining(db, person), erase: eraseTraining },
  { takeOut: (db, _config, person) => exportHall(db, person), erase: eraseHall },
  { takeOut: (db, _config, person) => exportEmbeddings(db, person), erase: eraseEmbeddings },
]

/** Who keeps what about someone. The account comes last: with it goes the key that reads the rest. */
export const personalStores: PersonalStore[] = [
  ...belongings,
  // Whom the cast plays in a trial installation stays when it is wiped: its members and its chair.
  { takeOut: (db, _config, person) => exportGroupWork(db, person), erase: eraseGroupWork },
  { takeOut: (db, _config, person) => exportPanel(db, person), erase: erasePanel },
  { takeOut: (db, _config, person) => exportStandardsWork(db, person), erase: staysOfNobody },
  { takeOut: (db, _config, person) => exportPublishing(db, person), erase: staysOfNobody },
  { takeOut: takeOutWords, erase: withdrawWords },
  { takeOut: (db, _config, person) => exportPerson(db, person), erase: erasePerson },
]

/** Who wrote, decided and published stays as the id of a person who is empty by then. */
async function staysOfNobody(): Promise<void> {}

/** What someone said, wherever it stands on the red thread. */
async function takeOutWords(db: Db, _config: Config, person: string): Promise<Takeout[]> {
  const words = await utterancesOf(db, person)
  const rows = words.map(({ text, at }) => ({ gezegd: text, wanneer: at.toISOString() }))
  return [{ name: 'woorden', title: 'Wat je hier zei of schreef', rows }]
}

async function withdrawWords(db: Db, person: string, at: Date): Promise<void> {
  await withdrawUtterancesOf(db, person, at)
}
