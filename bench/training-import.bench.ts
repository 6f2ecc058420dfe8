import { setTimeout as pause } from 'node:timers/promises'
import { daysLater } from '../src/foundation/day.ts'
import { type Db, dbOn } from '../src/foundation/db/index.ts'
import { GEMEENTEN } from '../src/foundation/gemeente.ts'
import {
  acceptImport,
  beginImport,
  keepBytes,
  readImport,
  sendImport,
  undoImport,
} from '../src/training/import.store.ts'
import { importState } from '../src/training/import.ts'
import { readProvider } from '../src/training/provider.store.ts'
import { atMost, type Bench, type Row } from './context.ts'

const COURSES = 20_000
const DATES = 5
const HEAD =
  'code;titel;wat kun je daarna;over de training;vorm;uren;prijs;kenmerken;datum;begintijd;eindtijd;plaats;nog vrij'

/** A catalogue by our template: 20,000 courses, each on five days. `price` makes another edition of it. */
function catalogue(today: string, price: number): Buffer {
  const about = 'Een dag met oefeningen over luisteren, vragen stellen en samen verder gaan. '.repeat(5)
  const lines = Array.from({ length: COURSES * DATES }, (_, at) => {
    const course = Math.floor(at / DATES)
    const text =
      at % DATES === 0
        ? `Bench ${course};Je voert een goed gesprek.;${about};op locatie;6;€ ${price};op de vraag af: oefenen`
        : ';;;;;;'
    const place = GEMEENTEN[at % GEMEENTEN.length]?.name ?? ''
    return `B-${course};${text};${daysLater(today, 1 + (at % 300))};9.30;16.30;${place};${at % 12}`
  })
  return Buffer.from([HEAD, ...lines].join('\n'))
}

interface Taken {
  seconds: number
  /** Most of the server and the process beside it together, in MB; and of each. */
  memory: number
  server: number
  reader: number
}

/** Waits until an import stands somewhere, and looks meanwhile how much memory that takes. */
async function until(bench: Bench, db: Db, id: string, state: string): Promise<Taken> {
  const began = performance.now()
  const most = { memory: 0, server: 0, reader: 0 }
  for (;;) {
    const { server, documents } = bench.memory()
    most.memory = Math.max(most.memory, server + documents)
    most.server = Math.max(most.server, server)
    most.reader = Math.max(most.reader, documents)
    const one = await readImport(db, id)
    if (one && importState(one) === state) return { seconds: (performance.now() - began) / 1000, ...most }
    if (performance.now() - began > 400_000) return { seconds: Number.POSITIVE_INFINITY, ...most }
    await pause(100)
  }
}

export async function rows(bench: Bench): Promise<Row[]> {
  const db = dbOn(bench.pool)
  const idle = bench.memory()
  const now = new Date()
  const hand = { by: null, at: now }
  const provider = (await readProvider(db, 'leerplaats-kompas'))?.id ?? ''
  const send = async (bytes: Buffer): Promise<string> => {
    const id = await beginImport(db, { provider, address: null, name: 'bench.csv' }, hand)
    await keepBytes(db, id, bytes)
    await sendImport(db, id)
    return id
  }
  const today = now.toISOString().slice(0, 10)
  const first = await send(catalogue(today, 100))
  const read = await until(bench, db, first, 'reported')
  await acceptImport(db, first, false, hand)
  const set = await until(bench, db, first, 'set')
  const again = await send(catalogue(today, 100))
  const same = await until(bench, db, again, 'reported')
  await undoImport(db, first, hand)
  const undone = await until(bench, db, first, 'undone')
  const all = [read, set, same, undone]
  const most = (of: (one: Taken) => number) => Math.max(...all.map(of))
  return [
    atMost(
      'import: 20,000 courses, 100,000 dates, read, reported and put in place',
      60,
      read.seconds + set.seconds,
      's',
      `report ${read.seconds.toFixed(0)} s, setting ${set.seconds.toFixed(0)} s`,
    ),
    atMost('import: the same catalogue again, nothing changes', 60, same.seconds, 's'),
    atMost('import: undoing all of it', 120, undone.seconds, 's'),
    atMost(
      'import: memory above the idle server, the reading process included',
      300,
      most((one) => one.memory) - idle.server - idle.documents,
      'MB',
      `server at most ${most((one) => one.server).toFixed(0)} MB (${idle.server.toFixed(0)} MB before), reading ${(most((one) => one.reader) - idle.documents).toFixed(0)} MB`,
    ),
  ]
}
