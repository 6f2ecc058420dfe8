import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import { readPost } from '../foundation/mail/index.ts'
import { domainsOf, nameDomain } from './domain.store.ts'
import { DOMAINS_URL, domainDeskUrl, mayFetchFrom } from './domain.ts'
import { readProvider } from './provider.store.ts'

let house: House
let editor: Caller
let provider: Caller
let of: string
before(async () => {
  house = await openHouse()
  ;[editor, provider] = [await house.as('editor'), await house.as('provider')]
  of = (await readProvider(house.database.db, 'leerplaats-kompas'))?.id ?? ''
})
after(() => house.close())

const read = async (caller: Caller, path: string) => {
  const answer = await caller.get(path)
  assert.equal(answer.status, 200, path)
  return (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}
const named = async (domain: string) => {
  await nameDomain(house.database.db, of, domain, { by: null, at: testMoment })
  const one = (await domainsOf(house.database.db, of)).find((each) => each.domain === domain)
  assert.ok(one)
  return one
}
const mailsAbout = async (domain: string) =>
  (await readPost(house.database.db, house.config.secretKey)).filter(({ text }) => text?.includes(domain))

test('a site that waits stands at the desk and under what waits for an editor; confirming it is mailed', async () => {
  assert.doesNotMatch(await read(editor, '/redactie'), /Sites van opleiders \(/)
  const one = await named('kompas-een.example')
  for (const at of ['/redactie', '/mijn'])
    assert.match(await read(editor, at), /Sites van opleiders \(1\) .*kompas-een\.example van hen is/, at)
  assert.match(await read(editor, DOMAINS_URL), /kompas-een\.example/)
  assert.match(await read(editor, domainDeskUrl(one)), /Is kompas-een\.example van Leerplaats Kompas\?/)

  const unsure = await editor.send('POST', domainDeskUrl(one), {})
  assert.equal(unsure.status, 400)
  assert.match(await unsure.text(), /Kies wat je besluit/)
  assert.equal((await editor.send('POST', domainDeskUrl(one), { besluit: 'ja' })).status, 303)
  const [mail, ...more] = await mailsAbout('kompas-een.example')
  assert.match(
    mail?.text ?? '',
    /kompas-een\.example is van jullie[\s\S]*\/scholing\/aanbieder\/leerplaats-kompas\/adressen/,
  )
  assert.equal(more.length, 0)
  assert.ok(mayFetchFrom(await domainsOf(house.database.db, of), 'kompas-een.example'))
  assert.doesNotMatch(await read(editor, '/redactie'), /Sites van opleiders \(/)
  // Whoever had the page still open is told, and nothing is mailed twice.
  assert.equal((await editor.send('POST', domainDeskUrl(one), { besluit: 'nee', reden: 'Toch niet.' })).status, 409)
  assert.equal((await mailsAbout('kompas-een.example')).length, 1)
})

test('a no needs a reason, is mailed with it, and leaves the way open to show it', async () => {
  const one = await named('kompas-twee.example')
  const bare = await editor.send('POST', domainDeskUrl(one), { besluit: 'nee', reden: '' })
  assert.equal(bare.status, 400)
  assert.match(await bare.text(), /Schrijf in één of twee zinnen waarom niet/)
  const reden = 'Op de site staat een andere naam dan die van jullie.'
  assert.equal((await editor.send('POST', domainDeskUrl(one), { besluit: 'nee', reden })).status, 303)
  const [mail] = await mailsAbout('kompas-twee.example')
  assert.equal(mail?.subject, 'We konden jullie site nog niet bevestigen')
  assert.ok(mail?.text?.includes(reden))
  assert.match(mail?.text ?? '', /Dan laat je het zelf zien/)
  const domains = await domainsOf(house.database.db, of)
  assert.ok(!mayFetchFrom(domains, 'kompas-twee.example'))
  const shown = await read(provider, '/scholing/aanbieder/leerplaats-kompas/adressen')
  assert.ok(shown.includes(reden))
  assert.match(shown, /_verankerd\.kompas-twee\.example/)
  assert.doesNotMatch(await read(editor, DOMAINS_URL), /kompas-twee/)
  assert.equal((await editor.get(domainDeskUrl(one))).status, 303)
})
