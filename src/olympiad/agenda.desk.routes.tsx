import { Hono } from 'hono'
import type { Db } from '../foundation/db/index.ts'
import { type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv, Person } from '../people/index.ts'
import { readItems, revisionsById } from '../thread/index.ts'
import { AgendaPage, type AgendaPoint, AgendaPointPage, agendaUrl } from './agenda.desk.page.tsx'
import { answerChange, deferChange } from './agenda.store.ts'
import { outcomeForm } from './change-proposal.form.ts'
import { changesFor } from './change-proposal.store.ts'
import { changeState } from './change-proposal.ts'
import { appendLog } from './log.store.ts'
import { chaired, chairTrail, chairUrl } from './olympiad.context.ts'
import type { Olympiad } from './olympiad.ts'
import { candidatesFor } from './round.candidate.store.ts'
import { makeStatement } from './statement.store.ts'

/** What people would change in standards, as the chair of an Olympiade answers it. */
export function agendaDeskRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/voorzitter/agenda', showAll)
    .get('/olympiades/:slug/voorzitter/agenda/:id{[0-9a-f-]{36}}', (c) => show(c))
    .post('/olympiades/:slug/voorzitter/agenda/:id{[0-9a-f-]{36}}', answer)
}

/** Everything on the agenda, what waits first, each with the line it is about as it read when someone proposed. */
async function pointsOf(db: Db, olympiad: string): Promise<AgendaPoint[]> {
  const proposals = await changesFor(db, olympiad)
  const revisions = await revisionsById(
    db,
    proposals.map(({ revision }) => revision),
  )
  const items = await readItems(
    db,
    proposals.map(({ standard }) => standard),
  )
  const points = proposals.map((proposal) => {
    const revision = revisions.get(proposal.revision)
    const item = items.get(proposal.standard)
    const title = revision?.title ?? item?.title ?? 'Een kenmerk dat er niet meer is'
    return {
      proposal,
      standard: {
        title,
        line: revision?.summary ?? '',
        url: item?.url ?? '/kenmerken',
        fictional: item?.fictional ?? false,
      },
      outdated: item !== undefined && revision !== undefined && item.latest !== revision.number,
    }
  })
  const waits = ({ proposal }: AgendaPoint) => Number(changeState(proposal) !== 'on the agenda')
  return points.toSorted((one, other) => waits(one) - waits(other))
}

async function showAll(c: PeopleContext): Promise<Response> {
  const { olympiad } = await chaired(c)
  return page(
    c,
    {
      title: `Dit werkt zo niet: ${olympiad.title}`,
      robots: 'noindex',
      breadcrumb: chairTrail(olympiad, 'Dit werkt zo niet'),
    },
    <AgendaPage olympiad={olympiad} points={await pointsOf(c.var.db, olympiad.id)} />,
  )
}

const pointAt = async (c: PeopleContext, olympiad: Olympiad): Promise<AgendaPoint> =>
  found((await pointsOf(c.var.db, olympiad.id)).find(({ proposal }) => proposal.id === c.req.param('id')))

async function show(
  c: PeopleContext,
  { errors = [], typed = {} }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const { olympiad } = await chaired(c)
  const point = await pointAt(c, olympiad)
  const statements = (await candidatesFor(c.var.db, olympiad.id)).map(({ statement }) => statement)
  return page(
    c,
    {
      title: 'Antwoord op een voorstel',
      robots: 'noindex',
      breadcrumb: chairTrail(olympiad, 'Antwoord op een voorstel'),
      errors: errors.length,
    },
    <AgendaPointPage olympiad={olympiad} point={point} statements={statements} typed={typed} errors={errors} />,
  )
}

/** The sentence that came of it: one that is there, or one that is made now. */
async function sentenceFrom(
  c: PeopleContext,
  { olympiad, chair, point }: { olympiad: Olympiad; chair: Person; point: AgendaPoint },
  { zin, nieuw }: { zin: string; nieuw: string },
): Promise<string | undefined> {
  const { db, now } = c.var
  if (nieuw === '')
    return (await candidatesFor(db, olympiad.id)).find(({ statement }) => statement.id === zin)?.statement.id
  return makeStatement(
    db,
    {
      group: null,
      fictional: olympiad.fictional,
      words: { plain: nieuw, example: '', exampleItem: null, professional: '' },
      reason: `Uit een voorstel om “${point.standard.title}” te veranderen.`,
      factors: [],
      step: 'proposed',
      from: [point.proposal.id],
    },
    { by: chair.id, at: now },
  )
}

const ANSWERED = 'Op dit voorstel is al geantwoord. Ververs de pagina om het antwoord te lezen.'

async function answer(c: PeopleContext): Promise<Response> {
  const { olympiad, chair } = await chaired(c)
  const { db, now } = c.var
  const point = await pointAt(c, olympiad)
  const form = readForm(c, outcomeForm)
  if (!form.ok) return show(c, form)
  if (changeState(point.proposal) === 'answered') refuse(409, ANSWERED)
  if (changeState(point.proposal) === 'withdrawn')
    refuse(409, 'Dit voorstel is teruggenomen. Je hoeft niet te antwoorden.')
  const { uitkomst, woorden: words } = form.value
  if (uitkomst === 'zin' && olympiad.finishedAt !== null && form.value.nieuw !== '')
    refuse(
      409,
      'Deze Olympiade is afgerond: een nieuwe zin gaat niet meer mee. Kies een zin die er is, of schuif door.',
    )
  const hand = { changeProposal: point.proposal.id, words, by: chair.id, at: now }
  const statement = uitkomst === 'zin' ? await sentenceFrom(c, { olympiad, chair, point }, form.value) : undefined
  if (uitkomst === 'zin' && statement === undefined)
    return show(c, { typed: form.typed, errors: [{ field: 'zin', message: 'Kies een zin uit de lijst.' }] })
  const outcome = uitkomst === 'zin' ? ('became a statement' as const) : ('declined' as const)
  const kept =
    uitkomst === 'later'
      ? await deferChange(db, olympiad.id, hand)
      : await answerChange(db, { ...hand, outcome, statement: statement ?? null })
  if (!kept) refuse(409, ANSWERED)
  const action = uitkomst === 'later' ? ('change deferred' as const) : ('change answered' as const)
  await appendLog(db, {
    ...{ olympiad: olympiad.id, action, object: point.standard.title, actor: chair.id, at: now },
    body: uitkomst === 'later' ? {} : { outcome },
  })
  return c.redirect(uitkomst === 'later' ? chairUrl(olympiad, 'agenda') : agendaUrl(olympiad, point.proposal), 303)
}
