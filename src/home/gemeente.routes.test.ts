import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse } from '../../test/house.ts'
import { followGemeenten } from '../practices/index.ts'

/** Landerd went into Maashorst; what was written down before still says Landerd. */
const [LANDERD, MAASHORST] = ['GM1685', 'GM1991']

let house: House
let visitor: Caller
before(async () => {
  house = await openHouse()
  const { pool, db } = house.database
  await pool.query(
    `update practices.listing set gemeente = $1, province = 'PV30' where no = (select min(no) from practices.listing)`,
    [LANDERD],
  )
  await pool.query(
    `update training.offering set gemeente = $1 where id = (select offering.id from training.offering
    join training.course on course.id = offering.course where course.slug = 'de-kunst-van-het-wachten' and not online limit 1)`,
    [LANDERD],
  )
  await followGemeenten(db)
  visitor = await house.as('visitor')
})
after(() => house.close())

const html = async (path: string) => {
  const answer = await visitor.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}

test('a practice of a gemeente that is no more is on the map and in the facet of its successor', async () => {
  const { rows } = await house.database.pool.query<{ title: string }>(
    'select title from practices.listing where gemeente = $1',
    [MAASHORST],
  )
  const [practice] = rows
  assert.ok(practice)
  assert.match(await html('/praktijken/kaart'), /Maashorst<\/a> 1/)
  for (const typed of ['Landerd', LANDERD, 'Maashorst'])
    assert.ok((await html(`/praktijken?gemeente=${typed}`)).includes(practice.title), typed)
  const api = JSON.parse(await html(`/api/v1/praktijken?gemeente=${LANDERD}&voorbeelden=ja`))
  assert.equal(JSON.stringify(api).includes(`"code":"${MAASHORST}"`), true)
})

test('a date with the old code is near, on the map, and in the table of dates', async () => {
  for (const near of ['Maashorst', 'Landerd', 'Uden'])
    assert.match(await html(`/scholing?bij=${near}&straal=10`), /De kunst van het wachten/, near)
  assert.match(await html('/scholing/kaart'), /Maashorst<\/a> 1/)
  assert.match(await html('/agenda.ics?wat=scholing&bij=Landerd&straal=10&voorbeelden=ja'), /De kunst van het wachten/)
  assert.match(await html('/open-data/uitvoeringen.csv?voorbeelden=ja'), /Maashorst.{0,3},.{0,3}GM1991/)
})
