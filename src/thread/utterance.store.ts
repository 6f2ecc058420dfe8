import { randomUUID } from 'node:crypto'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { forgetWords, rewriteSpoken } from './search-entry.store.ts'
import { utterance as utteranceTable } from './thread.tables.ts'
import { newSalt, type Utterance, utteranceHash } from './utterance.ts'

/** Keeps someone's words in their one erasable row; a revision may hold only what comes back. */
export async function keepUtterance(
  db: Db,
  { text, person = null, at }: { text: string; person?: string | null; at: Date },
): Promise<{ id: string; hash: string }> {
  const id = randomUUID()
  const salt = newSalt()
  const hash = utteranceHash(salt, text)
  await db.insert(utteranceTable).values({ id, text, salt, hash, person, saidAt: at })
  return { id, hash }
}

interface Row {
  id: string
  text: string | null
  hash: string
  withdrawn: boolean
}

const byIds = statement<Row>(
  'thread.utterances',
  'select id, text, hash, withdrawn_at is not null as withdrawn from thread.utterance where id = any ($1)',
)

/** Words by id; what was withdrawn is there, without text. */
export async function utterances(db: Db, ids: string[]): Promise<Map<string, Utterance>> {
  if (ids.length === 0) return new Map()
  return new Map((await byIds(db, ids)).map((row) => [row.id, row]))
}

const empty = statement<{ text: string }>(
  'thread.withdraw',
  `update thread.utterance set text = null, salt = null, person = null, withdrawn_at = $2
   from (select id, text as words from thread.utterance where id = $1 and withdrawn_at is null for update) as before
   where utterance.id = before.id
   returning before.words as text`,
)

/**
 * Takes someone's words back: the row is emptied, and with the salt goes the last way to try a guess. Pages, search
 * and documents follow at once. False when they were gone already.
 */
export async function withdrawUtterance(db: Db, id: string, at: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const [before] = await empty(tx, id, at)
    if (before === undefined) return false
    await rewriteSpoken(tx, id)
    await forgetWords(tx, before.text)
    await contentChanged(tx)
    return true
  })
}

const ofPerson = statement<{ id: string; text: string; at: Date }>(
  'thread.utterancesOf',
  'select id, text, said_at as at from thread.utterance where person = $1 order by said_at, id',
)

/** Everything a person said that still stands, for their own export. */
export const utterancesOf: (db: Db, person: string) => Promise<{ id: string; text: string; at: Date }[]> = ofPerson

const tie = statement(
  'thread.tieUtterances',
  'update thread.utterance set person = $2 where id = any ($1) and person is null and withdrawn_at is null',
)

/** Words whose speaker turned out to have an account: from now on they are among what that person said. */
export async function tieUtterances(db: Db, ids: string[], person: string): Promise<void> {
  if (ids.length > 0) await tie(db, ids, person)
}

/** Takes back everything a person said, when the account is erased. Says how much that was. */
export async function withdrawUtterancesOf(db: Db, person: string, at: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const said = await ofPerson(tx, person)
    for (const { id } of said) await withdrawUtterance(tx, id, at)
    return said.length
  })
}
