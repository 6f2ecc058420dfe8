import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse } from '../../test/house.ts'

const GROUP = '/werkgroepen/aan-de-deur-en-aan-tafel-2026'
let house: House
let noor: Caller

before(async () => {
  house = await openHouse()
  noor = await house.as('professional')
})
after(() => house.close())

const rows = async <R extends object>(text: string, ...values: unknown[]): Promise<R[]> =>
  (await house.database.pool.query<R & Record<string, unknown>>(text, values)).rows

/** Two of a kind that nothing happened to yet. */
async function two(kind: 'factor' | 'statement'): Promise<[string, string]> {
  const [one, other] = await rows<{ id: string }>(
    `select k.id from olympiad.${kind} k join olympiad.working_group g on g.id = k.working_group
     where g.slug = $1 and not exists (select from olympiad.ending e where e.subject = k.id)
       and not exists (select from olympiad.round_statement s join olympiad.round_opening o using (round)
         where s.statement = k.id and not exists (select from olympiad.round_closing c where c.round = s.round))
     order by k.id limit 2`,
    GROUP.split('/')[2],
  )
  assert.ok(one && other)
  return [one.id, other.id]
}

/** Lets both be asked while somebody else holds what they are about, so that they go on at the very same moment. */
async function atOnce(kind: 'factor' | 'statement', ids: string[], asked: (() => Promise<Response>)[]) {
  const holder = await house.database.pool.connect()
  try {
    await holder.query('begin')
    await holder.query(`select from olympiad.${kind} where id = any ($1) for update`, [ids])
    let answered = 0
    const answers = asked.map((ask) => ask().finally(() => (answered += 1)))
    for (let waiting = 0; waiting < asked.length && answered === 0; )
      waiting = (
        await rows(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
      ).length
    await holder.query('commit')
    const all = await Promise.all(answers)
    return all.map(({ status }) => status)
  } finally {
    holder.release()
  }
}

const both = ([one, other]: [string, string], ask: (one: string, other: string) => Promise<Response>) => [
  () => ask(one, other),
  () => ask(other, one),
]

test('one merges A with B while another merges B with A: one does, the other hears that it was done', async () => {
  const factors = await two('factor')
  const factor = { naam: 'Het wordt van henzelf', uitleg: 'Mensen dragen het samen.', reden: 'Eén beweging.' }
  const mergeFactors = both(factors, (one, met) =>
    noor.send('POST', `${GROUP}/succesfactoren/${one}/samenvoeging`, { ...factor, met }),
  )
  assert.deepEqual((await atOnce('factor', factors, mergeFactors)).toSorted(), [303, 409])
  assert.equal((await rows('select from olympiad.ending where subject = any ($1)', factors)).length, 2)
  const statements = await two('statement')
  const [mark] = await rows<{ id: string }>(
    `select p.mark as id from olympiad.factor_mark p join olympiad.statement_factor using (factor)
     where statement = any ($1) limit 1`,
    statements,
  )
  const statement = {
    ...{ zin: 'De werker houdt de eerste keer klein.', voorbeeld: 'Eén envelop, en niets om in te vullen.' },
    ...{ vaktaal: 'De professional begint klein.', reden: 'Ze gaan over hetzelfde bezoek.' },
  }
  const mergeStatements = both(statements, (one, met) =>
    noor.send('POST', `${GROUP}/zinnen/${one}/samenvoeging`, { ...statement, bij: mark?.id ?? '', met }),
  )
  assert.deepEqual((await atOnce('statement', statements, mergeStatements)).toSorted(), [303, 409])
  // Whoever was late has all they wrote before them, with why it can't be.
  const [one, met] = statements
  const second = { zin2: 'De werker luistert eerst.', voorbeeld2: statement.voorbeeld, vaktaal2: 'Eerst luisteren.' }
  const typed = { ...statement, ...second, bij: mark?.id ?? '', bij2: mark?.id ?? '', versie: '1', met }
  for (const way of ['samenvoeging', 'splitsing', 'tekst']) {
    const late = await noor.send('POST', `${GROUP}/zinnen/${one}/${way}`, typed)
    assert.equal(late.status, 409, way)
    const text = await late.text()
    assert.ok(text.includes(statement.voorbeeld) && text.includes(statement.vaktaal), way)
    assert.match(text, /Iemand anders voegde deze zin net samen/)
  }
})

test('marks that two people move crosswise both arrive', async () => {
  const placed = await rows<{ mark: string; factor: string }>(
    `select distinct on (p.factor) p.mark, p.factor from olympiad.factor_mark p join olympiad.factor f on f.id = p.factor
     join olympiad.working_group g on g.id = f.working_group and g.slug = $1
     where not exists (select from olympiad.ending e where e.subject = f.id) order by p.factor limit 2`,
    GROUP.split('/')[2],
  )
  const [first, second] = placed
  assert.ok(first && second)
  const move = (one: typeof first, to: typeof first) => () =>
    noor.send('POST', `${GROUP}/markeringen/${one.mark}/plek`, { naar: to.factor, gezien: one.factor })
  const ids = placed.map(({ factor }) => factor)
  assert.deepEqual(await atOnce('factor', ids, [move(first, second), move(second, first)]), [303, 303])
})
