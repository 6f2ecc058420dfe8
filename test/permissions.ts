/**
 * Who may do what: every route of the real site, in one table. `test/permissions.test.ts` asks each route as each role
 * and fails on a route that is not in here, or a line whose route is gone.
 */
import { roleNames } from '../src/people/index.ts'
import type { Asker } from './house.ts'
import type { Permission } from './permission.ts'
import { groups } from './permissions.groups.ts'
import { machines } from './permissions.machines.ts'
import { olympiad } from './permissions.olympiad.ts'
import { practices } from './permissions.practices.ts'
import { training } from './permissions.training.ts'
import type { Samples } from './scenes.ts'

export const askers: Asker[] = ['visitor', ...roleNames]

/** What the parameters of addresses are filled with, next to what the scenes give (`{draft}`, `{text}` and the like). */
const standing: Samples = {
  token: 'geen-bestaande-sleutel',
  id: '00000000-0000-4000-8000-000000000999',
  n: '1',
  number: '1',
  framework: 'kwaliteitskenmerken',
  edition: '2013',
  framework2: 'kwaliteitsstandaarden',
  edition2: '2010',
}

const gone = [404]
const invalid = [400]
const page: Permission = { may: 'everyone' }
const file: Permission = { may: 'everyone', isPage: false }
const mine: Permission = { may: 'signed in' }
const editors: Permission = { may: ['editor'] }

const house: Record<string, Permission> = {
  'GET /assets/:name': { ...file, at: '/assets/bestaat-niet.css', answers: gone },
  'GET /gezondheid/live': file,
  'GET /healthz': file,
  'GET /gezondheid/klaar': file,
  'GET /readyz': file,
}

const home: Record<string, Permission> = {
  'GET /': page,
  'GET /menu': page,
  'GET /over': page,
  'GET /geschiedenis': { ...page, alike: true },
  'GET /werkgevers': { ...page, alike: true },
  'GET /privacy': page,
  'GET /verwerkingsregister': page,
  'GET /toegankelijkheid': page,
  'GET /beveiliging': { ...page, alike: true },
  'GET /zo-werkt-het': { ...page, alike: true },
  'GET /contact': page,
  'GET /gewist': page,
  'GET /bouwstenen': page,
  'GET /robots.txt': file,
  'GET /.well-known/security.txt': file,
  'GET /sitemap.xml': file,
  'GET /open-data': page,
  'GET /open-data/:bestand': { ...file, at: '/open-data/trainingen.csv' },
  'GET /agenda.ics': file,
  'GET /catalogus.jsonld': file,
  'GET /opensearch.xml': file,
  'GET /insluiten': { ...page, at: '/insluiten?wat=praktijken&gemeente=Assen&site=www.dorpstad.nl&voorbeelden=ja' },
  'GET /insluiten/zoeken': { ...file, at: '/insluiten/zoeken?wat=scholing&voorbeelden=ja' },
  'GET /insluiten/hoogte.js': file,
  'GET /insluiten/oembed': { ...file, answers: invalid },
  'GET /redactie/insluiten': editors,
  'POST /redactie/insluiten': { ...editors, answers: invalid },
  'POST /redactie/insluiten/:id/einde': { ...editors, answers: gone },
  'GET /zoeken/suggesties': { ...file, at: '/zoeken/suggesties?q=kracht' },
  'GET /mijn': { ...mine, seenBy: 'editor' },
  'GET /mijn/gegevens': mine,
  'POST /mijn/gegevens': { ...mine, answers: [200] },
  'GET /mijn/wissen': mine,
  'POST /mijn/wissen': { ...mine, answers: invalid },
  'GET /mijn/woorden': mine,
  'POST /mijn/woorden/:id/intrekking': { ...mine, answers: gone },
  'GET /redactie': editors,
  'GET /demo/post': page,
}

const begun: Permission = { may: 'everyone', scene: 'begun sheet' }
const finished: Permission = { may: 'everyone', scene: 'finished sheet' }

/** The reflection is for everyone: whoever holds the cookie or the code holds the sheet, and no role opens another's. */
const reflection: Record<string, Permission> = {
  'GET /reflectie': page,
  'POST /reflectie': { may: 'everyone' },
  'GET /reflectie/open': page,
  'GET /reflectie/terug': { ...begun, answers: [303] },
  'GET /reflectie/vraag/:n{[0-9]+}': begun,
  'POST /reflectie/vraag/:n{[0-9]+}': begun,
  'GET /reflectie/formulier': page,
  'GET /reflectie/formulier/mijn': finished,
  'POST /reflectie/formulier': begun,
  'GET /reflectie/uitslag': finished,
  'POST /reflectie/uitslag': { ...finished, answers: invalid },
  'GET /reflectie/kaart': finished,
  'GET /reflectie/uitslag/pdf': { ...finished, isPage: false, costly: true },
  'GET /reflectie/stap.ics': { ...finished, isPage: false },
  'GET /reflectie/code': { ...finished, answers: [303] },
  'GET /reflectie/stap.pdf': { ...finished, isPage: false, costly: true },
  'GET /reflectie/bewaren': finished,
  'POST /reflectie/bewaren': { ...finished, answers: [200, 303, 400] },
  'GET /reflectie/verder': page,
  'POST /reflectie/verder': { may: 'everyone', answers: invalid },
  'GET /reflectie/wissen': finished,
  'POST /reflectie/wissen': finished,
  'GET /reflectie/afsluiten': finished,
  'POST /reflectie/afsluiten': finished,
  'GET /reflectie/tel-mee': finished,
  'POST /reflectie/tel-mee': { ...finished, answers: [303, 400] },
  'GET /reflectie/herinnering': finished,
  'POST /reflectie/herinnering': { ...finished, answers: invalid },
  'GET /reflectie/opnieuw': finished,
  'POST /reflectie/opnieuw': { ...finished, answers: [303, 409] },
  'GET /reflectie/mijn': { ...mine, scene: 'own sheet' },
  'GET /reflectie/mijn/:n{[1-9][0-9]{0,5}}': { ...mine, scene: 'own sheet' },
  'POST /reflectie/mijn/:n{[1-9][0-9]{0,5}}': { ...mine, answers: [303, 404, 410] },
  'GET /reflectie/gewist': page,
  'GET /reflectie/afgesloten': { ...page, alike: true },
  'GET /reflectie/afgesproken': { ...page, alike: true },
  'GET /reflectie/afgezegd': { ...page, alike: true },
  'GET /reflectie/verantwoording': page,
}

const standards: Record<string, Permission> = {
  'GET /kenmerken': page,
  'GET /kenmerken.atom': file,
  'GET /kenmerken/:slug': { ...page, at: '/kenmerken/eigen-kracht-versterken' },
  'GET /kenmerken/:slug/gesprekskaart': { ...page, at: '/kenmerken/op-de-vraag-af/gesprekskaart' },
  'GET /kenmerken/:slug/gesprekskaart/pdf': {
    ...file,
    at: '/kenmerken/op-de-vraag-af/gesprekskaart/pdf',
    costly: true,
  },
  'GET /kwaliteitsstandaarden': { ...page, answers: [302] },
  'GET /kwaliteitsstandaarden/:slug': {
    ...page,
    at: '/kwaliteitsstandaarden/eigen-regie-versterken',
    alike: true,
  },
  'GET /kwaliteitsstandaarden/:slug/gesprekskaart': {
    ...page,
    at: '/kwaliteitsstandaarden/eigen-regie-versterken/gesprekskaart',
  },
  'GET /kwaliteitsstandaarden/:slug/gesprekskaart/pdf': {
    ...file,
    at: '/kwaliteitsstandaarden/eigen-regie-versterken/gesprekskaart/pdf',
    costly: true,
  },
  'GET /wat-mag-je-verwachten': page,
  'GET /wat-mag-je-verwachten/:slug': { ...page, at: '/wat-mag-je-verwachten/integraal-werken' },
  'GET /competenties': page,
  'GET /begrippen/:slug': { ...page, at: '/begrippen/wmo2015' },
  'GET /handreikingen/:framework/:edition': page,
  'GET /handreikingen/:framework/:edition/pdf': { ...file, costly: true },
  'GET /handreikingen/:framework/:edition/naast/:framework2/:edition2': {
    ...page,
    at: '/handreikingen/kwaliteitsstandaarden/2010/naast/kwaliteitskenmerken/2013',
  },
  'POST /handreikingen/:framework/:edition/reacties': { ...mine, answers: [400, 410] },
}

const draft = '/redactie/kenmerken/versies/{draft}'
const desk: Record<string, Permission> = {
  'GET /redactie/kenmerken': editors,
  'POST /redactie/kenmerken/versies': { ...editors, answers: invalid },
  'GET /redactie/kenmerken/versies/:id': { ...editors, at: draft },
  'POST /redactie/kenmerken/versies/:id/consultaties': { ...editors, at: `${draft}/consultaties`, answers: invalid },
  'POST /redactie/kenmerken/versies/:id/consultaties/:consultatie/intrekking': {
    ...editors,
    at: `${draft}/consultaties/00000000-0000-4000-8000-000000000000/intrekking`,
    answers: [404],
  },
  'GET /redactie/kenmerken/versies/:id/weggooien': { ...editors, at: `${draft}/weggooien` },
  'POST /redactie/kenmerken/versies/:id/weggooien': { ...editors, at: `${draft}/weggooien`, answers: [409] },
  'POST /redactie/kenmerken/versies/:id/publicatie': { ...editors, at: `${draft}/publicatie`, answers: [404, 409] },
  'GET /redactie/kenmerken/versies/:id/gevolgen': { ...editors, at: `${draft}/gevolgen` },
  'POST /redactie/kenmerken/versies/:id/gevolgen': { ...editors, at: `${draft}/gevolgen`, answers: invalid },
  'GET /redactie/kenmerken/versies/:id/inleiding': { ...editors, at: `${draft}/inleiding` },
  'POST /redactie/kenmerken/versies/:id/inleiding': { ...editors, at: `${draft}/inleiding`, answers: invalid },
  'GET /redactie/kenmerken/versies/:id/nieuw': { ...editors, at: `${draft}/nieuw` },
  'POST /redactie/kenmerken/versies/:id/teksten': { ...editors, at: `${draft}/teksten`, answers: invalid },
  'GET /redactie/kenmerken/versies/:id/teksten/:tekst': { ...editors, at: `${draft}/teksten/{text}` },
  'POST /redactie/kenmerken/versies/:id/teksten/:tekst': {
    ...editors,
    at: `${draft}/teksten/{text}`,
    answers: invalid,
  },
  'POST /redactie/kenmerken/versies/:id/teksten/:tekst/weglating': {
    ...editors,
    at: `${draft}/teksten/{text}/weglating`,
    answers: [303, 400],
  },
  'POST /redactie/kenmerken/versies/:id/teksten/:tekst/terug': {
    ...editors,
    at: `${draft}/teksten/{text}/terug`,
    answers: [303, 400],
  },
  'GET /redactie/kenmerken/versies/:id/zinnen/:olympiade': {
    ...editors,
    at: `${draft}/zinnen/aan-de-deur-en-aan-tafel`,
  },
  'POST /redactie/kenmerken/versies/:id/zinnen/:olympiade': {
    ...editors,
    at: `${draft}/zinnen/aan-de-deur-en-aan-tafel`,
    answers: invalid,
  },
  'GET /redactie/kenmerken/versies/:id/overgang': { ...editors, at: `${draft}/overgang` },
  'POST /redactie/kenmerken/versies/:id/overgang': { ...editors, at: `${draft}/overgang`, answers: invalid },
  'POST /redactie/kenmerken/versies/:id/overgang/voorstel': {
    ...editors,
    at: `${draft}/overgang/voorstel`,
    answers: [303, 400],
  },
}

const thread: Record<string, Permission> = {
  'GET /herkomst/:bestand{.+\\.json}': { ...file, at: '/herkomst/{item}.json' },
  'GET /herkomst/:item': { ...page, at: '/herkomst/{item}' },
  'GET /id/:item': { ...page, at: '/id/{item}', answers: [303] },
  'GET /id/:item/:number': { ...page, at: '/id/{item}/1' },
  'GET /zoeken': { ...page, at: '/zoeken?q=eigen+kragt' },
}

const community: Record<string, Permission> = {
  'GET /bewaard': mine,
  'POST /bewaard': { ...mine, answers: [400, 404] },
  'POST /bewaard/:item/einde': { ...mine, at: '/bewaard/{item}/einde' },
}

const signingIn: Record<string, Permission> = {
  'GET /inloggen': { may: 'everyone', answers: [200, 303], seenBy: 'visitor' },
  'POST /inloggen': { may: 'everyone', answers: invalid },
  'GET /inloggen/code': { may: 'everyone', answers: [303] },
  'POST /inloggen/code': { may: 'everyone', answers: [303] },
  'GET /inloggen/sleutel/:token': { may: 'everyone', answers: [410] },
  'POST /inloggen/sleutel/:token': { may: 'everyone', answers: [410] },
  'GET /inloggen/welkom': { may: 'signed in' },
  'POST /inloggen/welkom': { may: 'signed in', answers: invalid },
  'POST /inloggen/passkey': { may: 'everyone', answers: invalid },
  'GET /inloggen/tweede-stap': { may: 'signed in', answers: [303] },
  'POST /inloggen/tweede-stap': { may: 'signed in', answers: invalid },
  'POST /inloggen/tweede-stap/passkey': { may: 'signed in', answers: invalid },
  // No organisation is set up in the tests, so the door is not there for anyone.
  'GET /inloggen/organisatie': { may: 'everyone', answers: gone },
  'GET /inloggen/organisatie/terug': { may: 'everyone', answers: gone },
  'POST /uitloggen': { may: 'everyone' },
  'GET /demo': { may: 'everyone' },
  'POST /demo/inloggen': { may: 'everyone', answers: invalid },
}

const account: Record<string, Permission> = {
  'GET /teruggevonden/:id': { may: 'signed in', answers: gone },
  'GET /mijn/account': { may: 'signed in' },
  'POST /mijn/account/naam': { may: 'signed in', answers: invalid },
  'GET /mijn/account/mailadres': { may: 'signed in' },
  'POST /mijn/account/mailadres': { may: 'signed in', answers: invalid },
  'GET /mijn/account/mailadres/code': { may: 'signed in', answers: [303] },
  'POST /mijn/account/mailadres/code': { may: 'signed in' },
  'GET /mijn/account/mailadres/sleutel/:token': { may: 'signed in', answers: [410] },
  'POST /mijn/account/mailadres/sleutel/:token': { may: 'signed in', answers: [410] },
  'POST /mijn/account/organisaties/:id/einde': { may: 'signed in', answers: gone },
  'POST /mijn/account/sessies/einde': { may: 'signed in' },
  'POST /mijn/account/sessies/:id/einde': { may: 'signed in', answers: gone },
  'POST /mijn/account/app/einde': { may: 'signed in' },
  'POST /mijn/account/organisatie/einde': { may: 'signed in' },
  'POST /mijn/passkeys': { may: 'signed in', answers: invalid },
  'POST /mijn/passkeys/:id/einde': { may: 'signed in', answers: gone },
  'GET /mijn/tweede-stap': { may: 'signed in' },
  'GET /mijn/tweede-stap/app': { may: 'signed in' },
  'POST /mijn/tweede-stap/app': { may: 'signed in', answers: invalid },
  'GET /mijn/tweede-stap/herstelcodes': { may: 'signed in', answers: [303] },
  'POST /mijn/tweede-stap/herstelcodes': { may: 'signed in' },
}

/** The admin of the cast may look and change nothing. */
const administration: Record<string, Permission> = {
  'GET /beheer/rollen': { may: ['admin'] },
  'GET /beheer/mail': { may: ['admin'] },
  'POST /beheer/rollen': { may: ['admin'], answers: [403] },
  'POST /beheer/rollen/:id/einde': { may: ['admin'], answers: [403] },
}

export const permissions: Record<string, Permission> = {
  ...house,
  ...home,
  ...reflection,
  ...standards,
  ...desk,
  ...machines,
  ...thread,
  ...community,
  ...practices,
  ...groups,
  ...olympiad,
  ...training,
  ...signingIn,
  ...account,
  ...administration,
}

export type Meeting = 'gets in' | 'sign in' | 'give the code' | 'hidden'

/** What should happen when this asker comes to this route. */
export function meeting(asker: Asker, { may, visitor = 'sign in' }: Permission): Meeting {
  if (may === 'everyone') return 'gets in'
  if (asker === 'visitor') return visitor
  return may === 'signed in' || may.includes(asker) ? 'gets in' : 'hidden'
}

/** A parameter in the path of a route, with the pattern it may carry. */
export const parameter = /:([a-zA-Z0-9]+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g

/** The address of a route with every `:parameter` and `{sample}` filled in. */
export function addressOf(path: string, { at = path }: Permission, samples: Samples): string {
  const fill = (_: string, name: string): string => {
    const value = samples[name] ?? standing[name]
    if (value === undefined) throw new Error(`No sample for ${name} of ${path}`)
    return value
  }
  return at.replace(parameter, fill).replace(/\{([a-zA-Z]+)\}/g, fill)
}

export interface Entry extends Permission {
  route: string
  method: string
  path: string
  /** An address that exists. */
  address: string
}

/** The whole table, or another of the same make, each route with an address that exists. */
export function entries(samples: Samples, table = permissions): Entry[] {
  return Object.entries(table).map(([route, permission]) => {
    const [method = '', path = ''] = route.split(' ')
    return { ...permission, route, method, path, address: addressOf(path, permission, samples) }
  })
}

/** Where a walk may begin: every address of the table that shows this asker something. */
export function addressesFor(asker: Asker, samples: Samples): string[] {
  return entries(samples)
    .filter(({ method, answers = [200] }) => method === 'GET' && answers.every((status) => status < 400))
    .filter((entry) => meeting(asker, entry) === 'gets in')
    .map(({ address }) => address)
}
