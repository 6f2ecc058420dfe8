import { Hono } from 'hono'
import { found, page, readForm, refuse } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { type PeopleContext, type PeopleEnv, withRole } from '../people/index.ts'
import { DomainPage, DomainsPage } from './domain.desk.page.tsx'
import { domainDecision } from './domain.form.ts'
import { confirmedMail, declinedMail } from './domain.mail.ts'
import { declineDomain, domainsWaiting, holdDomain, readDomain, verifyDomain } from './domain.store.ts'
import { DOMAINS_URL } from './domain.ts'
import { providersById } from './provider.store.ts'
import { addressesUrl } from './provider.ts'
import { mailProvider } from './provider-people.store.ts'
import { headOf, type Written } from './written.ts'

const crumbs = (...last: { label: string; href?: string }[]) => [
  { label: 'Redactie', href: '/redactie' },
  { label: 'Scholing', href: '/redactie/scholing' },
  ...last,
]

async function showWaiting(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  return page(
    c,
    { title: 'Sites van opleiders', robots: 'noindex', breadcrumb: crumbs({ label: 'Sites' }) },
    <DomainsPage domains={await domainsWaiting(c.var.db)} isKept={c.req.query('bewaard') === 'ja'} />,
  )
}

/** The site of this address, and whose it would be; one that was decided about is not there to read. */
async function domainDesk(c: PeopleContext) {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const id = c.req.param('domein')
  const domain = found(isId(id) ? await (c.req.method === 'GET' ? readDomain : holdDomain)(db, id) : undefined)
  const provider = found((await providersById(db, [domain.provider])).get(domain.provider))
  return { domain, provider, hand: { by: editor.id, at: now } }
}

async function show(c: PeopleContext, written: Written = { errors: [], typed: {} }): Promise<Response> {
  const { domain, provider } = await domainDesk(c)
  if (domain.verifiedAt || domain.declinedAt) return c.redirect(DOMAINS_URL, 303)
  return page(
    c,
    {
      title: `Site van ${provider.name}`,
      robots: 'noindex',
      breadcrumb: crumbs({ label: 'Sites', href: DOMAINS_URL }, { label: domain.domain }),
      ...headOf(written),
    },
    <DomainPage domain={domain} provider={provider} written={written} />,
  )
}

async function decide(c: PeopleContext): Promise<Response> {
  const { domain, provider, hand } = await domainDesk(c)
  const form = readForm(c, domainDecision)
  if (!form.ok) return show(c, form)
  const { db, config, now } = c.var
  if (domain.verifiedAt || domain.declinedAt)
    return refuse(
      409,
      'Over deze site is al besloten, of de opleider liet het zelf zien. Kijk welke sites er nog wachten.',
    )
  const link = config.baseUrl + addressesUrl(provider)
  if (form.value.besluit === 'ja') {
    await verifyDomain(db, domain.id, hand)
    await mailProvider(db, config, provider.id, confirmedMail(domain, link), now)
  } else {
    await declineDomain(db, domain.id, form.value.reden, hand)
    await mailProvider(db, config, provider.id, declinedMail(domain, form.value.reden, link), now)
  }
  return c.redirect(`${DOMAINS_URL}?bewaard=ja`, 303)
}

/** Confirming sites of providers, or saying why not. */
export const domainDeskRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get(DOMAINS_URL, showWaiting)
    .get(`${DOMAINS_URL}/:domein`, (c) => show(c))
    .post(`${DOMAINS_URL}/:domein`, decide)
