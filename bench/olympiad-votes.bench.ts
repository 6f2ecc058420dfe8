import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { dbOn } from '../src/foundation/db/index.ts'
import { sha256 } from '../src/foundation/seal.ts'
import { countRound, type Order, stopCounting } from '../src/olympiad/arithmetic.ts'
import { closeRound } from '../src/olympiad/closing.store.ts'
import { roundOf } from '../src/olympiad/figures.sample.ts'
import { heldBy } from '../src/olympiad/panel.ts'
import { atLeast, atMost, type Bench, ms, type Row, type Scenario } from './context.ts'

const here = fileURLToPath(import.meta.url)

const PANEL = 5000
const SENTENCES = 60
const ROLES = ['inwoner', 'professional', 'manager', 'beleidsmaker', 'onderzoeker', 'opleider']
/** Whoever asks from the process of the load knows the keys by their number alone. */
const keyOf = (who: number): string => sha256(`bench ${who}`).slice(0, 43)
const slug = 'bench'
const noted = join(tmpdir(), 'verankerd-bench-olympiad.json')

interface Noted {
  cookie: string
}

let known: Noted | undefined

/** One vote as a phone sends it: another panellist, another sentence. */
export const vote: Scenario = async (visitor, run) => {
  known ??= JSON.parse(readFileSync(noted, 'utf8')) as Noted
  const answer = ['nodig', 'twijfel', 'niet-nodig', 'weet-niet'][run % 4] ?? 'nodig'
  const sentence = 1 + (Math.floor(run / PANEL) % SENTENCES)
  const cookie = `${known.cookie}=${keyOf(run % PANEL)}`
  visitor.expect(await visitor.post(`/olympiades/${slug}/zin/${sentence}`, { antwoord: answer }, { cookie }), 303)
}

const LAID = `
  with o as (
    insert into olympiad.olympiad (slug, year, title, question, intro, starts_on, ends_on, mode, rule, minimum, removal_rule,
      item, made_at)
    values ('${slug}', 2026, 'Bench', 'Vraag?', 'Intro.', '2026-01-01', '2036-01-01', 'confidential', $1, 5, 'Regel.',
      gen_random_uuid(), now()) returning id
  ), roles as (
    insert into olympiad.stakeholder_role (olympiad, slug, name, plural, position, target)
    select o.id, name, name, name, at, 10 from o, unnest($2::text[]) with ordinality as r (name, at)
  ), charter as (
    insert into olympiad.charter (olympiad, rule, minimum, mode, roles, removal_rule, locked_at)
    select o.id, $1, 5, 'confidential', $3, 'Regel.', now() from o
  ), r as (
    insert into olympiad.round (olympiad, number, kind, mode, opens_at, closes_at, planned_at)
    select o.id, 1, 'weighing', 'confidential', now() - interval '1 day', now() + interval '9 years', now() from o
    returning id, olympiad
  ), opened as (
    insert into olympiad.round_opening (round, roster, statements, opened_at) select id, '-', '-', now() from r
  ), s as (
    insert into olympiad.statement (made_at) select now() from generate_series(1, ${SENTENCES}) returning id
  ), t as (
    insert into olympiad.statement_text (statement, version, plain, example, professional, reason, written_at)
    select id, 1, 'Je vraagt eerst wat iemand wil.', '', '', '', now() from s
  ), rs as (
    insert into olympiad.round_statement (round, statement, version, position)
    select r.id, s.id, 1, row_number() over () from r, s
  )
  select r.id as round, r.olympiad from r`

async function lay(pool: Bench['pool']): Promise<{ round: string; olympiad: string }> {
  const rule = JSON.stringify({ is: 'shares', needed: 70, notNeeded: 15 })
  const roles = JSON.stringify(ROLES.map((role) => ({ slug: role, name: role, plural: role, target: 10 })))
  const { rows } = await pool.query<{ round: string; olympiad: string }>(LAID, [rule, ROLES, roles])
  const [laid] = rows
  if (laid === undefined) throw new Error('The round was not laid.')
  const held = Array.from({ length: PANEL }, (_, who) => heldBy(keyOf(who)))
  await pool.query(
    `insert into olympiad.panellist (olympiad, role, channel, key_hash, invited_at, joined_at)
     select $1, ($3::text[])[1 + at % ${ROLES.length}], 'mail', hash, now(), now()
     from unnest($2::text[]) with ordinality as p (hash, at)`,
    [laid.olympiad, held.map(({ panellist }) => panellist), ROLES],
  )
  await pool.query(
    `insert into olympiad.pseudonym (holder, olympiad, nonce) select holder, $1, nonce
     from unnest($2::text[], $3::text[]) as p (holder, nonce)`,
    [laid.olympiad, held.map(({ pseudonym }) => pseudonym), held.map(({ receipt }) => receipt)],
  )
  return laid
}

/** Every panellist about every sentence, as after two weeks of voting. */
async function fill(pool: Bench['pool'], { round, olympiad }: { round: string; olympiad: string }): Promise<void> {
  await pool.query('delete from olympiad.ballot where round = $1', [round])
  await pool.query(
    `insert into olympiad.ballot (round, pseudonym, statement, role, score)
     select $1, n.pseudonym, s.statement, ($3::text[])[1 + n.at % ${ROLES.length}],
       nullif(least(9, greatest(0, 5 + (4 * sin(n.at * 7 + s.position) + random() * 3)::int)), 0)
     from (select pseudonym, row_number() over (order by pseudonym) as at from olympiad.pseudonym where olympiad = $2) n,
       (select statement, position from olympiad.round_statement where round = $1) s`,
    [round, olympiad, ROLES],
  )
  await pool.query('analyze olympiad.ballot')
}

/** A first count, which starts the thread: what the server has to do when no round closed for a while. */
async function timeStart(program: string): Promise<number> {
  const began = performance.now()
  const thread = new Worker(program)
  thread.postMessage({ id: 1, round: roundOf(10, 2) } satisfies Order)
  await once(thread, 'message')
  const took = performance.now() - began
  await thread.terminate()
  return took
}

/**
 * Closing from a process of its own. From source the thread starts through tsx, which the server never does; so it runs
 * before, and the start of the built one is added.
 */
async function timeClosing(bench: Bench, round: string): Promise<{ ms: number; cpuMs: number; starting: number }> {
  const starting = await timeStart(fileURLToPath(new URL('../dist/arithmetic.js', import.meta.url)))
  const pool = new pg.Pool({ connectionString: bench.database, max: 1, allowExitOnIdle: true })
  await countRound(roundOf(10, 2))
  const [from, elsewhere, own] = [performance.now(), bench.cpu(), process.cpuUsage()]
  await closeRound(dbOn(pool), round, { by: null, at: new Date(), final: false })
  const closed = performance.now() - from
  const { user, system } = process.cpuUsage(own)
  const cpuMs = bench.cpu() - elsewhere + (user + system) / 1000
  await stopCounting()
  await pool.end()
  return { ms: starting + closed, cpuMs, starting }
}

export async function rows(bench: Bench): Promise<Row[]> {
  const laid = await lay(bench.pool)
  const cookie = `meedoen-${sha256(laid.olympiad).slice(0, 8)}`
  writeFileSync(noted, JSON.stringify({ cookie } satisfies Noted))
  // Six hundred at once, as when everyone in the hall taps in the same seconds.
  const began = performance.now()
  const burst = await bench.measure(here, 'vote', { runs: 600, warmUp: 0, atOnce: 600 })
  const burstTook = 600 / burst.perSecond
  const sustained = await bench.measure(here, 'vote', { runs: 8000, warmUp: 400, atOnce: 24 })
  const { rows: kept } = await bench.pool.query<{ n: number }>(
    'select count(*)::int as n from olympiad.ballot where round = $1',
    [laid.round],
  )
  // Every run is another panellist or another sentence; the burst comes back among them.
  const missing = 8400 - (kept[0]?.n ?? 0)
  await fill(bench.pool, laid)
  const closing = await timeClosing(bench, laid.round)
  const all = `${Math.round((performance.now() - began) / 1000)} s in all`
  return [
    atMost('600 votes at once, the last acknowledged after', 10, burstTook, 's', burst.beside),
    atLeast(
      'votes per second, each with a durable commit',
      400,
      sustained.perSecond,
      '/s',
      `${sustained.cpuMs.toFixed(2)} ms CPU each; ${sustained.beside}`,
    ),
    atMost('votes refused in that rush, and after it', 0, burst.faults + sustained.faults, ''),
    atMost('votes acknowledged and not kept', 0, missing - sustained.faults, ''),
    atMost(
      `closing ${PANEL.toLocaleString('en')} panellists × ${SENTENCES} sentences, reading and opinion groups in it`,
      1500,
      closing.ms,
      'ms',
      `${ms(closing.cpuMs)} CPU of the closing itself, and ${ms(closing.starting)} to start the thread; ${all}`,
    ),
  ]
}
