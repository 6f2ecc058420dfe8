import { dutchDay } from '../foundation/clock.ts'
import { alone, type Db } from '../foundation/db/index.ts'
import { compareItems } from './import.comparing.store.ts'
import { readItems } from './import.reading.store.ts'
import { setItems } from './import.setting.store.ts'
import { readImport } from './import.store.ts'
import { type ImportState, importState, isBusy } from './import.ts'
import { undoItems } from './import.undoing.store.ts'

/**
 * Goes on with an import until it waits for somebody, from wherever it was left. Whoever comes second, while another
 * process is at it, does nothing. Returns where it stands then.
 */
export async function advanceImport(db: Db, id: string, now: Date): Promise<ImportState | undefined> {
  return alone(db, `import ${id}`, async () => {
    for (;;) {
      const one = await readImport(db, id)
      if (!one) return undefined
      const state = importState(one)
      if (!isBusy(state)) return state
      if (state === 'reading') await readItems(db, id, now)
      else if (state === 'comparing') await compareItems(db, one, now)
      else if (state === 'setting') await setItems(db, one, dutchDay(now), now)
      else await undoItems(db, one, now)
    }
  })
}
