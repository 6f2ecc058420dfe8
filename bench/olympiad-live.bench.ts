import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { sha256 } from '../src/foundation/seal.ts'
import { heldBy, newKey } from '../src/olympiad/panel.ts'
import { DEFAULT_RULE } from '../src/olympiad/rule.ts'
import { atMost, type Bench, ms, type Row } from './context.ts'
import type { Ask, Told } from './room.ts'

/** A hall, and how long it votes. Source: reliability L2, and issue 4. */
const PHONES = 1_000
const PER_SECOND = 100
const SECONDS = 60
const STATEMENTS = 10
/** Changes of which the CPU is averaged; at most four a second, as the house itself allows. */
const CHANGES = 24

interface Hall {
  slug: string
  session: string
  statements: string[]
  round: string
  cookies: string[]
}

/** One round in the room, as far as it has come when everyone sits: a code, sentences, and a thousand phones let in. */
async function openHall({ pool }: Bench): Promise<Hall> {
  const [olympiad, item, round, session] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const slug = `bench-${olympiad.slice(0, 8)}`
  const statements = Array.from({ length: STATEMENTS }, () => randomUUID())
  const keys = Array.from({ length: PHONES }, () => newKey('room'))
  const held = keys.map(heldBy)
  await pool.query(
    `insert into olympiad.olympiad (id, slug, year, title, question, intro, starts_on, ends_on, mode, rule, minimum,
       removal_rule, fictional, item, made_at)
     values ($1, $2, 2026, 'Bench', 'Wat is goede hulp?', '', current_date, current_date, 'confidential', $3, 5, '', true, $4, now())`,
    [olympiad, slug, JSON.stringify(DEFAULT_RULE), item],
  )
  await pool.query(
    `insert into olympiad.stakeholder_role (olympiad, slug, name, plural, position, target)
     values ($1, 'inwoner', 'inwoner', 'inwoners', 1, 12)`,
    [olympiad],
  )
  await pool.query('insert into olympiad.statement (id, made_at) select unnest($1::uuid[]), now()', [statements])
  await pool.query(
    `insert into olympiad.statement_text (statement, version, plain, example, professional, reason, written_at)
     select unnest($1::uuid[]), 1, 'Je vraagt eerst wat iemand zelf al heeft geprobeerd.', 'Bij de soeptafel vraagt Riet wie er wil koken.',
       'De professional sluit aan bij de eigen kracht van de cliënt.', 'x', now()`,
    [statements],
  )
  await pool.query(
    `insert into olympiad.round (id, olympiad, number, kind, mode, opens_at, closes_at, planned_at)
     values ($1, $2, 1, 'weighing', 'confidential', now() - interval '1 hour', now() + interval '1 day', now())`,
    [round, olympiad],
  )
  await pool.query(
    `insert into olympiad.round_statement (round, statement, version, position)
     select $1, s, 1, n from unnest($2::uuid[]) with ordinality as given (s, n)`,
    [round, statements],
  )
  await pool.query(
    `insert into olympiad.round_opening (round, roster, statements, opened_at) values ($1, '-', '-', now())`,
    [round],
  )
  await pool.query(
    `insert into olympiad.panellist (olympiad, role, channel, key_hash, invited_at, joined_at)
     select $1, 'inwoner', 'room', unnest($2::text[]), now(), now()`,
    [olympiad, held.map(({ panellist }) => panellist)],
  )
  await pool.query(
    `insert into olympiad.pseudonym (olympiad, holder, nonce) select $1, h, n from unnest($2::text[], $3::text[]) as made (h, n)`,
    [olympiad, held.map(({ pseudonym }) => pseudonym), held.map(({ receipt }) => receipt)],
  )
  await pool.query(`insert into olympiad.live_session (id, round, code, started_at) values ($1, $2, $3, now())`, [
    session,
    round,
    String(100_000 + Math.floor(Math.random() * 900_000)),
  ])
  const cookie = `meedoen-${sha256(olympiad).slice(0, 8)}`
  return { slug, session, statements, round, cookies: keys.map((key) => `${cookie}=${key}`) }
}

const tsx = ['--import', 'tsx']

/** What the crowd answers; an error when it ends without a word. */
async function ask(child: ChildProcess, wanted: Ask): Promise<Told> {
  child.send(wanted)
  const ended = new AbortController()
  const early = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`The crowd left with code ${code}.`)
  })
  const answered = once(child, 'message', { signal: ended.signal }).then(([told]): Told => told)
  try {
    return await Promise.race([answered, early])
  } finally {
    early.catch(() => {})
    answered.catch(() => {})
    ended.abort()
  }
}

/** CPU of a hall that only listens, of one that sees changes, and so of one change to everyone. */
async function spreadCost(bench: Bench, hall: Hall): Promise<number> {
  const seconds = CHANGES / 4
  const quiet = bench.cpu()
  await pause(seconds * 1000)
  const before = bench.cpu()
  for (let n = 0; n < CHANGES; n++) {
    await bench.pool.query(
      `insert into olympiad.live_event (session, seq, kind, statement, seconds, done_at) values ($1, $2, 'show', $3, 90, now())`,
      [hall.session, 1_000 + n, hall.statements[n % STATEMENTS]],
    )
    // A little slower than the house reads, so that every change is told by itself.
    await pause(300)
  }
  const after = bench.cpu()
  const rest = (before - quiet) * ((CHANGES * 0.3) / seconds)
  return (after - before - rest) / CHANGES
}

/** What a bare server takes to write as many bytes to as many lines. */
async function rawCost(): Promise<number> {
  const raw = fork('bench/room.raw.ts', [], { execArgv: tsx })
  const [port] = (await once(raw, 'message')) as [number]
  const crowd = fork('bench/room.ts', [], { execArgv: tsx })
  const cookies = Array.from({ length: PHONES }, () => '')
  await ask(crowd, { do: 'listen', baseUrl: `http://127.0.0.1:${port}`, path: '/', cookies, watch: 'event: stand' })
  raw.send({ times: CHANGES, bytes: 900 })
  const [cost] = (await once(raw, 'message')) as [number]
  await ask(crowd, { do: 'leave' })
  return cost
}

export async function rows(bench: Bench): Promise<Row[]> {
  const hall = await openHall(bench)
  const at = `/olympiades/${hall.slug}/live`
  const crowd = fork('bench/room.ts', [], { execArgv: tsx })
  const { cookies, statements, session } = hall
  const began = performance.now()
  const heard = await ask(crowd, {
    do: 'listen',
    baseUrl: bench.baseUrl,
    path: `${at}/stroom`,
    cookies,
    watch: 'event: stand',
  })
  const opened = performance.now() - began
  const told = await ask(crowd, {
    do: 'vote',
    database: bench.database,
    session,
    path: `${at}/stem`,
    statements,
    perSecond: PER_SECOND,
    seconds: SECONDS,
  })
  const memory = bench.memory().server
  const { rows: counted } = await bench.pool.query<{ kept: string; distinct: string }>(
    `select count(*) as kept, count(distinct (statement, pseudonym)) as distinct from olympiad.ballot where round = $1`,
    [hall.round],
  )
  const kept = Number(counted[0]?.kept)
  const cost = await spreadCost(bench, hall)
  await ask(crowd, { do: 'leave' })
  const raw = await rawCost()
  const beside = `${heard.listening} let in within ${ms(opened)}; ${told.sent} sent, ${kept} kept; server ${memory.toFixed(0)} MB`
  return [
    atMost(
      `live: ${PHONES} listen, ${PER_SECOND} votes/s for ${SECONDS} s, acknowledged p99`,
      1000,
      told.ackP99,
      'ms',
      beside,
    ),
    atMost('live: a change heard by every phone, p95', 1000, told.spreadP95, 'ms', `${told.changes} changes measured`),
    atMost(
      'live: votes acknowledged and not kept, or kept twice',
      0,
      Math.abs(told.saved - kept) + kept - Number(counted[0]?.distinct),
      '',
    ),
    atMost('live: phones that lost the line or missed a step', 0, told.lost + (PHONES - told.listening), ''),
    atMost(`live: CPU to tell one change to ${PHONES}`, 40, cost, 'ms', `a bare server writes the same in ${ms(raw)}`),
  ]
}
