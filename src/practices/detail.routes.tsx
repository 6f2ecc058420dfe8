import { Hono } from 'hono'
import { isSaved, SaveItem } from '../community/index.ts'
import { dutchDay, dutchYear, HOUR } from '../foundation/clock.ts'
import {
  found,
  type LimitRule,
  limit,
  limitPlace,
  type PlaceRule,
  page,
  publicPage,
  readForm,
  refuse,
} from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { hasRole, type PeopleContext, type PeopleEnv, signedIn } from '../people/index.ts'
import { adoptionForm } from './adoption.form.ts'
import { AdoptionPage } from './adoption.page.tsx'
import { adoptionsOf, endAdoption, sayAdoption } from './adoption.store.ts'
import { ArticleHead } from './article.part.tsx'
import { bankOf } from './bank.reading.ts'
import { speaksFor } from './confirmation.store.ts'
import { DeskLinks, OwnLink } from './desk-links.part.tsx'
import { DetailPage } from './detail.page.tsx'
import { readDetail } from './detail.store.ts'
import { enquiryForm } from './enquiry.form.ts'
import { enquiryMail } from './enquiry.mail.ts'
import { EnquiryPage, SentPage } from './enquiry.page.tsx'
import { countEnquiry, ownerAddress } from './enquiry.store.ts'
import { keptListings, readListing } from './listing.store.ts'
import { type Listing, listingUrl } from './listing.ts'
import { relatedTo } from './related.ts'

/** Practices that look like this one, on its page. */
const RELATED = 3

async function showDetail(c: PeopleContext): Promise<Response> {
  const { db, config, now, person } = c.var
  const detail = found(await readDetail(db, c.req.param('slug') ?? '', now))
  const { listing } = detail
  const [index, words] = await bankOf(c)
  const values = { theme: [listing.theme], people: listing.people, field: listing.fields }
  const places = { province: [listing.province], gemeente: [listing.gemeente] }
  const related = await keptListings(db, words, relatedTo(index, listing.no, { ...values, ...places }, RELATED))
  const saved = person ? await isSaved(db, person.id, listing.item) : false
  const own = person ? await speaksFor(db, listing.practice, person.id) : false
  return page(
    c,
    {
      title: listing.title,
      description: listing.line,
      breadcrumb: crumbs({ label: listing.title }),
      canonical: listingUrl(listing),
      extra: <ArticleHead detail={detail} baseUrl={config.baseUrl} />,
      ...(listing.fictional ? { robots: 'noindex' as const } : {}),
    },
    <DetailPage
      detail={detail}
      related={related}
      words={words}
      baseUrl={config.baseUrl}
      today={dutchDay(now)}
      save={<SaveItem item={listing.item} onward={listingUrl(listing)} saved={saved} />}
      desk={
        <>
          {own ? <OwnLink slug={listing.slug} /> : null}
          {hasRole(person, 'editor') ? <DeskLinks slug={listing.slug} /> : null}
        </>
      }
    />,
  )
}

const crumbs = (...last: { label: string; href?: string }[]) => [{ label: 'Praktijken', href: '/praktijken' }, ...last]
const crumbsBelow = (listing: Listing, label: string) =>
  crumbs({ label: listing.title, href: listingUrl(listing) }, { label })

const listingIn = async (c: PeopleContext): Promise<Listing> =>
  found(await readListing(c.var.db, c.req.param('slug') ?? ''))

const asking: PlaceRule = { name: 'practice enquiry, network address', points: 600, perMs: HOUR, onFault: 'closed' }
/** Nobody's mailbox fills up. */
const asked: LimitRule = { name: 'practice enquiries', points: 30, perMs: 24 * HOUR, onFault: 'closed' }

function enquiryPage(c: PeopleContext, listing: Listing, form?: ReturnType<typeof readForm<typeof enquiryForm>>) {
  const errors = form && !form.ok ? form.errors : []
  return page(
    c,
    {
      title: 'Vraag het de mensen zelf',
      robots: 'noindex',
      breadcrumb: crumbsBelow(listing, 'Stel een vraag'),
      ...(errors.length > 0 ? { errors: errors.length } : {}),
    },
    <EnquiryPage listing={listing} errors={errors} typed={form?.typed ?? {}} />,
  )
}

async function ask(c: PeopleContext): Promise<Response> {
  const { db, config, now } = c.var
  const listing = await listingIn(c)
  const to = found(await ownerAddress(db, listing.practice))
  const form = readForm(c, enquiryForm)
  if (!form.ok) return enquiryPage(c, listing, form)
  await limitPlace(c, asking)
  await limit(c, asked, listing.practice)
  await sendMail(
    db,
    config,
    { to, replyTo: form.value.mail, ...enquiryMail(listing, form.value), carriesKey: true },
    now,
  )
  await countEnquiry(db, listing.practice, now)
  return page(
    c,
    { title: 'Je vraag is verstuurd', robots: 'noindex', breadcrumb: crumbsBelow(listing, 'Verstuurd') },
    <SentPage listing={listing} />,
  )
}

async function adoptionPage(c: PeopleContext, listing: Listing, form?: ReturnType<typeof readAdoption>) {
  const person = signedIn(c)
  const adoptions = await adoptionsOf(c.var.db, listing.practice)
  const errors = form && !form.ok ? form.errors : []
  return page(
    c,
    {
      title: 'Wij doen dit ook',
      robots: 'noindex',
      breadcrumb: crumbsBelow(listing, 'Wij doen dit ook'),
      ...(errors.length > 0 ? { errors: errors.length } : {}),
    },
    <AdoptionPage
      listing={listing}
      mine={adoptions.find((one) => one.person === person.id)}
      errors={errors}
      typed={form?.typed}
    />,
  )
}

const readAdoption = (c: PeopleContext) => readForm(c, adoptionForm(dutchYear(c.var.now)))

async function adopt(c: PeopleContext): Promise<Response> {
  const person = signedIn(c)
  const { db, now, config } = c.var
  const listing = await listingIn(c)
  const form = readAdoption(c)
  if (!form.ok) return adoptionPage(c, listing, form)
  const { organisatie: organisation, gemeente, sinds: sinceYear, anders: changed } = form.value
  // What is said in a trial installation is made up, whoever says it.
  const said = { organisation, gemeente, sinceYear, changed, fictional: listing.fictional || config.demo }
  await sayAdoption(db, listing.practice, said, { by: person.id, at: now })
  return c.redirect(`${listingUrl(listing)}#ook`, 303)
}

async function takeBack(c: PeopleContext): Promise<Response> {
  const person = signedIn(c)
  const listing = await listingIn(c)
  if (!(await endAdoption(c.var.db, listing.practice, person.id, c.var.now)))
    refuse(409, 'Je hebt bij deze praktijk niets gezegd, of je hebt het al ingetrokken.')
  return c.redirect(`${listingUrl(listing)}#ook`, 303)
}

/** The page of a practice, and what readers do there. */
export function detailRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/praktijken/:slug', publicPage, showDetail)
    .get('/praktijken/:slug/vraag', async (c) => {
      const listing = await listingIn(c)
      found(await ownerAddress(c.var.db, listing.practice))
      return enquiryPage(c, listing)
    })
    .post('/praktijken/:slug/vraag', ask)
    .get('/praktijken/:slug/ook', async (c) => {
      signedIn(c)
      return adoptionPage(c, await listingIn(c))
    })
    .post('/praktijken/:slug/ook', adopt)
    .post('/praktijken/:slug/ook/einde', takeBack)
}
