import { Hono } from 'hono'
import { dutchDay, inDutch } from '../foundation/clock.ts'
import { contentChanged, type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { pageAsked, pagesFor } from '../foundation/ui/index.ts'
import { findPerson, type PeopleContext, type PeopleEnv, type Person, withRole } from '../people/index.ts'
import { accountRoutes } from './account.routes.tsx'
import { assessmentView, type Sent, sentNomination } from './assessment.context.ts'
import { dayMovedMail, readerAskedMail, wordIsThereMail } from './assessment.mail.ts'
import { AssessmentPage, AssessmentsPage } from './assessment.page.tsx'
import { countDecided, decidedAssessments, waitingAssessments } from './assessment.store.ts'
import { byWaiting, countWaiting } from './assessment.ts'
import { type AssessmentView, deskUrl } from './assessment.view.ts'
import { assignmentForm, dueForm } from './assignment.form.ts'
import {
  assign,
  assignmentsOf,
  moveDueDay,
  nominatorOf,
  placesOfReader,
  readAssignment,
  releaseReader,
} from './assignment.store.ts'
import { type Assignment, adviserFault, assignmentFault, dueFault } from './assignment.ts'
import { criteriaOf } from './call.store.ts'
import { answerForm, decisionForm } from './decision.form.ts'
import { decisionRoutes } from './decision.routes.tsx'
import { decisionOf, disagreementOf, keepDecision, keepDisagreementAnswer } from './decision.store.ts'
import { decisionFault, decisionObstacle } from './decision.ts'
import { DESK_PAGE } from './desk-head.ts'
import { checkWordsFrom, firstCheckForm } from './first-check.form.ts'
import { firstChecksOf, keepFirstCheck } from './first-check.store.ts'
import { firstCheckFault, firstCheckState, hardCriteria } from './first-check.ts'
import { wordsFrom } from './judgement.form.ts'
import { readingUrl } from './judgement.page.tsx'
import { judgementRoutes } from './judgement.routes.tsx'
import { nominationUrl } from './nomination.ts'
import { createPractice } from './practice.store.ts'

const CRUMBS = [
  { label: 'Redactie', href: '/redactie' },
  { label: 'Aanmeldingen', href: '/redactie/aanmeldingen' },
]

async function showList(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const { db, now } = c.var
  const today = dutchDay(now)
  const waiting = byWaiting(await waitingAssessments(db), today)
  const decided = await countDecided(db)
  const pages = pagesFor(waiting.length + decided, DESK_PAGE)
  const shown = pageAsked(c.req.query('bladzijde'), pages)
  const from = (shown - 1) * DESK_PAGE
  const first = waiting.slice(from, from + DESK_PAGE)
  const room = { most: DESK_PAGE - first.length, skip: Math.max(0, from - waiting.length) }
  const rest = room.most > 0 ? await decidedAssessments(db, room) : []
  const head = {
    title: 'Aanmeldingen',
    robots: 'noindex' as const,
    breadcrumb: [{ label: 'Redactie', href: '/redactie' }, { label: 'Aanmeldingen' }],
  }
  return page(
    c,
    head,
    <AssessmentsPage
      lines={[...first, ...rest]}
      today={today}
      counts={countWaiting(waiting, today).set('nothing', decided)}
      page={shown}
      pages={pages}
    />,
  )
}

interface Back {
  form: NonNullable<AssessmentView['form']>
  errors: FieldError[]
  typed: Typed
}

async function showDesk(c: PeopleContext, sent: Sent, back?: Back): Promise<Response> {
  const view = await assessmentView(c, sent, back)
  const title = view.submitted.sections.name.title || 'Zonder naam'
  const head = {
    title,
    robots: 'noindex' as const,
    breadcrumb: [...CRUMBS, { label: title }],
    errors: view.errors.length,
  }
  return page(c, head, <AssessmentPage {...view} />)
}

async function showOne(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  return showDesk(c, await sentNomination(c))
}

/** The nomination of this address, held. An adviser has no hand in what the own organisation sent. */
async function heldFor(c: PeopleContext, adviser: Pick<Person, 'id'>): Promise<Sent> {
  const sent = await sentNomination(c, { hold: true })
  const { db } = c.var
  const fault = adviserFault(await placesOfReader(db, adviser.id), await nominatorOf(db, sent.nomination))
  return fault ? refuse(403, fault) : sent
}

/** The same, while it still can be worked on. */
async function workedOn(c: PeopleContext): Promise<Sent> {
  const sent = await heldFor(c, withRole(c, 'editor'))
  if (sent.nomination.withdrawnAt)
    refuse(409, 'De organisatie trok deze aanmelding in. Er kan niets meer mee gebeuren.')
  const decision = await decisionOf(c.var.db, sent.nomination.id)
  if (decision)
    refuse(
      409,
      `Over deze aanmelding is al besloten, op ${inDutch(decision.decidedAt)}. Een besluit neem je één keer en verandert niet meer.`,
    )
  return sent
}

/** Tells the organisation that there is something to read; nothing of it stands in the mail. */
async function tellOrganisation(c: PeopleContext, { nomination, submission }: Sent, place: string): Promise<void> {
  const to = submission.body.sections.organisation.mail
  if (to === '') return
  const link = `${c.var.config.baseUrl}${nominationUrl(nomination.id, place)}`
  await sendMail(c.var.db, c.var.config, { to, ...wordIsThereMail(link) }, c.var.now)
}

async function check(c: PeopleContext): Promise<Response> {
  const adviser = withRole(c, 'editor')
  const { db, now } = c.var
  const sent = await workedOn(c)
  const { nomination, submission } = sent
  const form = readForm(c, firstCheckForm)
  const hard = hardCriteria(await criteriaOf(db, nomination.call.criteria))
  const { words, errors } = checkWordsFrom(hard, form.typed)
  if (!form.ok) return showDesk(c, sent, { form: 'check', errors: [...errors, ...form.errors], typed: form.typed })
  if (form.value.verzending !== submission.id)
    refuse(409, 'De organisatie stuurde intussen een nieuwe versie. Ga terug en lees eerst wat er nu staat.')
  if (firstCheckState(await firstChecksOf(db, nomination.id), submission.id) !== 'to check')
    refuse(409, 'De eerste toets van deze verzending is al afgesloten. Ververs de pagina om te zien wat eruit kwam.')
  const outcome = form.value.uitkomst === 'rond' ? ('passed' as const) : ('asked' as const)
  const question = outcome === 'asked' ? form.value.vraag : ''
  const fault = firstCheckFault({ outcome, words, question })
  const faults = fault && errors.length === 0 ? [fault] : errors
  if (faults.length > 0) return showDesk(c, sent, { form: 'check', errors: faults, typed: form.typed })
  await keepFirstCheck(db, {
    nomination: nomination.id,
    submission: submission.id,
    outcome,
    words,
    question,
    checkedBy: adviser.id,
    checkedAt: now,
  })
  if (outcome === 'asked') await tellOrganisation(c, sent, 'status')
  return c.redirect(`${deskUrl(nomination.id)}#toets`, 303)
}

async function askReader(c: PeopleContext): Promise<Response> {
  const adviser = withRole(c, 'editor')
  const { db, now, config } = c.var
  const sent = await workedOn(c)
  const { nomination } = sent
  const form = readForm(c, assignmentForm)
  const again = (errors: FieldError[]) => showDesk(c, sent, { form: 'readers', errors, typed: form.typed })
  if (!form.ok) return again(form.errors)
  const { meelezer, uiterlijk } = form.value
  const reader = await findPerson(db, meelezer)
  if (!reader?.roles.some(({ role }) => role === 'reader'))
    return again([{ field: 'meelezer', message: 'Kies een meelezer uit de lijst.' }])
  const fault = assignmentFault(await placesOfReader(db, reader.id), {
    nominator: await nominatorOf(db, nomination),
    assignments: await assignmentsOf(db, nomination.id),
    dueOn: uiterlijk,
    today: dutchDay(now),
  })
  if (fault) return again([fault])
  await assign(db, { nomination: nomination.id, reader: reader.id, dueOn: uiterlijk, by: adviser.id, at: now })
  const mail = readerAskedMail(`${config.baseUrl}/praktijken/meelezen`, uiterlijk)
  if (reader.email !== '') await sendMail(db, config, { to: reader.email, ...mail }, now)
  return c.redirect(`${deskUrl(nomination.id)}#meelezers`, 303)
}

/** The reader of this address, held, while a judgement does not stand yet. */
async function readerAt(c: PeopleContext, { nomination }: Sent): Promise<Assignment> {
  const id = c.req.param('assignment')
  const assignment = found(isId(id) ? await readAssignment(c.var.db, id, { hold: true }) : undefined)
  found(assignment.nomination === nomination.id ? assignment : undefined)
  if (assignment.closedAt) refuse(409, 'Deze meelezer heeft het oordeel al afgesloten. Er verandert niets meer aan.')
  return assignment
}

async function moveDue(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const { db, now, config } = c.var
  const sent = await workedOn(c)
  const assignment = await readerAt(c, sent)
  const form = readForm(c, dueForm)
  const typed = { ...form.typed, wie: assignment.id }
  if (!form.ok) return showDesk(c, sent, { form: 'readers', errors: form.errors, typed })
  const fault = dueFault(form.value.uiterlijk, dutchDay(now))
  if (fault) return showDesk(c, sent, { form: 'readers', errors: [fault], typed })
  await moveDueDay(db, assignment.id, form.value.uiterlijk)
  const reader = await findPerson(db, assignment.reader)
  const mail = dayMovedMail(`${config.baseUrl}${readingUrl(assignment.id)}`, form.value.uiterlijk)
  if (reader && reader.email !== '') await sendMail(db, config, { to: reader.email, ...mail }, now)
  return c.redirect(`${deskUrl(sent.nomination.id)}#meelezers`, 303)
}

async function release(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const sent = await workedOn(c)
  await releaseReader(c.var.db, (await readerAt(c, sent)).id)
  return c.redirect(`${deskUrl(sent.nomination.id)}#meelezers`, 303)
}

async function decide(c: PeopleContext): Promise<Response> {
  const adviser = withRole(c, 'editor')
  const { db, now } = c.var
  const sent = await workedOn(c)
  const { nomination, submission } = sent
  const checks = await firstChecksOf(db, nomination.id)
  const assignments = await assignmentsOf(db, nomination.id)
  const criteria = await criteriaOf(db, nomination.call.criteria)
  const obstacle = decisionObstacle(firstCheckState(checks, submission.id), assignments)
  if (obstacle) refuse(409, `${obstacle} Daarna kun je besluiten.`)
  const form = readForm(c, decisionForm)
  const { words, errors } = wordsFrom(criteria, form.typed, { complete: true })
  const again = (faults: FieldError[]) => showDesk(c, sent, { form: 'decision', errors: faults, typed: form.typed })
  if (!form.ok || errors.length > 0) return again([...errors, ...(form.ok ? [] : form.errors)])
  const outcome = form.value.uitkomst === 'gekozen' ? ('chosen' as const) : ('not chosen' as const)
  const { advies: advice } = form.value
  const fault = decisionFault(criteria, { outcome, words, advice })
  if (fault) return again([fault])
  await keepDecision(db, {
    nomination: nomination.id,
    outcome,
    words,
    advice,
    decidedBy: adviser.id,
    decidedAt: now,
  })
  if (outcome === 'chosen') await createPractice(db, nomination, { at: now })
  // The account of the call counts it.
  await contentChanged(db)
  await tellOrganisation(c, sent, 'besluit')
  return c.redirect(`${deskUrl(nomination.id)}#besluit`, 303)
}

async function answer(c: PeopleContext): Promise<Response> {
  const adviser = withRole(c, 'editor')
  const { db, now } = c.var
  const sent = await heldFor(c, adviser)
  const { nomination } = sent
  const disagreement = found(await disagreementOf(db, nomination.id))
  if (disagreement.answer) refuse(409, 'Een collega antwoordde al. Ververs de pagina om te lezen wat er staat.')
  const form = readForm(c, answerForm)
  if (!form.ok) return showDesk(c, sent, { form: 'answer', errors: form.errors, typed: form.typed })
  await keepDisagreementAnswer(db, { nomination: nomination.id, words: form.value.antwoord, by: adviser.id, at: now })
  await tellOrganisation(c, sent, 'besluit')
  return c.redirect(`${deskUrl(nomination.id)}#reactie`, 303)
}

/** Assessment: the desk, the readers' own pages, the organisation's message and the public account of a call. */
export function assessmentRoutes(): Hono<PeopleEnv> {
  const desk = '/redactie/aanmeldingen/:id'
  return new Hono<PeopleEnv>()
    .get('/redactie/aanmeldingen', showList)
    .get(desk, showOne)
    .post(`${desk}/toets`, check)
    .post(`${desk}/meelezers`, askReader)
    .post(`${desk}/meelezers/:assignment/dag`, moveDue)
    .post(`${desk}/meelezers/:assignment/vertrek`, release)
    .post(`${desk}/besluit`, decide)
    .post(`${desk}/antwoord`, answer)
    .route('/', judgementRoutes())
    .route('/', decisionRoutes())
    .route('/', accountRoutes())
}
