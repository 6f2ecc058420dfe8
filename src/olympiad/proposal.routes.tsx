import { Hono } from 'hono'
import { z } from 'zod'
import { type FieldError, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { utterances } from '../thread/index.ts'
import { objectionWords } from './ballot.ts'
import { MODERATION_RULES } from './moderation.ts'
import { olympiadAt, trail } from './olympiad.context.ts'
import { olympiadUrl } from './olympiad.ts'
import { entrance, takingPart } from './panel.entry.ts'
import { ProposalPage } from './proposal.page.tsx'
import { MOST_PROPOSALS, ownProposals, propose } from './proposal.store.ts'
import { groundOf, votable } from './vote.view.ts'

const proposalForm = z.object({
  zin: z
    .string('Schrijf een zin over goed werk.')
    .min(1, 'Schrijf een zin over goed werk.')
    .max(300, 'Houd je zin onder de 300 tekens. Wil je meer zeggen? Maak er dan twee zinnen van.'),
})

/** Round 0: people say what good work is. */
export function proposalRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().get('/olympiades/:slug/voorstel', (c) => show(c)).post('/olympiades/:slug/voorstel', add)
}

async function show(
  c: PeopleContext,
  { errors = [], typed = {} }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const round = votable(await groundOf(c, olympiad), c.var.now)
  if (round?.kind !== 'proposing') return c.redirect(entrance(olympiad), 303)
  const { held } = await takingPart(c, olympiad)
  const own = await ownProposals(c.var.db, round.id, held)
  const words = await utterances(
    c.var.db,
    own.map(({ utterance }) => utterance),
  )
  return page(
    c,
    {
      title: 'Een zin voorstellen',
      robots: 'noindex',
      breadcrumb: trail(olympiad, { label: 'Meedoen', href: entrance(olympiad) }, { label: 'Een zin voorstellen' }),
      errors: errors.length,
    },
    <ProposalPage
      olympiad={olympiad}
      own={own.flatMap(({ utterance, outcome }) => {
        const text = words.get(utterance)?.text
        return text ? [{ text, outcome }] : []
      })}
      rules={MODERATION_RULES}
      typed={typed}
      errors={errors}
      saved={c.req.query('bewaard') === 'ja'}
    />,
  )
}

async function add(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const round = votable(await groundOf(c, olympiad), c.var.now)
  if (round?.kind !== 'proposing') refuse(409, objectionWords.closed)
  const { held } = await takingPart(c, olympiad)
  const form = readForm(c, proposalForm)
  if (!form.ok) return show(c, form)
  if (!(await propose(c.var.db, { round, held, words: form.value.zin, at: c.var.now })))
    return show(c, {
      typed: form.typed,
      errors: [{ field: 'zin', message: `Je stelde er al ${MOST_PROPOSALS} voor, of de ronde is net gesloten.` }],
    })
  return c.redirect(`${olympiadUrl(olympiad)}/voorstel?bewaard=ja`, 303)
}
