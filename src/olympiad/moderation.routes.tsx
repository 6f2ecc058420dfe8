import { Hono } from 'hono'
import { z } from 'zod'
import { found, page, readForm, refuse } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { utterances } from '../thread/index.ts'
import { ModerationDeskPage, ModerationLogPage } from './moderation.page.tsx'
import { broughtIn, moderate, moderatedIn, waitingIn } from './moderation.store.ts'
import { moderationRule } from './moderation.ts'
import { chaired, chairTrail, chairUrl, forSearch, olympiadAt, trail } from './olympiad.context.ts'
import { rolesOf } from './olympiad.store.ts'

const decisionForm = z.object({
  regel: z.string('Kies wat je besluit.').min(1, 'Kies wat je besluit.').max(40, 'Kies wat je besluit.'),
  woorden: z.string().max(300, 'Houd je toelichting onder de 300 tekens.').default(''),
})

/** Letting reasons and proposals through, and the public log of that. */
export function moderationRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/voorzitter/toelating', showDesk)
    .post('/olympiades/:slug/voorzitter/toelating/:id{[0-9a-f-]{36}}', decide)
    .get('/olympiades/:slug/toelating', showLog)
}

async function showDesk(c: PeopleContext): Promise<Response> {
  const { olympiad } = await chaired(c)
  const { db } = c.var
  const waiting = await waitingIn(db, olympiad.id)
  const words = await utterances(
    db,
    waiting.map(({ utterance }) => utterance),
  )
  return page(
    c,
    {
      title: `Redenen en voorstellen: ${olympiad.title}`,
      robots: 'noindex',
      breadcrumb: chairTrail(olympiad, 'Redenen en voorstellen'),
    },
    <ModerationDeskPage
      olympiad={olympiad}
      roles={await rolesOf(db, olympiad.id)}
      waiting={waiting.flatMap((one) => {
        const text = words.get(one.utterance)?.text
        return text ? [{ ...one, text }] : []
      })}
    />,
  )
}

async function decide(c: PeopleContext): Promise<Response> {
  const { chair, olympiad } = await chaired(c)
  const subject = found(await broughtIn(c.var.db, olympiad.id, c.req.param('id') ?? ''))
  const form = readForm(c, decisionForm)
  if (!form.ok) refuse(400, form.errors[0]?.message ?? 'Kies wat je besluit.')
  const rule =
    moderationRule(form.value.regel) ?? refuse(400, 'Kies een van de regels om door te laten of te weigeren.')
  const decided = { olympiad: olympiad.id, subject, rule, words: form.value.woorden }
  if (!(await moderate(c.var.db, decided, { by: chair.id, at: c.var.now })))
    refuse(409, 'Hierover is al besloten. Ververs de lijst.')
  return c.redirect(chairUrl(olympiad, 'toelating'), 303)
}

async function showLog(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  return page(
    c,
    {
      title: `Wat is doorgelaten: ${olympiad.title}`,
      breadcrumb: trail(olympiad, { label: 'Toelating' }),
      ...forSearch(olympiad),
    },
    <ModerationLogPage olympiad={olympiad} moderated={await moderatedIn(c.var.db, olympiad.id)} />,
  )
}
