import { Hono } from 'hono'
import { isSaved, SaveItem } from '../community/index.ts'
import { dutchDay } from '../foundation/clock.ts'
import { download, found, page, publicPage } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { CourseHead } from './course.data.part.tsx'
import { CoursePage } from './course.page.tsx'
import { readDetail } from './course.reading.ts'
import { readCourse } from './course.store.ts'
import { courseUrl } from './course.ts'
import { offeringCalendar } from './offering.calendar.ts'
import { readOffering } from './offering.store.ts'
import { providersById } from './provider.store.ts'

async function showCourse(c: PeopleContext): Promise<Response> {
  const { db, config, now, person } = c.var
  const today = dutchDay(now)
  const detail = found(await readDetail(db, c.req.param('slug') ?? '', today))
  const { course } = detail
  const url = courseUrl(course)
  const save =
    course.item === null ? null : (
      <SaveItem item={course.item} onward={url} saved={person ? await isSaved(db, person.id, course.item) : false} />
    )
  return page(
    c,
    {
      title: course.title,
      description: course.outcome,
      breadcrumb: [{ label: 'Scholing', href: '/scholing' }, { label: course.title }],
      canonical: url,
      extra: <CourseHead detail={detail} baseUrl={config.baseUrl} today={today} />,
      ...(course.fictional ? { robots: 'noindex' as const } : {}),
    },
    <CoursePage detail={detail} today={today} save={save} address={config.baseUrl + url} />,
  )
}

/** A date for the agenda of whoever wants to go; also one that was called off, so that it goes from there again. */
async function sendCalendar(c: PeopleContext): Promise<Response> {
  const { db, config, now } = c.var
  const course = found(await readCourse(db, c.req.param('slug') ?? ''))
  const [, id = ''] = /^([0-9a-f-]{36})\.ics$/.exec(c.req.param('uitvoering') ?? '') ?? []
  const offering = found(isId(id) ? await readOffering(db, course.id, id) : undefined)
  const provider = (await providersById(db, [course.provider])).get(course.provider)?.name ?? ''
  const url = config.baseUrl + courseUrl(course)
  const text = offeringCalendar(offering, course, { provider, url, host: new URL(config.baseUrl).hostname, at: now })
  return download(c, text, { type: 'text/calendar; charset=utf-8', name: 'training.ics' })
}

/** The page of a course. It comes last: it takes any word below /scholing as a slug. */
export const courseRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/:slug/agenda/:uitvoering', sendCalendar)
    .get('/scholing/:slug', publicPage, showCourse)
