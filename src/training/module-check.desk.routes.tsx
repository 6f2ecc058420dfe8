import { Hono } from 'hono'
import { found, page, readForm, refuse } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { ErrorSummary, pageAsked, pagesFor } from '../foundation/ui/index.ts'
import { type PeopleContext, type PeopleEnv, withRole } from '../people/index.ts'
import { decisionForm } from './check.form.ts'
import { checkedMail } from './check.mail.ts'
import { ModulePage } from './module.page.tsx'
import { modulePublishing } from './module.publication.store.ts'
import { fileOfModule, standardsAt } from './module.reading.ts'
import { holdModule, readModuleById } from './module.store.ts'
import { MODULE_CHECKS_URL, moduleDeskUrl, moduleUrl } from './module.ts'
import { ModuleCheckPage, ModuleChecksPage } from './module-check.desk.page.tsx'
import { countModuleChecks, moduleChecks } from './module-check.store.ts'
import { providersById } from './provider.store.ts'
import { mailProvider } from './provider-people.store.ts'
import { WAITS_NO_MORE } from './publication.ts'
import { headOf, type Written } from './written.ts'

const CHECKS_PER_PAGE = 50
const DESK = { label: 'Redactie', href: '/redactie' }
const TRAINING = { label: 'Scholing', href: '/redactie/scholing' }

async function showChecks(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const { db } = c.var
  const pages = pagesFor(await countModuleChecks(db), CHECKS_PER_PAGE)
  const shown = pageAsked(c.req.query('bladzijde'), pages)
  const checks = await moduleChecks(db, { skip: (shown - 1) * CHECKS_PER_PAGE, most: CHECKS_PER_PAGE })
  return page(
    c,
    { title: 'Materiaal nakijken', robots: 'noindex', breadcrumb: [DESK, TRAINING, { label: 'Materiaal' }] },
    <ModuleChecksPage checks={checks} page={shown} pages={pages} />,
  )
}

/** Material that was laid before us; what its provider still keeps to itself is not there. */
async function checkDesk(c: PeopleContext) {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const id = c.req.param('materiaal')
  const module = found(isId(id) ? await (c.req.method === 'GET' ? readModuleById : holdModule)(db, id) : undefined)
  const request = found((await modulePublishing.standingOf(db, [module.id])).get(module.id)?.request)
  const provider = found((await providersById(db, [module.provider])).get(module.provider))
  return { module, provider, request, hand: { by: editor.id, at: now } }
}

async function showCheck(c: PeopleContext, written: Written = { errors: [], typed: {} }): Promise<Response> {
  const { module, provider, request } = await checkDesk(c)
  const { db } = c.var
  return page(
    c,
    {
      title: `Nakijken: ${module.title}`,
      robots: 'noindex',
      breadcrumb: [DESK, TRAINING, { label: 'Materiaal', href: MODULE_CHECKS_URL }, { label: module.title }],
      ...headOf(written),
    },
    <ModulePage
      module={module}
      provider={provider}
      file={await fileOfModule(db, module)}
      standards={await standardsAt(db, module.standards)}
      above={
        <>
          <ErrorSummary errors={written.errors} />
          <p>
            <a href="#nakijken">Naar wat je hier beslist</a>
          </p>
        </>
      }
      below={<ModuleCheckPage module={module} request={request} written={written} />}
    />,
  )
}

async function decide(c: PeopleContext): Promise<Response> {
  const { module, hand } = await checkDesk(c)
  const form = readForm(c, decisionForm)
  if (!form.ok) return showCheck(c, form)
  const { db, config, now } = c.var
  const outcome = form.value.besluit === 'goed' ? 'good' : 'asked'
  const words = outcome === 'asked' ? form.value.vraag : ''
  if (!(await modulePublishing.check(db, module.id, form.value.aanvraag, { outcome, words }, hand)))
    return refuse(409, WAITS_NO_MORE)
  const link = config.baseUrl + (outcome === 'good' ? moduleUrl(module) : moduleDeskUrl(module))
  await mailProvider(db, config, module.provider, checkedMail('module', module.title, outcome, link), now)
  return c.redirect(MODULE_CHECKS_URL, 303)
}

/** Looking at the material that providers put on the site for the first time. */
export const moduleCheckRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get(MODULE_CHECKS_URL, showChecks)
    .get(`${MODULE_CHECKS_URL}/:materiaal`, (c) => showCheck(c))
    .post(`${MODULE_CHECKS_URL}/:materiaal`, decide)
