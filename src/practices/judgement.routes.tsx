import { Hono } from 'hono'
import { dutchDay } from '../foundation/clock.ts'
import { allow, type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { findPerson, type PeopleContext, type PeopleEnv, withRole } from '../people/index.ts'
import { attachedOf, sidesOf, submittedOf } from './assessment.context.ts'
import { bothReadyMail } from './assessment.mail.ts'
import { interestForm } from './assignment.form.ts'
import {
  assignmentsOf,
  closeJudgement,
  declareInterest,
  nominatorOf,
  placesOfReader,
  readAssignment,
  readingsOf,
} from './assignment.store.ts'
import {
  type Assignment,
  closedReaders,
  isOwnOrganisation,
  READING_REFUSALS,
  type ReadingState,
  readingState,
} from './assignment.ts'
import { criteriaOf } from './call.store.ts'
import type { Criterion } from './criterion.ts'
import { decisionOf } from './decision.store.ts'
import { judgementForm, noteForm, typedOfWords, verdictNamed, wordsFrom } from './judgement.form.ts'
import { ReadingPage, ReadingsPage, type ReadingView, readingUrl } from './judgement.page.tsx'
import { judgementsOf, judgementVersion, keepNote, saveJudgements } from './judgement.store.ts'
import { comparisons, differences } from './judgement.ts'
import { holdNomination, readNomination } from './nomination.store.ts'
import type { Nomination, Submission } from './nomination.ts'

const CRUMBS = [{ label: 'Meelezen', href: '/praktijken/meelezen' }]

async function showReadings(c: PeopleContext): Promise<Response> {
  const reader = withRole(c, 'reader')
  const { db, now } = c.var
  const today = dutchDay(now)
  const lines = await readingsOf(db, reader.id)
  const head = { title: 'Meelezen', robots: 'noindex' as const, breadcrumb: [{ label: 'Meelezen' }] }
  // Whether someone changed jobs since is looked at when a page is opened.
  const states = lines.map((line) => ({ ...line, state: readingState(line, { own: false, today }) }))
  return page(c, head, <ReadingsPage lines={states} />)
}

interface Reading {
  assignment: Assignment
  nomination: Nomination
  submission: Submission
  criteria: Criterion[]
  state: ReadingState
}

/** What this reader was asked to read; of someone else it is a page that does not exist. */
async function readingAt(c: PeopleContext, { hold = false } = {}): Promise<Reading> {
  const reader = withRole(c, 'reader')
  const { db, now } = c.var
  const id = c.req.param('assignment')
  const seen = found(isId(id) ? await readAssignment(db, id) : undefined)
  allow(seen.reader === reader.id)
  // Held together: of two readers who close in one moment, the second sees that both are ready. The nomination first, as
  // the desk does it: in another order two of them would wait for each other.
  const nomination = found(await (hold ? holdNomination : readNomination)(db, seen.nomination))
  const assignment = hold ? found(await readAssignment(db, seen.id, { hold })) : seen
  const submission = found(nomination.submissions.at(-1))
  const own = isOwnOrganisation(await placesOfReader(db, reader.id), await nominatorOf(db, nomination))
  const state = readingState(assignment, { own, today: dutchDay(now) })
  if (state === 'own organisation') refuse(403, READING_REFUSALS['own organisation'])
  if (nomination.withdrawnAt)
    refuse(410, 'De organisatie trok deze aanmelding in. Je hoeft haar niet meer te lezen. Dank voor je tijd.')
  const criteria = await criteriaOf(db, nomination.call.criteria)
  return { assignment, nomination, submission, criteria, state }
}

interface Back {
  errors?: FieldError[]
  typed?: Typed
  conflict?: boolean
  status?: number
}

async function showReading(c: PeopleContext, reading: Reading, back: Back = {}): Promise<Response> {
  const { db } = c.var
  const { assignment, nomination, submission, criteria, state } = reading
  const assignments = await assignmentsOf(db, nomination.id)
  const own = await judgementsOf(db, [assignment.id])
  const decision = await decisionOf(db, nomination.id)
  const mayTalk = state === 'closed'
  const called = (one: Assignment) => (one.id === assignment.id ? 'Jij' : 'De andere meelezer')
  const sides = mayTalk ? await sidesOf(c, { assignments, criteria, called, first: assignment.id }) : undefined
  const noteUrl = (slug: string) => `${readingUrl(assignment.id)}/verschillen/${slug}`
  const view: ReadingView = {
    assignment,
    state,
    title: submission.body.sections.name.title || 'Zonder naam',
    fictional: nomination.fictional,
    call: nomination.call.title,
    submitted: await submittedOf(c, { nomination, submission }),
    attached: await attachedOf(c, { nomination, submission }),
    criteria,
    version: judgementVersion(own),
    errors: back.errors ?? [],
    typed: back.typed ?? (state === 'judge' ? typedOfWords(criteria, own) : {}),
    saved: c.req.query('bewaard') === 'ja',
    conflict: back.conflict ?? false,
    sides: sides && (decision ? sides : { ...sides, noteUrl }),
    waits: mayTalk && !sides,
  }
  const head = {
    title: view.title,
    robots: 'noindex' as const,
    breadcrumb: [...CRUMBS, { label: view.title }],
    errors: view.errors.length,
    ...(back.status ? { status: back.status } : {}),
  }
  return page(c, head, <ReadingPage {...view} />)
}

async function declare(c: PeopleContext): Promise<Response> {
  const reading = await readingAt(c, { hold: true })
  const { assignment, state } = reading
  if (state === 'late') refuse(403, READING_REFUSALS.late)
  if (state !== 'declare') return c.redirect(readingUrl(assignment.id), 303)
  const form = readForm(c, interestForm)
  if (!form.ok) return showReading(c, reading, form)
  const conflicted = form.value.belang === 'ja'
  const words = conflicted ? form.value.toelichting : ''
  await declareInterest(c.var.db, assignment.id, { conflicted, words }, c.var.now)
  return c.redirect(readingUrl(assignment.id), 303)
}

async function judge(c: PeopleContext): Promise<Response> {
  const reading = await readingAt(c, { hold: true })
  const { assignment, criteria, state } = reading
  const { db, now } = c.var
  const form = readForm(c, judgementForm)
  if (state === 'closed') refuse(409, READING_REFUSALS.closed)
  if (state === 'conflicted') refuse(403, READING_REFUSALS.conflicted)
  if (state === 'declare') return c.redirect(readingUrl(assignment.id), 303)
  const refused = (message: string, status: number) =>
    showReading(c, reading, { errors: [{ field: '', message }], typed: form.typed, status })
  // Late, but what was typed is still there to copy.
  if (state === 'late') return refused(READING_REFUSALS.late, 403)
  if (!form.ok) return showReading(c, reading, form)
  const own = await judgementsOf(db, [assignment.id])
  if (form.value.versie !== judgementVersion(own))
    return showReading(c, reading, { typed: form.typed, conflict: true, status: 409 })
  const complete = form.value.afsluiten !== undefined
  const { words, errors } = wordsFrom(criteria, form.typed, { complete })
  if (errors.length > 0) return showReading(c, reading, { errors, typed: form.typed })
  await saveJudgements(db, assignment.id, words, now)
  if (!complete) return c.redirect(`${readingUrl(assignment.id)}?bewaard=ja`, 303)
  await closeJudgement(db, assignment.id, now)
  await tellBoth(c, reading)
  return c.redirect(readingUrl(assignment.id), 303)
}

/** When this was the second to close and they differ, both hear that there is something to talk about. */
async function tellBoth(c: PeopleContext, { nomination, criteria }: Reading): Promise<void> {
  const { db, config, now } = c.var
  const both = closedReaders(await assignmentsOf(db, nomination.id))
  if (!both) return
  const all = await judgementsOf(
    db,
    both.map(({ id }) => id),
  )
  const of = (index: number) => all.filter(({ assignment }) => assignment === both[index]?.id)
  if (differences(comparisons(criteria, of(0), of(1))).length === 0) return
  for (const { id, reader } of both) {
    const person = await findPerson(db, reader)
    if (person && person.email !== '')
      await sendMail(db, config, { to: person.email, ...bothReadyMail(`${config.baseUrl}${readingUrl(id)}`) }, now)
  }
}

async function note(c: PeopleContext): Promise<Response> {
  const reading = await readingAt(c, { hold: true })
  const { assignment, nomination, criteria, state } = reading
  const { db, now } = c.var
  if (await decisionOf(db, nomination.id))
    refuse(409, 'Over deze aanmelding is intussen besloten. Je kunt er niets meer bij zeggen.')
  const assignments = await assignmentsOf(db, nomination.id)
  const sides =
    state === 'closed' ? await sidesOf(c, { assignments, criteria, called: () => '', first: assignment.id }) : undefined
  const slug = c.req.param('criterion')
  const open = differences(sides?.comparisons ?? []).find(({ criterion }) => criterion.slug === slug)
  // Where they agree, or before both have closed, there is nothing to talk about.
  const { criterion } = found(open)
  const form = readForm(c, noteForm)
  if (!form.ok) return showReading(c, reading, { errors: form.errors, typed: { ...form.typed, criterium: slug } })
  const { oordeel, zin } = form.value
  await keepNote(db, {
    assignment: assignment.id,
    criterion: criterion.id,
    verdict: verdictNamed(oordeel),
    sentence: zin,
    notedAt: now,
  })
  return c.redirect(`${readingUrl(assignment.id)}#verschil-${criterion.slug}`, 303)
}

/** The readers' own pages: interest, judgement, the talk about differences. */
export function judgementRoutes(): Hono<PeopleEnv> {
  const reading = '/praktijken/meelezen/:assignment'
  return new Hono<PeopleEnv>()
    .get('/praktijken/meelezen', showReadings)
    .get(reading, async (c) => showReading(c, await readingAt(c)))
    .post(`${reading}/belang`, declare)
    .post(reading, judge)
    .post(`${reading}/verschillen/:criterion`, note)
}
