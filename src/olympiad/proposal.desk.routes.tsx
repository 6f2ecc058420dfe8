import { Hono } from 'hono'
import { z } from 'zod'
import { type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { utterances } from '../thread/index.ts'
import { chaired, chairTrail, chairUrl } from './olympiad.context.ts'
import { rolesOf } from './olympiad.store.ts'
import { ProposalDeskPage, ProposalListPage } from './proposal.desk.page.tsx'
import { passedProposals, proposalBecame } from './proposal.store.ts'
import { makeStatement } from './statement.store.ts'
import { plainFaults } from './statement.ts'

const wordingForm = z
  .object({
    zin: z.string('Schrijf de zin.').min(1, 'Schrijf de zin.').max(300, 'Houd de zin onder de 300 tekens.'),
    voorbeeld: z.string().max(600, 'Houd het voorbeeld onder de 600 tekens.').default(''),
    vaktaal: z.string().max(600, 'Houd het onder de 600 tekens.').default(''),
  })
  .transform((typed, context) => {
    for (const message of plainFaults(typed.zin)) context.addIssue({ code: 'custom', path: ['zin'], message })
    return typed
  })

/** From what people proposed to sentences that can be weighed. */
export function proposalDeskRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/voorzitter/voorstellen', showAll)
    .get('/olympiades/:slug/voorzitter/voorstellen/:id{[0-9a-f-]{36}}', (c) => show(c))
    .post('/olympiades/:slug/voorzitter/voorstellen/:id{[0-9a-f-]{36}}', make)
}

/** What was let through and still stands: who took their words back is not in it. */
async function standing(c: PeopleContext, olympiad: string) {
  const passed = await passedProposals(c.var.db, olympiad)
  const words = await utterances(
    c.var.db,
    passed.map(({ utterance }) => utterance),
  )
  return passed.flatMap((one) => {
    const text = words.get(one.utterance)?.text
    return text ? [{ ...one, text }] : []
  })
}

async function showAll(c: PeopleContext): Promise<Response> {
  const { olympiad } = await chaired(c)
  return page(
    c,
    {
      title: `Voorstellen: ${olympiad.title}`,
      robots: 'noindex',
      breadcrumb: chairTrail(olympiad, 'Voorstellen'),
    },
    <ProposalListPage
      olympiad={olympiad}
      roles={await rolesOf(c.var.db, olympiad.id)}
      proposals={await standing(c, olympiad.id)}
    />,
  )
}

async function show(
  c: PeopleContext,
  { errors = [], typed }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const { olympiad } = await chaired(c)
  const one = found((await standing(c, olympiad.id)).find(({ id }) => id === c.req.param('id')))
  return page(
    c,
    {
      title: 'Een zin maken van een voorstel',
      robots: 'noindex',
      breadcrumb: chairTrail(olympiad, 'Een zin maken'),
      errors: errors.length,
    },
    <ProposalDeskPage olympiad={olympiad} proposal={one} typed={typed ?? {}} errors={errors} />,
  )
}

async function make(c: PeopleContext): Promise<Response> {
  const { chair, olympiad } = await chaired(c)
  const { db, now } = c.var
  const one = found((await standing(c, olympiad.id)).find(({ id }) => id === c.req.param('id')))
  const form = readForm(c, wordingForm)
  if (!form.ok) return show(c, form)
  const { zin: plain, voorbeeld: example, vaktaal: professional } = form.value
  const id = await makeStatement(
    db,
    {
      group: null,
      fictional: olympiad.fictional,
      words: { plain, example, exampleItem: null, professional },
      reason: 'Voorgesteld in ronde 0.',
      factors: [],
      step: 'proposed',
      from: [one.id],
    },
    { by: chair.id, at: now },
  )
  if (!(await proposalBecame(db, one.id, id))) refuse(409, 'Van dit voorstel is al een zin gemaakt.')
  return c.redirect(chairUrl(olympiad, 'voorstellen'), 303)
}
