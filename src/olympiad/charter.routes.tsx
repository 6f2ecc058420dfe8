import { Hono } from 'hono'
import { type FieldError, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { CharterPage, PlanPage, planTyped } from './charter.page.tsx'
import { readCharter } from './charter.store.ts'
import { chaired, chairTrail, chairUrl } from './olympiad.context.ts'
import { planForm } from './olympiad.form.ts'
import { lockCharter, savePlan } from './olympiad.plan.store.ts'
import { rolesOf } from './olympiad.store.ts'
import type { Rule } from './rule.ts'
import { turnoutOf } from './turnout.store.ts'
import { outOfReach } from './turnout.ts'

/** What is planned, and locking it. */
export function charterRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/voorzitter/opzet', (c) => showPlan(c))
    .post('/olympiades/:slug/voorzitter/opzet', save)
    .get('/olympiades/:slug/voorzitter/spelregels', showCharter)
    .post('/olympiades/:slug/voorzitter/spelregels', lock)
}

async function showPlan(
  c: PeopleContext,
  { errors = [], typed, status }: { errors?: FieldError[]; typed?: Typed; status?: number } = {},
): Promise<Response> {
  const { olympiad } = await chaired(c)
  if (olympiad.charterAt !== null) return c.redirect(chairUrl(olympiad, 'spelregels'), 303)
  const begin = planTyped(olympiad, await rolesOf(c.var.db, olympiad.id))
  return page(
    c,
    {
      title: `Opzet: ${olympiad.title}`,
      robots: 'noindex',
      breadcrumb: chairTrail(olympiad, 'Opzet'),
      errors: errors.length,
      ...(status ? { status } : {}),
    },
    <PlanPage olympiad={olympiad} typed={typed ?? begin} errors={errors} saved={c.req.query('bewaard') === 'ja'} />,
  )
}

const DECLARED =
  'Er zijn al mensen uitgenodigd, en hun uitnodiging zegt wie kan zien wat zij kiezen. Dat blijft nu zo. Zet het terug en bewaar opnieuw.'

async function save(c: PeopleContext): Promise<Response> {
  const { olympiad } = await chaired(c)
  if (olympiad.charterAt !== null)
    refuse(409, 'De spelregels liggen vast. Daarna verandert er niets meer aan de opzet.')
  const form = readForm(c, planForm)
  if (!form.ok) return showPlan(c, form)
  // Whoever was invited was told who can see what they choose.
  const invited = (await turnoutOf(c.var.db, olympiad.id, null)).some(({ invited: many }) => many > 0)
  if (invited && form.value.mode !== olympiad.mode)
    return showPlan(c, { status: 409, typed: form.typed, errors: [{ field: 'openheid', message: DECLARED }] })
  if (await savePlan(c.var.db, olympiad.id, form.value))
    return c.redirect(`${chairUrl(olympiad, 'opzet')}?bewaard=ja`, 303)
  return showPlan(c, {
    status: 409,
    typed: { ...form.typed, versie: String(olympiad.version) },
    errors: [
      {
        field: '',
        message:
          'Een collega bewaarde de opzet terwijl jij schreef. Hieronder staat wat jij schreef; bewaar opnieuw om dat te laten gelden.',
      },
    ],
  })
}

async function showCharter(c: PeopleContext): Promise<Response> {
  const { olympiad } = await chaired(c)
  const { db } = c.var
  const roles = await rolesOf(db, olympiad.id)
  const { minimum, mode, removalRule } = olympiad
  return page(
    c,
    {
      title: `Spelregels: ${olympiad.title}`,
      robots: 'noindex',
      breadcrumb: chairTrail(olympiad, 'Spelregels'),
    },
    <CharterPage
      olympiad={olympiad}
      planned={{ rule: olympiad.rule as Rule, minimum, mode, roles, removalRule }}
      charter={await readCharter(db, olympiad.id)}
      outOfReach={outOfReach(roles, await turnoutOf(db, olympiad.id, null), minimum)}
    />,
  )
}

async function lock(c: PeopleContext): Promise<Response> {
  const { chair, olympiad } = await chaired(c)
  if (olympiad.charterAt !== null) return c.redirect(chairUrl(olympiad), 303)
  if (olympiad.item === null) refuse(409, 'Kondig de Olympiade eerst aan. Daarna kun je de spelregels vastleggen.')
  // What is locked is what the chair read.
  if (c.get('body')?.versie !== String(olympiad.version))
    refuse(409, 'De opzet is net veranderd. Ga terug, ververs de pagina en lees de spelregels nog eens door.')
  await lockCharter(c.var.db, olympiad, { by: chair.id, at: c.var.now })
  return c.redirect(chairUrl(olympiad), 303)
}
