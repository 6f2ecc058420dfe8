import { Hono } from 'hono'
import { dutchDay } from '../foundation/clock.ts'
import { page, publicPage } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { newestCourses } from './course.store.ts'
import { offeringsAhead } from './offering.store.ts'
import { OverviewPage } from './overview.page.tsx'

/** Courses on the first page. */
const SHOWN = 30

async function showOverview(c: PeopleContext): Promise<Response> {
  const { db, now } = c.var
  const today = dutchDay(now)
  const courses = await newestCourses(db, SHOWN)
  const ahead = await offeringsAhead(
    db,
    courses.map(({ id }) => id),
    today,
  )
  return page(
    c,
    {
      title: 'Scholing',
      description: 'Trainingen voor sociaal werk: wat het kost, hoe lang het duurt, waar en wanneer.',
      breadcrumb: [{ label: 'Scholing' }],
      canonical: '/scholing',
    },
    <OverviewPage courses={courses} ahead={ahead} today={today} />,
  )
}

/** The front page of this domain. */
export const overviewRoutes = (): Hono<PeopleEnv> => new Hono<PeopleEnv>().get('/scholing', publicPage, showOverview)
