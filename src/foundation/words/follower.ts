import { setImmediate as turn } from 'node:timers/promises'
import type { Pool } from 'pg'
import { type Db, dbOn, poolOf, statement } from '../db/index.ts'
import { type Entry, WordIndex } from './word-index.ts'
import type { Words } from './words.ts'

/** What is kept of a table in memory: rows go in by their number, and readers get it as it is at one moment. */
export interface Kept<Row, View> {
  put(row: Row): void
  drop(no: number): void
  view(): View
  /** Gives back the room that was kept for more. */
  trim(): void
  /** Whether so much has died that making it anew is worth the work. */
  readonly isWorn: boolean
  /** The same without the dead. `pause` lets others have their turn. */
  renewed(pause: () => Promise<unknown>): Promise<Kept<Row, View>>
}

/** A table of which something is kept in memory. Its changes are noted by a trigger: see 015-words.sql. */
export interface Source<Row extends { no: number }, View> {
  /** As the trigger calls it. */
  name: string
  entries(db: Db, nos: number[]): Promise<Row[]>
  /** What is kept before anything was read. */
  empty(): Kept<Row, View>
}

/** A table whose rows can be found by their words. */
export interface WordSource extends Source<Entry, Words> {
  /** Numbers in one text, for a question only PostgreSQL can answer. */
  matching(db: Db, tsquery: string): Promise<{ nos: string }[]>
}

/**
 * Describes a table with `no` and `words`. `at` says when it was published, `tags` gives a text with a line per tag; both
 * are expressions over a row called `entry`.
 */
export function wordSource(name: string, { table, at, tags }: { table: string; at: string; tags: string }): WordSource {
  return {
    name,
    empty: () => new WordIndex(),
    entries: statement<Entry & Record<string, unknown>>(
      `words.entries ${name}`,
      `select no, extract(epoch from ${at})::float8 as at, words::text as words, ${tags} as tags
       from ${table} as entry where no = any ($1::int[])`,
    ),
    matching: statement<{ nos: string }>(
      `words.matching ${name}`,
      `select array_to_string(array(select no from ${table} where words @@ $1::tsquery), ',') as nos`,
    ),
  }
}

/** Entries read and put in at one time: less than 50 ms of work, long texts included. */
const AT_ONE_TIME = 100

const changes = statement<{ changed: string; mark: string }>(
  'words.changes',
  `select array_to_string(array(
     select no || ':' || at from house.word_change where source = $1 and at >= $2::xid8), ',') as changed,
   pg_snapshot_xmin(pg_current_snapshot())::text as mark`,
)

// Transactions are numbered per database server: those of a copy that was restored elsewhere lie in the future here.
const settle = statement(
  'words.settleChanges',
  `update house.word_change set at = pg_current_xact_id()
   where source = $1 and at >= pg_snapshot_xmax(pg_current_snapshot())`,
)

/** Keeps one index as its table is, in this process. */
class Follower<Row extends { no: number }, View> {
  #db: Db
  #source: Source<Row, View>
  #index: Kept<Row, View>
  #view: View
  #mark: string | undefined
  /** What was read of transactions that may not all have ended: looked at again, not read again. */
  #seen = new Map<number, string>()
  #running: Promise<View> | undefined
  #next: Promise<View> | undefined

  constructor(db: Db, source: Source<Row, View>) {
    this.#db = db
    this.#source = source
    this.#index = source.empty()
    this.#view = this.#index.view()
  }

  /** The index with everything that was committed before this was asked. Who asks meanwhile shares the next look. */
  current(): Promise<View> {
    if (this.#running === undefined) return this.#start()
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    )
    return this.#next
  }

  #start(): Promise<View> {
    this.#next = undefined
    this.#running = this.#catchUp().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #catchUp(): Promise<View> {
    const { name } = this.#source
    if (this.#mark === undefined) await settle(this.#db, name)
    const [row] = await changes(this.#db, name, this.#mark ?? '0')
    const { changed = '', mark = '0' } = row ?? {}
    const noted = changed === '' ? [] : changed.split(',').map(changeIn)
    const unread = noted.filter(([no, at]) => this.#seen.get(no) !== at)
    for (let from = 0; from < unread.length; from += AT_ONE_TIME)
      await this.#read(unread.slice(from, from + AT_ONE_TIME).map(([no]) => no))
    this.#seen = new Map(noted.filter(([, at]) => BigInt(at) >= BigInt(mark)))
    if (unread.length > 0) {
      if (unread.length > AT_ONE_TIME) this.#index.trim()
      if (this.#index.isWorn) this.#index = await this.#index.renewed(() => turn())
      this.#view = this.#index.view()
    }
    this.#mark = mark
    return this.#view
  }

  async #read(nos: number[]): Promise<void> {
    const entries = new Map((await this.#source.entries(this.#db, nos)).map((entry) => [entry.no, entry]))
    for (const no of nos) {
      const entry = entries.get(no)
      if (entry === undefined) this.#index.drop(no)
      else this.#index.put(entry)
    }
  }
}

function changeIn(text: string): [no: number, at: string] {
  const cut = text.indexOf(':')
  return [Number(text.slice(0, cut)), text.slice(cut + 1)]
}

/** The index of a source with everything that was committed before this was asked; read whole the first time, then what changed. */
export function following<Row extends { no: number }, View>(source: Source<Row, View>): (db: Db) => Promise<View> {
  const followers = new WeakMap<Pool, Follower<Row, View>>()
  return (db) => {
    const pool = poolOf(db)
    const follower = followers.get(pool) ?? new Follower(dbOn(pool), source)
    followers.set(pool, follower)
    return follower.current()
  }
}

const readers = new WeakMap<WordSource, (db: Db) => Promise<Words>>()

/** Where words stand in what is committed now; the first time it reads everything, after that only what changed. */
export function currentWords(db: Db, source: WordSource): Promise<Words> {
  const reader = readers.get(source) ?? following(source)
  readers.set(source, reader)
  return reader(db)
}
