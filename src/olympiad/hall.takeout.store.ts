import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { type Takeout, tracesIn } from '../people/index.ts'
import { HALL_TRACES } from './hall.trace.ts'
import { eraseSignups, exportSignups } from './signup.store.ts'

const traces = tracesIn('olympiad', 'olympiad.hallTraces', HALL_TRACES)

const hosting = statement<{ title: string; number: number; about: string }>(
  'olympiad.takeout.hosting',
  `select o.title, h.number, h.title as about from olympiad.hall_table h
    join olympiad.olympiad o on o.id = h.olympiad where h.host = $1 order by o.starts_on, h.number`,
)
const stopHosting = statement('olympiad.erase.host', 'update olympiad.hall_table set host = null where host = $1')

/** The days someone signed up for, the tables they host, and what they did there and in the room. */
export async function exportHall(db: Db, person: string): Promise<Takeout[]> {
  const tables = await hosting(db, person)
  return [
    ...(await exportSignups(db, person)),
    {
      name: 'olympiade-tafels',
      title: 'Tafels waar jij mensen ontvangt',
      rows: tables.map(({ title, number, about }) => ({ olympiade: title, tafel: number, onderwerp: about })),
    },
    { name: 'olympiade-dag', title: 'Wat je deed op de dag zelf', rows: await traces.told(db, person) },
  ]
}

/** Takes someone off the lists of days, and their name off tables and off what they did there. Safe to run twice. */
export async function eraseHall(db: Db, person: string, at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    await eraseSignups(tx, person, at)
    await stopHosting(tx, person)
    await traces.forgotten(tx, person)
  })
}
