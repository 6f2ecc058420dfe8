import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { sendJob } from '../foundation/jobs/index.ts'

const keys = statement('olympiad.forget.keys', 'delete from olympiad.pseudonym where olympiad = $1')
const reasons = statement(
  'olympiad.forget.reasons',
  `update olympiad.reason set pseudonym = null
   where pseudonym is not null and round in (select id from olympiad.round where olympiad = $1)`,
)
const proposals = statement(
  'olympiad.forget.proposals',
  `update olympiad.proposal set pseudonym = null
   where pseudonym is not null and round in (select id from olympiad.round where olympiad = $1)`,
)

const flagged = statement(
  'olympiad.forget.flags',
  `update olympiad.flag set pseudonyms = '{}' where round in (select id from olympiad.round where olympiad = $1)`,
)

/** The queue that writes ballots anew. */
export const MIXING = 'olympiad-retention'

/**
 * At the final closing: from here on no key leads to any ballot. What still lies together under a pseudonym is written
 * anew right after, by a job, for that takes longer than people who are voting elsewhere can wait.
 */
export async function forgetKeys(tx: Db, olympiad: string): Promise<void> {
  await keys(tx, olympiad)
  await reasons(tx, olympiad)
  await proposals(tx, olympiad)
  await flagged(tx, olympiad)
  await sendJob(tx, MIXING, { olympiad })
}

const held = statement('olympiad.mix.held', 'select id from olympiad.olympiad where id = $1 for update')
const names = `create temporary table mixed on commit drop as
  select pseudonym, gen_random_uuid() as fresh from (
    select distinct b.pseudonym from olympiad.ballot b join olympiad.round r on r.id = b.round where r.olympiad = $1
  ) as every`
const taken = `create temporary table taken on commit drop as
  select b.round, b.statement, mixed.fresh as pseudonym, b.role, b.score, b.panellist
  from olympiad.ballot b join mixed using (pseudonym)`
const gone = `delete from olympiad.ballot b using olympiad.round r where r.id = b.round and r.olympiad = $1`
const back =
  'insert into olympiad.ballot select round, statement, pseudonym, role, score, panellist from taken order by random()'
const secretTaken = `create temporary table secretly on commit drop as
  select b.round, b.statement, b.role, b.score from olympiad.secret_ballot b
  join olympiad.round r on r.id = b.round where r.olympiad = $1`
const secretGone = `delete from olympiad.secret_ballot b using olympiad.round r where r.id = b.round and r.olympiad = $1`
const secretBack = `insert into olympiad.secret_ballot (round, statement, role, score)
  select round, statement, role, score from secretly order by random()`

const AT_LEISURE = 10 * 60_000

/**
 * Writes every ballot of an Olympiade anew, under fresh pseudonyms and in an order of chance: neither where a row lies,
 * nor what it was called before, leads back. Safe to run twice.
 */
export async function mixBallots(db: Db, olympiad: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.$client.query(`set local statement_timeout = ${AT_LEISURE}`)
    await held(tx, olympiad)
    const run = (text: string, values: unknown[] = []) =>
      tx.$client.query({ text, values, query_timeout: AT_LEISURE } as { text: string; values: unknown[] })
    for (const step of [names, taken, gone]) await run(step, step === taken ? [] : [olympiad])
    await run(back)
    await run(secretTaken, [olympiad])
    await run(secretGone, [olympiad])
    await run(secretBack)
  })
}
