import { Hono } from 'hono'
import { type Form, found, oneStatement, page, publicPage, readForm } from '../foundation/http/index.ts'
import type { PeopleEnv } from '../people/index.ts'
import { answeredSteps, merge } from './answers.ts'
import { type Bookmark, maySay, newBookmark, withSent } from './bookmark.ts'
import {
  bookmarkIs,
  newDevice,
  type OnDevice,
  onDevice,
  type ReflectionContext,
  remember,
  remembers,
} from './device.ts'
import { type Instrument, type Topic, topicOn } from './instrument.ts'
import { beginForm } from './kept.form.ts'
import { askedIn, editionNamed, placeOf, type ReflectionParts } from './parts.ts'
import { answersForm, plainlySent, type Sent } from './question.form.ts'
import { type Filled, filledFrom, nothingFilled, OnePage, ScreenPage } from './question.page.tsx'
import { eraseSheet, readSheet, writeSheet } from './sheet.store.ts'
import { finish, minuteOf, newSheet, type Round, type Sheet } from './sheet.ts'
import { GonePage, NO_SHEET, NoSheetPage, SHEET_GONE, StartPage, StillOpenPage } from './start.page.tsx'

/**
 * Beginning and answering. What these routes write is one statement on one sheet that puts the same answers there however
 * often it is sent, so they need no transaction around it. Erasing what was open is such a statement too.
 */
export function questionRoutes(parts: ReflectionParts): Hono<PeopleEnv> {
  const { current } = parts.instruments
  const { start } = current.words
  return new Hono<PeopleEnv>()
    .get('/reflectie', publicPage, (c) =>
      page(
        c,
        { title: 'Reflectie', description: `${start.title} ${start.lead}`, canonical: '/reflectie' },
        <StartPage instrument={current} />,
      ),
    )
    .post('/reflectie', oneStatement, begin)
    .get('/reflectie/open', (c) =>
      page(c, { title: 'Er staat nog een reflectie open', robots: 'noindex' }, <StillOpenPage />),
    )
    .get('/reflectie/terug', goBack)
    .get('/reflectie/vraag/:n{[0-9]+}', (c) => showScreen(c, parts))
    .post('/reflectie/vraag/:n{[0-9]+}', oneStatement, (c) => saveScreen(c, parts))
    .get('/reflectie/formulier', publicPage, (c) => onePage(c, current, nothingFilled))
    .get('/reflectie/formulier/mijn', (c) => showOnePage(c, parts))
    .post('/reflectie/formulier', oneStatement, (c) => saveOnePage(c, parts))
}

/** The page for whoever has no sheet here (any more): closed on this device, or erased. */
export function gone(c: ReflectionContext): Response {
  const [title, body] = remembers(c) ? [SHEET_GONE, <GonePage />] : [NO_SHEET, <NoSheetPage />]
  return page(c, { title, status: 410, robots: 'noindex' }, body)
}

async function begin(c: ReflectionContext): Promise<Response> {
  const form = readForm(c, beginForm)
  const device = await onDevice(c)
  const open = device?.written ? await readSheet(c.get('db'), device.secret, c.get('now')) : undefined
  if (open && !(form.ok && form.value.opnieuw)) return c.redirect('/reflectie/open', 303)
  if (open && !open.kept) await eraseSheet(c.get('db'), open.secret)
  remember(c, newBookmark(c.get('now')))
  return c.redirect('/reflectie/vraag/1', 303)
}

/** The sheet of this browser, or why it is not there: nothing written yet, or gone. */
async function look(
  c: ReflectionContext,
  known?: OnDevice,
): Promise<{ device: OnDevice; sheet: Sheet | undefined } | undefined> {
  const device = known ?? (await onDevice(c))
  if (!device) return undefined
  const open = device.written ? await readSheet(c.get('db'), device.secret, c.get('now')) : undefined
  return device.written && !open ? undefined : { device, sheet: open?.sheet }
}

async function goBack(c: ReflectionContext): Promise<Response> {
  const here = await look(c)
  return here ? c.redirect(placeOf(here.sheet), 303) : gone(c)
}

function screen(c: ReflectionContext, props: Parameters<typeof ScreenPage>[0] & { status?: number }): Response {
  const { errors, status } = props
  const title = screenTitle(props)
  return page(
    c,
    { title, robots: 'noindex', ...(status && { status }), ...(errors && { errors: errors.length }) },
    <ScreenPage {...props} />,
  )
}

async function showScreen(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const step = Number(c.req.param('n'))
  const device = await onDevice(c)
  if (device && stillEmpty(parts, device, step)) return emptyScreen(c, parts, step)
  const here = await look(c, device)
  const instrument = here?.sheet ? askedIn(parts, here.sheet) : parts.instruments.current
  const topic = found(topicOn(instrument, step))
  if (!here) return gone(c)
  const filled = here.sheet ? filledFrom(instrument, here.sheet.round.answers, here.sheet.round.wishes) : nothingFilled
  return screen(c, { instrument, topic, step, filled })
}

/** Nothing was ever said on this screen, and it is one of today's edition: no need to look at the sheet. */
function stillEmpty(
  { instruments, readAt }: ReflectionParts,
  { bookmark, began }: { bookmark: Bookmark; began: number },
  step: number,
): boolean {
  return !maySay(bookmark, step) && began >= minuteOf(readAt) && topicOn(instruments.current, step) !== undefined
}

/** An empty screen is the same for every visitor who has yet to fill it in. Signed in, its form carries a token. */
function emptyScreen(c: ReflectionContext, parts: ReflectionParts, step: number): Response {
  const instrument = parts.instruments.current
  c.set(
    'sameFor',
    bookmarkIs((bookmark) => stillEmpty(parts, { bookmark, began: bookmark.began }, step)),
  )
  return screen(c, { instrument, topic: found(topicOn(instrument, step)), step, filled: nothingFilled })
}

function screenTitle({ instrument, topic, step }: { instrument: Instrument; topic: Topic; step: number }): string {
  return `Stap ${step} van ${instrument.topics.length}: ${topic.title}`
}

async function saveScreen(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const step = Number(c.req.param('n'))
  const instrument = editionNamed(parts, c.get('body')?.versie)
  const topic = found(topicOn(instrument, step))
  const form = readAnswers(c, instrument, topic)
  const typed: Filled = (field) => single(form.typed[field])
  if (!form.ok) return screen(c, { instrument, topic, step, filled: typed, errors: form.errors, status: 400 })
  const last = step === instrument.topics.length
  const { onward } = form.value
  const at = { verder: step + 1, terug: Math.max(1, step - 1), later: step }[onward]
  const close = (round: Round) => (last && onward === 'verder' ? finish(round, c.get('now')) : { ...round, at })
  const device = await onDevice(c)
  const became = device ? await save(c, device, instrument, form.value, close) : 'gone'
  if (became === 'gone') remember(c, newBookmark(c.get('now')))
  if (became !== 'saved')
    return screen(c, { instrument, topic, step, filled: typed, unsaved: became, status: became === 'gone' ? 410 : 409 })
  return c.redirect(
    onward === 'later'
      ? '/reflectie/bewaren'
      : last && onward === 'verder'
        ? '/reflectie/uitslag'
        : `/reflectie/vraag/${at}`,
    303,
  )
}

function readAnswers(c: ReflectionContext, instrument: Instrument, topic?: Topic): Form<Sent> {
  const asked = () => readForm(c, answersForm(instrument, topic))
  const value = plainlySent(instrument, c.get('body') ?? {}, topic)
  if (!value) return asked()
  return {
    ok: true,
    value,
    get typed() {
      return asked().typed
    },
  }
}

/** What became of answers: a sheet that is gone takes none, and one of another edition stays true to what it was asked. */
type Became = 'saved' | 'gone' | 'other edition'

/** Puts answers on the sheet of this browser and lets it remember which screens hold any. */
async function save(
  c: ReflectionContext,
  device: OnDevice,
  instrument: Instrument,
  sent: Sent,
  close: (round: Round) => Round,
): Promise<Became> {
  let unsaved: Exclude<Became, 'saved'> = 'gone'
  const change = (before: Sheet | undefined) => {
    unsaved = 'gone'
    if (device.written && !before) return undefined
    const sheet = before ?? newSheet(instrument.edition, device.began)
    if (sheet.round.edition === instrument.edition) return { ...sheet, round: close(merge(sheet.round, sent)) }
    unsaved = 'other edition'
    return undefined
  }
  const saved = await writeSheet(c.get('db'), device.secret, c.get('now'), change, { fresh: !device.written })
  if (!saved) return unsaved
  remember(c, withSent(device.bookmark, answeredSteps(instrument, saved.round)))
  return 'saved'
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value
}

function onePage(
  c: ReflectionContext,
  instrument: Instrument,
  filled: Filled,
  rest: Pick<Parameters<typeof OnePage>[0], 'errors' | 'unsaved'> & { status?: number } = {},
): Response {
  const head = {
    title: 'Alle zinnen op één pagina',
    canonical: '/reflectie/formulier',
    ...(rest.status && { status: rest.status }),
    ...(rest.errors && { errors: rest.errors.length }),
  }
  return page(
    c,
    head,
    <OnePage
      instrument={instrument}
      filled={filled}
      unsaved={rest.unsaved}
      {...(rest.errors && { errors: rest.errors })}
    />,
  )
}

async function showOnePage(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const here = await look(c)
  if (!here) return gone(c)
  const instrument = here.sheet ? askedIn(parts, here.sheet) : parts.instruments.current
  return onePage(
    c,
    instrument,
    here.sheet ? filledFrom(instrument, here.sheet.round.answers, here.sheet.round.wishes) : nothingFilled,
  )
}

async function saveOnePage(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const instrument = editionNamed(parts, c.get('body')?.versie)
  const form = readAnswers(c, instrument)
  const typed: Filled = (field) => single(form.typed[field])
  if (!form.ok) return onePage(c, instrument, typed, { errors: form.errors, status: 400 })
  const { now } = c.var
  const device = await onDevice(c)
  const became = device ? await save(c, device, instrument, form.value, (round) => finish(round, now)) : 'gone'
  if (became === 'other edition') return onePage(c, instrument, typed, { unsaved: became, status: 409 })
  // The form stands on a public page: whoever fills it in without a sheet gets one. Nobody knows when they began.
  if (became === 'gone')
    await save(c, newDevice(now), instrument, form.value, (round) => ({ ...finish(round, now), minutes: 0 }))
  return c.redirect('/reflectie/uitslag', 303)
}
