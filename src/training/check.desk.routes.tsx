import { Hono } from 'hono'
import { z } from 'zod'
import { dutchDay } from '../foundation/clock.ts'
import { found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { ErrorSummary, pageAsked, pagesFor } from '../foundation/ui/index.ts'
import { type PeopleContext, type PeopleEnv, withRole } from '../people/index.ts'
import { CHECK_PAGES, type CheckList, CheckPage, ChecksPage } from './check.desk.page.tsx'
import { type Decision, decisionForm } from './check.form.ts'
import { checkedMail } from './check.mail.ts'
import { checksWaiting, countChecks } from './check.store.ts'
import { CHECKS_PER_PAGE, type CheckKind } from './check.ts'
import { CoursePage } from './course.page.tsx'
import { detailOf } from './course.reading.ts'
import { holdCourse, readCourseById } from './course.store.ts'
import { type Course, courseDeskUrl, courseUrl } from './course.ts'
import type { Hand } from './hand.ts'
import { mailProvider } from './provider-people.store.ts'
import { checkPublication, standingOf } from './publication.store.ts'
import { WAITS_NO_MORE } from './publication.ts'
import { standingTeachings } from './teaching.read.store.ts'
import { decideTeachings } from './teaching.store.ts'
import { headOf, type Written } from './written.ts'

const crumbs = (...last: { label: string; href?: string }[]) => [{ label: 'Redactie', href: '/redactie' }, ...last]

async function showChecks(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const { db, now } = c.var
  const counts = await countChecks(db)
  const list = async (kind: CheckKind): Promise<CheckList> => {
    const total = counts[kind]
    const shown = pageAsked(c.req.query(CHECK_PAGES[kind]), pagesFor(total, CHECKS_PER_PAGE))
    return { total, page: shown, checks: await checksWaiting(db, kind, shown) }
  }
  const lists = { first: await list('first'), teachings: await list('teachings') }
  return page(
    c,
    { title: 'Scholing nakijken', robots: 'noindex', breadcrumb: crumbs({ label: 'Scholing' }) },
    <ChecksPage lists={lists} now={now} />,
  )
}

/** A course that was laid before us, or is on the site; what its provider still keeps to itself is not there. */
async function checkDesk(c: PeopleContext) {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const id = c.req.param('training')
  const course = found(isId(id) ? await (c.req.method === 'GET' ? readCourseById : holdCourse)(db, id) : undefined)
  const request = (await standingOf(db, [course.id])).get(course.id)?.request
  found(request || course.item ? course : undefined)
  return { course, request, hand: { by: editor.id, at: now } }
}

async function showCheck(c: PeopleContext, written: Written = { errors: [], typed: {} }): Promise<Response> {
  const { course, request } = await checkDesk(c)
  const { db, now } = c.var
  const today = dutchDay(now)
  const detail = await detailOf(db, course, today)
  const open = (await standingTeachings(db, course.id)).filter(({ confirmedAt }) => confirmedAt === null)
  return page(
    c,
    {
      title: `Nakijken: ${course.title}`,
      robots: 'noindex',
      breadcrumb: crumbs({ label: 'Scholing', href: '/redactie/scholing' }, { label: course.title }),
      ...headOf(written),
    },
    <CoursePage
      detail={detail}
      today={today}
      save={null}
      above={
        <>
          <ErrorSummary errors={written.errors} />
          <p>
            <a href="#nakijken">Naar wat je hier beslist</a>
          </p>
        </>
      }
      below={<CheckPage course={course} request={request} open={open} taught={detail.teaches} written={written} />}
    />,
  )
}

const anyForm = z.record(z.string(), z.unknown())

/** One button keeps everything that was chosen, so that nothing an editor said of a standard gets lost. */
async function decide(c: PeopleContext): Promise<Response> {
  const { course, hand } = await checkDesk(c)
  const { typed } = readForm(c, anyForm)
  // Without a request on the page there was nothing to decide but what it teaches.
  if (typed.aanvraag === undefined) {
    await confirm(c, course, typed, hand)
    return c.redirect(`/redactie/scholing/${course.id}`, 303)
  }
  const form = readForm(c, decisionForm)
  if (!form.ok) return showCheck(c, form)
  // First, so that a course that goes on the site now takes along what it teaches.
  await confirm(c, course, typed, hand)
  await answerRequest(c, course, form.value, hand)
  return c.redirect('/redactie/scholing', 303)
}

async function answerRequest(
  c: PeopleContext,
  course: Course,
  { aanvraag, besluit, vraag }: Decision,
  hand: Hand,
): Promise<void> {
  const { db, config, now } = c.var
  const outcome = besluit === 'goed' ? 'good' : 'asked'
  const words = outcome === 'asked' ? vraag : ''
  if (!(await checkPublication(db, course.id, aanvraag, { outcome, words }, hand))) return refuse(409, WAITS_NO_MORE)
  const link = config.baseUrl + (outcome === 'good' ? courseUrl(course) : courseDeskUrl(course))
  await mailProvider(db, config, course.provider, checkedMail('course', course.title, outcome, link), now)
}

async function confirm(c: PeopleContext, course: Course, typed: Typed, hand: Hand): Promise<void> {
  const { db } = c.var
  const open = (await standingTeachings(db, course.id)).filter(({ confirmedAt }) => confirmedAt === null)
  const said = (word: string) => open.filter(({ id }) => typed[`oordeel_${id}`] === word).map(({ id }) => id)
  const [confirmed, declined] = [said('ja'), said('nee')]
  if (confirmed.length + declined.length > 0) await decideTeachings(db, course.id, { confirmed, declined }, hand)
}

/** Looking at what providers put on the site, and confirming what courses teach. */
export const checkDeskRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/redactie/scholing', showChecks)
    .get('/redactie/scholing/:training', (c) => showCheck(c))
    .post('/redactie/scholing/:training', decide)
