import { Hono } from 'hono'
import { type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { sidesOf } from './assessment.context.ts'
import { assignmentsOf } from './assignment.store.ts'
import { criteriaOf } from './call.store.ts'
import { disagreementForm } from './decision.form.ts'
import { DecisionPage } from './decision.page.tsx'
import { decisionOf, disagreementOf, keepDisagreement } from './decision.store.ts'
import { agreementSentence } from './judgement.ts'
import { openNomination } from './nomination.entry.ts'
import { nominationUrl } from './nomination.ts'

async function showDecision(
  c: PeopleContext,
  { errors = [], typed = {} }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const { db } = c.var
  const nomination = await openNomination(c, c.req.param('id') ?? '')
  const decision = found(await decisionOf(db, nomination.id))
  const criteria = await criteriaOf(db, nomination.call.criteria)
  const assignments = await assignmentsOf(db, nomination.id)
  const disagreement = await disagreementOf(db, nomination.id)
  const sides = await sidesOf(c, { assignments, criteria, called: () => '' })
  const title = nomination.submissions.at(-1)?.body.sections.name.title ?? 'Je aanmelding'
  const head = {
    title: 'Ons besluit',
    robots: 'noindex' as const,
    breadcrumb: [{ label: 'Je aanmelding', href: nominationUrl(nomination.id, 'status') }, { label: 'Ons besluit' }],
    errors: errors.length,
  }
  return page(
    c,
    head,
    <DecisionPage
      nomination={nomination.id}
      title={title}
      fictional={nomination.fictional}
      contact={nomination.call.contact}
      criteria={criteria}
      decision={decision}
      disagreement={disagreement}
      agreement={sides && agreementSentence(sides.comparisons)}
      errors={errors}
      typed={typed}
      writing={errors.length > 0 || c.req.query('anders') === 'ja'}
    />,
  )
}

async function disagree(c: PeopleContext): Promise<Response> {
  const { db, now, person } = c.var
  const nomination = await openNomination(c, c.req.param('id') ?? '')
  found(await decisionOf(db, nomination.id))
  const form = readForm(c, disagreementForm)
  if (!form.ok) return showDecision(c, form)
  const said = { nomination: nomination.id, words: form.value.reactie, by: person?.id ?? null, at: now }
  if (!(await keepDisagreement(db, said)))
    refuse(
      409,
      'Jullie reageerden al op dit besluit, misschien schreef een collega. Ga terug om te lezen wat er staat.',
    )
  return c.redirect(`${nominationUrl(nomination.id, 'besluit')}#reactie`, 303)
}

/** The message to the organisation and its answer. */
export function decisionRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/praktijken/aanmeldingen/:id/besluit', (c) => showDecision(c))
    .post('/praktijken/aanmeldingen/:id/reactie', disagree)
}
