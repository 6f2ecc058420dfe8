import { Hono } from 'hono'
import { dutchDay } from '../foundation/clock.ts'
import type { Db } from '../foundation/db/index.ts'
import { found, page, readForm } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { pageAsked, pagesFor } from '../foundation/ui/index.ts'
import { findOrganisation, type PeopleContext, type PeopleEnv, type Person, withRole } from '../people/index.ts'
import { differing } from './both.part.tsx'
import { providerDesk } from './desk-access.ts'
import { countOf, DESK_PER_PAGE, deskAsked } from './desk-ask.ts'
import type { DeskCourse } from './desk-list.part.tsx'
import { modulePublishing } from './module.publication.store.ts'
import { countModulesOf, modulesOf } from './module.store.ts'
import type { Module } from './module.ts'
import { offeringsAhead } from './offering.store.ts'
import { type DeskModule, DeskPage, DesksPage, ProviderEditPage } from './provider.desk.page.tsx'
import { deskCounts, deskCourses, type PlacedCourse } from './provider.desk.store.ts'
import { providerForm, providerInWords, providerTyped } from './provider.form.ts'
import { providersAt } from './provider.store.ts'
import { organisationsOf, type Provider, providerDeskUrl } from './provider.ts'
import { beginProvider, saveProvider } from './provider.write.store.ts'
import { courseState } from './publication.ts'
import { headOf, type Written } from './written.ts'

export const deskCrumbs = (...last: { label: string; href?: string }[]) => [
  { label: 'Scholing', href: '/scholing' },
  { label: 'Jullie scholing', href: '/scholing/aanbieder' },
  ...last,
]

/** Organisations someone is provider at that have no public side yet. */
async function freshFor(c: PeopleContext, person: Person, known: Provider[]) {
  const ids = organisationsOf(person).filter((id) => !known.some(({ organisation }) => organisation === id))
  if (ids.length === 0) return []
  const all = await Promise.all(ids.map((id) => findOrganisation(c.var.db, id)))
  return all.flatMap((one) => one ?? [])
}

async function showDesks(c: PeopleContext): Promise<Response> {
  const person = withRole(c, 'provider')
  const providers = await providersAt(c.var.db, organisationsOf(person))
  const fresh = await freshFor(c, person, providers)
  const [only] = providers
  if (only && providers.length === 1 && fresh.length === 0) return c.redirect(providerDeskUrl(only), 303)
  return page(
    c,
    {
      title: 'Jullie scholing',
      robots: 'noindex',
      breadcrumb: [{ label: 'Scholing', href: '/scholing' }, { label: 'Jullie scholing' }],
    },
    <DesksPage providers={providers} fresh={fresh} />,
  )
}

/** What a course needs of its provider, in one sentence; '' when nothing. */
function needOf(course: PlacedCourse): string {
  if (course.state === 'asked') return `De redactie vraagt: ${course.asks}`
  if (course.isRechecked) return 'Een kenmerk kreeg een nieuwe tekst. Klopt het nog dat jullie dit leren?'
  return course.isDateless ? 'Er is geen datum meer. Zet er een bij, of haal de training weg.' : ''
}

/** One page of the material of a provider, with where it stands. */
async function materialOf(db: Db, { id }: Provider, asked: string | undefined) {
  const pages = pagesFor(await countModulesOf(db, id), DESK_PER_PAGE)
  const page = pageAsked(asked, pages)
  const modules = await modulesOf(db, id, { skip: (page - 1) * DESK_PER_PAGE, most: DESK_PER_PAGE })
  const standing = await modulePublishing.standingOf(
    db,
    modules.map((one) => one.id),
  )
  const rowOf = (module: Module): DeskModule => {
    const { archived = false, request } = standing.get(module.id) ?? {}
    const state = courseState(module, archived, request)
    return { module, state, asks: state === 'asked' ? (request?.words ?? '') : '' }
  }
  return { modules: modules.map(rowOf), page, pages }
}

/** What waits stands on top of everything, a few at a time; someone who searches or chooses sees only what they asked. */
const NEEDING_ON_TOP = 5

async function showDesk(c: PeopleContext): Promise<Response> {
  const { provider } = await providerDesk(c)
  const { db, now } = c.var
  const today = dutchDay(now)
  const query = c.req.query()
  const ask = deskAsked(query)
  const counts = await deskCounts(db, provider.id, ask.text, today)
  const total = countOf(counts, ask.which)
  const shown = pageAsked(query.bladzijde, pagesFor(total, DESK_PER_PAGE))
  const isPlain = ask.text === '' && ask.which === 'kept' && shown === 1
  const part = { today, skip: (shown - 1) * DESK_PER_PAGE, most: DESK_PER_PAGE }
  const courses = await deskCourses(db, provider.id, ask, part)
  const onTop = { today, skip: 0, most: NEEDING_ON_TOP }
  const needing = isPlain ? await deskCourses(db, provider.id, { text: '', which: 'needing' }, onTop) : []
  const ids = new Set([...courses, ...needing].map(({ id }) => id))
  const ahead = await offeringsAhead(db, [...ids], today)
  const rowOf = (course: PlacedCourse): DeskCourse => ({
    course,
    state: course.state,
    ahead: ahead.get(course.id) ?? [],
    needs: needOf(course),
  })
  return page(
    c,
    { title: provider.name, robots: 'noindex', breadcrumb: deskCrumbs({ label: provider.name }) },
    <DeskPage
      provider={provider}
      list={{ ask, counts, total, page: shown, courses: courses.map(rowOf) }}
      needing={needing.map(rowOf)}
      material={await materialOf(db, provider, query.materiaal)}
      today={today}
    />,
  )
}

async function showProvider(c: PeopleContext, written?: Written): Promise<Response> {
  const { provider } = await providerDesk(c)
  const shown = written ?? { errors: [], typed: providerTyped(provider) }
  return page(
    c,
    {
      title: 'Jullie gegevens',
      robots: 'noindex',
      breadcrumb: deskCrumbs({ label: provider.name, href: providerDeskUrl(provider) }, { label: 'Gegevens' }),
      ...headOf(shown),
    },
    <ProviderEditPage
      action={`${providerDeskUrl(provider)}/gegevens`}
      title="Jullie gegevens"
      version={written && !written.both ? Number(written.typed.versie) || 0 : provider.version}
      written={shown}
      saved={c.req.query('bewaard') === 'ja'}
    />,
  )
}

async function keepProvider(c: PeopleContext): Promise<Response> {
  const { provider, hand } = await providerDesk(c)
  const form = readForm(c, providerForm)
  if (!form.ok) return showProvider(c, form)
  const { version, ...text } = form.value
  if (!(await saveProvider(c.var.db, { id: provider.id, version }, text, hand)))
    return showProvider(c, {
      errors: [],
      typed: form.typed,
      both: differing(providerInWords(provider), providerInWords(text)),
    })
  return c.redirect(`${providerDeskUrl(provider)}/gegevens?bewaard=ja`, 303)
}

/** The organisation of this address, for whoever is provider there and has not begun. */
async function beginning(c: PeopleContext) {
  const id = c.req.param('organisatie')
  const person = withRole(c, 'provider', isId(id) ? id : 'none')
  return { person, organisation: found(await findOrganisation(c.var.db, id ?? '')) }
}

async function showBegin(c: PeopleContext, written?: Written): Promise<Response> {
  const { organisation } = await beginning(c)
  const shown = written ?? { errors: [], typed: { naam: organisation.name } }
  return page(
    c,
    {
      title: 'Wie zijn jullie?',
      robots: 'noindex',
      breadcrumb: deskCrumbs({ label: 'Begin' }),
      ...headOf(shown),
    },
    <ProviderEditPage
      action={`/scholing/aanbieder/begin/${organisation.id}`}
      title="Wie zijn jullie?"
      version={0}
      written={shown}
      saved={false}
    />,
  )
}

async function begin(c: PeopleContext): Promise<Response> {
  const { person, organisation } = await beginning(c)
  const form = readForm(c, providerForm)
  if (!form.ok) return showBegin(c, form)
  const { version: _, ...text } = form.value
  await beginProvider(c.var.db, organisation, text, { by: person.id, at: c.var.now })
  return c.redirect('/scholing/aanbieder', 303)
}

/** Where the people of a provider begin, and say who they are. */
export const providerDeskRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/aanbieder', showDesks)
    .get('/scholing/aanbieder/begin/:organisatie', (c) => showBegin(c))
    .post('/scholing/aanbieder/begin/:organisatie', begin)
    .get('/scholing/aanbieder/:aanbieder', showDesk)
    .get('/scholing/aanbieder/:aanbieder/gegevens', (c) => showProvider(c))
    .post('/scholing/aanbieder/:aanbieder/gegevens', keepProvider)
