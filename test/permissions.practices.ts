/** Who may do what in the domain of practices; a part of the table in `permissions.ts`. */
import type { Permission } from './permission.ts'

const gone = [404]
const invalid = [400]
const page: Permission = { may: 'everyone' }
const post: Permission = { may: 'everyone', answers: invalid }
const file: Permission = { may: 'everyone', isPage: false }
const mine: Permission = { may: 'signed in' }
const editors: Permission = { may: ['editor'] }
const readers: Permission = { may: ['reader'] }

const calls: Record<string, Permission> = {
  'GET /oproepen': { ...page, alike: true },
  'GET /oproepen/:slug': { ...page, at: '/oproepen/{call}' },
  'GET /oproepen/:slug/verantwoording': { ...page, at: '/oproepen/2026/verantwoording', alike: true },
  'GET /oproepen/themas': { ...page, alike: true },
  'POST /oproepen/themas': { ...mine, answers: invalid },
  'POST /oproepen/themas/:id/einde': { ...mine, answers: gone },
  'GET /redactie/themas': { ...editors, alike: true },
  'POST /redactie/themas': { ...editors, answers: invalid },
  'GET /redactie/oproepen': { ...editors, alike: true },
  'GET /redactie/oproepen/nieuw': { ...editors, alike: true },
  'POST /redactie/oproepen': { ...editors, answers: invalid },
  'GET /redactie/oproepen/:slug': { ...editors, at: '/redactie/oproepen/{draftCall}' },
  'POST /redactie/oproepen/:slug': { ...editors, at: '/redactie/oproepen/{draftCall}', answers: invalid },
  // A draft without themes: there is nothing to publish yet.
  'POST /redactie/oproepen/:slug/publicatie': {
    ...editors,
    at: '/redactie/oproepen/{draftCall}/publicatie',
    answers: invalid,
  },
}

/**
 * A nomination is of whoever holds its code, or is a colleague on it: of the cast, the team lead. A role opens nobody's
 * nomination; a visitor is asked for the code, also at an address that never was.
 */
const own: Permission = { may: ['team lead'], visitor: 'give the code' }
const ownForm: Permission = { may: ['team lead'], visitor: 'hidden' }
const withCode: Permission = { may: 'everyone', scene: 'begun nomination' }
const of = (nomination: string, place = '') => `/praktijken/aanmeldingen/{${nomination}}${place}`
const sections = ':section{naam|organisatie|start|vraagstuk|velden|aanpak|plan|kwaliteit|mensen|documenten}'

const nominations: Record<string, Permission> = {
  'GET /praktijken/aanmelden': page,
  'POST /praktijken/aanmelden': post,
  'POST /praktijken/aanmelden/begin': post,
  'GET /praktijken/aanmelden/verder': { ...page, alike: true },
  'POST /praktijken/aanmelden/verder': post,
  'POST /praktijken/aanmelden/afsluiten': { may: 'everyone' },
  'GET /praktijken/aanmeldingen/:id/code': { ...withCode, at: of('begun', '/code') },
  'POST /praktijken/aanmeldingen/:id/code': { ...ownForm, at: of('asked', '/code') },
  // The call of this one is still open: there is nothing to take along to a next one.
  'POST /praktijken/aanmeldingen/:id/opnieuw': { ...ownForm, at: of('asked', '/opnieuw'), answers: [409] },
  'GET /praktijken/aanmeldingen/:id': { ...own, at: of('asked'), alike: true },
  'GET /praktijken/aanmeldingen/:id/controle': { ...withCode, at: of('begun', '/controle'), alike: true },
  // Half filled in: it comes back with what is missing.
  'POST /praktijken/aanmeldingen/:id/verzending': { ...withCode, at: of('begun', '/verzending'), answers: invalid },
  'GET /praktijken/aanmeldingen/:id/ontvangst': { ...own, at: of('asked', '/ontvangst'), alike: true },
  'GET /praktijken/aanmeldingen/:id/status': { ...own, at: of('asked', '/status') },
  'POST /praktijken/aanmeldingen/:id/collega': {
    ...ownForm,
    at: of('asked', '/collega'),
    visitor: 'sign in',
    answers: invalid,
  },
  'GET /praktijken/aanmeldingen/:id/intrekking': { ...own, at: of('asked', '/intrekking'), alike: true },
  // What was chosen can't be withdrawn by a button.
  'POST /praktijken/aanmeldingen/:id/intrekking': { ...ownForm, at: of('published', '/intrekking'), answers: [409] },
  [`GET /praktijken/aanmeldingen/:id/${sections}`]: { ...withCode, at: of('begun', '/vraagstuk?kijk=alles') },
  [`POST /praktijken/aanmeldingen/:id/${sections}`]: { ...ownForm, at: of('asked', '/aanpak'), answers: [409] },
  'GET /praktijken/aanmeldingen/:id/besluit': { ...own, at: of('published', '/besluit?anders=ja') },
  'POST /praktijken/aanmeldingen/:id/reactie': { ...ownForm, at: of('published', '/reactie'), answers: invalid },
  'GET /praktijken/aanmeldingen/:id/beschrijving': { ...own, at: of('toRead', '/beschrijving') },
  'POST /praktijken/aanmeldingen/:id/beschrijving/opmerkingen': {
    ...ownForm,
    at: of('toRead', '/beschrijving/opmerkingen'),
    answers: invalid,
  },
  'POST /praktijken/aanmeldingen/:id/beschrijving/akkoord': {
    ...ownForm,
    at: of('toRead', '/beschrijving/akkoord'),
    answers: [409],
  },
}

const desk = '/redactie/aanmeldingen'
const nobody = '00000000-0000-4000-8000-000000000999'

const assessment: Record<string, Permission> = {
  'GET /redactie/aanmeldingen': { ...editors, alike: true },
  'GET /redactie/aanmeldingen/:id': { ...editors, at: `${desk}/{notChosen}` },
  'POST /redactie/aanmeldingen/:id/toets': { ...editors, at: `${desk}/{beingRead}/toets`, answers: invalid },
  'POST /redactie/aanmeldingen/:id/meelezers': { ...editors, at: `${desk}/{beingRead}/meelezers`, answers: invalid },
  'POST /redactie/aanmeldingen/:id/meelezers/:assignment/dag': {
    ...editors,
    at: `${desk}/{asked}/meelezers/{judging}/dag`,
    answers: invalid,
  },
  'POST /redactie/aanmeldingen/:id/meelezers/:assignment/vertrek': {
    ...editors,
    at: `${desk}/{beingRead}/meelezers/{judging}/vertrek`,
    answers: gone,
  },
  'POST /redactie/aanmeldingen/:id/besluit': { ...editors, at: `${desk}/{notChosen}/besluit`, answers: [409] },
  'POST /redactie/aanmeldingen/:id/antwoord': { ...editors, at: `${desk}/{notChosen}/antwoord`, answers: invalid },
  'GET /praktijken/meelezen': { ...readers, alike: true },
  'GET /praktijken/meelezen/:assignment': { ...readers, at: '/praktijken/meelezen/{judging}' },
  'POST /praktijken/meelezen/:assignment/belang': { ...readers, at: '/praktijken/meelezen/{judging}/belang' },
  'POST /praktijken/meelezen/:assignment': { ...readers, at: '/praktijken/meelezen/{judging}', answers: invalid },
  // The other reader is not ready: there is nothing to talk about yet.
  'POST /praktijken/meelezen/:assignment/verschillen/:criterion': {
    ...readers,
    at: '/praktijken/meelezen/{judging}/verschillen/doel',
    answers: gone,
  },
}

const made = '/redactie/praktijken/{slug}'
const written = '/redactie/praktijken/maatje-in-de-bus'
const talk = `${made}/gesprekken/{interview}`

const interviews: Record<string, Permission> = {
  'GET /redactie/praktijken/:slug/gesprekken': { ...editors, at: `${made}/gesprekken`, alike: true },
  'POST /redactie/praktijken/:slug/gesprekken': { ...editors, at: `${made}/gesprekken`, answers: invalid },
  'GET /redactie/praktijken/:slug/gesprekken/:interview': { ...editors, at: talk },
  'POST /redactie/praktijken/:slug/gesprekken/:interview': { ...editors, at: talk, answers: invalid },
  'POST /redactie/praktijken/:slug/gesprekken/:interview/afzegging': {
    ...editors,
    at: `${made}/gesprekken/${nobody}/afzegging`,
    answers: gone,
  },
  'GET /redactie/praktijken/:slug/gesprekken/:interview/agenda.ics': {
    ...editors,
    at: `${talk}/agenda.ics`,
    isPage: false,
  },
  'POST /redactie/praktijken/:slug/gesprekken/:interview/notities/:section': {
    ...editors,
    at: `${talk}/notities/goal`,
    answers: invalid,
  },
  'POST /redactie/praktijken/:slug/gesprekspartners': { ...editors, at: `${made}/gesprekspartners`, answers: invalid },
  'GET /redactie/praktijken/:slug/gesprekspartners/:speaker': {
    ...editors,
    at: `${made}/gesprekspartners/{speaker}`,
    alike: true,
  },
  'POST /redactie/praktijken/:slug/gesprekspartners/:speaker': {
    ...editors,
    at: `${made}/gesprekspartners/{speaker}`,
    answers: invalid,
  },
  'POST /redactie/praktijken/:slug/gesprekspartners/:speaker/uitnodiging': {
    ...editors,
    at: `${made}/gesprekspartners/{speaker}/uitnodiging`,
  },
  'POST /redactie/praktijken/:slug/gesprekspartners/:speaker/wissen': {
    ...editors,
    at: `${made}/gesprekspartners/${nobody}/wissen`,
    answers: gone,
  },
  'GET /redactie/praktijken/:slug/citaten': { ...editors, at: `${made}/citaten`, alike: true },
  'POST /redactie/praktijken/:slug/citaten': { ...editors, at: `${made}/citaten`, answers: invalid },
  'GET /redactie/praktijken/:slug/citaten/:quote': { ...editors, at: `${made}/citaten/{quote}`, alike: true },
  'POST /redactie/praktijken/:slug/citaten/:quote': { ...editors, at: `${made}/citaten/{quote}`, answers: invalid },
  'POST /redactie/praktijken/:slug/citaten/:quote/weg': {
    ...editors,
    at: `${made}/citaten/${nobody}/weg`,
    answers: gone,
  },
}

/** The private page of whoever was spoken with: whoever holds the link gets in, and no role opens another's. */
const speaking: Permission = { may: 'everyone', scene: 'speaker' }
const back = '/praktijken/teruglezen'

const speakers: Record<string, Permission> = {
  [`GET ${back}`]: { ...speaking, alike: true },
  [`POST ${back}`]: { may: 'everyone', answers: [410] },
  [`POST ${back}/link`]: post,
  [`POST ${back}/sluiten`]: { may: 'everyone' },
  [`GET ${back}/alles`]: { ...speaking, alike: true },
  // Without a link there is nobody to forget.
  [`POST ${back}/alles`]: { may: 'everyone', answers: gone },
  [`GET ${back}/gewist`]: { ...page, alike: true },
  [`GET ${back}/gesprekken/:interview/agenda.ics`]: { ...speaking, isPage: false },
  [`POST ${back}/citaten/:quote`]: { ...speaking, answers: invalid },
  [`GET ${back}/citaten/:quote/intrekking`]: { ...speaking, alike: true },
  [`POST ${back}/citaten/:quote/intrekking`]: { may: 'everyone', answers: gone },
}

const descriptions: Record<string, Permission> = {
  'GET /redactie/praktijken': { ...editors, alike: true },
  'GET /redactie/praktijken/:slug': { ...editors, at: made, alike: true },
  'GET /redactie/praktijken/:slug/gegevens': { ...editors, at: `${made}/gegevens`, alike: true },
  'POST /redactie/praktijken/:slug/gegevens': { ...editors, at: `${made}/gegevens`, answers: invalid },
  'GET /redactie/praktijken/:slug/beschrijving': { ...editors, at: `${written}/beschrijving`, alike: true },
  // There is a version already.
  'POST /redactie/praktijken/:slug/beschrijving': { ...editors, at: `${written}/beschrijving` },
  'POST /redactie/praktijken/:slug/beschrijving/verbeterd': {
    ...editors,
    at: `${written}/beschrijving/verbeterd`,
    answers: [303, 400],
  },
  'POST /redactie/praktijken/:slug/beschrijving/terlezing': { ...editors, at: `${written}/beschrijving/terlezing` },
  // The organisation has not agreed.
  'POST /redactie/praktijken/:slug/beschrijving/publicatie': {
    ...editors,
    at: `${written}/beschrijving/publicatie`,
    answers: [409],
  },
  'GET /redactie/praktijken/:slug/beschrijving/weggooien': { ...editors, at: `${written}/beschrijving/weggooien` },
  'POST /redactie/praktijken/:slug/beschrijving/weggooien': {
    ...editors,
    at: `${written}/beschrijving/weggooien`,
    answers: [409],
  },
  'GET /redactie/praktijken/:slug/beschrijving/:section': { ...editors, at: `${written}/beschrijving/aanpak` },
  // Without the version it was written on, it may be that a colleague was first.
  'POST /redactie/praktijken/:slug/beschrijving/:section': {
    ...editors,
    at: `${written}/beschrijving/aanpak`,
    answers: [409],
  },
  'GET /praktijken/:slug/pdf': { ...file, at: '/praktijken/{slug}/pdf', costly: true },
}

const flyers: Record<string, Permission> = {
  'GET /redactie/praktijken/:slug/flyer': { ...editors, at: `${made}/flyer`, alike: true },
  'GET /redactie/praktijken/:slug/flyer/proef': { ...editors, at: `${made}/flyer/proef`, costly: true, isPage: false },
  'GET /redactie/praktijken/:slug/flyer/beeld': { ...editors, at: `${made}/flyer/beeld`, alike: true },
  'POST /redactie/praktijken/:slug/flyer/beeld': { ...editors, at: `${made}/flyer/beeld`, answers: invalid },
  // Nothing of it is published, so the flyer rests on nothing.
  'POST /redactie/praktijken/:slug/flyer/publicatie': {
    ...editors,
    at: `${written}/flyer/publicatie`,
    answers: [409],
  },
  'GET /redactie/praktijken/:slug/flyer/:line': { ...editors, at: `${made}/flyer/doen` },
  'POST /redactie/praktijken/:slug/flyer/:line': { ...editors, at: `${made}/flyer/doen`, answers: invalid },
  'POST /redactie/praktijken/:slug/flyer/:line/bevestiging': {
    ...editors,
    at: `${written}/flyer/doen/bevestiging`,
    answers: invalid,
  },
  'GET /praktijken/:slug/flyer': { ...page, at: '/praktijken/{slug}/flyer' },
  'GET /praktijken/:slug/flyer/pdf': { ...file, at: '/praktijken/{slug}/flyer/pdf', costly: true },
  'GET /praktijken/:slug/flyer/groot': { ...file, at: '/praktijken/{slug}/flyer/groot', costly: true },
  'GET /praktijken/:slug/flyer/tekst': { ...file, at: '/praktijken/{slug}/flyer/tekst' },
}

const bank: Record<string, Permission> = {
  'GET /praktijken': page,
  'GET /praktijken/kaart': page,
  'GET /praktijken.csv': file,
  'GET /praktijken.atom': file,
  'GET /praktijken/:slug': { ...page, at: '/praktijken/{slug}', seenBy: 'editor' },
  // Whose practice it is says how it goes; for everyone else this page does not exist.
  'GET /praktijken/:slug/stand': { ...own, at: '/praktijken/{slug}/stand', visitor: 'sign in', alike: true },
  'POST /praktijken/:slug/stand': {
    ...ownForm,
    at: '/praktijken/{slug}/stand',
    visitor: 'sign in',
    answers: invalid,
  },
  'GET /praktijken/:slug/vraag': { ...page, at: '/praktijken/{slug}/vraag', alike: true },
  'POST /praktijken/:slug/vraag': { ...post, at: '/praktijken/{slug}/vraag' },
  'GET /praktijken/:slug/ook': { ...mine, at: '/praktijken/{slug}/ook', alike: true },
  'POST /praktijken/:slug/ook': { ...mine, at: '/praktijken/{slug}/ook', answers: invalid },
  // Nobody said it yet, so there is nothing to take back.
  'POST /praktijken/:slug/ook/einde': { ...mine, at: '/praktijken/{slug}/ook/einde', answers: [409] },
  'GET /praktijken/bevestigen': { ...page, at: '/praktijken/bevestigen?sleutel={confirmation}', alike: true },
  'POST /praktijken/bevestigen': { may: 'everyone', answers: gone },
  'GET /redactie/praktijken/:slug/erkenningen': { ...editors, at: `${made}/erkenningen`, alike: true },
  'POST /redactie/praktijken/:slug/erkenningen': { ...editors, at: `${made}/erkenningen`, answers: invalid },
  'POST /redactie/praktijken/:slug/erkenningen/:id/einde': {
    ...editors,
    at: `${made}/erkenningen/${nobody}/einde`,
    answers: gone,
  },
  'GET /redactie/praktijken/:slug/meenemen': { ...editors, at: `${made}/meenemen`, alike: true },
  'POST /redactie/praktijken/:slug/meenemen': { ...editors, at: `${made}/meenemen`, answers: invalid },
  'POST /redactie/praktijken/:slug/meenemen/:id/einde': {
    ...editors,
    at: `${made}/meenemen/${nobody}/einde`,
    answers: gone,
  },
  'GET /redactie/praktijken/:slug/stand': { ...editors, at: `${made}/stand`, alike: true },
  'POST /redactie/praktijken/:slug/stand': { ...editors, at: `${made}/stand`, answers: invalid },
  'GET /redactie/praktijken/:slug/kenmerken': { ...editors, at: `${made}/kenmerken`, alike: true },
  // Without what its sender saw, it may be that a colleague was first.
  'POST /redactie/praktijken/:slug/kenmerken': {
    ...editors,
    at: '/redactie/praktijken/zes-deuren/kenmerken',
    answers: [409],
  },
  // Who may take which file along stands in attachment.routes.test.tsx.
  'GET /bestanden/:id': { ...file, answers: gone },
}

export const practices: Record<string, Permission> = {
  ...calls,
  ...nominations,
  ...assessment,
  ...interviews,
  ...speakers,
  ...descriptions,
  ...flyers,
  ...bank,
}
