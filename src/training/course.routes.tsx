import { Hono } from 'hono'
import { isSaved, SaveItem } from '../community/index.ts'
import { dutchDay } from '../foundation/clock.ts'
import { found, page, publicPage } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { CourseHead } from './course.data.part.tsx'
import { CoursePage } from './course.page.tsx'
import { readDetail } from './course.reading.ts'
import { courseUrl } from './course.ts'

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
      extra: <CourseHead detail={detail} baseUrl={config.baseUrl} />,
      ...(course.fictional ? { robots: 'noindex' as const } : {}),
    },
    <CoursePage detail={detail} today={today} save={save} />,
  )
}

/** The page of a course. It comes last: it takes any word below /scholing as a slug. */
export const courseRoutes = (): Hono<PeopleEnv> => new Hono<PeopleEnv>().get('/scholing/:slug', publicPage, showCourse)
