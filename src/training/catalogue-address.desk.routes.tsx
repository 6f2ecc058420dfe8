import { Hono } from 'hono'
import { SECOND } from '../foundation/clock.ts'
import { doneBeforehand, found, page, readForm, refuse } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { holderOf, type PeopleContext, type PeopleEnv } from '../people/index.ts'
import { AddressesPage } from './catalogue-address.desk.page.tsx'
import { addressForm, domainForm } from './catalogue-address.form.ts'
import { addAddress, addressesOf, endAddress, readAddress, readDaily } from './catalogue-address.store.ts'
import { beginReading } from './catalogue-address.work.ts'
import { providerDesk } from './desk-access.ts'
import { lookForProof } from './domain.proof.ts'
import { domainsOf, nameDomain, readDomain, refuseDomain, removeDomain, verifyDomain } from './domain.store.ts'
import { mayFetchFrom } from './domain.ts'
import { busyImportsOf } from './import.store.ts'
import { importUrl, MOST_BUSY } from './import.ts'
import { deskCrumbs } from './provider.desk.routes.tsx'
import { providersById } from './provider.store.ts'
import { addressesUrl, mayManage, type Provider, providerDeskUrl } from './provider.ts'
import { headOf, type Written } from './written.ts'

async function show(c: PeopleContext, written: Written = { errors: [], typed: {} }): Promise<Response> {
  const { provider } = await providerDesk(c)
  const { db } = c.var
  return page(
    c,
    {
      title: 'Jullie aanbod op jullie eigen site',
      robots: 'noindex',
      breadcrumb: deskCrumbs(
        { label: provider.name, href: providerDeskUrl(provider) },
        { label: 'Aanleveren', href: `${providerDeskUrl(provider)}/aanleveringen` },
        { label: 'Eigen site' },
      ),
      ...headOf(written),
    },
    <AddressesPage
      provider={provider}
      domains={await domainsOf(db, provider.id)}
      addresses={await addressesOf(db, provider.id)}
      written={written}
    />,
  )
}

/** More sites or addresses than a provider has. */
const MOST = 20
const TOO_MANY = 'Er staan er al twintig. Haal eerst weg wat jullie niet meer gebruiken.'

async function nameSite(c: PeopleContext): Promise<Response> {
  const { provider, hand } = await providerDesk(c)
  const form = readForm(c, domainForm)
  if (!form.ok) return show(c, form)
  if ((await domainsOf(c.var.db, provider.id)).length >= MOST)
    return show(c, { errors: [{ field: 'domein', message: TOO_MANY }], typed: form.typed })
  await nameDomain(c.var.db, provider.id, form.value.domein, hand)
  return c.redirect(addressesUrl(provider), 303)
}

/** The site of this address; one another provider named is not there. */
async function domainOf(c: PeopleContext, provider: Provider) {
  const id = c.req.param('domein')
  const domain = isId(id) ? await readDomain(c.var.db, id) : undefined
  return found(domain?.provider === provider.id ? domain : undefined)
}

/** Looking outside takes seconds: it is done before the transaction, and what it found waits here for the handler. */
const looked = new WeakMap<Request, string>()
const REST = 10 * SECOND

const lookOutside = doneBeforehand(async (c) => {
  const id = /\/domeinen\/([0-9a-f-]{36})\/bewijs$/.exec(c.req.path)?.[1]
  const domain = isId(id) ? await readDomain(c.var.db, id) : undefined
  // Who may not, is told so by the handler; nothing is asked outside for them.
  const provider = domain && (await providersById(c.var.db, [domain.provider])).get(domain.provider)
  const person = await holderOf(c, 'provider')
  if (!provider || !mayManage(person, provider) || domain.verifiedAt) return
  if (domain.lookedAt && c.var.now.getTime() - domain.lookedAt.getTime() < REST)
    refuse(429, 'We keken net. Wacht tien seconden en kijk dan opnieuw.', REST)
  looked.set(c.req.raw, await lookForProof(domain))
})

async function look(c: PeopleContext): Promise<Response> {
  const { provider, hand } = await providerDesk(c)
  const domain = await domainOf(c, provider)
  const fault = looked.get(c.req.raw)
  if (fault === '') await verifyDomain(c.var.db, domain.id, hand)
  else if (fault !== undefined) await refuseDomain(c.var.db, domain.id, fault, hand.at)
  return c.redirect(addressesUrl(provider), 303)
}

const NOT_YOURS =
  'Dit adres ligt niet op een site waarvan jullie lieten zien dat die van jullie is. Noem die site eerst, en laat het zien.'

async function add(c: PeopleContext): Promise<Response> {
  const { provider, hand } = await providerDesk(c)
  const { db } = c.var
  const form = readForm(c, addressForm)
  if (!form.ok) return show(c, form)
  const refused = (message: string) => show(c, { errors: [{ field: 'adres', message }], typed: form.typed })
  if (!mayFetchFrom(await domainsOf(db, provider.id), new URL(form.value.adres).hostname)) return refused(NOT_YOURS)
  const addresses = await addressesOf(db, provider.id)
  if (addresses.some(({ url }) => url === form.value.adres)) return refused('Dit adres staat er al.')
  if (addresses.length >= MOST) return refused(TOO_MANY)
  await addAddress(db, provider.id, form.value.adres, hand)
  return c.redirect(addressesUrl(provider), 303)
}

async function addressDesk(c: PeopleContext) {
  const desk = await providerDesk(c)
  const id = c.req.param('adres')
  const address = isId(id) ? await readAddress(c.var.db, id) : undefined
  return { ...desk, address: found(address?.provider === desk.provider.id ? address : undefined) }
}

async function readNow(c: PeopleContext): Promise<Response> {
  const { address, provider, person, hand } = await addressDesk(c)
  const refused = (message: string) => show(c, { errors: [{ field: 'adres', message }], typed: {} })
  const busy = await busyImportsOf(c.var.db, provider.id)
  if (busy.some((one) => one.address === address.id))
    return refused(`We lezen ${address.url} al. Kijk bij “Aanleveren” hoe ver het is.`)
  if (busy.length >= MOST_BUSY) return refused('We lezen al vijf keer iets van jullie. Wacht tot er een klaar is.')
  return c.redirect(importUrl({ id: await beginReading(c.var.db, address, person.id, hand.at) }), 303)
}

async function setNightly(c: PeopleContext, isOn: boolean): Promise<Response> {
  const { address, provider, hand } = await addressDesk(c)
  await readDaily(c.var.db, address.id, isOn ? hand.at : null)
  return c.redirect(addressesUrl(provider), 303)
}

const desk = '/scholing/aanbieder/:aanbieder'

/** Catalogues on a provider's own site: which site is theirs, which addresses, and reading those by hand or every night. */
export const catalogueAddressRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get(`${desk}/adressen`, (c) => show(c))
    .post(`${desk}/domeinen`, nameSite)
    .post(`${desk}/domeinen/:domein/bewijs`, lookOutside, look)
    .post(`${desk}/domeinen/:domein/einde`, async (c) => {
      const { provider } = await providerDesk(c)
      await removeDomain(c.var.db, (await domainOf(c, provider)).id)
      return c.redirect(addressesUrl(provider), 303)
    })
    .post(`${desk}/adressen`, add)
    .post(`${desk}/adressen/:adres/lezing`, readNow)
    .post(`${desk}/adressen/:adres/nacht`, (c) => setNightly(c, true))
    .post(`${desk}/adressen/:adres/nacht/einde`, (c) => setNightly(c, false))
    .post(`${desk}/adressen/:adres/einde`, async (c) => {
      const { address, provider, hand } = await addressDesk(c)
      await endAddress(c.var.db, address.id, hand)
      return c.redirect(addressesUrl(provider), 303)
    })
