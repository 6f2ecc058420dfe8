import { setImmediate as turn } from 'node:timers/promises'
import type { Pool } from 'pg'
import { type Db, dbOn, poolOf, statement } from '../db/index.ts'
import { type Entry, WordIndex } from './word-index.ts'
import type { Words } from './words.ts'

/** A table whose rows can be found by their words. Its changes are noted by a trigger: see 015-words.sql. */
export interface WordSource {
  /** As the trigger calls it. */
  name: string
  entries(db: Db, nos: number[]): Promise<Entry[]>
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
class Follower {
  #db: Db
  #source: WordSource
  #index = new WordIndex()
  #words = this.#index.view()
  #mark: string | undefined
  /** What was read of transactions that may not all have ended: looked at again, not read again. */
  #seen = new Map<number, string>()
  #running: Promise<Words> | undefined
  #next: Promise<Words> | undefined

  constructor(db: Db, source: WordSource) {
    this.#db = db
    this.#source = source
  }

  /** The index with everything that was committed before this was asked. Who asks meanwhile shares the next look. */
  current(): Promise<Words> {
    if (this.#running === undefined) return this.#start()
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    )
    return this.#next
  }

  #start(): Promise<Words> {
    this.#next = undefined
    this.#running = this.#catchUp().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #catchUp(): Promise<Words> {
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
      this.#words = this.#index.view()
    }
    this.#mark = mark
    return this.#words
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

const followers = new WeakMap<Pool, Map<string, Follower>>()

/** Where words stand in what is committed now; the first time it reads everything, after that only what changed. */
export function currentWords(db: Db, source: WordSource): Promise<Words> {
  const pool = poolOf(db)
  const known = followers.get(pool) ?? new Map<string, Follower>()
  followers.set(pool, known)
  const follower = known.get(source.name) ?? new Follower(dbOn(pool), source)
  known.set(source.name, follower)
  return follower.current()
}
