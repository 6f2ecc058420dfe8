import { Hono, type MiddlewareHandler } from 'hono'
import { DAY, HOUR, MINUTE } from '../foundation/clock.ts'
import {
  found,
  type LimitRule,
  limit,
  limitPlace,
  type PlaceRule,
  page,
  readForm,
  refuse,
} from '../foundation/http/index.ts'
import { type PeopleEnv, personKey, signedIn } from '../people/index.ts'
import { answeredCount } from './answers.ts'
import { ALL_SENT } from './bookmark.ts'
import { makeCode, secretOfCode } from './code.store.ts'
import { codeOf } from './code.ts'
import { contribute } from './contribution.store.ts'
import {
  forget,
  holdsOwn,
  onDevice,
  ownSecret,
  promiseCode,
  type ReflectionContext,
  redeemCode,
  remember,
} from './device.ts'
import { codeForm, keepForm, reminderForm } from './kept.form.ts'
import {
  AgainPage,
  ClosePage,
  CodePage,
  CountAlongPage,
  DonePage,
  ErasePage,
  KeepPage,
  OpenPage,
  OwnSheetPage,
  OwnSheetsPage,
  ReminderPage,
} from './kept.page.tsx'
import { FEWEST } from './outcome.ts'
import { keepAsOwn, ownSheets } from './own-sheet.store.ts'
import { ownTitle } from './own-sheet.ts'
import { askedIn, monthInDutch, placeOf, type ReflectionParts } from './parts.ts'
import { gone } from './question.routes.tsx'
import { contributionKey } from './reflection.jobs.ts'
import { askReminder, forgetReminder } from './reminder.store.ts'
import { openHere } from './result.routes.tsx'
import { eraseSheet, keepSheet, type OpenSheet, readResult, readSheet, writeSheet } from './sheet.store.ts'
import { minuteOf, nextRound, type Sheet } from './sheet.ts'

/** Keeping, opening again, counting along, and making it all go away. */
export function keptRoutes(parts: ReflectionParts): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
    .use('/uitloggen', letGoOfOwn)
    .get('/reflectie/bewaren', showKeep)
    .post('/reflectie/bewaren', keep)
    .get('/reflectie/code', showCode)
    .get('/reflectie/verder', (c) => openPage(c))
    .post('/reflectie/verder', openByCode)
    .get('/reflectie/wissen', showErase)
    .post('/reflectie/wissen', erase)
    .get('/reflectie/afsluiten', showClose)
    .post('/reflectie/afsluiten', close)
    .get('/reflectie/tel-mee', (c) => showCountAlong(c, parts))
    .post('/reflectie/tel-mee', (c) => countAlong(c, parts))
    .get('/reflectie/herinnering', (c) => reminderPage(c))
    .post('/reflectie/herinnering', remind)
    .get('/reflectie/opnieuw', showAgain)
    .post('/reflectie/opnieuw', (c) => again(c, parts))
    .get('/reflectie/mijn', showOwn)
    .get('/reflectie/mijn/:n{[1-9][0-9]{0,5}}', showOwnOne)
    .post('/reflectie/mijn/:n{[1-9][0-9]{0,5}}', openOwn)
  for (const [path, done] of Object.entries(DONE))
    app.get(`/reflectie/${path}`, (c) => page(c, { title: done.title, robots: 'noindex' }, <DonePage {...done} />))
  return app
}

/** Whoever signs out takes along that a sheet of theirs was open here: the next one at this device need not see it. */
const letGoOfOwn: MiddlewareHandler<PeopleEnv> = (c, next) => {
  if (c.req.method === 'POST' && holdsOwn(c)) forget(c)
  return next()
}

const DONE = {
  gewist: {
    title: 'Alles is gewist',
    text: 'Je antwoorden, je uitslag en je stap zijn weg. Wat je printte of bewaarde op dit apparaat, moet je zelf weggooien.',
  },
  afgesloten: { title: 'Afgesloten op dit apparaat', text: 'Dit apparaat weet niets meer van je antwoorden.' },
  afgesproken: {
    title: 'Staat genoteerd',
    text: 'Over ongeveer een half jaar krijg je één mail. Daarna is je adres bij ons weg.',
  },
  afgezegd: { title: 'Er komt geen mail', text: 'Stond dit adres genoteerd, dan is het nu weg.' },
}

const CODE_RULES: { each: LimitRule; all: PlaceRule } = {
  each: { name: 'reflection code', points: 10, perMs: 15 * MINUTE, onFault: 'closed' },
  // A hall full of people opens its sheets within a minute; a machine that guesses gets nowhere with it.
  all: { name: 'reflection code, network address', points: 2_000, perMs: MINUTE, onFault: 'closed' },
}
const REMINDER_RULES: { each: LimitRule; all: PlaceRule } = {
  each: { name: 'reflection reminder', points: 5, perMs: DAY, onFault: 'closed' },
  all: { name: 'reflection reminder, network address', points: 2_000, perMs: HOUR, onFault: 'closed' },
}

async function showKeep(c: ReflectionContext): Promise<Response> {
  const open = await openHere(c)
  if (!open) return gone(c)
  const { sheet, number } = open
  return page(
    c,
    { title: 'Bewaren en later verder', robots: 'noindex' },
    <KeepPage codes={sheet.codes} number={number} signedIn={c.var.person !== undefined} />,
  )
}

async function keep(c: ReflectionContext): Promise<Response> {
  const form = readForm(c, keepForm)
  if (!form.ok)
    return refuse(400, 'Kies waar je wilt bewaren: met een code of bij je account. Ga terug en kies opnieuw.')
  const open = await openHere(c)
  if (!open) return gone(c)
  return form.value.waar === 'code' ? keepByCode(c, open, form.value.nummer) : keepByAccount(c, open)
}

async function keepByCode(c: ReflectionContext, { secret }: OpenSheet, asked: number | undefined): Promise<Response> {
  const { db, now } = c.var
  // Pressing twice asks for the same number twice, and gets the same code.
  const code = (before: Sheet) => (asked === before.codes + 1 ? asked : Math.max(1, before.codes))
  const sheet = await writeSheet(db, secret, now, (before) => before && { ...before, codes: code(before) }, {
    answering: false,
  })
  if (!sheet) return gone(c)
  await keepSheet(db, secret, now)
  await makeCode(db, secret, sheet.codes)
  // Shown by an address of its own: going back to the answer of a form would ask to send the form again.
  promiseCode(c)
  return c.redirect('/reflectie/code', 303)
}

async function showCode(c: ReflectionContext): Promise<Response> {
  const open = await openHere(c)
  if (!open) return gone(c)
  if (open.sheet.codes === 0 || !redeemCode(c)) return c.redirect('/reflectie/bewaren', 303)
  const code = codeOf(open.secret, open.sheet.codes)
  return page(c, { title: 'Je bewaarcode', robots: 'noindex' }, <CodePage code={code} />)
}

async function keepByAccount(c: ReflectionContext, { secret }: OpenSheet): Promise<Response> {
  const person = signedIn(c)
  const { db, config, now } = c.var
  const number = await keepAsOwn(db, { person: person.id, key: await personKey(db, config, person.id) }, secret, now)
  if (number === undefined)
    return refuse(
      409,
      'Deze reflectie staat al bij een ander account. Vraag een eigen bewaarcode, of begin zelf een reflectie.',
    )
  remember(c, { kind: 'own', number })
  return c.redirect('/reflectie/mijn', 303)
}

function openPage(c: ReflectionContext, props: Parameters<typeof OpenPage>[0] & { status?: number } = {}): Response {
  const { errors, status } = props
  return page(
    c,
    {
      title: 'Ga verder met je bewaarcode',
      robots: 'noindex',
      ...(status && { status }),
      ...(errors && { errors: errors.length }),
    },
    <OpenPage {...props} />,
  )
}

async function openByCode(c: ReflectionContext): Promise<Response> {
  await limitPlace(c, CODE_RULES.all)
  if (c.var.session) await limit(c, CODE_RULES.each, c.var.session.subject)
  const form = readForm(c, codeForm)
  const typed = typeof form.typed.code === 'string' ? form.typed.code : undefined
  if (!form.ok) return openPage(c, { errors: form.errors, typed, status: 400 })
  const secret = await secretOfCode(c.var.db, form.value.code)
  const open = secret && (await readSheet(c.var.db, secret, c.var.now))
  if (!open)
    return openPage(c, {
      errors: [
        {
          field: 'code',
          message:
            'Met deze code vinden we geen antwoorden. Kijk of elke letter klopt. Zijn ze gewist of verlopen? Dan zijn ze echt weg.',
        },
      ],
      typed,
      status: 404,
    })
  await keepSheet(c.var.db, open.secret, c.var.now)
  remember(c, { kind: 'secret', secret: open.secret, began: minuteOf(c.var.now), sent: ALL_SENT })
  return c.redirect(placeOf(open.sheet), 303)
}

async function showErase(c: ReflectionContext): Promise<Response> {
  const open = await openHere(c)
  return open ? page(c, { title: 'Wis alles nu', robots: 'noindex' }, <ErasePage kept={open.kept} />) : gone(c)
}

async function erase(c: ReflectionContext): Promise<Response> {
  const device = await onDevice(c)
  // A sheet of an account, and its owner is signed out by now: saying "gewist" would be a lie.
  if (!device && holdsOwn(c)) signedIn(c)
  if (device) await eraseSheet(c.var.db, device.secret)
  forget(c)
  return c.redirect('/reflectie/gewist', 303)
}

async function showClose(c: ReflectionContext): Promise<Response> {
  const open = await openHere(c)
  return open
    ? page(c, { title: 'Afsluiten op dit apparaat', robots: 'noindex' }, <ClosePage kept={open.kept} />)
    : gone(c)
}

async function close(c: ReflectionContext): Promise<Response> {
  const open = await openHere(c)
  // Nobody could ever open it again: then it need not lie here for a day.
  if (open && !open.kept) await eraseSheet(c.var.db, open.secret)
  forget(c)
  return c.redirect('/reflectie/afgesloten', 303)
}

async function showCountAlong(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const open = await openHere(c, readResult)
  if (!open) return gone(c)
  if (open.counted) return c.redirect('/reflectie/uitslag', 303)
  return page(
    c,
    { title: 'Tel anoniem mee', robots: 'noindex' },
    <CountAlongPage edition={askedIn(parts, open.sheet).edition} />,
  )
}

async function countAlong(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const open = await openHere(c)
  if (!open) return gone(c)
  const { edition, answers, minutes } = open.sheet.round
  if (answeredCount(askedIn(parts, open.sheet), answers) < FEWEST)
    return refuse(409, 'Je hebt nog te weinig ingevuld om mee te tellen. Beantwoord eerst minstens drie zinnen.')
  await contribute(
    c.var.db,
    open.secret,
    contributionKey(c.var.config),
    { edition, answers, minutes: minutes ?? 0 },
    c.var.now,
  )
  return c.redirect('/reflectie/uitslag', 303)
}

function reminderPage(
  c: ReflectionContext,
  props: Parameters<typeof ReminderPage>[0] & { status?: number } = {},
): Response {
  const { errors, status } = props
  return page(
    c,
    {
      title: 'Een afspraak met jezelf',
      robots: 'noindex',
      ...(status && { status }),
      ...(errors && { errors: errors.length }),
    },
    <ReminderPage {...props} />,
  )
}

async function remind(c: ReflectionContext): Promise<Response> {
  const form = readForm(c, reminderForm)
  const typed = typeof form.typed.mailadres === 'string' ? form.typed.mailadres : undefined
  if (!form.ok) return reminderPage(c, { errors: form.errors, typed, status: 400 })
  const { mailadres, wat } = form.value
  await limitPlace(c, REMINDER_RULES.all)
  // Forgetting is never counted: a stranger who asks for mails may not stand in the way of the one who gets them.
  if (wat === 'vraag') await limit(c, REMINDER_RULES.each, mailadres)
  if (wat === 'vergeet') await forgetReminder(c.var.db, c.var.config, mailadres)
  else await askReminder(c.var.db, c.var.config, mailadres, c.var.now)
  return c.redirect(wat === 'vergeet' ? '/reflectie/afgezegd' : '/reflectie/afgesproken', 303)
}

const SOON = 90 * DAY

async function showAgain(c: ReflectionContext): Promise<Response> {
  const open = await openHere(c)
  if (!open) return gone(c)
  const began = open.sheet.round.began * MINUTE
  const month = monthInDutch(new Date(began).toISOString())
  return page(
    c,
    { title: 'Opnieuw, en vergelijken', robots: 'noindex' },
    <AgainPage month={month} soon={c.var.now.getTime() - began < SOON} />,
  )
}

async function again(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const open = await openHere(c)
  if (!open) return gone(c)
  const { edition } = parts.instruments.current
  // A round without answers is nothing to compare with: pressing twice must not lose the one before.
  await writeSheet(
    c.var.db,
    open.secret,
    c.var.now,
    (sheet) => sheet && (Object.keys(sheet.round.answers).length > 0 ? nextRound(sheet, edition, c.var.now) : sheet),
    { answering: false },
  )
  return c.redirect('/reflectie/vraag/1', 303)
}

async function showOwn(c: ReflectionContext): Promise<Response> {
  const person = signedIn(c)
  return page(
    c,
    { title: 'Mijn reflecties', robots: 'noindex' },
    <OwnSheetsPage sheets={await ownSheets(c.var.db, person.id)} />,
  )
}

async function showOwnOne(c: ReflectionContext): Promise<Response> {
  const person = signedIn(c)
  const number = Number(c.req.param('n'))
  found(await ownSecret(c, number))
  const sheets = await ownSheets(c.var.db, person.id)
  const title = ownTitle(found(sheets.find((one) => one.number === number)), sheets)
  return page(c, { title, robots: 'noindex' }, <OwnSheetPage number={number} title={title} />)
}

async function openOwn(c: ReflectionContext): Promise<Response> {
  signedIn(c)
  const number = Number(c.req.param('n'))
  const secret = found(await ownSecret(c, number))
  const open = found(await readSheet(c.var.db, secret, c.var.now))
  await keepSheet(c.var.db, secret, c.var.now)
  remember(c, { kind: 'own', number })
  return c.redirect(placeOf(open.sheet), 303)
}
