import type { Logger } from 'pino'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { eachRow, sendJob } from '../foundation/jobs/index.ts'

/** The queue that writes rows anew. */
export const MIXING = 'olympiad-retention'

/**
 * Has what a closing counted written anew right after, by a job: that takes longer than people who are voting elsewhere
 * can wait. It goes along with the closing: no closing without it.
 */
export async function mixLater(tx: Db, olympiad: string): Promise<void> {
  await sendJob(tx, MIXING, { olympiad })
}

/*
 * PostgreSQL notes with every row in which transaction it was written, and shows it to whoever asks for `xmin`. That
 * someone answered, what was answered and the receipt are written together, so that number alone joins them, and the place
 * of a row tells who came before whom. Rows that are written anew, all of one table in one statement and in an order of
 * chance, have one number together; tables one by one, or they would share it.
 */

const ONCE = 'olympiad.round r where r.olympiad = $1 and r.id'

const participations = statement(
  'olympiad.mix.participations',
  `with gone as (delete from olympiad.participation t using ${ONCE} = t.round returning t.*)
   insert into olympiad.participation (round, panellist) select round, panellist from gone order by random()`,
)
const pseudonyms = statement(
  'olympiad.mix.pseudonyms',
  `with gone as (delete from olympiad.pseudonym where olympiad = $1 returning *)
   insert into olympiad.pseudonym (holder, olympiad, pseudonym, nonce)
   select holder, olympiad, pseudonym, nonce from gone order by random()`,
)
const secretBallots = statement(
  'olympiad.mix.secretBallots',
  `with gone as (delete from olympiad.secret_ballot b using ${ONCE} = b.round returning b.*)
   insert into olympiad.secret_ballot (round, statement, role, score)
   select round, statement, role, score from gone order by random()`,
)
const receipts = statement(
  'olympiad.mix.receipts',
  `with gone as (delete from olympiad.receipt c using ${ONCE} = c.round returning c.*)
   insert into olympiad.receipt (round, code) select round, code from gone order by random()`,
)

// A closing logs under this row before it takes the pseudonyms away: it waits for the mixing, or the mixing finds none.
const held = statement('olympiad.mix.held', 'select from olympiad.olympiad where id = $1 for no key update')

/** All but the ballots that someone may still change: a row per person and round, so nobody waits for it. */
async function mixPeople(db: Db, olympiad: string): Promise<void> {
  for (const mix of [participations, pseudonyms, secretBallots, receipts])
    await inTransaction(db, async (tx) => {
      await held(tx, olympiad)
      await mix(tx, olympiad)
    })
}

// Whatever has one number already was written anew, or is one row.
const unmixed = statement<{ olympiad: string }>(
  'olympiad.mix.unmixed',
  `select distinct r.olympiad from olympiad.round r join olympiad.round_opening o on o.round = r.id
   where not exists (select from olympiad.round_closing c where c.round = r.id) and (
     (select count(distinct t.xmin::text) from olympiad.participation t where t.round = r.id) > 1
     or (select count(distinct n.xmin::text) from olympiad.pseudonym n where n.olympiad = r.olympiad) > 1)`,
)

/** While a round is open: who answered is written anew wherever someone came since the last time. */
export async function mixOpen(db: Db, log: Logger): Promise<void> {
  const telling = { log, what: 'write anew who answered', name: (row: { olympiad: string }) => row.olympiad }
  await eachRow(telling, await unmixed(db), ({ olympiad }) => mixPeople(db, olympiad))
}

const closed = statement<{ rounds: string[]; final: boolean }>(
  'olympiad.mix.closed',
  `select array_agg(r.id) as rounds, bool_or(c.final) as final
   from olympiad.round r join olympiad.round_closing c on c.round = r.id where r.olympiad = $1 having count(*) > 0`,
)
const byItself = statement('olympiad.mix.byItself', 'select pg_advisory_xact_lock(4014, hashtext($1))')

const ballots = `with fresh as materialized (
    select pseudonym, case when $2 then gen_random_uuid() else pseudonym end as name
    from (select distinct pseudonym from olympiad.ballot where round = any ($1)) as every
  ), gone as (delete from olympiad.ballot where round = any ($1) returning *)
  insert into olympiad.ballot (round, statement, pseudonym, role, score, panellist)
  select g.round, g.statement, fresh.name, g.role, g.score, g.panellist
  from gone g join fresh using (pseudonym) order by random()`

const AT_LEISURE = 10 * 60_000

/**
 * After a closing: writes everything about who answered and what was answered anew, in an order of chance. After the final
 * one every ballot gets a fresh pseudonym too, so neither where a row lies, nor when it was written, nor what it was called
 * before, leads back. Safe to run twice.
 */
export async function mixBallots(db: Db, olympiad: string): Promise<void> {
  await mixPeople(db, olympiad)
  await inTransaction(db, async (tx) => {
    await tx.$client.query(`set local statement_timeout = ${AT_LEISURE}`)
    await byItself(tx, olympiad)
    const [done] = await closed(tx, olympiad)
    if (done === undefined) return
    const values = [done.rounds, done.final]
    await tx.$client.query({ text: ballots, values, query_timeout: AT_LEISURE } as { text: string; values: unknown[] })
  })
}
