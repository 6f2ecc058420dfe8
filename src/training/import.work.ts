import { dutchDay } from '../foundation/clock.ts'
import { alone, type Db, inTransaction } from '../foundation/db/index.ts'
import { fetchCatalogue } from './catalogue-address.fetching.ts'
import { readAddress } from './catalogue-address.store.ts'
import type { Ways } from './domain.proof.ts'
import { compareItems } from './import.comparing.store.ts'
import { endReading, readItems } from './import.reading.store.ts'
import { setItems } from './import.setting.store.ts'
import { beginTry, endFetch, readImport, sendImport } from './import.store.ts'
import { type ImportState, importState, isBusy, MOST_TRIES } from './import.ts'
import { undoItems } from './import.undoing.store.ts'

/** What is done with one import is done by one process at a time. */
const nameOf = (id: string): string => `import ${id}`

const STOPPED_TOO_OFTEN = `We begonnen ${MOST_TRIES} keer met ophalen, en elke keer werd het afgebroken. Probeer het morgen nog eens. Lukt dat niet? Mail ons, via “Contact” onderaan deze pagina.`

async function fetched(db: Db, id: string, at: string, ways: Ways): Promise<string> {
  const address = await readAddress(db, at)
  return address ? fetchCatalogue(db, id, address, ways) : 'Dit adres is weggehaald.'
}

/**
 * Fetches the bytes of a catalogue at an address, and lets the work on it go on. Half a catalogue is not read: what is not
 * in it would seem to be gone. Whoever comes second, while another process is at it, does nothing.
 */
export async function fetchImport(db: Db, id: string, now: Date, ways: Ways = {}): Promise<void> {
  await alone(db, nameOf(id), async () => {
    const one = await readImport(db, id)
    if (!one?.address || importState(one) !== 'fetching') return
    const isTooOften = (await beginTry(db, id, 'fetching', now)) > MOST_TRIES
    const fault = isTooOften ? STOPPED_TOO_OFTEN : await fetched(db, id, one.address, ways)
    await inTransaction(db, async (tx) => {
      if (fault === '') await endFetch(tx, id, now)
      else await endReading(tx, id, now, { fault })
      await sendImport(tx, id)
    })
  })
}

/**
 * Goes on with an import until it waits for somebody or for its bytes, from wherever it was left. Whoever comes second,
 * while another process is at it, does nothing. Returns where it stands then.
 */
export async function advanceImport(db: Db, id: string, now: Date): Promise<ImportState | undefined> {
  return alone(db, nameOf(id), async () => {
    for (;;) {
      const one = await readImport(db, id)
      if (!one) return undefined
      const state = importState(one)
      if (!isBusy(state) || state === 'fetching') return state
      if (state === 'reading') await readItems(db, one.id, now)
      else if (state === 'comparing') await compareItems(db, one, now)
      else if (state === 'setting') await setItems(db, one, dutchDay(now), now)
      else await undoItems(db, one, now)
    }
  })
}
