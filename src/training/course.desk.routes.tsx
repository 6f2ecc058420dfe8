import { Hono } from 'hono'
import { dutchDay } from '../foundation/clock.ts'
import { page, readForm } from '../foundation/http/index.ts'
import { Notice } from '../foundation/ui/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { differing } from './both.part.tsx'
import { ChangesPage } from './change.desk.page.tsx'
import { changeLog } from './change.reading.ts'
import { courseInWords } from './change.ts'
import { titleOfCopy } from './copy.ts'
import { CourseDeskPage, CourseEditPage } from './course.desk.page.tsx'
import { courseForm, courseTyped } from './course.form.ts'
import { CoursePage } from './course.page.tsx'
import { detailOf } from './course.reading.ts'
import { type Course, courseDeskUrl } from './course.ts'
import { createCourse, saveCourse } from './course.write.store.ts'
import { courseDesk, providerDesk } from './desk-access.ts'
import { countOfferings } from './offering.store.ts'
import { deskCrumbs } from './provider.desk.routes.tsx'
import { type Provider, providerDeskUrl } from './provider.ts'
import { archiveCourse, requestPublication, restoreCourse, standingOf } from './publication.store.ts'
import { courseState, lacking } from './publication.ts'
import { openRechecks, standingTeachings } from './teaching.read.store.ts'
import { copyTeachings } from './teaching.store.ts'
import { headOf, type Written } from './written.ts'

/** The way to a page of one course. */
export const courseCrumbs = (provider: Provider, course: Course, last?: string) =>
  deskCrumbs(
    { label: provider.name, href: providerDeskUrl(provider) },
    last === undefined ? { label: course.title } : { label: course.title, href: courseDeskUrl(course) },
    ...(last === undefined ? [] : [{ label: last }]),
  )

async function showNew(c: PeopleContext, written?: Written): Promise<Response> {
  const { provider } = await providerDesk(c)
  const shown = written ?? { errors: [], typed: {} }
  return page(
    c,
    {
      title: 'Een training erbij',
      robots: 'noindex',
      breadcrumb: deskCrumbs({ label: provider.name, href: providerDeskUrl(provider) }, { label: 'Nieuw' }),
      ...headOf(shown),
    },
    <CourseEditPage
      action={`${providerDeskUrl(provider)}/trainingen`}
      title="Een training erbij"
      version={0}
      written={shown}
      saved={false}
    />,
  )
}

const CODE_TAKEN = { field: 'code', message: 'Een andere training van jullie heeft deze code al. Kies een andere.' }

async function begin(c: PeopleContext): Promise<Response> {
  const { provider, hand } = await providerDesk(c)
  const form = readForm(c, courseForm)
  if (!form.ok) return showNew(c, form)
  const { version: _, ...text } = form.value
  const id = await createCourse(c.var.db, provider, text, hand)
  if (id === undefined) return showNew(c, { errors: [CODE_TAKEN], typed: form.typed })
  return c.redirect(courseDeskUrl({ id }), 303)
}

async function showCourse(c: PeopleContext): Promise<Response> {
  const { provider, course } = await courseDesk(c)
  const { db, now } = c.var
  const { archived, request } = (await standingOf(db, [course.id])).get(course.id) ?? {
    archived: false,
    request: undefined,
  }
  const dates = (await countOfferings(db, course.id, dutchDay(now))).ahead
  const standards = await standingTeachings(db, course.id)
  const rechecks = await openRechecks(db, [course.id])
  return page(
    c,
    { title: course.title, robots: 'noindex', breadcrumb: courseCrumbs(provider, course) },
    <CourseDeskPage
      course={course}
      state={courseState(course, archived, request)}
      request={request}
      lacks={lacking(course, { dates: dates > 0, standards: standards.length > 0 })}
      dates={dates}
      rechecks={rechecks.length}
    />,
  )
}

async function showText(c: PeopleContext, written?: Written): Promise<Response> {
  const { provider, course } = await courseDesk(c)
  const shown = written ?? { errors: [], typed: courseTyped(course) }
  return page(
    c,
    {
      title: 'Tekst, prijs en punten',
      robots: 'noindex',
      breadcrumb: courseCrumbs(provider, course, 'Tekst'),
      ...headOf(shown),
    },
    <CourseEditPage
      action={`${courseDeskUrl(course)}/tekst`}
      title={course.title}
      version={written && !written.both ? Number(written.typed.versie) || 0 : course.version}
      written={shown}
      saved={c.req.query('bewaard') === 'ja'}
    />,
  )
}

async function keepText(c: PeopleContext): Promise<Response> {
  const { course, hand } = await courseDesk(c)
  const form = readForm(c, courseForm)
  if (!form.ok) return showText(c, form)
  const saved = await saveCourse(c.var.db, course.id, form.value, hand)
  if (saved === 'code taken') return showText(c, { errors: [CODE_TAKEN], typed: form.typed })
  if (saved === 'someone was first')
    return showText(c, {
      errors: [],
      typed: form.typed,
      both: differing(courseInWords(course), courseInWords(form.value)),
    })
  return c.redirect(`${courseDeskUrl(course)}/tekst?bewaard=ja`, 303)
}

async function preview(c: PeopleContext): Promise<Response> {
  const { provider, course } = await courseDesk(c)
  const { db, now } = c.var
  const today = dutchDay(now)
  return page(
    c,
    { title: `Voorbeeld: ${course.title}`, robots: 'noindex', breadcrumb: courseCrumbs(provider, course, 'Voorbeeld') },
    <CoursePage
      detail={await detailOf(db, course, today)}
      today={today}
      save={null}
      above={<Notice tone="info" title="Voorbeeld: zo ziet een bezoeker de training" />}
    />,
  )
}

async function copy(c: PeopleContext): Promise<Response> {
  const { provider, course, hand } = await courseDesk(c)
  const { db } = c.var
  // The code of the original stays with the original; dates are never copied.
  const title = titleOfCopy(course)
  const id = await createCourse(db, provider, { ...course, code: '', title }, hand)
  if (id === undefined) return c.redirect(courseDeskUrl(course), 303)
  await copyTeachings(db, course.id, id, hand)
  return c.redirect(`${courseDeskUrl({ id })}/tekst`, 303)
}

async function request(c: PeopleContext): Promise<Response> {
  const { course, hand } = await courseDesk(c)
  const { db, now } = c.var
  const dates = (await countOfferings(db, course.id, dutchDay(now))).ahead > 0
  const standards = (await standingTeachings(db, course.id)).length > 0
  // The page says what lacks; only a form that was left open can still send.
  if (lacking(course, { dates, standards }).length === 0) await requestPublication(db, course.id, hand)
  return c.redirect(courseDeskUrl(course), 303)
}

async function showChanges(c: PeopleContext): Promise<Response> {
  const { provider, course } = await courseDesk(c)
  const log = await changeLog(c.var.db, course.id, c.req.query('bladzijde'))
  return page(
    c,
    { title: 'Wat er veranderde', robots: 'noindex', breadcrumb: courseCrumbs(provider, course, 'Wijzigingen') },
    <ChangesPage kind="course" title={course.title} url={courseDeskUrl(course)} log={log} />,
  )
}

/** A course from its first word to the archive, by the people of its provider. */
export const courseDeskRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/aanbieder/:aanbieder/trainingen/nieuw', (c) => showNew(c))
    .post('/scholing/aanbieder/:aanbieder/trainingen', begin)
    .get('/scholing/aanbieder/trainingen/:training', showCourse)
    .get('/scholing/aanbieder/trainingen/:training/tekst', (c) => showText(c))
    .post('/scholing/aanbieder/trainingen/:training/tekst', keepText)
    .get('/scholing/aanbieder/trainingen/:training/voorbeeld', preview)
    .get('/scholing/aanbieder/trainingen/:training/wijzigingen', showChanges)
    .post('/scholing/aanbieder/trainingen/:training/kopie', copy)
    .post('/scholing/aanbieder/trainingen/:training/aanvraag', request)
    .post('/scholing/aanbieder/trainingen/:training/archief', async (c) => {
      const { course, hand } = await courseDesk(c)
      await archiveCourse(c.var.db, course.id, hand)
      return c.redirect(courseDeskUrl(course), 303)
    })
    .post('/scholing/aanbieder/trainingen/:training/archief/einde', async (c) => {
      const { course, hand } = await courseDesk(c)
      await restoreCourse(c.var.db, course.id, hand)
      return c.redirect(courseDeskUrl(course), 303)
    })
