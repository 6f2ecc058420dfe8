import { Hono } from 'hono'
import { z } from 'zod'
import { found, page, readForm, refuse } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { currentStandards } from '../standards/index.ts'
import { courseCrumbs } from './course.desk.routes.tsx'
import { courseDeskUrl } from './course.ts'
import { courseDesk } from './desk-access.ts'
import { TeachingDeskPage } from './teaching.desk.page.tsx'
import { openRechecks, standingTeachings } from './teaching.read.store.ts'
import { answerRecheck, proposeTeachings } from './teaching.store.ts'
import { STRENGTHS } from './teaching.ts'

const strengthForm = z.record(z.string(), z.unknown())
const strength = z.enum(STRENGTHS)

async function show(c: PeopleContext): Promise<Response> {
  const { provider, course } = await courseDesk(c)
  const { db } = c.var
  return page(
    c,
    { title: 'Wat je hier leert', robots: 'noindex', breadcrumb: courseCrumbs(provider, course, 'Wat je leert') },
    <TeachingDeskPage
      course={course}
      standards={await currentStandards(db)}
      teachings={await standingTeachings(db, course.id)}
      rechecks={await openRechecks(db, [course.id])}
      saved={c.req.query('bewaard') === 'ja'}
    />,
  )
}

async function keep(c: PeopleContext): Promise<Response> {
  const { course, hand } = await courseDesk(c)
  const { db } = c.var
  const form = readForm(c, strengthForm)
  const standards = await currentStandards(db)
  // A form that did not arrive whole may not end what stands.
  if (!form.ok || standards.some(({ slug }) => form.typed[`sterkte_${slug}`] === undefined))
    return refuse(400, 'Dit formulier is niet heel aangekomen. Ga terug en verstuur het opnieuw.')
  const chosen = standards.flatMap(({ item, revision, slug }) => {
    const said = strength.safeParse(form.typed[`sterkte_${slug}`])
    return said.success ? [{ standard: item, revision, strength: said.data }] : []
  })
  await proposeTeachings(db, course.id, chosen, new Map(standards.map(({ item, name }) => [item, name])), hand)
  return c.redirect(`${courseDeskUrl(course)}/kenmerken?bewaard=ja`, 303)
}

const answer = (said: 'holds' | 'ended') => async (c: PeopleContext) => {
  const { course, hand } = await courseDesk(c)
  const id = c.req.param('vraag')
  found((isId(id) && (await answerRecheck(c.var.db, course.id, id, said, hand))) || undefined)
  return c.redirect(`${courseDeskUrl(course)}/kenmerken`, 303)
}

/** What a course teaches, by its provider. */
export const teachingDeskRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/aanbieder/trainingen/:training/kenmerken', show)
    .post('/scholing/aanbieder/trainingen/:training/kenmerken', keep)
    .post('/scholing/aanbieder/trainingen/:training/kenmerken/:vraag/klopt', answer('holds'))
    .post('/scholing/aanbieder/trainingen/:training/kenmerken/:vraag/einde', answer('ended'))
