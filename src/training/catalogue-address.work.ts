import type { Logger } from 'pino'
import { after } from '../foundation/clock.ts'
import type { Config } from '../foundation/config.ts'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { eachRow } from '../foundation/jobs/index.ts'
import { REST } from './catalogue-address.fetching.ts'
import { failedMail, refusedMail } from './catalogue-address.mail.ts'
import { addressesDue, beginFollowing, failuresOf, readAddress, refusedAnew } from './catalogue-address.store.ts'
import { type CatalogueAddress, FAILURES_TOLD } from './catalogue-address.ts'
import { acceptImport, beginImport, holdImport, sendFetch } from './import.store.ts'
import { hasWork, type Import, importState, importUrl } from './import.ts'
import { providersById } from './provider.store.ts'
import { addressesUrl } from './provider.ts'
import { mailProvider } from './provider-people.store.ts'

type Secrets = Pick<Config, 'secretKey' | 'baseUrl'>

/** Sets a reading of an address going. Returns the import. */
export async function beginReading(tx: Db, address: CatalogueAddress, by: string | null, now: Date): Promise<string> {
  const of = { provider: address.provider, address: address.id, name: address.url.replace(/^https?:\/\//, '') }
  const id = await beginImport(tx, of, { by, at: now })
  await sendFetch(tx, id)
  return id
}

/** Sets the nightly readings going; what was read today already waits for tomorrow. Returns how many. */
export async function beginNightlyReadings(db: Db, now: Date, log: Logger): Promise<number> {
  const addresses = await addressesDue(db, after(now, -REST))
  return eachRow({ log, what: 'read a catalogue', name: ({ id }) => id }, addresses, (address) =>
    inTransaction(db, (tx) => beginReading(tx, address, null, now)),
  )
}

async function tellRefused(tx: Db, config: Secrets, one: Import, address: CatalogueAddress, now: Date): Promise<void> {
  // What could not be read last night either was told then.
  const rows = await refusedAnew(tx, one.id, address.id)
  if (rows.length === 0) return
  await mailProvider(tx, config, one.provider, refusedMail(rows, config.baseUrl + importUrl(one)), now)
}

async function tellFailed(tx: Db, config: Secrets, one: Import, address: CatalogueAddress, now: Date): Promise<void> {
  // Once: the fourth time in a row is told by the third.
  if ((await failuresOf(tx, address.id, FAILURES_TOLD + 1)) !== FAILURES_TOLD) return
  const provider = (await providersById(tx, [one.provider])).get(one.provider)
  if (!provider) return
  const link = config.baseUrl + addressesUrl(provider)
  await mailProvider(tx, config, provider.id, failedMail(address.url, FAILURES_TOLD, one.fault, link), now)
}

/**
 * Goes on with a nightly reading by itself: what can be read is put in place, what is gone stays, and the provider hears
 * what could not be read. What somebody began by hand waits for them.
 */
export async function followReading(db: Db, config: Secrets, id: string, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const one = await holdImport(tx, id)
    if (!one || one.address === null || one.begunBy !== null) return
    const address = await readAddress(tx, one.address)
    const state = importState(one)
    if (!address?.dailySince || (state !== 'failed' && state !== 'reported')) return
    if (!(await beginFollowing(tx, id, now))) return
    if (state === 'failed') await tellFailed(tx, config, one, address, now)
    if (state !== 'reported' || !one.counts) return
    await tellRefused(tx, config, one, address, now)
    if (hasWork(one.counts, false)) await acceptImport(tx, id, false, { by: null, at: now })
  })
}
