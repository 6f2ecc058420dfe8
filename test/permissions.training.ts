/** The routes of the training: the pages for everyone, the desk of a provider, and of whoever checks it. */
import type { Permission } from './permission.ts'

const page: Permission = { may: 'everyone' }
const editors: Permission = { may: ['editor'] }
/** The provider of the cast works at Leerplaats Kompas; what another provider made is not there for them. */
const providers: Permission = { may: ['provider'] }
const nobody = '00000000-0000-4000-8000-000000000999'

const gone = [404]
const invalid = [400]

const open: Record<string, Permission> = {
  'GET /scholing': { ...page, at: '/scholing?kenmerk=signaleren-en-agenderen&bij=Assen&straal=50&online=ja' },
  'GET /scholing/kaart': page,
  'GET /scholing.atom': { ...page, isPage: false },
  'GET /leermaterialen.atom': { ...page, isPage: false },
  'GET /leervormen.atom': { ...page, isPage: false },
  'GET /scholing/leervormen': page,
  'GET /scholing/leervormen/:slug': { ...page, at: '/scholing/leervormen/intervisie' },
  'GET /scholing/aanbieders/:slug': { ...page, at: '/scholing/aanbieders/leerplaats-kompas' },
  'GET /scholing/materiaal/:slug': { ...page, at: '/scholing/materiaal/het-eerste-gesprek' },
  'GET /scholing/:slug': { ...page, at: '/scholing/de-kunst-van-het-wachten' },
  'GET /scholing/:slug/agenda/:uitvoering': {
    ...page,
    at: '/scholing/de-kunst-van-het-wachten/agenda/{offering}.ics',
    isPage: false,
  },
  'GET /scholing/:slug/herinnering': {
    ...page,
    at: '/scholing/de-kunst-van-het-wachten/herinnering?uitvoering={offering}',
  },
  'POST /scholing/:slug/herinnering': {
    may: 'everyone',
    at: '/scholing/de-kunst-van-het-wachten/herinnering',
    form: { uitvoering: '{offering}' },
    answers: [400, 404],
  },
  'GET /scholing/vraag': page,
  'POST /scholing/vraag': { may: 'everyone', answers: [200] },
  'POST /scholing/vraag/einde': { may: 'everyone', answers: [200] },
}

const desk = '/scholing/aanbieder/leerplaats-kompas'
const course = '/scholing/aanbieder/trainingen/{draftCourse}'
const module = '/scholing/aanbieder/materiaal/{module}'

const provider: Record<string, Permission> = {
  // There is one provider to choose from, so this leads there.
  'GET /scholing/aanbieder': { ...providers, answers: [303], isPage: false },
  // Everyone of the cast has begun.
  'GET /scholing/aanbieder/begin/:organisatie': {
    ...providers,
    at: '/scholing/aanbieder/begin/{kompas}',
    alike: true,
  },
  'POST /scholing/aanbieder/begin/:organisatie': {
    ...providers,
    at: '/scholing/aanbieder/begin/{kompas}',
    answers: invalid,
  },
  'GET /scholing/aanbieder/:aanbieder': { ...providers, at: desk, seenBy: 'provider' },
  'GET /scholing/aanbieder/:aanbieder/gegevens': { ...providers, at: `${desk}/gegevens`, seenBy: 'provider' },
  'POST /scholing/aanbieder/:aanbieder/gegevens': { ...providers, at: `${desk}/gegevens`, answers: invalid },
  'GET /scholing/aanbieder/:aanbieder/trainingen/nieuw': {
    ...providers,
    at: `${desk}/trainingen/nieuw`,
    alike: true,
  },
  'POST /scholing/aanbieder/:aanbieder/trainingen': { ...providers, at: `${desk}/trainingen`, answers: invalid },
  'GET /scholing/aanbieder/trainingen/:training': { ...providers, at: course, seenBy: 'provider' },
  'GET /scholing/aanbieder/trainingen/:training/tekst': { ...providers, at: `${course}/tekst`, seenBy: 'provider' },
  'POST /scholing/aanbieder/trainingen/:training/tekst': { ...providers, at: `${course}/tekst`, answers: invalid },
  'GET /scholing/aanbieder/trainingen/:training/voorbeeld': { ...providers, at: `${course}/voorbeeld`, alike: true },
  'GET /scholing/aanbieder/trainingen/:training/wijzigingen': { ...providers, at: `${course}/wijzigingen` },
  'POST /scholing/aanbieder/trainingen/:training/kopie': { ...providers, at: `${course}/kopie` },
  // A draft without a date cannot be sent; the page says so.
  'POST /scholing/aanbieder/trainingen/:training/aanvraag': { ...providers, at: `${course}/aanvraag` },
  'POST /scholing/aanbieder/trainingen/:training/archief': {
    ...providers,
    at: `/scholing/aanbieder/trainingen/${nobody}/archief`,
    answers: gone,
  },
  'POST /scholing/aanbieder/trainingen/:training/archief/einde': { ...providers, at: `${course}/archief/einde` },
  'GET /scholing/aanbieder/trainingen/:training/data': {
    ...providers,
    at: '/scholing/aanbieder/trainingen/{course}/data',
    seenBy: 'provider',
  },
  'POST /scholing/aanbieder/trainingen/:training/data': { ...providers, at: `${course}/data`, answers: invalid },
  'GET /scholing/aanbieder/trainingen/:training/data/:uitvoering': {
    ...providers,
    at: '/scholing/aanbieder/trainingen/{course}/data/{offering}',
    seenBy: 'provider',
  },
  'POST /scholing/aanbieder/trainingen/:training/data/:uitvoering': {
    ...providers,
    at: '/scholing/aanbieder/trainingen/{course}/data/{offering}',
    answers: invalid,
  },
  'POST /scholing/aanbieder/trainingen/:training/data/:uitvoering/afzegging': {
    ...providers,
    at: `/scholing/aanbieder/trainingen/{course}/data/${nobody}/afzegging`,
    answers: gone,
  },
  'GET /scholing/aanbieder/trainingen/:training/kenmerken': {
    ...providers,
    at: `${course}/kenmerken`,
    seenBy: 'provider',
  },
  'POST /scholing/aanbieder/trainingen/:training/kenmerken': {
    ...providers,
    at: `${course}/kenmerken`,
    answers: invalid,
  },
  'POST /scholing/aanbieder/trainingen/:training/kenmerken/:vraag/klopt': {
    ...providers,
    at: `${course}/kenmerken/${nobody}/klopt`,
    answers: gone,
  },
  'POST /scholing/aanbieder/trainingen/:training/kenmerken/:vraag/einde': {
    ...providers,
    at: `${course}/kenmerken/${nobody}/einde`,
    answers: gone,
  },
  'GET /scholing/aanbieder/:aanbieder/materiaal/nieuw': { ...providers, at: `${desk}/materiaal/nieuw`, alike: true },
  'POST /scholing/aanbieder/:aanbieder/materiaal': { ...providers, at: `${desk}/materiaal`, answers: invalid },
  'GET /scholing/aanbieder/materiaal/:materiaal': { ...providers, at: module, seenBy: 'provider' },
  'POST /scholing/aanbieder/materiaal/:materiaal': { ...providers, at: module, answers: invalid },
  'GET /scholing/aanbieder/materiaal/:materiaal/voorbeeld': { ...providers, at: `${module}/voorbeeld`, alike: true },
  'GET /scholing/aanbieder/materiaal/:materiaal/wijzigingen': { ...providers, at: `${module}/wijzigingen` },
  'POST /scholing/aanbieder/materiaal/:materiaal/kopie': { ...providers, at: `${module}/kopie` },
  // It was on the site before, so nothing is asked.
  'POST /scholing/aanbieder/materiaal/:materiaal/aanvraag': { ...providers, at: `${module}/aanvraag` },
  'POST /scholing/aanbieder/materiaal/:materiaal/archief': {
    ...providers,
    at: `/scholing/aanbieder/materiaal/${nobody}/archief`,
    answers: gone,
  },
  'POST /scholing/aanbieder/materiaal/:materiaal/archief/einde': { ...providers, at: `${module}/archief/einde` },
}

const catalogue = '/scholing/aanbieder/aanleveringen/{import}'

const catalogues: Record<string, Permission> = {
  'GET /scholing/aanbieder/sjabloon/:bestand': {
    ...providers,
    at: '/scholing/aanbieder/sjabloon/voorbeeld.xlsx',
    isPage: false,
  },
  'GET /scholing/aanbieder/:aanbieder/aanleveringen': {
    ...providers,
    at: `${desk}/aanleveringen`,
    seenBy: 'provider',
  },
  'POST /scholing/aanbieder/:aanbieder/aanleveringen': {
    ...providers,
    at: `${desk}/aanleveringen`,
    answers: invalid,
  },
  'GET /scholing/aanbieder/aanleveringen/:aanlevering': { ...providers, at: catalogue, seenBy: 'provider' },
  'GET /scholing/aanbieder/aanleveringen/:aanlevering/verslag': {
    ...providers,
    at: `${catalogue}/verslag`,
    isPage: false,
  },
  'POST /scholing/aanbieder/aanleveringen/:aanlevering/plaatsing': {
    ...providers,
    at: `/scholing/aanbieder/aanleveringen/${nobody}/plaatsing`,
    answers: gone,
  },
  // It was not put in place yet, so nothing is put back.
  'POST /scholing/aanbieder/aanleveringen/:aanlevering/terug': { ...providers, at: `${catalogue}/terug` },
}

const none = `${desk}/adressen/${nobody}`

const addresses: Record<string, Permission> = {
  'GET /scholing/aanbieder/:aanbieder/adressen': { ...providers, at: `${desk}/adressen`, seenBy: 'provider' },
  'POST /scholing/aanbieder/:aanbieder/adressen': { ...providers, at: `${desk}/adressen`, answers: invalid },
  'POST /scholing/aanbieder/:aanbieder/adressen/:adres/lezing': { ...providers, at: `${none}/lezing`, answers: gone },
  'POST /scholing/aanbieder/:aanbieder/adressen/:adres/nacht': { ...providers, at: `${none}/nacht`, answers: gone },
  'POST /scholing/aanbieder/:aanbieder/adressen/:adres/nacht/einde': {
    ...providers,
    at: `${none}/nacht/einde`,
    answers: gone,
  },
  'POST /scholing/aanbieder/:aanbieder/adressen/:adres/einde': { ...providers, at: `${none}/einde`, answers: gone },
  'POST /scholing/aanbieder/:aanbieder/domeinen': { ...providers, at: `${desk}/domeinen`, answers: invalid },
  'POST /scholing/aanbieder/:aanbieder/domeinen/:domein/bewijs': {
    ...providers,
    at: `${desk}/domeinen/${nobody}/bewijs`,
    answers: gone,
  },
  'POST /scholing/aanbieder/:aanbieder/domeinen/:domein/einde': {
    ...providers,
    at: `${desk}/domeinen/${nobody}/einde`,
    answers: gone,
  },
  'GET /redactie/scholing/domeinen': editors,
  'GET /redactie/scholing/domeinen/:domein': { ...editors, at: '/redactie/scholing/domeinen/{domain}' },
  'POST /redactie/scholing/domeinen/:domein': {
    ...editors,
    at: '/redactie/scholing/domeinen/{domain}',
    answers: invalid,
  },
}

const unseen = '/redactie/scholing/materiaal/{unseenModule}'

const checking: Record<string, Permission> = {
  'GET /redactie/scholing': editors,
  'GET /redactie/scholing/materiaal': editors,
  'GET /redactie/scholing/materiaal/:materiaal': { ...editors, at: unseen },
  'POST /redactie/scholing/materiaal/:materiaal': { ...editors, at: unseen, answers: invalid },
  'GET /redactie/scholing/:training': { ...editors, at: '/redactie/scholing/{waitingCourse}' },
  // Nothing was decided, so nothing changes.
  'POST /redactie/scholing/:training': { ...editors, at: '/redactie/scholing/{waitingCourse}' },
}

const form = '/redactie/scholing/leervormen/{learningForm}'
const draftForm = '/redactie/scholing/leervormen/{learningDraft}'

const forms: Record<string, Permission> = {
  'GET /redactie/scholing/leervormen': editors,
  'GET /redactie/scholing/leervormen/nieuw': { ...editors, alike: true },
  'POST /redactie/scholing/leervormen': { ...editors, answers: invalid },
  'GET /redactie/scholing/leervormen/:leervorm': { ...editors, at: draftForm },
  'POST /redactie/scholing/leervormen/:leervorm': { ...editors, at: form, answers: invalid },
  'GET /redactie/scholing/leervormen/:leervorm/voorbeeld': { ...editors, at: `${form}/voorbeeld`, alike: true },
  'GET /redactie/scholing/leervormen/:leervorm/wijzigingen': { ...editors, at: `${form}/wijzigingen` },
  'POST /redactie/scholing/leervormen/:leervorm/kopie': { ...editors, at: `${form}/kopie` },
  'POST /redactie/scholing/leervormen/:leervorm/publicatie': { ...editors, at: `${draftForm}/publicatie` },
  // It is not in the archive.
  'POST /redactie/scholing/leervormen/:leervorm/archief/einde': { ...editors, at: `${form}/archief/einde` },
  'POST /redactie/scholing/leervormen/:leervorm/archief': {
    ...editors,
    at: `/redactie/scholing/leervormen/${nobody}/archief`,
    answers: gone,
  },
}

export const training: Record<string, Permission> = {
  ...{ ...open, ...provider, ...catalogues, ...addresses, ...forms, ...checking },
}
