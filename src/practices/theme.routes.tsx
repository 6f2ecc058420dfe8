import { Hono } from 'hono'
import { DAY, dutchYear } from '../foundation/clock.ts'
import {
  contentChanged,
  type FieldError,
  found,
  type LimitRule,
  limit,
  page,
  readForm,
  refuse,
  type Typed,
} from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { type PeopleContext, type PeopleEnv, signedIn, withRole } from '../people/index.ts'
import { choiceForm, proposalForm } from './theme.form.ts'
import { ThemeDeskPage, ThemesPage } from './theme.page.tsx'
import { chooseTheme, holdProposal, proposeTheme, takeBackProposal, themeProposals } from './theme.store.ts'

interface Back {
  errors?: FieldError[]
  typed?: Typed
}

const RULE: LimitRule = { name: 'theme proposal', points: 10, perMs: DAY, onFault: 'open' }

/** The year a proposal is for. */
const nextYear = (now: Date): number => dutchYear(now) + 1

/** Proposing themes and choosing among them. */
export function themeRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/oproepen/themas', (c) => showThemes(c))
    .post('/oproepen/themas', propose)
    .post('/oproepen/themas/:id/einde', takeBack)
    .get('/redactie/themas', (c) => showDesk(c))
    .post('/redactie/themas', choose)
}

async function showThemes(c: PeopleContext, { errors = [], typed = {} }: Back = {}): Promise<Response> {
  const { db, now, person } = c.var
  const year = nextYear(now)
  // Last year's choice stays to be read: it says how we choose.
  const all = await themeProposals(db, year - 1)
  const waiting = all.filter((one) => one.choice === null)
  const own = waiting.filter((one) => person !== undefined && one.person === person.id)
  return page(
    c,
    {
      title: 'Thema voorstellen',
      breadcrumb: [{ label: 'Oproepen', href: '/oproepen' }, { label: 'Themavoorstellen' }],
      errors: errors.length,
    },
    <ThemesPage
      year={year}
      decided={all.filter(({ choice }) => choice !== null)}
      own={own}
      waiting={waiting.length - own.length}
      signedIn={person !== undefined}
      done={c.req.query('genoteerd') === 'ja' ? 'sent' : c.req.query('terug') === 'ja' ? 'taken back' : undefined}
      errors={errors}
      typed={typed}
    />,
  )
}

async function propose(c: PeopleContext): Promise<Response> {
  const person = signedIn(c)
  const form = readForm(c, proposalForm)
  if (!form.ok) return showThemes(c, form)
  await limit(c, RULE, person.id)
  const { naam, reden } = form.value
  const { db, now } = c.var
  await proposeTheme(db, { year: nextYear(now), name: naam, reason: reden, person: person.id, at: now })
  return c.redirect('/oproepen/themas?genoteerd=ja', 303)
}

async function takeBack(c: PeopleContext): Promise<Response> {
  const person = signedIn(c)
  const id = c.req.param('id')
  const done = found(isId(id) ? await takeBackProposal(c.var.db, id, person.id) : undefined)
  if (done === 'decided')
    return refuse(
      409,
      'Een redacteur koos hier intussen over. Het voorstel en het antwoord blijven staan, zonder je naam.',
    )
  found(done === 'gone' || undefined)
  return c.redirect('/oproepen/themas?terug=ja', 303)
}

async function showDesk(c: PeopleContext, { errors = [], typed = {} }: Back = {}): Promise<Response> {
  withRole(c, 'editor')
  const year = nextYear(c.var.now)
  // Also those of a year that is over: nobody answered them yet.
  const proposals = await themeProposals(c.var.db, year)
  return page(
    c,
    {
      title: 'Themavoorstellen',
      robots: 'noindex',
      breadcrumb: [{ label: 'Redactie', href: '/redactie' }, { label: 'Themavoorstellen' }],
      errors: errors.length,
    },
    <ThemeDeskPage year={year} proposals={proposals} errors={errors} typed={typed} />,
  )
}

async function choose(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const form = readForm(c, choiceForm)
  if (!form.ok) return showDesk(c, form)
  const { voorstel, uitkomst, reden } = form.value
  const { db, now } = c.var
  const known = await holdProposal(db, voorstel)
  const choice = { proposal: voorstel, outcome: uitkomst, reason: reden, by: editor.id, at: now }
  if (!known || !(await chooseTheme(db, choice)))
    return showDesk(c, {
      errors: [{ field: '', message: 'Een collega koos hier al over. Kijk onderaan wat die schreef.' }],
      typed: form.typed,
    })
  await contentChanged(db)
  return c.redirect('/redactie/themas', 303)
}
