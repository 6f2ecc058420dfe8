import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import { dutchDay } from '../foundation/clock.ts'
import { daysLater } from '../foundation/day.ts'
import { readPost } from '../foundation/mail/index.ts'
import { countRatings } from './rating.store.ts'
import { sendReminders } from './reminder.store.ts'

let house: House
let visitor: Caller
before(async () => {
  house = await openHouse()
  visitor = await house.as('visitor')
})
after(() => house.close())

const today = dutchDay(testMoment)
const morning = (day: string) => new Date(`${day}T07:02:00Z`)
const rows = async <Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  (await house.database.pool.query<Row & Record<string, unknown>>(sql, values)).rows
const mailsTo = async (address: string) =>
  (await readPost(house.database.db, house.config.secretKey, 200)).filter(({ to }) => to === address)

interface DateAhead {
  id: string
  slug: string
  startsOn: string
  endsOn: string
}

/** A date far enough ahead, of a course nobody said anything of yet. */
async function dateAhead(): Promise<DateAhead> {
  const [found] = await rows<DateAhead>(
    `select offering.id, course.slug, starts_on::text as "startsOn", ends_on::text as "endsOn"
     from training.offering join training.course on course.id = offering.course
     where course.live_since is not null and cancelled_at is null and starts_on > $1::date + 7
       and exists (select from training.teaching where teaching.course = course.id and confirmed_at is not null)
       and not exists (select from training.rating_figure where rating_figure.course = course.id)
     order by offering.no limit 1`,
    today,
  )
  assert.ok(found)
  return found
}

test('who asked is reminded, answers one question once, and from ten answers on the page says the figure', async () => {
  const { db } = house.database
  const date = await dateAhead()
  const address = (n: number) => `leerling-${n}@straat.example`
  const people = Array.from({ length: 10 }, (_, n) => address(n))
  for (const mail of people) {
    const asked = await visitor.send('POST', `/scholing/${date.slug}/herinnering`, { uitvoering: date.id, mail })
    assert.equal(asked.status, 200)
    assert.match(await asked.text(), /Afgesproken[\s\S]*Je krijgt een week van tevoren een mail\./)
  }
  assert.equal(
    await sendReminders(db, house.config, morning(daysLater(date.startsOn, -8)), house.logger),
    0,
    'too early',
  )
  assert.equal(await sendReminders(db, house.config, morning(daysLater(date.startsOn, -7)), house.logger), 10)
  assert.equal(await sendReminders(db, house.config, morning(date.endsOn), house.logger), 0, 'once')
  const [first] = await mailsTo(address(0))
  assert.equal(first?.subject, 'Over een week begint je training')
  const over = daysLater(date.endsOn, 1)
  assert.equal(await sendReminders(db, house.config, morning(over), house.logger), 10)
  assert.deepEqual(await rows('select count(*)::int as n from training.reminder where sealed is not null'), [{ n: 0 }])

  const keys = await Promise.all(
    people.map(async (mail) => {
      const question = (await mailsTo(mail)).find(({ subject }) => subject === 'Hielp je training?')
      return /\/scholing\/vraag\?sleutel=([\w-]+)/.exec(question?.text ?? '')?.[1] ?? ''
    }),
  )
  assert.equal(new Set(keys).size, 10)
  const answer = (n: number, antwoord: string) =>
    visitor.send('POST', '/scholing/vraag', { sleutel: keys[n] ?? '', antwoord })
  const pageOf = async () => (await visitor.get(`/scholing/${date.slug}`)).text()

  const shown = await visitor.get(`/scholing/vraag?sleutel=${keys[0]}`)
  assert.match(await shown.text(), /Ja, daar heb ik iets aan in mijn werk/)
  assert.equal((await answer(0, 'misschien')).status, 400)
  for (let n = 0; n < 9; n += 1)
    assert.match(await (await answer(n, n < 6 ? 'yes' : 'no')).text(), /Je antwoord telt mee/)
  assert.match(await (await answer(0, 'no')).text(), /Deze link doet niets meer/)
  assert.match(await (await visitor.get(`/scholing/vraag?sleutel=${keys[0]}`)).text(), /Deze link doet niets meer/)
  await countRatings(db, over)
  assert.doesNotMatch(await pageOf(), /mensen die het lieten weten/, 'nine are too few')
  assert.match(await (await answer(9, 'somewhat')).text(), /Je antwoord telt mee/)
  assert.doesNotMatch(await pageOf(), /mensen die het lieten weten/, 'never after one answer')
  await countRatings(db, over)
  assert.match(
    await pageOf(),
    /Hielp het bij [\s\S]*Van 10 mensen die het lieten weten, zeggen er 6 dat het hielp, 1 een beetje en 3 niet\./,
  )
  assert.deepEqual(await rows('select count(*)::int as n from training.reminder'), [{ n: 0 }])
})

test('who stops by the link in the reminder is asked nothing', async () => {
  const { db } = house.database
  const date = await dateAhead()
  const mail = 'liever-niet@straat.example'
  await visitor.send('POST', `/scholing/${date.slug}/herinnering`, { uitvoering: date.id, mail })
  await sendReminders(db, house.config, morning(date.startsOn), house.logger)
  const [reminder] = await mailsTo(mail)
  assert.equal(reminder?.subject, 'Vandaag begint je training')
  const sleutel = /sleutel=([\w-]+)/.exec(reminder?.text ?? '')?.[1] ?? ''
  assert.match(await (await visitor.get(`/scholing/vraag?sleutel=${sleutel}`)).text(), /Geen herinnering meer\?/)
  const early = await visitor.send('POST', '/scholing/vraag', { sleutel, antwoord: 'yes' })
  assert.match(await early.text(), /Deze link doet niets meer/, 'no answer before the training')
  assert.match(await (await visitor.send('POST', '/scholing/vraag/einde', { sleutel })).text(), /Je adres is weg/)
  assert.equal(await sendReminders(db, house.config, morning(daysLater(date.endsOn, 1)), house.logger), 0)
})

test('what we promise suits how far ahead it is, and a mistyped address is said', async () => {
  const date = await dateAhead()
  const at = `/scholing/${date.slug}/herinnering`
  const wrong = await visitor.send('POST', at, { uitvoering: date.id, mail: 'geen adres' })
  assert.equal(wrong.status, 400)
  assert.match(await wrong.text(), /Vul je mailadres in[\s\S]*value="geen adres"/)
  for (const [days, promise] of [
    [8, 'Je krijgt een week van tevoren een mail.'],
    [3, 'Je krijgt de eerstvolgende ochtend een mail.'],
    [0, 'De training begint vandaag.'],
  ] as const) {
    await rows(
      'update training.offering set days = array[$2::date], starts_on = $2, ends_on = $2 where id = $1',
      date.id,
      daysLater(today, days),
    )
    assert.ok((await (await visitor.get(`${at}?uitvoering=${date.id}`)).text()).includes(promise), promise)
  }
})
