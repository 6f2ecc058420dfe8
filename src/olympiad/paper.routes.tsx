import { Hono } from 'hono'
import { allow, type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import { type PeopleContext, type PeopleEnv, type Person, signedIn, withRole } from '../people/index.ts'
import { readCharter } from './charter.store.ts'
import { trail } from './olympiad.context.ts'
import { readOlympiad, rolesOf } from './olympiad.store.ts'
import { mayChair, type Olympiad, type StakeholderRole } from './olympiad.ts'
import { countMiss } from './panel.entry.ts'
import { differenceField, settlingForm, sheetCodeForm, sheetEntryForm } from './paper.form.ts'
import { PaperDifferencePage, PaperPage, type PaperView, paperUrl } from './paper.page.tsx'
import { beginAnew, countSheet, keepEntry, type Opened, openPaper, paperCounts } from './paper.store.ts'
import { differencesBetween, mayEnter, paperWords, roundObjection, settledSheet, sheetObjection } from './paper.ts'
import { roundsOf, sentencesOf } from './round.store.ts'
import type { Round, Sentence } from './round.ts'

/** Typing over what people answered on paper: twice, by two people who do not know who answered. */
export function paperRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/papier', (c) => show(c))
    .post('/olympiades/:slug/papier', enter)
    .post('/olympiades/:slug/papier/verschil', look)
    .post('/olympiades/:slug/papier/besluit', settle)
}

/** Who may do this proves it by the second factor of their role. */
async function entering(c: PeopleContext): Promise<{ person: Person; olympiad: Olympiad }> {
  const person = signedIn(c)
  const olympiad = found(await readOlympiad(c.var.db, c.req.param('slug') ?? ''))
  allow(mayEnter(person, olympiad))
  withRole(c, mayChair(person, olympiad) ? 'chair' : 'editor')
  return { person, olympiad }
}

interface At {
  person: Person
  olympiad: Olympiad
  round: Round
  sentences: Sentence[]
  roles: StakeholderRole[]
}

const openRound = async (c: PeopleContext, olympiad: Olympiad): Promise<Round | undefined> =>
  (await roundsOf(c.var.db, olympiad.id)).find(({ openedAt, closedAt }) => openedAt !== null && closedAt === null)

/** The round in which paper counts now. @throws Refusal 409 with why there is none */
async function entryAt(c: PeopleContext): Promise<At> {
  const { person, olympiad } = await entering(c)
  const round = await openRound(c, olympiad)
  const objection = roundObjection(round, c.var.now)
  if (round === undefined || objection !== undefined) return refuse(409, paperWords[objection ?? 'closed'])
  const { db } = c.var
  const roles = (await readCharter(db, olympiad.id))?.roles ?? (await rolesOf(db, olympiad.id))
  return { person, olympiad, round, sentences: await sentencesOf(db, round.id), roles }
}

interface Back {
  errors?: FieldError[]
  typed?: Typed
  status?: 409
}

const headOf = (olympiad: Olympiad, errors: FieldError[], status?: 409) => ({
  title: `Op papier: ${olympiad.title}`,
  robots: 'noindex' as const,
  breadcrumb: trail(olympiad, { label: 'Papier invoeren' }),
  errors: errors.length,
  ...(status ? { status } : {}),
})

const DONE: Record<string, string> = {
  eerste: 'Bewaard. Leg dit formulier bij de stapel voor de tweede persoon',
  geteld: 'Geteld. Jullie typten hetzelfde; leg dit formulier bij de getelde',
  besloten: 'Geteld, zoals het op papier staat',
  opnieuw: 'Beide keren zijn weg. Voer dit formulier opnieuw in, en laat een ander het ook doen',
}

async function show(c: PeopleContext, { errors = [], typed = {}, status }: Back = {}): Promise<Response> {
  const { person, olympiad } = await entering(c)
  const { db, now } = c.var
  const round = await openRound(c, olympiad)
  const roles = (await readCharter(db, olympiad.id))?.roles ?? (await rolesOf(db, olympiad.id))
  const view: PaperView = {
    olympiad,
    round,
    objection: roundObjection(round, now),
    roles,
    sentences: round ? await sentencesOf(db, round.id) : [],
    counts: round ? await paperCounts(db, round.id, person.id) : undefined,
    typed,
    errors,
    done: DONE[c.req.query('gedaan') ?? ''],
  }
  return page(c, headOf(olympiad, errors, status), <PaperPage {...view} />)
}

const NO_SHEET =
  'Deze code hoort niet bij een papieren formulier van deze Olympiade. Kijk of hij heel en goed is overgetypt.'

/** The sheet with this code, or the page again with why not. */
async function sheetHere(c: PeopleContext, { round }: At, code: string): Promise<Opened | Back> {
  const opened = await openPaper(c.var.db, round, code, c.var.now)
  if (opened === undefined) {
    await countMiss(c, code)
    return { errors: [{ field: 'code', message: NO_SHEET }] }
  }
  if (typeof opened === 'string') return refuse(409, paperWords[opened])
  return opened
}

const isBack = (one: Opened | Back): one is Back => !('held' in one)

async function enter(c: PeopleContext): Promise<Response> {
  const at = await entryAt(c)
  const { person, olympiad, round, sentences, roles } = at
  const { db, now } = c.var
  const statements = sentences.map(({ statement }) => statement)
  const slugs = roles.map(({ slug }) => slug)
  const form = readForm(c, sheetEntryForm(slugs, statements))
  if (!form.ok) return show(c, form)
  const { code, sheet } = form.value
  if (form.value.round !== round.id)
    return show(c, {
      typed: form.typed,
      status: 409,
      errors: [
        { field: 'code', message: 'Er is intussen een andere ronde open. Kijk of dit formulier daarbij hoort.' },
      ],
    })
  const opened = await sheetHere(c, at, code)
  if (isBack(opened)) return show(c, { ...opened, typed: form.typed })
  const objection = sheetObjection(opened.facts, person.id)
  if (objection !== undefined)
    return show(c, { typed: form.typed, status: 409, errors: [{ field: 'code', message: paperWords[objection] }] })
  const [earlier] = opened.entries
  if (earlier === undefined) {
    await keepEntry(db, round, opened, sheet, { by: person.id, at: now })
    return c.redirect(`${paperUrl(olympiad)}?gedaan=eerste`, 303)
  }
  if (differencesBetween(earlier, sheet, statements).length === 0) {
    const first = opened.facts.enteredBy[0] ?? ''
    await countSheet(db, round, opened, { sheet, first, second: person.id, settled: null, at: now })
    return c.redirect(`${paperUrl(olympiad)}?gedaan=geteld`, 303)
  }
  await keepEntry(db, round, opened, sheet, { by: person.id, at: now })
  // In the order in which they are read again when it is settled.
  const both = await openPaper(db, round, code, now)
  return both === undefined || typeof both === 'string' ? refuse(409, NOT_TWICE) : differencePage(c, at, both)
}

function differencePage(c: PeopleContext, at: At, opened: Opened, { errors = [], typed = {} }: Back = {}): Response {
  const { olympiad, sentences, roles } = at
  const [first, second] = opened.entries
  if (first === undefined || second === undefined) return refuse(409, NOT_TWICE)
  const differences = differencesBetween(
    first,
    second,
    sentences.map(({ statement }) => statement),
  )
  return page(
    c,
    headOf(olympiad, errors),
    <PaperDifferencePage {...{ olympiad, sentences, roles, differences, typed, errors }} code={opened.code} />,
  )
}

const NOT_TWICE = 'Dit formulier is nog niet door twee mensen ingevoerd, dus er is geen verschil.'

/** A sheet that two people entered, for the third look. */
async function twice(c: PeopleContext, at: At): Promise<Opened | Response> {
  const form = readForm(c, sheetCodeForm)
  if (!form.ok) return show(c, form)
  const opened = await sheetHere(c, at, form.value.code)
  if (isBack(opened)) return show(c, { ...opened, typed: form.typed })
  const objection = sheetObjection(opened.facts, at.person.id)
  if (objection !== undefined && objection !== 'two entries')
    return show(c, { typed: form.typed, status: 409, errors: [{ field: 'code', message: paperWords[objection] }] })
  if (opened.entries.length < 2)
    return show(c, { typed: form.typed, status: 409, errors: [{ field: 'code', message: NOT_TWICE }] })
  return opened
}

async function look(c: PeopleContext): Promise<Response> {
  const at = await entryAt(c)
  const opened = await twice(c, at)
  return opened instanceof Response ? opened : differencePage(c, at, opened)
}

async function settle(c: PeopleContext): Promise<Response> {
  const at = await entryAt(c)
  const opened = await twice(c, at)
  if (opened instanceof Response) return opened
  const { person, olympiad, round, sentences } = at
  const { db, now } = c.var
  if (c.get('body')?.opnieuw === 'ja') {
    await beginAnew(db, round, opened)
    return c.redirect(`${paperUrl(olympiad)}?gedaan=opnieuw`, 303)
  }
  const [one, other] = opened.entries
  if (one === undefined || other === undefined) return refuse(409, NOT_TWICE)
  const statements = sentences.map(({ statement }) => statement)
  const differences = differencesBetween(one, other, statements)
  const form = readForm(c, settlingForm(differences))
  if (!form.ok) return differencePage(c, at, opened, form)
  const sheet = settledSheet(one, differences, (difference) => form.value[differenceField(difference)] ?? 'neither')
  if (Object.keys(sheet.answers).length === 0) {
    await beginAnew(db, round, opened)
    return c.redirect(`${paperUrl(olympiad)}?gedaan=opnieuw`, 303)
  }
  const [first = '', second = ''] = opened.facts.enteredBy
  await countSheet(db, round, opened, { sheet, first, second, settled: person.id, at: now })
  return c.redirect(`${paperUrl(olympiad)}?gedaan=besloten`, 303)
}
