import { Hono } from 'hono'
import { dutchDay } from '../foundation/clock.ts'
import { found, page, readForm } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { pageAsked, pagesFor } from '../foundation/ui/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { courseCrumbs } from './course.desk.routes.tsx'
import { type Course, courseDeskUrl } from './course.ts'
import { courseDesk } from './desk-access.ts'
import { OFFERINGS_PAGE, OfferingPage, OfferingsPage, type OfferingsPart } from './offering.desk.page.tsx'
import { offeringForm, offeringTyped } from './offering.form.ts'
import { countOfferings, isOfferingCodeTaken, offeringsOn, readOffering } from './offering.store.ts'
import { offeringWords } from './offering.ts'
import { addOfferings, cancelOffering, saveOffering } from './offering.write.store.ts'
import { headOf, type Written } from './written.ts'

/** Dates on one page of each list. */
const PER_PAGE = { ahead: 50, past: 20 }

/** The page of one of the two lists of dates that the address asks for. */
async function listOf(c: PeopleContext, { id }: Course, which: 'ahead' | 'past'): Promise<OfferingsPart> {
  const { db, now } = c.var
  const [today, most] = [dutchDay(now), PER_PAGE[which]]
  const pages = pagesFor((await countOfferings(db, id, today))[which], most)
  const page = pageAsked(c.req.query(OFFERINGS_PAGE[which]), pages)
  return { offerings: await offeringsOn(db, id, { today, most, which, skip: (page - 1) * most }), page, pages }
}

async function showOfferings(c: PeopleContext, written: Written = { errors: [], typed: {} }): Promise<Response> {
  const { provider, course } = await courseDesk(c)
  return page(
    c,
    {
      title: 'Data en plaatsen',
      robots: 'noindex',
      breadcrumb: courseCrumbs(provider, course, 'Data'),
      ...headOf(written),
    },
    <OfferingsPage
      course={course}
      ahead={await listOf(c, course, 'ahead')}
      past={await listOf(c, course, 'past')}
      written={written}
      saved={c.req.query('bewaard') === 'ja'}
    />,
  )
}

const CODE_TAKEN = { field: 'code', message: 'Een andere keer van deze training heeft deze code al. Kies een andere.' }

async function add(c: PeopleContext): Promise<Response> {
  const { course, hand } = await courseDesk(c)
  const { db } = c.var
  const form = readForm(c, offeringForm)
  if (!form.ok) return showOfferings(c, form)
  if (await isOfferingCodeTaken(db, course.id, form.value.offerings, null))
    return showOfferings(c, { errors: [CODE_TAKEN], typed: form.typed })
  await addOfferings(db, course.id, form.value.offerings, hand)
  return c.redirect(`${courseDeskUrl(course)}/data?bewaard=ja`, 303)
}

async function offeringDesk(c: PeopleContext) {
  const desk = await courseDesk(c)
  const id = c.req.param('uitvoering')
  return { ...desk, offering: found(isId(id) ? await readOffering(c.var.db, desk.course.id, id) : undefined) }
}

async function showOffering(c: PeopleContext, written?: Written): Promise<Response> {
  const { provider, course, offering } = await offeringDesk(c)
  const shown = written ?? { errors: [], typed: offeringTyped(offering) }
  return page(
    c,
    { title: 'Eén keer', robots: 'noindex', breadcrumb: courseCrumbs(provider, course, 'Eén keer'), ...headOf(shown) },
    <OfferingPage
      course={course}
      offering={offering}
      version={written && !written.both ? Number(written.typed.versie) || 0 : offering.version}
      written={shown}
    />,
  )
}

async function keepOffering(c: PeopleContext): Promise<Response> {
  const { course, offering, hand } = await offeringDesk(c)
  const { db } = c.var
  const form = readForm(c, offeringForm)
  if (!form.ok) return showOffering(c, form)
  const [text] = form.value.offerings
  if (!text) return showOffering(c)
  if (await isOfferingCodeTaken(db, course.id, [text], offering.id))
    return showOffering(c, { errors: [CODE_TAKEN], typed: form.typed })
  if (!(await saveOffering(db, { ...offering, version: form.value.version }, text, hand)))
    return showOffering(c, {
      errors: [],
      typed: form.typed,
      both: [{ label: 'Deze keer', theirs: offeringWords(offering), mine: offeringWords(text) }],
    })
  return c.redirect(`${courseDeskUrl(course)}/data?bewaard=ja`, 303)
}

/** The dates of a course: adding many at once, changing one, calling one off. */
export const offeringDeskRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/aanbieder/trainingen/:training/data', (c) => showOfferings(c))
    .post('/scholing/aanbieder/trainingen/:training/data', add)
    .get('/scholing/aanbieder/trainingen/:training/data/:uitvoering', (c) => showOffering(c))
    .post('/scholing/aanbieder/trainingen/:training/data/:uitvoering', keepOffering)
    .post('/scholing/aanbieder/trainingen/:training/data/:uitvoering/afzegging', async (c) => {
      const { course, offering, hand } = await offeringDesk(c)
      await cancelOffering(c.var.db, offering, hand)
      return c.redirect(`${courseDeskUrl(course)}/data`, 303)
    })
