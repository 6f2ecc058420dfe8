import { Hono } from 'hono'
import { z } from 'zod'
import { dutchDay, HOUR } from '../foundation/clock.ts'
import {
  found,
  type LimitRule,
  limit,
  limitPlace,
  type PlaceRule,
  page,
  readForm,
  type Typed,
} from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import type { FieldError } from '../foundation/ui/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { readItems } from '../thread/index.ts'
import { taughtBy } from './course.reading.ts'
import { readCourse } from './course.store.ts'
import { courseUrl } from './course.ts'
import { readOffering } from './offering.store.ts'
import { isAhead } from './offering.ts'
import { RATINGS } from './rating.ts'
import { AskedPage, DonePage, QuestionPage, ReminderPage } from './reminder.page.tsx'
import { answerReminder, askReminder, reminderByKey, stopReminder } from './reminder.store.ts'
import { reminderKeyHash } from './reminder.ts'

/** Closed, for every one of them becomes a mail. */
const asking: PlaceRule = { name: 'training reminder, network address', points: 600, perMs: HOUR, onFault: 'closed' }
const asked: LimitRule = { name: 'training reminder, address', points: 6, perMs: 24 * HOUR, onFault: 'closed' }

/** The offering someone asks about: of a course on the site, and still ahead. */
async function wishIn(c: PeopleContext, offering: string | undefined) {
  const { db, now } = c.var
  const today = dutchDay(now)
  const course = found(await readCourse(db, c.req.param('slug') ?? ''))
  const run = isId(offering) ? await readOffering(db, course.id, offering) : undefined
  const teaches = (await taughtBy(db, course.id)).filter(({ isConfirmed }) => isConfirmed)
  return { course, offering: found(run && isAhead(run, today) ? run : undefined), teaches, today }
}

const heading = (title: string, slug?: { title: string; slug: string }) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: [
    { label: 'Scholing', href: '/scholing' },
    ...(slug ? [{ label: slug.title, href: courseUrl(slug) }] : []),
    { label: title },
  ],
})

async function show(c: PeopleContext, offering: string | undefined, errors: FieldError[] = [], typed: Typed = {}) {
  const wish = await wishIn(c, offering)
  return page(
    c,
    { ...heading('Herinner me', wish.course), ...(errors.length > 0 ? { errors: errors.length } : {}) },
    <ReminderPage {...wish} errors={errors} typed={typed} />,
  )
}

const wishForm = z.object({
  uitvoering: z.string().default(''),
  mail: z.email('Vul je mailadres in, bijvoorbeeld naam@organisatie.nl.').max(200, 'Dit mailadres is te lang.'),
  kenmerk: z.string().default(''),
})

async function ask(c: PeopleContext): Promise<Response> {
  const { db, config, body = {} } = c.var
  const sent = typeof body.uitvoering === 'string' ? body.uitvoering : ''
  const form = readForm(c, wishForm)
  if (!form.ok) return show(c, sent, form.errors, form.typed)
  const { course, offering, teaches, today } = await wishIn(c, form.value.uitvoering)
  const standard = teaches.find((one) => one.standard === form.value.kenmerk) ?? teaches[0]
  await limitPlace(c, asking)
  await limit(c, asked, form.value.mail.toLowerCase())
  const wish = { offering: offering.id, standard: standard?.standard ?? null, address: form.value.mail }
  await askReminder(db, config, wish)
  return page(c, heading('Afgesproken', course), <AskedPage course={course} offering={offering} today={today} />)
}

const answerForm = z.object({
  sleutel: z.string().default(''),
  antwoord: z.enum(RATINGS, 'Kies één van de drie antwoorden.'),
})

async function showQuestion(c: PeopleContext, key: string | undefined, errors: FieldError[] = []): Promise<Response> {
  const { db } = c.var
  const open = await reminderByKey(db, reminderKeyHash(key))
  if (!open || key === undefined) return page(c, heading('Deze link doet niets meer'), <DonePage said="gone" />)
  const items = await readItems(db, open.standard === null ? [] : [open.standard])
  const standard = open.standard === null ? undefined : (items.get(open.standard)?.title ?? undefined)
  return page(
    c,
    {
      ...heading(open.isAsked ? 'Hielp het?' : 'Geen herinnering meer?'),
      ...(errors.length > 0 ? { errors: errors.length } : {}),
    },
    <QuestionPage title={open.title} standard={standard} keyText={key} isAsked={open.isAsked} errors={errors} />,
  )
}

async function answer(c: PeopleContext): Promise<Response> {
  const { db } = c.var
  const form = readForm(c, answerForm)
  const key = typeof form.typed.sleutel === 'string' ? form.typed.sleutel : undefined
  if (!form.ok) return showQuestion(c, key, form.errors)
  const open = await reminderByKey(db, reminderKeyHash(key))
  const kept = open?.isAsked === true && (await answerReminder(db, open, form.value.antwoord))
  return page(
    c,
    heading(kept ? 'Dank je' : 'Deze link doet niets meer'),
    <DonePage said={kept ? 'answered' : 'gone'} />,
  )
}

async function stop(c: PeopleContext): Promise<Response> {
  const { db, body = {} } = c.var
  const key = typeof body.sleutel === 'string' ? body.sleutel : undefined
  const open = await reminderByKey(db, reminderKeyHash(key))
  if (open) await stopReminder(db, open.id)
  return page(c, heading('Je adres is weg'), <DonePage said="stopped" />)
}

/** Being reminded of a training, and the one question after it. */
export const reminderRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/vraag', (c) => showQuestion(c, c.req.query('sleutel')))
    .post('/scholing/vraag', answer)
    .post('/scholing/vraag/einde', stop)
    .get('/scholing/:slug/herinnering', (c) => show(c, c.req.query('uitvoering')))
    .post('/scholing/:slug/herinnering', ask)
