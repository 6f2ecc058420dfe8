import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { answerWords } from './mail.page.tsx'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.close())

test('an admin sees what does not arrive by domain, never by person; nobody else does', async () => {
  const { db, pool } = house.database
  const admin = await house.as('admin')
  assert.match(await (await admin.get('/beheer/mail')).text(), /laatste dertig dagen niets geweigerd/)
  for (const to of ['noor@bestaat-niet.example', 'gloria@bestaat-niet.example'])
    await sendMail(db, house.config, { to, subject: 'Dag', text: 'Dag' }, testMoment)
  await pool.query(`update house.mail set refused_at = $1, refusal = '550 5.1.1', body = null where subject = 'Dag'`, [
    testMoment,
  ])
  const page = await (await admin.get('/beheer/mail')).text()
  assert.match(
    page,
    /bestaat-niet\.example[\s\S]*Dit postvak bestaat niet \(550 5\.1\.1\)[\s\S]*2[\s\S]*We proberen het niet meer/,
  )
  assert.match(page, /Er is geen mailserver ingesteld/)
  assert.doesNotMatch(page, /noor@|gloria@/)
  assert.match(await (await admin.get('/mijn')).text(), /href="\/beheer\/mail"/)
  for (const asker of ['visitor', 'editor', 'professional'] as const) {
    const answer = await (await house.as(asker)).get('/beheer/mail')
    assert.notEqual(answer.status, 200, asker)
  }
})

test('numbers of a mail server in words', () => {
  const cases: [string, string][] = [
    ['550 5.1.1', 'Dit postvak bestaat niet (550 5.1.1)'],
    ['550', 'Dit postvak bestaat niet (550)'],
    ['552 5.2.2', 'Het postvak is vol (552 5.2.2)'],
    ['554 5.7.1', 'Deze server vertrouwt ons niet: kijk naar SPF, DKIM en het wachtwoord (554 5.7.1)'],
    ['451 4.7.1', 'Nu even niet (451 4.7.1)'],
    ['450 4.2.1', 'Nu even niet (450 4.2.1)'],
    ['554', 'Geweigerd (554)'],
    ['adres', 'Dit is geen mailadres'],
  ]
  for (const [answer, words] of cases) assert.equal(answerWords(answer), words)
})
