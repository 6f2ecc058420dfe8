import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import pg, { type Pool } from 'pg'
import { testDatabase } from '../../../test/database.ts'
import type { Database } from '../db/index.ts'
import { answering, askedIn, currentWords, snippetsOf, soughtIn, wordSource } from './index.ts'

const SOURCE = wordSource('planted', {
  table: 'planted.note',
  at: 'entry.at',
  tags: `'colour=' || entry.colour`,
})

let database: Database
let owner: Pool
before(async () => {
  database = await testDatabase()
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 4, allowExitOnIdle: true })
  await owner.query(`
    create schema planted;
    create table planted.note (
      no integer generated always as identity unique, title text not null, text text not null, colour text not null,
      at timestamptz not null default now(),
      words tsvector not null generated always as (setweight(to_tsvector('house.dutch'::regconfig, title), 'A')
        || setweight(to_tsvector('house.dutch'::regconfig, text), 'B')) stored);
    create trigger note_changes after insert or update or delete on planted.note
      for each row execute function house.note_word_change('planted');
    grant usage on schema planted to verankerd_app;
    grant select on planted.note to verankerd_app`)
})
beforeEach(() => owner.query('delete from planted.note'))
after(async () => {
  await owner.end()
  await database.close()
})

const write = async (title: string, text = '', colour = 'red', by: pg.Pool | pg.PoolClient = owner) => {
  const { rows } = await by.query<{ no: number }>(
    'insert into planted.note (title, text, colour) values ($1, $2, $3) returning no',
    [title, text, colour],
  )
  return rows[0]?.no ?? 0
}

/** What the index finds, and what PostgreSQL finds. */
async function found(text: string): Promise<[ours: number[], theirs: number[]]> {
  const words = await currentWords(database.db, SOURCE)
  const rows = await answering(database.db, SOURCE, words, await askedIn(database.db, text))
  const ours = words.newest(rows, 0, 1_000).sort((one, other) => one - other)
  const told = await owner.query<{ no: number }>(
    `select no from planted.note where words @@ websearch_to_tsquery('house.dutch', $1) order by no`,
    [text],
  )
  assert.equal(words.count(rows), ours.length)
  return [ours, told.rows.map(({ no }) => no)]
}

const WORDS =
  `eigen kracht krachten cliënt cliënten client buurt buurten buurthuis eenzaam eenzaamheid de het een koffie
  coördinatie samen-werken 2019 o'brien www.movisie.nl a4 ziet zien`.split(/\s+/)
const word = fc.constantFrom(...WORDS)
const textOf = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
const asking = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '-', 'or '),
      fc.oneof(
        word,
        fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
      ),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.map(([sign, one]) => sign + one).join(' '))

test('the index finds what PostgreSQL finds: after whatever was written, changed and deleted', async () => {
  const act = fc.oneof(
    fc.record({ is: fc.constant('write' as const), title: textOf, text: textOf }),
    fc.record({ is: fc.constant('change' as const), title: textOf, text: textOf, which: fc.nat(20) }),
    fc.record({ is: fc.constant('delete' as const), which: fc.nat(20) }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(act, { maxLength: 8 }), fc.array(asking, { minLength: 1, maxLength: 4 })), {
        maxLength: 3,
      }),
      async (rounds) => {
        const nos: number[] = []
        for (const [acts, questions] of rounds) {
          for (const one of acts) {
            const no = nos[one.is === 'write' ? 0 : one.which % Math.max(1, nos.length)] ?? 0
            if (one.is === 'write') nos.push(await write(one.title, one.text))
            else if (one.is === 'delete') await owner.query('delete from planted.note where no = $1', [no])
            else
              await owner.query('update planted.note set title = $2, text = $3 where no = $1', [
                no,
                one.title,
                one.text,
              ])
          }
          for (const question of questions) {
            const [ours, theirs] = await found(question)
            assert.deepEqual(ours, theirs, question)
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('whatever is typed is understood as PostgreSQL does', async () => {
  for (const text of [...WORDS, `it's \\ a 'test' \\'`, 'a:b <-> !c & (d | e)', '<b>"x"</b> mail@site.nl /pad/naar'])
    await write(text, 'gewoon')
  await fc.assert(
    fc.asyncProperty(fc.oneof(asking, fc.string({ unit: 'grapheme', maxLength: 40 })), async (text) => {
      const [ours, theirs] = await found(text.replaceAll('\0', '').toWellFormed())
      assert.deepEqual(ours, theirs)
    }),
    { numRuns: 200 },
  )
})

test('whoever commits last is not missed, nor what is rolled back found', async () => {
  const [slow, undone] = [await owner.connect(), await owner.connect()]
  await slow.query('begin')
  await undone.query('begin')
  const late = await write('traagwoord', '', 'red', slow)
  await write('spookwoord', '', 'red', undone)
  const soon = await write('snelwoord traagwoord')
  assert.deepEqual(await found('traagwoord'), [[soon], [soon]])
  assert.deepEqual(await found('snelwoord'), [[soon], [soon]])
  await slow.query('commit')
  await undone.query('rollback')
  slow.release()
  undone.release()
  assert.deepEqual(
    (await found('traagwoord'))[0],
    [late, soon].sort((one, other) => one - other),
  )
  assert.deepEqual((await found('spookwoord'))[0], [])
})

test('words that are taken back are found by nobody, in every process', async () => {
  const other = await testDatabaseAgain()
  const no = await write('Vlaggetje')
  const seen = async (db: Database['db']) => {
    const words = await currentWords(db, SOURCE)
    return words.count(await answering(db, SOURCE, words, await askedIn(db, 'vlaggetje')))
  }
  assert.deepEqual([await seen(database.db), await seen(other.db)], [1, 1])
  await owner.query(`update planted.note set title = '' where no = $1`, [no])
  assert.deepEqual([await seen(database.db), await seen(other.db)], [0, 0])
  await other.close()
})

/** The same database as another process has it: with an index of its own. */
async function testDatabaseAgain(): Promise<Database> {
  const { databaseAt } = await import('../db/index.ts')
  return databaseAt({ url: database.url, ownerUrl: database.ownerUrl, max: 2, exitOnIdle: true })
}

test('a copy of the database that was restored on another server is read as well', async () => {
  const no = await write('hersteld')
  await owner.query(`update house.word_change set at = '9000000000' where source = 'planted' and no = $1`, [no])
  const other = await testDatabaseAgain()
  const words = await currentWords(other.db, SOURCE)
  assert.equal(words.total, 1)
  const { rows } = await owner.query<{ ahead: number }>(
    `select count(*)::int as ahead from house.word_change where at >= pg_snapshot_xmax(pg_current_snapshot())`,
  )
  assert.equal(rows[0]?.ahead, 0)
  await other.close()
})

test('a snippet marks the words that PostgreSQL marks', async () => {
  const inText = fc.array(fc.constantFrom(...WORDS.filter((one) => !/[.'-]/.test(one))), {
    minLength: 1,
    maxLength: 15,
  })
  await fc.assert(
    fc.asyncProperty(
      inText,
      fc.constantFrom('kracht', 'cliënten', 'buurt or koffie', 'zien 2019 a4'),
      async (words, asked) => {
        const text = words.join(' ')
        const { question, tsquery } = await askedIn(database.db, asked)
        const [pieces = []] = await snippetsOf(database.db, [text], soughtIn(question))
        const { rows } = await owner.query<{ head: string }>(
          `select ts_headline('house.dutch', $1, $2::tsquery, 'HighlightAll=true, StartSel=<, StopSel=>') as head`,
          [text, tsquery],
        )
        assert.equal(pieces.map((one) => (one.marked ? `<${one.text}>` : one.text)).join(''), rows[0]?.head)
      },
    ),
    { numRuns: 80 },
  )
})
