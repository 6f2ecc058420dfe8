import { Hono } from 'hono'
import { freshAnswers } from '../foundation/api/index.ts'
import { calendarOf } from '../foundation/calendar.ts'
import { publicPage, withExamples } from '../foundation/http/index.ts'
import { olympiadDays } from '../olympiad/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { courseDates } from '../training/index.ts'

/** Dates in one calendar: more than a year of training in a region, and a file that every agenda still opens. */
const MOST_DATES = 1_000

/** All dates ahead that are public. Narrowed like the list of courses, it holds courses only. */
async function sendAgenda(c: PeopleContext): Promise<Response> {
  const { db, now, config } = c.var
  const { baseUrl } = config
  const fictional = withExamples(c)
  const { entries, isNarrowed, page } = await courseDates(c, c.req.queries(), { fictional, most: MOST_DATES })
  const days = isNarrowed ? [] : await olympiadDays(db, { now, baseUrl, fictional })
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Content-Disposition', 'inline; filename="agenda.ics"')
  return c.body(
    calendarOf(
      {
        title: isNarrowed ? 'Verankerd: training die ik zoek' : 'Verankerd: agenda',
        description: `Training en Olympiades voor sociaal werk. Dezelfde lijst op de site: ${baseUrl}${page}`,
        url: baseUrl + c.req.path + new URL(c.req.url).search,
      },
      [...days, ...entries],
    ),
  )
}

/** The calendar of everything, to subscribe to. */
export const agendaRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>().get('/agenda.ics', publicPage, freshAnswers, sendAgenda)
