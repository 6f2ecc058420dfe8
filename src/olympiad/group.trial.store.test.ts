import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse } from '../../test/house.ts'
import { groupCast } from '../../test/world.ts'
import type { Db } from '../foundation/db/index.ts'
import { origin, readItem } from '../thread/index.ts'
import { amendmentsTo } from './amendment.store.ts'
import { factorsOf } from './factor.store.ts'
import { readGroup } from './group.store.ts'
import { settleGroups } from './group.trial.store.ts'
import type { WorkingGroup } from './group.ts'
import { stepsTo } from './lineage.store.ts'
import { pathBack } from './lineage.ts'
import { marksOf, readMarks } from './mark.store.ts'
import { statementsIn, statementsOf, textsOf } from './statement.store.ts'
import type { Statement } from './statement.ts'

let house: House
let db: Db
let group: WorkingGroup
let ready: Statement[]

before(async () => {
  house = await openHouse()
  db = house.database.db
  const found = await readGroup(db, 'aan-de-deur-en-aan-tafel-2026')
  if (!found) throw new Error('The fictional group is not there.')
  group = found
  ready = await statementsOf(db, group.id)
})
after(() => house.close())

test('twenty statements are ready to be voted on, in the order of the content, and a second start adds none', async () => {
  assert.equal(ready.length, 20)
  assert.equal(ready[0]?.text.plain, 'De werker vraagt eerst wat iemand kan.')
  assert.equal(ready[19]?.text.plain, 'De werker vertelt mensen wat er met hun verhaal is gedaan.')
  assert.ok(ready.every(({ fictional, item, text }) => fictional && item !== null && text.revision !== null))
  const { config, clock } = { config: house.config, clock: new Date('2027-01-10T10:00:00Z') }
  assert.ok(config.demo)
  await settleGroups(db, { contentDir: `${import.meta.dirname}/../../content`, now: clock, cast: groupCast })
  assert.equal((await statementsOf(db, group.id)).length, 20)
})

test('a mark holds the place and reads as it was read; a quote that was taken back is a gap', async () => {
  const marks = await readMarks(db, await marksOf(db, group.id))
  assert.equal(marks.length, 36)
  assert.ok(marks.every(({ read }) => read !== undefined))
  const gaps = marks.filter(({ read }) => read?.text === null)
  assert.deepEqual(
    gaps.map(({ words }) => words),
    ['Dat iemand het vroeg, was genoeg.'],
  )
  const older = marks.filter(({ read }) => read?.isOlder)
  assert.ok(older.length > 0, 'nothing was read in an older version')
  assert.ok(older.every(({ read }) => /^\/id\/.+#a-/.test(read?.href ?? '')))
  const columns = await db.$client.query(
    `select column_name from information_schema.columns where table_schema = 'olympiad' and table_name = 'mark'`,
  )
  assert.ok(!columns.rows.some(({ column_name: name }) => name === 'text'))
})

test('every statement leads back to quotes and practices, on the thread and step by step', async () => {
  for (const { id, item, text } of ready) {
    const whole = await origin(db, item ?? '', { at: new Date('2026-11-23T10:00:00Z') })
    const kinds = new Set(whole?.upstream.stops.map(({ kind }) => kind))
    assert.ok(kinds.has('factor') && kinds.has('practice'), `${text.plain}: ${[...kinds]}`)
    const steps = pathBack(id, await stepsTo(db, id)).map(({ step }) => step)
    assert.ok(steps.includes('stated') && steps.includes('clustered'), text.plain)
  }
})

test('merged, split and reworded: each keeps its reason, its old words and what it came from', async () => {
  const all = await statementsIn(db, group.id)
  const ended = (kind: string) => all.filter(({ ending }) => ending?.kind === kind).map(({ text }) => text.plain)
  assert.equal(ended('merged').length, 2)
  assert.deepEqual(ended('split'), ['De werker telt problemen en legt ze voor.'])
  assert.deepEqual(ended('dropped'), ['De werker is dag en nacht bereikbaar.'])
  const [reworded] = ready
  assert.deepEqual(
    (await textsOf(db, reworded?.id ?? '')).map(({ version, plain }) => [version, plain]),
    [
      [2, 'De werker vraagt eerst wat iemand kan.'],
      [1, 'De werker sluit aan bij de krachten van mensen.'],
    ],
  )
  const merged = all.find(({ text }) => text.plain.startsWith('De werker vraagt na een nee'))
  const steps = pathBack(merged?.id ?? '', await stepsTo(db, merged?.id ?? ''))
  assert.equal(steps.filter(({ step }) => step === 'merged').length, 2)
  assert.equal(steps.filter(({ step }) => step === 'stated').length, 2)
})

test('the words of a quote stand in nothing the group wrote', async () => {
  const spoken = (await readMarks(db, await marksOf(db, group.id))).flatMap(({ read }) =>
    read?.isQuote && read.text !== null ? [read.text] : [],
  )
  const { rows } = await db.$client.query<{ text: string }>(
    `select concat_ws(' ', plain, example, professional, reason) as text from olympiad.statement_text
     union all select concat_ws(' ', name, explanation) from olympiad.factor union all select words from olympiad.mark`,
  )
  for (const { text } of rows) for (const words of spoken) assert.ok(!text.includes(words), text)
})

test('what was proposed waits or was decided, and factors stand on the thread', async () => {
  const amendments = (await Promise.all(ready.map(({ id }) => amendmentsTo(db, id)))).flat()
  assert.deepEqual(amendments.map(({ decision }) => decision?.outcome ?? 'waits').toSorted(), ['rejected', 'waits'])
  const factors = await factorsOf(db, group.id)
  assert.equal(factors.length, 8)
  for (const { item, name } of factors) assert.equal((await readItem(db, item ?? ''))?.revision.title, name)
})
