import { type Db, statement } from '../foundation/db/index.ts'
import type { CatalogueAddress } from './catalogue-address.ts'
import type { Hand } from './hand.ts'

const COLUMNS = `id, provider, url, added_at as "addedAt", daily_since as "dailySince"`

type Row = CatalogueAddress & Record<string, unknown>

const ofProvider = statement<Row>(
  'training.catalogueAddresses',
  `select ${COLUMNS} from training.catalogue_address where provider = $1 and ended_at is null order by added_at, id limit 20`,
)
const byId = statement<Row>(
  'training.catalogue_address',
  `select ${COLUMNS} from training.catalogue_address where id = $1 and ended_at is null`,
)
const daily = statement<Row>(
  'training.dailyAddresses',
  `select ${COLUMNS} from training.catalogue_address where daily_since is not null and ended_at is null
     and not exists (select from training.import where import.address = catalogue_address.id and begun_at > $1) order by id limit 1000`,
)
const insert = statement<{ id: string }>(
  'training.addAddress',
  'insert into training.catalogue_address (provider, url, added_at, added_by) values ($1, $2, $3, $4) returning id',
)
const setDaily = statement('training.setDaily', 'update training.catalogue_address set daily_since = $2 where id = $1')
const end = statement(
  'training.endAddress',
  'update training.catalogue_address set ended_at = $2, ended_by = $3, daily_since = null where id = $1 and ended_at is null',
)

/** The addresses a provider has catalogues at. */
export const addressesOf: (db: Db, provider: string) => Promise<CatalogueAddress[]> = ofProvider

/** One of them. */
export const readAddress = async (db: Db, id: string): Promise<CatalogueAddress | undefined> => (await byId(db, id))[0]

/** What is read every night, and was not read since. */
export const addressesDue: (db: Db, since: Date) => Promise<CatalogueAddress[]> = daily

/** Adds an address. Returns its id. */
export async function addAddress(tx: Db, provider: string, url: string, { by, at }: Hand): Promise<string> {
  const [row] = await insert(tx, provider, url, at, by)
  if (!row) throw new Error('An address was added and is not there.')
  return row.id
}

/** Has an address read every night, or no longer. */
export const readDaily = async (tx: Db, id: string, since: Date | null): Promise<void> =>
  void (await setDaily(tx, id, since))

/** Takes an address off; what was read from it stays. */
export const endAddress = async (tx: Db, id: string, { by, at }: Hand): Promise<void> =>
  void (await end(tx, id, at, by))

const newlyRefused = statement<{ place: string; words: string[] }>(
  'training.newlyRefused',
  `select place, words from training.import_item as item
   where import = $1 and outcome = 'refused' and not exists (
     select from training.import_item as earlier
     where earlier.import = (select import.id from training.import join training.import_report as report
           on report.import = import.id and report.new + report.changed + report.same + report.refused > 0
         where address = $2 and import.id <> $1
           and begun_at < (select begun_at from training.import where id = $1) order by begun_at desc limit 1)
       and earlier.outcome = 'refused' and earlier.code = item.code and earlier.words = item.words)
   order by no limit 20`,
)

/** What this reading of an address could not read, and the last one that had a report could, or did not have. */
export const refusedAnew: (db: Db, id: string, address: string) => Promise<{ place: string; words: string[] }[]> =
  newlyRefused

const lastFaults = statement<{ fault: string; empty: boolean }>(
  'training.lastFaults',
  `select reading.fault, coalesce(report.new + report.changed + report.same + report.refused, 0) = 0 as empty
   from training.import join training.import_reading as reading on reading.import = import.id
   left join training.import_report as report on report.import = import.id
   where import.address = $1 and import.begun_by is null order by import.begun_at desc limit $2`,
)

/** How many of the last nightly readings of an address failed, one after the other, up to `most`. */
export async function failuresOf(db: Db, address: string, most: number): Promise<number> {
  const rows = await lastFaults(db, address, most)
  const good = rows.findIndex(({ fault, empty }) => fault === '' || !empty)
  return good < 0 ? rows.length : good
}

const follow = statement<{ import: string }>(
  'training.followImport',
  `insert into training.import_following (import, followed_at) values ($1, $2) on conflict do nothing returning import`,
)

/** Notes that a nightly reading is followed up. False when somebody did before: then there is nothing left to tell. */
export const beginFollowing = async (tx: Db, id: string, now: Date): Promise<boolean> =>
  (await follow(tx, id, now)).length > 0
