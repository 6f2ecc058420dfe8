import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { testDatabase } from '../../test/database.ts'
import { settleWorld } from '../../test/world.ts'
import { DAY, after as later } from '../foundation/clock.ts'
import type { Database, Db } from '../foundation/db/index.ts'
import { ownAnswers, saveAnswers, saveSecretly } from './ballot.store.ts'
import { receiptOf } from './ballot.ts'
import { closeRound } from './closing.store.ts'
import { mixBallots } from './mixing.store.ts'
import {
  type Member,
  noon,
  rolesTimes,
  settleOlympiad,
  settlePanel,
  settleRound,
  settleStatements,
} from './olympiad.sample.ts'
import { ROLES } from './olympiad.ts'
import { invite, join, nameYourself, panellistOf } from './panel.store.ts'
import { heldBy } from './panel.ts'
import type { Answer } from './score.ts'
import { tally } from './tally.ts'
import { verdictsOf } from './verdict.store.ts'

let database: Database
let db: Db
before(async () => {
  database = await testDatabase()
  db = database.db
  await settleWorld(db, { now: later(noon, -40 * DAY) })
})
after(() => database.close())

const rows = async <R extends object>(text: string, ...values: unknown[]): Promise<R[]> =>
  (await database.pool.query<R & Record<string, unknown>>(text, values)).rows

/** An open round of so many statements, with so many people of each of two roles. */
async function openRound(statements: number, each: number, mode: 'confidential' | 'secret' | 'open' = 'confidential') {
  const olympiad = await settleOlympiad(db, mode === 'open' ? { mode } : {})
  const ids = await settleStatements(db, statements)
  const round = await settleRound(db, { olympiad, statements: ids, mode })
  return { olympiad, ids, round, panel: await settlePanel(db, olympiad, rolesTimes(each)) }
}

const vote = (
  round: { id: string; no: number },
  { held }: Pick<Member, 'held'>,
  given: [string, Answer][],
  at = noon,
) => saveAnswers(db, { round, held, given: given.map(([statement, answer]) => ({ statement, answer })), at })

const first = <T>(list: readonly T[]): T => {
  const [one] = list
  assert.ok(one !== undefined)
  return one
}

test('the last answer counts, and one person has one ballot about a statement', async () => {
  const { ids, round, panel } = await openRound(2, 1)
  const [someone, statement] = [first(panel), first(ids)]
  for (const answer of [9, 2, null, 7] as const)
    assert.deepEqual(await vote(round, someone, [[statement, answer]]), { is: 'saved' })
  assert.deepEqual(
    await vote(round, someone, [
      [statement, 3],
      [statement, 8],
    ]),
    { is: 'saved' },
  )
  assert.deepEqual(await ownAnswers(db, round.id, someone.held), [{ statement, answer: 8 }])
  const [{ n }] = (await rows<{ n: number }>(
    'select count(*)::int as n from olympiad.ballot where round = $1',
    round.id,
  )) as [{ n: number }]
  assert.equal(n, 1)
})

test('every way in which an answer is refused, and then nothing of it is kept', async () => {
  const { ids, round, panel, olympiad } = await openRound(2, 1)
  const other = await openRound(1, 1)
  const [someone, statement] = [first(panel), first(ids)]
  const refused = async (given: [string, Answer][], who: Pick<Member, 'held'> = someone, at = noon) => {
    const saved = await vote(round, who, given, at)
    return saved.is === 'refused' ? saved.why : saved.is
  }
  assert.equal(
    await refused([
      [statement, 5],
      [first(other.ids), 5],
    ]),
    'unknown statement',
  )
  assert.equal(await refused([[randomUUID(), 5]]), 'unknown statement')
  assert.equal(await refused([]), 'unknown statement')
  assert.equal(await refused([[statement, 5]], first(other.panel)), 'not yours')
  assert.equal(await refused([[statement, 5]], { held: heldBy('nobody') }), 'not yours')
  assert.equal(await refused([[statement, 5]], someone, later(noon, 8 * DAY)), 'closed')
  const unopened = await invite(db, { olympiad, role: 'inwoner', channel: 'mail', by: null }, noon)
  assert.equal(await refused([[statement, 5]], { held: heldBy(unopened.key) }), 'not yours')
  await database.pool.query('update olympiad.panellist set left_at = $2 where id = $1', [someone.id, noon])
  assert.equal(await refused([[statement, 5]]), 'not yours')
  assert.equal(await join(db, someone.held, noon), false)
  await assert.rejects(vote(round, first(panel.slice(1)), [[statement, 10 as Answer]]))
  await assert.rejects(vote(round, first(panel.slice(1)), [[statement, 0 as Answer]]))
  assert.deepEqual(await rows('select from olympiad.ballot where round = $1', round.id), [])
  assert.deepEqual(await rows('select from olympiad.participation where round = $1', round.id), [])
})

test('who lost the link and got another adds nothing to the ballots that are there', async () => {
  const { ids, round, panel } = await openRound(1, 1)
  const [someone, statement] = [first(panel), first(ids)]
  await vote(round, someone, [[statement, 9]])
  const renewed = heldBy('another key of the same person')
  await database.pool.query('update olympiad.panellist set key_hash = $2 where id = $1', [
    someone.id,
    renewed.panellist,
  ])
  await join(db, renewed, noon)
  assert.deepEqual(await vote(round, { held: renewed }, [[statement, 1]]), { is: 'refused', why: 'answered before' })
  assert.deepEqual(await vote(round, someone, [[statement, 1]]), { is: 'refused', why: 'not yours' })
  assert.equal((await panellistOf(db, renewed))?.id, someone.id)
})

test('nothing in the database joins a panellist and a ballot', async () => {
  const { ids, round, panel } = await openRound(1, 3)
  for (const someone of panel) await vote(round, someone, [[first(ids), 9]])
  const hashes = new Set((await rows<{ h: string }>('select key_hash as h from olympiad.panellist')).map(({ h }) => h))
  const holders = await rows<{ holder: string; pseudonym: string }>('select holder, pseudonym from olympiad.pseudonym')
  assert.ok(holders.every(({ holder }) => !hashes.has(holder)))
  const names = new Set(holders.map(({ pseudonym }) => pseudonym))
  assert.ok((await rows<{ id: string }>('select id from olympiad.panellist')).every(({ id }) => !names.has(id)))
  const columns = await rows<{ data_type: string }>(
    `select data_type from information_schema.columns
     where table_schema = 'olympiad' and table_name in ('ballot', 'secret_ballot', 'participation', 'receipt')`,
  )
  assert.ok(columns.length > 10 && columns.every(({ data_type }) => !/time|date/.test(data_type)))
})

test('only an open Olympiade keeps who answered, and it wants a name first', async () => {
  const { ids, round, panel } = await openRound(1, 1, 'open')
  assert.deepEqual(await vote(round, first(panel), [[first(ids), 9]]), { is: 'refused', why: 'no name' })
  assert.ok(await nameYourself(db, first(panel).id, 'Noor Bakker'))
  await vote(round, first(panel), [[first(ids), 9]])
  assert.deepEqual(await rows('select panellist from olympiad.ballot where round = $1', round.id), [
    { panellist: first(panel).id },
  ])
})

test('a secret round takes one answer of each, without person, and the closing counts it', async () => {
  const { ids, round, panel } = await openRound(2, 5, 'secret')
  const given = ids.map((statement) => ({ statement, answer: 9 as const }))
  const receipts: string[] = []
  for (const { held } of panel) {
    const twice = await Promise.all([1, 2].map(() => saveSecretly(db, { round, held, given, at: noon }, undefined)))
    const saved = twice.flatMap((one) => (one.is === 'saved' ? [one.receipt] : []))
    assert.equal(saved.length, 1)
    receipts.push(...saved)
  }
  assert.deepEqual(await vote(round, first(panel), [[first(ids), 1]]), { is: 'refused', why: 'answered before' })
  assert.deepEqual(await rows('select from olympiad.ballot where round = $1', round.id), [])
  await closeRound(db, round.id, { by: null, at: noon, final: true })
  const [verdict] = await verdictsOf(db, round.id)
  assert.equal(verdict?.verdict, 'accepted')
  assert.equal(verdict?.figures.stability, null)
  const kept = await rows<{ code: string }>('select code from olympiad.receipt where round = $1', round.id)
  assert.deepEqual(kept.map(({ code }) => code).toSorted(), receipts.toSorted())
})

test('whoever sends the page of a secret round twice gets the same receipt again, and nobody else does', async () => {
  const { ids, round, panel } = await openRound(1, 2, 'secret')
  const [someone, other, third] = panel.map(({ held }) => held)
  assert.ok(someone && other && third)
  const page = 'a nonce that nobody guesses'
  const send = (held: Member['held'], on: string | undefined = page, answer: Answer = 9) =>
    saveSecretly(db, { round, held, given: ids.map((statement) => ({ statement, answer })), at: noon }, on)
  const pressed = await Promise.all([1, 2, 3].map(() => send(someone)))
  const receipts = new Set(pressed.map((one) => (one.is === 'saved' ? one.receipt : one.why)))
  assert.equal(receipts.size, 1)
  assert.deepEqual(pressed.map((one) => one.is === 'saved' && one.again).toSorted(), [false, true, true])
  // With other answers too: the receipt tells nothing of them, so it can't show either which of the two counts.
  assert.deepEqual(await send(someone, page, 1), { is: 'saved', receipt: [...receipts][0], again: true })
  assert.deepEqual(await rows('select score from olympiad.secret_ballot where round = $1', round.id), [{ score: 9 }])
  assert.deepEqual(await send(someone, 'another nonce, of another page'), { is: 'refused', why: 'answered before' })
  const theirs = await send(other)
  assert.ok(theirs.is === 'saved' && !theirs.again && !receipts.has(theirs.receipt))
  assert.equal((await send(third, 'short')).is, 'saved')
  assert.deepEqual(await send(third, 'short'), { is: 'refused', why: 'answered before' })
})

test('after the closing everyone finds their own receipt, made of what counted', async () => {
  const { ids, round, panel } = await openRound(3, 5)
  for (const [at, someone] of panel.entries())
    await vote(
      round,
      someone,
      ids.slice(0, 1 + (at % 3)).map((id): [string, Answer] => [id, at % 2 ? 9 : null]),
    )
  await closeRound(db, round.id, { by: null, at: noon, final: false })
  const codes = new Set(
    (await rows<{ code: string }>('select code from olympiad.receipt where round = $1', round.id)).map(
      ({ code }) => code,
    ),
  )
  assert.equal(codes.size, panel.length)
  for (const { held } of panel) {
    const said = new Map((await ownAnswers(db, round.id, held)).map((one) => [one.statement, one.answer]))
    assert.ok(
      codes.has(
        receiptOf(
          held.receipt,
          ids.map((id) => said.get(id)),
        ),
      ),
    )
    assert.ok(
      !codes.has(
        receiptOf(
          held.receipt,
          ids.map(() => 1),
        ),
      ),
    )
  }
})

test('closing twice, also at the same moment, is closing once', async () => {
  const { ids, round, panel } = await openRound(1, 5)
  for (const someone of panel) await vote(round, someone, [[first(ids), 9]])
  const hand = { by: null, at: noon, final: false }
  const closings = await Promise.all([1, 2, 3].map(() => closeRound(db, round.id, hand)))
  assert.deepEqual(closings.map(({ is }) => is).toSorted(), ['closed', 'closed before', 'closed before'])
  assert.equal((await verdictsOf(db, round.id)).length, 1)
  assert.deepEqual(await vote(round, first(panel), [[first(ids), 1]]), { is: 'refused', why: 'closed' })
})

test('after the final closing no key leads to a ballot, and rows lie in another order under other names', async () => {
  const { ids, round, panel, olympiad } = await openRound(2, 20)
  for (const someone of panel)
    await vote(
      round,
      someone,
      ids.map((id): [string, Answer] => [id, 8]),
    )
  const before = await rows<{ pseudonym: string }>(
    'select pseudonym from olympiad.ballot where round = $1 order by ctid',
    round.id,
  )
  await closeRound(db, round.id, { by: null, at: noon, final: true })
  assert.deepEqual(await ownAnswers(db, round.id, first(panel).held), [])
  const [job] = await rows<{ data: { olympiad: string } }>(
    `select data from pgboss.job where name = 'olympiad-retention' and data ->> 'olympiad' = $1`,
    olympiad,
  )
  assert.ok(job)
  await mixBallots(db, olympiad)
  const after = await rows<{ pseudonym: string }>(
    'select pseudonym from olympiad.ballot where round = $1 order by ctid',
    round.id,
  )
  assert.equal(after.length, before.length)
  const known = new Set(before.map(({ pseudonym }) => pseudonym))
  assert.equal(new Set(after.map(({ pseudonym }) => pseudonym)).size, panel.length)
  assert.ok(after.every(({ pseudonym }) => !known.has(pseudonym)))
  // In the old order the two ballots of one person lay side by side.
  const besides = after.filter((one, at) => at % 2 === 0 && one.pseudonym === after[at + 1]?.pseudonym).length
  assert.ok(besides < panel.length / 2)
})

/** Does the work for each of the list, as many at once as there are connections. */
async function atOnce<T, R>(list: readonly T[], work: (one: T, at: number) => Promise<R>): Promise<R[]> {
  const waiting = [...list.entries()]
  const done: R[] = []
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done.push(await work(next[1], next[0]))
  }
  await Promise.all(Array.from({ length: 7 }, worker))
  return done
}

test('1,000 votes racing a close: none late, none lost', async () => {
  const { ids, round, panel } = await openRound(1, 500)
  const statement = first(ids)
  let closed: Promise<unknown> = Promise.resolve()
  const outcomes = await atOnce(panel, async (someone, at) => {
    if (at === 500) closed = closeRound(db, round.id, { by: null, at: noon, final: false })
    return vote(round, someone, [[statement, 9]])
  })
  await closed
  const saved = outcomes.filter(({ is }) => is === 'saved').length
  assert.ok(saved > 0 && saved < 1000, `${saved} of 1,000 came before the closing`)
  assert.ok(outcomes.every((one) => one.is === 'saved' || one.why === 'closed'))
  const [verdict] = await verdictsOf(db, round.id)
  const counted = verdict?.figures.tallies.flat().reduce((sum, count) => sum + count, 0)
  assert.equal(counted, saved)
  const kept = await rows('select from olympiad.ballot where round = $1', round.id)
  assert.equal(kept.length, saved)
})

const answer = fc.constantFrom<Answer>(null, 1, 2, 3, 4, 5, 6, 7, 8, 9)
const STATEMENTS = 500

/** Somebody's page of answers: about every so-many-th statement, from somewhere on. */
const pageOf = fc.record({
  who: fc.nat({ max: 3 }),
  from: fc.nat({ max: 4 }),
  every: fc.integer({ min: 1, max: 4 }),
  answers: fc.array(answer, { minLength: 7, maxLength: 23 }),
})
type PageOf = typeof pageOf extends fc.Arbitrary<infer P> ? P : never

test('10,000 interleavings: the tally of every statement is that of a model', async () => {
  const ids = await settleStatements(db, STATEMENTS, { published: false })
  let interleavings = 0
  const play = async (pages: PageOf[]) => {
    const olympiad = await settleOlympiad(db, { announced: false })
    const panel = await settlePanel(db, olympiad, rolesTimes(2))
    const round = await settleRound(db, { olympiad, statements: ids })
    const model = new Map<string, Answer>()
    for (let at = 0; at < pages.length; at += 3) {
      // At the same moment only different people: between two pages of one person there is an order.
      const now = [...new Map(pages.slice(at, at + 3).map((one) => [one.who, one])).values()]
      await atOnce(now, async ({ who, from, every, answers }) => {
        const given = ids.flatMap((id, place): [string, Answer][] =>
          place % every === from % every ? [[id, answers[place % answers.length] ?? null]] : [],
        )
        assert.deepEqual(await vote(round, first(panel.slice(who)), given), { is: 'saved' })
        for (const [id, said] of given) model.set(`${who} ${id}`, said)
      })
    }
    await closeRound(db, round.id, { by: null, at: noon, final: false })
    const verdicts = new Map((await verdictsOf(db, round.id)).map((one) => [one.statement, one]))
    for (const id of ids) {
      const said = (slug: string) =>
        panel.flatMap(({ role }, who) =>
          role === slug && model.has(`${who} ${id}`) ? [model.get(`${who} ${id}`) ?? null] : [],
        )
      assert.deepEqual(
        verdicts.get(id)?.figures.tallies,
        ROLES.slice(0, 2).map(({ slug }) => tally(said(slug))),
      )
      interleavings += 1
    }
  }
  const pages = fc.array(pageOf, { minLength: 8, maxLength: 14 })
  await fc.assert(fc.asyncProperty(pages, play), { numRuns: 20 })
  assert.equal(interleavings, 10_000)
})
