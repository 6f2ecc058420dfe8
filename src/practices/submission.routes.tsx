import { Hono } from 'hono'
import { dutchDay } from '../foundation/clock.ts'
import { found, page, readForm, refuse } from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { newCode } from '../foundation/save-code.ts'
import { nameOf, type PeopleContext, type PeopleEnv, signedIn } from '../people/index.ts'
import { openCall } from './call.store.ts'
import { bodiesOf, lacksOf, startWarning } from './lack.ts'
import { openNomination } from './nomination.entry.ts'
import { colleagueForm } from './nomination.form.ts'
import { addColleague, holdNomination, removeColleague, withdrawNomination } from './nomination.store.ts'
import { mayWrite, type Nomination, nominationUrl } from './nomination.ts'
import { contextOf } from './nomination.writing.routes.tsx'
import { takenOnwardAs } from './onward.store.ts'
import { mayTakeOnward } from './onward.ts'
import { StatusPage } from './status.page.tsx'
import { checksSeen, eventsOf } from './status.store.ts'
import { nominationStanding } from './status.ts'
import { receiptMail, withdrawalMail } from './submission.mail.ts'
import { CheckPage, NominationPage, ReceiptPage, WithdrawPage } from './submission.page.tsx'
import { attachmentTitles, keepSubmission } from './submission.store.ts'
import { receiptOf } from './submission.ts'

/** Looking it all over, sending, and seeing what happens. */
export function submissionRoutes(): Hono<PeopleEnv> {
  const one = '/praktijken/aanmeldingen/:id'
  return new Hono<PeopleEnv>()
    .get(one, showOverview)
    .get(`${one}/controle`, (c) => showCheck(c))
    .post(`${one}/verzending`, send)
    .get(`${one}/ontvangst`, showReceipt)
    .get(`${one}/status`, showStatus)
    .post(`${one}/collega`, changeColleagues)
    .get(`${one}/intrekking`, showWithdrawal)
    .post(`${one}/intrekking`, withdraw)
}

const openHere = (c: PeopleContext): Promise<Nomination> => openNomination(c, c.req.param('id') ?? '')

const headOf = (title: string) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: [{ label: 'Aanmelden', href: '/praktijken/aanmelden' }, { label: title }],
})

/** The question that waits for an answer, or ''. */
function openQuestion(
  { submissions }: Nomination,
  checks: { submission: string; outcome: string; question: string }[],
): string {
  const last = submissions.at(-1)
  const check = checks.filter(({ submission }) => submission === last?.id).at(-1)
  return check?.outcome === 'asked' ? check.question : ''
}

async function showOverview(c: PeopleContext): Promise<Response> {
  const nomination = await openHere(c)
  const { db, person } = c.var
  const [context, checks, names] = await Promise.all([
    contextOf(c, nomination),
    checksSeen(db, nomination.id),
    nameOf(db, nomination.colleagues),
  ])
  const { colleagues } = nomination
  const open = await openCall(db, c.var.now)
  const onward =
    (await takenOnwardAs(db, nomination.id))?.call ??
    (mayTakeOnward(nomination, open, context.today) ? open : undefined)
  return page(
    c,
    headOf('Je aanmelding'),
    <NominationPage
      nomination={nomination}
      lacks={lacksOf(bodiesOf(nomination.sections), context)}
      mayWrite={mayWrite(nomination, checks, context.today)}
      question={openQuestion(nomination, checks)}
      saved={c.req.query('bewaard') === 'ja'}
      onward={onward}
      person={person === undefined ? 'visitor' : colleagues.includes(person.id) ? 'colleague' : 'other'}
      colleagues={colleagues.map((id) => ({
        id,
        name: names.get(id) ?? 'iemand zonder naam',
        removable: person !== undefined && nomination.startedBy === person.id && id !== person.id,
      }))}
      renewing={c.req.query('code') === 'zeker'}
    />,
  )
}

async function showCheck(c: PeopleContext, status = 200): Promise<Response> {
  const nomination = await openHere(c)
  const { db } = c.var
  const context = await contextOf(c, nomination)
  const checks = await checksSeen(db, nomination.id)
  const attachments = await attachmentTitles(db, nomination.id)
  const bodies = bodiesOf(nomination.sections)
  return page(
    c,
    { ...headOf('Controle'), status },
    <CheckPage
      nomination={nomination}
      bodies={bodies}
      lacks={lacksOf(bodies, context)}
      warnings={startWarning(bodies.start, nomination.call.closesOn)}
      mayWrite={mayWrite(nomination, checks, context.today)}
      again={nomination.submissions.length > 0}
      attachments={attachments}
      themes={context.themes}
      fields={context.fields}
    />,
  )
}

async function send(c: PeopleContext): Promise<Response> {
  const { id } = await openHere(c)
  const { db, now, person, config } = c.var
  const nomination = found(await holdNomination(db, id))
  const context = await contextOf(c, nomination)
  const checks = await checksSeen(db, id)
  const attachments = await attachmentTitles(db, id)
  if (!mayWrite(nomination, checks, context.today)) {
    // A second press, or a colleague who was first: it is in, and that is what they want to know.
    if (nomination.submissions.length > 0 && nomination.withdrawnAt === null)
      return c.redirect(nominationUrl(id, 'ontvangst'), 303)
    return refuse(
      409,
      'Versturen kan niet meer: de oproep is gesloten, of de aanmelding is ingetrokken. Je tekst staat er nog.',
    )
  }
  const sections = bodiesOf(nomination.sections)
  if (lacksOf(sections, context).length > 0) return showCheck(c, 400)
  const receipt = receiptOf(nomination.call.year, newCode())
  await keepSubmission(db, {
    nomination: id,
    number: nomination.submissions.length + 1,
    receipt,
    body: { sections, attachments },
    by: person?.id ?? null,
    at: now,
  })
  const statusLink = `${config.baseUrl}${nominationUrl(id, 'status')}`
  await sendMail(db, config, { to: sections.organisation.mail, ...receiptMail(receipt, statusLink) }, now)
  return c.redirect(nominationUrl(id, 'ontvangst'), 303)
}

async function showReceipt(c: PeopleContext): Promise<Response> {
  const nomination = await openHere(c)
  const last = nomination.submissions.at(-1)
  if (!last) return c.redirect(nominationUrl(nomination.id, 'controle'), 303)
  const { themes, fields } = await contextOf(c, nomination)
  return page(
    c,
    headOf('Ontvangstbewijs'),
    <ReceiptPage nomination={nomination} submission={last} themes={themes} fields={fields} />,
  )
}

async function showStatus(c: PeopleContext): Promise<Response> {
  const nomination = await openHere(c)
  const events = await eventsOf(c.var.db, nomination.id)
  const standing = nominationStanding(nomination, events, dutchDay(c.var.now))
  const question = nomination.withdrawnAt === null ? openQuestion(nomination, [...events.checks]) : ''
  return page(
    c,
    headOf('Wat gebeurt er nu?'),
    <StatusPage nomination={nomination} standing={standing} question={question} />,
  )
}

async function changeColleagues(c: PeopleContext): Promise<Response> {
  const person = signedIn(c)
  const { id } = await openHere(c)
  const form = readForm(c, colleagueForm)
  if (!form.ok) return refuse(400, 'Kies of je de aanmelding bij je account wilt zetten of eraf wilt halen. Ga terug.')
  const { wat, wie } = form.value
  if (wat === 'eraf' && wie !== undefined && wie !== person.id) {
    const { startedBy, colleagues } = found(await holdNomination(c.var.db, id))
    if (startedBy !== person.id)
      return refuse(403, 'Alleen wie deze aanmelding begon, kan een collega eraf halen. Die collega kan dat ook zelf.')
    found(colleagues.includes(wie) ? wie : undefined)
    await removeColleague(c.var.db, id, wie)
    return c.redirect(nominationUrl(id), 303)
  }
  if (wat === 'erbij') await addColleague(c.var.db, id, person.id, c.var.now)
  else await removeColleague(c.var.db, id, person.id)
  return c.redirect(wat === 'erbij' ? nominationUrl(id) : '/praktijken/aanmelden', 303)
}

async function showWithdrawal(c: PeopleContext): Promise<Response> {
  const { id, submissions, withdrawnAt } = await openHere(c)
  if (withdrawnAt !== null) return c.redirect(nominationUrl(id, 'status'), 303)
  return page(c, headOf('Intrekken'), <WithdrawPage id={id} sent={submissions.length > 0} />)
}

async function withdraw(c: PeopleContext): Promise<Response> {
  const { id } = await openHere(c)
  const { db, now, person, config } = c.var
  const nomination = found(await holdNomination(db, id))
  const { practice } = await eventsOf(db, id)
  if (practice)
    return refuse(
      409,
      `Jullie praktijk is al gekozen. Bel of mail ons, dan stoppen we samen. ${nomination.call.contact}`,
    )
  if (nomination.withdrawnAt === null) {
    await withdrawNomination(db, id, person?.id ?? null, now)
    // The address of what was sent: the page itself may be half filled again.
    const mail = nomination.submissions.at(-1)?.body.sections.organisation.mail
    if (mail) await sendMail(db, config, { to: mail, ...withdrawalMail() }, now)
  }
  return c.redirect(nominationUrl(id, 'status'), 303)
}
