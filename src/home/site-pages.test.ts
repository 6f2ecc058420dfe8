import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageFinder } from '../thread/index.ts'
import { SITE_PAGES } from './site-pages.ts'

const find = pageFinder(SITE_PAGES)

const cases: [typed: string, first: string | undefined][] = [
  ['api', '/api'],
  ['API', '/api'],
  ['open data', '/open-data'],
  ['opendata', '/open-data'],
  ['zoekveld', '/insluiten'],
  ['zoekvelt', '/insluiten'],
  ['widget', '/insluiten'],
  ['privacy', '/privacy'],
  ['privicy', '/privacy'],
  ['prakt', '/praktijken'],
  ['trainin', '/scholing'],
  ['avg', '/privacy'],
  ['contact', '/contact'],
  ['kontact', '/contact'],
  ['contackt', '/contact'],
  ['telefoonnummer', '/contact'],
  ['link kwijt', '/olympiades'],
  ['ik ben mijn link kwijt', '/olympiades'],
  ['inlogen', '/inloggen'],
  ['wachtwoord', '/inloggen'],
  ['hoe meld ik een praktijk aan', undefined],
  ['praktijk aanmelden', '/praktijken/aanmelden'],
  ['toegankelijkheid', '/toegankelijkheid'],
  ['toegankelijkhijd', '/toegankelijkheid'],
  ['agenda abonneren', '/open-data'],
  ['cursus', '/scholing'],
  ['citaat terugnemen', '/praktijken/teruglezen'],
  ['eenzaamheid', undefined],
  ['open vragen stellen', undefined],
  ['rouw', undefined],
  ['api eenzaamheid', undefined],
  ['de', undefined],
  ['', undefined],
  ['__proto__ constructor', undefined],
]
for (const [typed, first] of cases)
  test(`a page of the site for “${typed}”: ${first ?? 'none'}`, () => assert.equal(find(typed)[0]?.href, first))

test('a question costs next to nothing, also one that is on no page', () => {
  const words = Array.from({ length: 2_000 }, (_, at) => `vraagwoord${at} onbekend${at} schuldhulp${at}`)
  const began = process.cpuUsage()
  for (const text of words) find(text)
  const { user, system } = process.cpuUsage(began)
  const ms = (user + system) / 1_000 / words.length
  assert.ok(ms < 1, `${ms.toFixed(2)} ms of the 5 a search may cost`)
})
