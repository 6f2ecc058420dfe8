import { Hono } from 'hono'
import { z } from 'zod'
import { savedBy } from '../community/index.ts'
import { allow, download, endSession, found, type HouseContext, page, readForm } from '../foundation/http/index.ts'
import { sendJob } from '../foundation/jobs/index.ts'
import { readPost } from '../foundation/mail/index.ts'
import { pageAsked, pagesFor } from '../foundation/ui/index.ts'
import { ownGroups, ownOlympiads } from '../olympiad/index.ts'
import {
  askErasure,
  hasRole,
  type PeopleContext,
  type PeopleEnv,
  type Person,
  provenFor,
  type RoleName,
  signedIn,
  stepUp,
  withRole,
} from '../people/index.ts'
import { assessmentTasks, ownNominations, ownPractices, ownTalks, readingTasks } from '../practices/index.ts'
import { mySheets } from '../reflection/index.ts'
import { deskTasks } from '../standards/index.ts'
import { utterancesOf, withdrawUtterance } from '../thread/index.ts'
import { trainingTasks } from '../training/index.ts'
import { DeskPage } from './desk.page.tsx'
import { mailRoutes } from './mail.routes.tsx'
import { ERASE_WORD, ErasedPage, ErasePage, MinePage, TakeoutPage } from './mine.page.tsx'
import { personalStores } from './personal.ts'
import { takeOutAll } from './personal-store.ts'
import { PostPage } from './post.page.tsx'
import { takeoutZip } from './takeout.ts'
import { type Words, WordsPage } from './words.page.tsx'

const Erase = z.object({
  woord: z
    .string()
    .transform((text) => text.toLowerCase())
    .refine((text) => text === ERASE_WORD, `Typ het woord “${ERASE_WORD}”. Dan weten we dat je het meent.`),
})

/** Where someone with a role does their work. */
const ROOMS: { role: RoleName; href: string; title: string }[] = [
  { role: 'editor', href: '/redactie', title: 'Redactie' },
  { role: 'reader', href: '/praktijken/meelezen', title: 'Meelezen met aangemelde praktijken' },
  { role: 'provider', href: '/scholing/aanbieder', title: 'Jullie scholing' },
  { role: 'admin', href: '/beheer/rollen', title: 'Rollen' },
  { role: 'admin', href: '/beheer/mail', title: 'Mail die niet aankomt' },
]

/** Everything that is mine, the editors' desk, and the post of a trial installation. */
export function mineRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .route('/', mailRoutes())
    .get('/mijn', async (c) => {
      const person = signedIn(c)
      const sheets = await mySheets(c.var.db, person.id)
      const saved = await savedBy(c.var.db, person.id)
      // The titles of drafts are not public: they wait for the second step, like the desk itself.
      const acts = (role: RoleName) => hasRole(person, role) && provenFor(c, role)
      const tasks = [
        ...(acts('reader') ? await readingTasks(c.var.db, person.id, c.var.now) : []),
        ...(acts('editor') ? await waiting(c, person) : []),
      ]
      const rooms = ROOMS.filter(({ role }) => hasRole(person, role))
      const nominations = await ownNominations(c.var.db, person.id)
      const practices = await ownPractices(c.var.db, person.id)
      const talks = await ownTalks(c.var.db, person.id)
      const olympiads = await ownOlympiads(c.var.db, person)
      const groups = await ownGroups(c.var.db, person.id)
      const sections = [
        { title: 'Je reflecties', items: sheets, empty: <StartLine /> },
        ...(nominations.length > 0 ? [{ title: 'Wat jullie aanmelden', items: nominations, empty: '' }] : []),
        ...(practices.length > 0 ? [{ title: 'Jullie praktijken', items: practices, empty: '' }] : []),
        ...(groups.length > 0 ? [{ title: 'Werkgroepen', items: groups, empty: '' }] : []),
        ...(olympiads.length > 0 ? [{ title: 'Olympiades', items: olympiads, empty: '' }] : []),
        ...(talks.length > 0 ? [{ title: 'Gesprekken met ons', items: talks, empty: '' }] : []),
        {
          title: 'Bewaard om later te lezen',
          items: saved,
          empty: 'Je hebt nog niets bewaard. Bij een kenmerk of praktijk staat onderaan de knop “Bewaar”.',
        },
      ]
      return page(
        c,
        { title: 'Van jou', robots: 'noindex' },
        <MinePage name={person.name} sections={sections} tasks={tasks} rooms={rooms} />,
      )
    })
    .get('/mijn/woorden', async (c) => {
      const person = signedIn(c)
      const words = await utterancesOf(c.var.db, person.id)
      const head = {
        title: 'Wat je hier zei of schreef',
        robots: 'noindex' as const,
        breadcrumb: [{ label: 'Van jou', href: '/mijn' }, { label: 'Wat je zei' }],
      }
      return page(c, head, <WordsPage {...onePage(words, c.req.query('bladzijde'))} />)
    })
    .post('/mijn/woorden/:id/intrekking', async (c) => {
      const person = signedIn(c)
      const own = found((await utterancesOf(c.var.db, person.id)).find(({ id }) => id === c.req.param('id')))
      await withdrawUtterance(c.var.db, own.id, c.var.now)
      return c.redirect('/mijn/woorden', 303)
    })
    .get('/mijn/gegevens', async (c) => {
      const person = await stepUp(c)
      const tables = await takeOutAll(personalStores, c.var.db, c.var.config, person.id)
      return page(
        c,
        { title: 'Alles meenemen', robots: 'noindex' },
        <TakeoutPage tables={tables.map(({ title, rows }) => ({ title, count: rows.length }))} />,
      )
    })
    .post('/mijn/gegevens', async (c) => {
      const person = await stepUp(c)
      const tables = await takeOutAll(personalStores, c.var.db, c.var.config, person.id)
      return download(c, takeoutZip(tables, c.var.now), { type: 'application/zip', name: 'mijn-gegevens.zip' })
    })
    .get('/mijn/wissen', async (c) => {
      await stepUp(c)
      return erasePage(c, [], '')
    })
    .post('/mijn/wissen', async (c) => {
      const person = await stepUp(c)
      const form = readForm(c, Erase)
      if (!form.ok) return erasePage(c, form.errors, String(form.typed.woord ?? ''))
      await askErasure(c.var.db, person.id, c.var.now)
      await sendJob(c.var.db, 'erase-account', { person: person.id })
      await endSession(c)
      return c.redirect('/gewist', 303)
    })
    .get('/gewist', (c) => page(c, { title: 'We wissen je account', robots: 'noindex' }, <ErasedPage />))
    .get('/redactie', async (c) => {
      const person = withRole(c, 'editor')
      const items = await waiting(c, person)
      const sections = [
        { title: 'Wacht op jou', items, empty: 'Er wacht nu niets.' },
        { title: 'Praktijken', items: PRACTICE_ROOMS, empty: '' },
        { title: 'Kenmerken', items: STANDARD_ROOMS, empty: '' },
        { title: 'Olympiade', items: OLYMPIAD_ROOMS, empty: '' },
        { title: 'Scholing', items: TRAINING_ROOMS, empty: '' },
        { title: 'Op sites van anderen', items: EMBEDDING_ROOMS, empty: '' },
      ]
      return page(c, { title: 'Redactie', robots: 'noindex' }, <DeskPage sections={sections} />)
    })
    .get('/demo/post', async (c) => {
      allow(c.var.config.demo && !c.var.config.smtpUrl)
      return page(
        c,
        { title: 'Post van de proefopstelling', robots: 'noindex' },
        <PostPage post={await readPost(c.var.db, c.var.config.secretKey)} />,
      )
    })
}

const PRACTICE_ROOMS = [
  { href: '/redactie/aanmeldingen', title: 'Aanmeldingen', text: 'Toetsen, meelezers vragen en besluiten.' },
  { href: '/redactie/praktijken', title: 'Gekozen praktijken', text: 'Gesprekken, beschrijving en flyer.' },
  { href: '/redactie/oproepen', title: 'Oproepen', text: 'De oproep van volgend jaar maken en publiceren.' },
  { href: '/redactie/themas', title: 'Voorgestelde thema’s', text: 'Kiezen, met een reden die iedereen leest.' },
]

const TRAINING_ROOMS = [
  { href: '/redactie/scholing', title: 'Scholing nakijken', text: 'Eerste trainingen, en wat ze zeggen te leren.' },
  {
    href: '/redactie/scholing/leervormen',
    title: 'Leervormen',
    text: 'Leren zonder opleider: schrijven en bijhouden.',
  },
  { href: '/redactie/scholing/domeinen', title: 'Sites van opleiders', text: 'Bevestigen dat een site van hen is.' },
]

const EMBEDDING_ROOMS = [
  { href: '/redactie/insluiten', title: 'Sites met ons zoekveld', text: 'Wie het in een eigen pagina mag tonen.' },
]

const OLYMPIAD_ROOMS = [
  {
    href: '/redactie/olympiades',
    title: 'Olympiades',
    text: 'Een Olympiade beginnen en kiezen wie voorzit.',
  },
  {
    href: '/redactie/bundels',
    title: 'Bundels',
    text: 'Het voorwoord schrijven van de bundel van een jaar.',
  },
]

const STANDARD_ROOMS = [
  {
    href: '/redactie/kenmerken',
    title: 'Alle versies van de kenmerken',
    text: 'Lezen wat er ligt, of een nieuwe versie beginnen.',
  },
]

/** What waits for an editor, from every room. */
async function waiting(c: PeopleContext, person: Person) {
  const { db, now } = c.var
  return [...(await deskTasks(db, person)), ...(await assessmentTasks(db, now)), ...(await trainingTasks(db))]
}

const PER_PAGE = 50

/** Fifty of someone's words at a time; a page that is not there is the nearest one that is. */
function onePage(words: Words[], asked: string | undefined) {
  const pages = pagesFor(words.length, PER_PAGE)
  const page = pageAsked(asked, pages)
  return { words: words.slice((page - 1) * PER_PAGE, page * PER_PAGE), count: words.length, page, pages }
}

function erasePage(c: HouseContext, errors: { field: string; message: string }[], typed: string): Response {
  return page(
    c,
    { title: 'Je account wissen', robots: 'noindex', errors: errors.length },
    <ErasePage errors={errors} typed={typed} />,
  )
}

function StartLine() {
  return (
    <>
      Je hebt nog geen reflectie bewaard. <a href="/reflectie">Begin er een</a>, het duurt ongeveer tien minuten.
    </>
  )
}
