import { Hono } from 'hono'
import { DAY, after as later } from '../foundation/clock.ts'
import { type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv, Person } from '../people/index.ts'
import { ClosingPage } from './chair.page.tsx'
import { nextNumber, openRoundOf } from './chair.ts'
import { readCharter } from './charter.store.ts'
import { closeRound } from './closing.store.ts'
import { findFlags, flagsOf } from './flag.store.ts'
import { undecided } from './flag.ts'
import { asTyped } from './moment.ts'
import { chaired, chairTrail, chairUrl } from './olympiad.context.ts'
import { rolesOf } from './olympiad.store.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { paperCounts } from './paper.store.ts'
import { candidatesFor } from './round.candidate.store.ts'
import { type Candidate, ExtensionPage, isPlanned, OpeningPart, PlanRoundPage } from './round.desk.page.tsx'
import { extendRound, openRound, planRound, replanRound } from './round.desk.store.ts'
import { closingForm, extensionForm, roundForm } from './round.form.ts'
import { readRound, roundsOf, sentencesOf } from './round.store.ts'
import { MOST_ROUNDS, type Round, roundState } from './round.ts'
import { turnoutOf } from './turnout.store.ts'
import { outOfReach } from './turnout.ts'

/** Planning, opening, extending and closing rounds. */
export function roundDeskRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/voorzitter/rondes/nieuw', (c) => showNew(c))
    .post('/olympiades/:slug/voorzitter/rondes', planNew)
    .get('/olympiades/:slug/voorzitter/rondes/:n{[0-4]}', (c) => showRound(c))
    .post('/olympiades/:slug/voorzitter/rondes/:n{[0-4]}', planAgain)
    .post('/olympiades/:slug/voorzitter/rondes/:n{[0-4]}/opening', open)
    .get('/olympiades/:slug/voorzitter/rondes/:n{[0-4]}/verlenging', (c) => showExtension(c))
    .post('/olympiades/:slug/voorzitter/rondes/:n{[0-4]}/verlenging', extend)
    .get('/olympiades/:slug/voorzitter/rondes/:n{[0-4]}/sluiting', askClosing)
    .post('/olympiades/:slug/voorzitter/rondes/:n{[0-4]}/sluiting', close)
}

interface Back {
  errors?: FieldError[]
  typed?: Typed
  /** 409: somebody else was first. */
  late?: boolean
}

interface At {
  chair: Person
  olympiad: Olympiad
  round: Round
}

async function roundAt(c: PeopleContext): Promise<At> {
  const { chair, olympiad } = await chaired(c)
  return { chair, olympiad, round: found(await readRound(c.var.db, olympiad.id, Number(c.req.param('n')))) }
}

const headOf = (olympiad: Olympiad, label: string, { errors = [], late = false }: Back = {}) => ({
  title: `${label}: ${olympiad.title}`,
  robots: 'noindex' as const,
  breadcrumb: chairTrail(olympiad, label),
  errors: errors.length,
  ...(late ? { status: 409 } : {}),
})

async function showNew(c: PeopleContext, back: Back = {}): Promise<Response> {
  const { errors = [], typed } = back
  const { olympiad } = await chaired(c)
  const { db, now } = c.var
  const rounds = await roundsOf(db, olympiad.id)
  const number = nextNumber(rounds)
  if (number === undefined || olympiad.finishedAt !== null)
    refuse(409, `Er komt geen ronde meer: er zijn er hooguit ${MOST_ROUNDS}, of de Olympiade is afgerond.`)
  const candidates = await candidatesFor(db, olympiad.id)
  const undecided = candidates.filter(({ decided }) => !decided).map(({ statement }) => statement.id)
  const begin: Typed = {
    soort: 'wegen',
    opent: asTyped(now),
    sluit: asTyped(later(now, 14 * DAY)),
    'zinnen[]': undecided,
  }
  return page(
    c,
    headOf(olympiad, 'Een ronde plannen', back),
    <PlanRoundPage
      olympiad={olympiad}
      round={undefined}
      version={0}
      theirs={undefined}
      number={number}
      mayPropose={rounds.length === 0}
      candidates={candidates}
      typed={typed ?? begin}
      errors={errors}
    />,
  )
}

/** What a chair planned, or what to mend. */
async function readPlan(c: PeopleContext, olympiad: Olympiad, candidates: Candidate[]) {
  const form = readForm(c, roundForm)
  if (!form.ok) return form
  const { soort, geheim, opent, sluit, 'zinnen[]': chosen } = form.value
  const errors: FieldError[] = []
  // In their own order, and only what can be weighed here.
  const statements = candidates.filter(({ statement }) => chosen.includes(statement.id))
  if (soort === 'wegen' && statements.length === 0)
    errors.push({ field: 'zinnen[]', message: 'Kies minstens één zin om te wegen.' })
  if (sluit <= c.var.now) errors.push({ field: 'sluit', message: 'Dit einde is al voorbij. Kies een later moment.' })
  if (errors.length > 0) return { ok: false as const, errors, typed: form.typed }
  const mode = geheim === 'ja' && soort === 'wegen' ? ('secret' as const) : olympiad.mode
  return {
    ok: true as const,
    version: form.value.versie,
    proposing: soort === 'bedenken',
    planned: {
      mode,
      opensAt: opent,
      closesAt: sluit,
      statements:
        soort === 'bedenken'
          ? []
          : statements.map(({ statement }) => ({ statement: statement.id, version: statement.text.version })),
    },
    typed: form.typed,
  }
}

const BUSY = 'Er is al een ronde open. Sluit die eerst; bewaar daarna wat hieronder staat.'
const TAKEN = 'Deze ronde is intussen geopend. Kijk op de pagina hoe het ervoor staat.'

async function planNew(c: PeopleContext): Promise<Response> {
  const { chair, olympiad } = await chaired(c)
  const { db, now } = c.var
  const rounds = await roundsOf(db, olympiad.id)
  const read = await readPlan(c, olympiad, await candidatesFor(db, olympiad.id))
  if (!read.ok) return showNew(c, read)
  const number = read.proposing && rounds.length === 0 ? 0 : nextNumber(rounds)
  if (number === undefined || olympiad.finishedAt !== null) refuse(409, 'Er komt geen ronde meer in deze Olympiade.')
  const mine = { typed: read.typed, late: true }
  const busy = rounds.find(({ closedAt }) => closedAt === null)
  // What a colleague planned meanwhile stands beside what was typed.
  if (busy && isPlanned(busy, now)) return showPlanned(c, { olympiad, round: busy }, mine)
  if (busy) return showNew(c, { ...mine, errors: [{ field: '', message: BUSY }] })
  if (await planRound(db, olympiad.id, { number, ...read.planned }, { by: chair.id, at: now }))
    return c.redirect(chairUrl(olympiad, `rondes/${number}`), 303)
  return showPlanned(c, { olympiad, round: found(await readRound(db, olympiad.id, number)) }, mine)
}

async function showRound(c: PeopleContext, back: Back = {}): Promise<Response> {
  const { olympiad, round } = await roundAt(c)
  if (isPlanned(round, c.var.now)) return showPlanned(c, { olympiad, round }, back)
  return c.redirect(round.closedAt ? `${olympiadUrl(olympiad)}/rondes/${round.number}` : chairUrl(olympiad), 303)
}

async function showPlanned(c: PeopleContext, { olympiad, round }: Omit<At, 'chair'>, back: Back): Promise<Response> {
  const { errors = [], typed, late = false } = back
  const { db, now } = c.var
  const sentences = await sentencesOf(db, round.id)
  const charter = await readCharter(db, olympiad.id)
  const roles = charter?.roles ?? (await rolesOf(db, olympiad.id))
  const minimum = charter?.minimum ?? olympiad.minimum
  const begin: Typed = {
    soort: round.kind === 'proposing' ? 'bedenken' : 'wegen',
    opent: asTyped(round.opensAt),
    sluit: asTyped(round.closesAt),
    'zinnen[]': sentences.map(({ statement }) => statement),
    geheim: round.mode === 'secret' ? 'ja' : '',
  }
  return page(
    c,
    headOf(olympiad, `Ronde ${round.number}`, back),
    <>
      <PlanRoundPage
        olympiad={olympiad}
        round={round}
        version={late || typed === undefined ? round.version : Number(typed.versie) || round.version}
        theirs={late ? { round, sentences: sentences.map(({ plain }) => plain) } : undefined}
        number={round.number}
        mayPropose={round.number === 0}
        candidates={await candidatesFor(db, olympiad.id)}
        typed={typed ?? begin}
        errors={errors}
      />
      <OpeningPart
        olympiad={olympiad}
        round={round}
        state={roundState(round, now)}
        sentences={sentences.length}
        outOfReach={outOfReach(roles, await turnoutOf(db, olympiad.id, null), minimum)}
        minimum={minimum}
      />
    </>,
  )
}

async function planAgain(c: PeopleContext): Promise<Response> {
  const { olympiad, round } = await roundAt(c)
  const { db, now } = c.var
  const read = await readPlan(c, olympiad, await candidatesFor(db, olympiad.id))
  if (!read.ok) return isPlanned(round, now) ? showRound(c, read) : refuse(409, TAKEN)
  const plan = { number: round.number, ...read.planned }
  const came = await replanRound(db, { id: round.id, version: read.version }, plan)
  if (came === 'opened') refuse(409, TAKEN)
  if (came === 'changed') return showRound(c, { typed: read.typed, late: true })
  return c.redirect(chairUrl(olympiad, `rondes/${round.number}`), 303)
}

async function open(c: PeopleContext): Promise<Response> {
  const { chair, olympiad, round } = await roundAt(c)
  const { db, now } = c.var
  const fault = (message: string) => showRound(c, { errors: [{ field: '', message }] })
  if (round.openedAt !== null) return c.redirect(chairUrl(olympiad), 303)
  if (olympiad.item === null) return fault('Kondig de Olympiade eerst aan. Daarna kan een ronde open.')
  if (round.kind === 'weighing' && olympiad.charterAt === null)
    return fault('Leg eerst de spelregels vast. Wie meedoet moet ze kennen vóór de eerste stem.')
  if (round.closesAt <= now) return fault('Het einde van deze ronde is al voorbij. Kies een later moment en bewaar.')
  if (openRoundOf(await roundsOf(db, olympiad.id))) return fault('Er is nog een ronde open. Sluit die eerst.')
  await openRound(db, round, olympiadUrl(olympiad), { by: chair.id, at: now })
  return c.redirect(chairUrl(olympiad), 303)
}

/** A round that is open, or waits for its closing. */
function stillOpen(round: Round): void {
  if (round.openedAt === null) refuse(409, 'Deze ronde is nog niet geopend.')
  if (round.closedAt !== null) refuse(409, 'Deze ronde is al gesloten. Dat kan niet meer anders.')
}

async function showExtension(c: PeopleContext, { errors = [], typed }: Back = {}): Promise<Response> {
  const { olympiad, round } = await roundAt(c)
  stillOpen(round)
  const begin = { tot: asTyped(later(round.closesAt, 7 * DAY)), reden: '' }
  return page(
    c,
    headOf(olympiad, 'Verlengen', { errors }),
    <ExtensionPage olympiad={olympiad} round={round} typed={typed ?? begin} errors={errors} />,
  )
}

async function extend(c: PeopleContext): Promise<Response> {
  const { chair, olympiad, round } = await roundAt(c)
  stillOpen(round)
  const form = readForm(c, extensionForm)
  if (!form.ok) return showExtension(c, form)
  const { tot: closesAt, reden: reason } = form.value
  const late = closesAt <= round.closesAt || closesAt <= c.var.now
  if (late || !(await extendRound(c.var.db, round, { closesAt, reason }, { by: chair.id, at: c.var.now })))
    return showExtension(c, {
      typed: form.typed,
      errors: [{ field: 'tot', message: 'Kies een moment na het einde dat er nu staat. Korter maken kan niet.' }],
    })
  return c.redirect(chairUrl(olympiad), 303)
}

async function askClosing(c: PeopleContext): Promise<Response> {
  const { olympiad, round } = await roundAt(c)
  stillOpen(round)
  const charter = await readCharter(c.var.db, olympiad.id)
  const turnout = await turnoutOf(c.var.db, olympiad.id, round.id)
  const answered = (slug: string) => turnout.find(({ role }) => role === slug)?.answered ?? 0
  const { db, now } = c.var
  const paper = await paperCounts(db, round.id, null)
  return page(
    c,
    headOf(olympiad, `Ronde ${round.number} sluiten`),
    <ClosingPage
      olympiad={olympiad}
      round={round}
      short={(charter?.roles ?? []).filter(({ slug }) => answered(slug) < (charter?.minimum ?? 0))}
      paper={paper.waiting + paper.differing}
      flags={round.kind === 'weighing' ? undecided(await flagsOf(db, round.id), await findFlags(db, round, now)) : 0}
      last={isLast(round)}
    />,
  )
}

const isLast = ({ number, mode }: Round): boolean => number === MOST_ROUNDS || mode === 'secret'

async function close(c: PeopleContext): Promise<Response> {
  const { chair, olympiad, round } = await roundAt(c)
  if (round.openedAt === null) stillOpen(round)
  const form = readForm(c, closingForm)
  if (!form.ok) refuse(400, 'Kies of er nog een ronde komt, en sluit dan.')
  const final = round.kind === 'weighing' && (isLast(round) || form.value.daarna === 'klaar')
  await closeRound(c.var.db, round.id, { by: chair.id, at: c.var.now, final })
  // A second press finds it done.
  return c.redirect(
    round.kind === 'weighing' ? `${olympiadUrl(olympiad)}/rondes/${round.number}` : chairUrl(olympiad),
    303,
  )
}
