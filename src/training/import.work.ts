import { dutchDay } from '../foundation/clock.ts'
import { alone, type Db } from '../foundation/db/index.ts'
import { fetchCatalogue } from './catalogue-address.fetching.ts'
import { readAddress } from './catalogue-address.store.ts'
import type { Ways } from './domain.proof.ts'
import { compareItems } from './import.comparing.store.ts'
import { endReading, readItems } from './import.reading.store.ts'
import { setItems } from './import.setting.store.ts'
import { readImport } from './import.store.ts'
import { type Import, type ImportState, importState, isBusy } from './import.ts'
import { undoItems } from './import.undoing.store.ts'

/**
 * Reads a catalogue; one at an address is fetched first. Half a
 * catalogue is not read: what is not in it would seem to be gone.
 */
async function read(db: Db, one: Import, now: Date, ways: Ways): Promise<void> {
  if (one.address === null) return readItems(db, one.id, now)
  const address = await readAddress(db, one.address)
  const fault = address ? await fetchCatalogue(db, one.id, address, ways) : 'Dit adres is weggehaald.'
  return fault === '' ? readItems(db, one.id, now) : endReading(db, one.id, now, fault)
}

/**
 * Goes on with an import until it waits for somebody, from wherever it was left. Whoever comes second, while another
 * process is at it, does nothing. Returns where it stands then.
 */
export async function advanceImport(db: Db, id: string, now: Date, ways: Ways = {}): Promise<ImportState | undefined> {
  return alone(db, `import ${id}`, async () => {
    for (;;) {
      const one = await readImport(db, id)
      if (!one) return undefined
      const state = importState(one)
      if (!isBusy(state)) return state
      if (state === 'reading') await read(db, one, now, ways)
      else if (state === 'comparing') await compareItems(db, one, now)
      else if (state === 'setting') await setItems(db, one, dutchDay(now), now)
      else await undoItems(db, one, now)
    }
  })
}
