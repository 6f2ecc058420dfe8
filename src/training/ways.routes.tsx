import { Hono } from 'hono'
import { dutchDay } from '../foundation/clock.ts'
import type { Db } from '../foundation/db/index.ts'
import { fileFacts } from '../foundation/files/index.ts'
import { found, page, publicPage } from '../foundation/http/index.ts'
import { DataBlock, pageAsked, pagesFor } from '../foundation/ui/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { itemId, readItems } from '../thread/index.ts'
import type { LearningForm } from './content.form.ts'
import { countLiveCourses, liveCoursesOf } from './course.store.ts'
import { LearningFormPage, learningFormUrl, WaysPage } from './learning-form.page.tsx'
import { ModulePage } from './module.page.tsx'
import { liveModules, modulesOf, readModule } from './module.store.ts'
import { moduleUrl } from './module.ts'
import { offeringsAhead } from './offering.store.ts'
import { COURSES_PER_PAGE, ProviderPage } from './provider.page.tsx'
import { providersById, readProvider } from './provider.store.ts'
import { providerUrl } from './provider.ts'

const crumbs = (label: string) => [{ label: 'Scholing', href: '/scholing' }, { label }]

/** Title and address of these standards, as they read now. */
async function standardsAt(db: Db, items: string[]): Promise<{ href: string; title: string }[]> {
  const known = await readItems(db, items)
  return items.flatMap((id) => {
    const item = known.get(id)
    return item && item.title !== null ? [{ href: item.url, title: item.title }] : []
  })
}

async function showProvider(c: PeopleContext): Promise<Response> {
  const { db, now, config } = c.var
  const provider = found(await readProvider(db, c.req.param('slug') ?? ''))
  const total = await countLiveCourses(db, provider.id)
  const shown = pageAsked(c.req.query('bladzijde'), pagesFor(total, COURSES_PER_PAGE))
  const part = { skip: (shown - 1) * COURSES_PER_PAGE, most: COURSES_PER_PAGE }
  const courses = await liveCoursesOf(db, provider.id, part)
  const today = dutchDay(now)
  const ahead = await offeringsAhead(
    db,
    courses.map(({ id }) => id),
    today,
  )
  const modules = (await modulesOf(db, provider.id)).filter(({ liveSince }) => liveSince !== null)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: provider.name,
    description: provider.line,
    url: config.baseUrl + providerUrl(provider),
    ...(provider.website === '' ? {} : { sameAs: [provider.website] }),
    ...(provider.fictional ? { voorbeeld: true } : {}),
  }
  return page(
    c,
    {
      title: provider.name,
      description: provider.line,
      breadcrumb: crumbs(provider.name),
      canonical: providerUrl(provider),
      extra: <DataBlock data={data} />,
      ...(provider.fictional ? { robots: 'noindex' as const } : {}),
    },
    <ProviderPage
      provider={provider}
      courses={courses}
      total={total}
      page={shown}
      ahead={ahead}
      modules={modules}
      today={today}
    />,
  )
}

async function showModule(c: PeopleContext): Promise<Response> {
  const { db, config } = c.var
  const module = found(await readModule(db, c.req.param('slug') ?? ''))
  const provider = found((await providersById(db, [module.provider])).get(module.provider))
  const facts = module.file === null ? undefined : (await fileFacts(db, [module.file])).get(module.file)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: module.title,
    description: module.line,
    url: config.baseUrl + moduleUrl(module),
    inLanguage: 'nl',
    isAccessibleForFree: true,
    license: module.licence,
    provider: { '@type': 'Organization', name: provider.name, url: config.baseUrl + providerUrl(provider) },
    ...(module.fictional ? { voorbeeld: true } : {}),
  }
  return page(
    c,
    {
      title: module.title,
      description: module.line,
      breadcrumb: crumbs(module.title),
      canonical: moduleUrl(module),
      extra: <DataBlock data={data} />,
      ...(module.fictional ? { robots: 'noindex' as const } : {}),
    },
    <ModulePage
      module={module}
      provider={provider}
      file={facts?.standing === 'ready' ? facts : undefined}
      standards={await standardsAt(db, module.standards)}
    />,
  )
}

async function showWays(c: PeopleContext, forms: LearningForm[]): Promise<Response> {
  const modules = await liveModules(c.var.db)
  return page(
    c,
    {
      title: 'Leren van elkaar',
      description: 'Meelopen, intervisie en kijken met een kijkwijzer: leren zonder opleider, stap voor stap.',
      breadcrumb: crumbs('Leren van elkaar'),
      canonical: '/scholing/leervormen',
    },
    <WaysPage
      forms={forms}
      modules={modules.map((one) => ({
        href: moduleUrl(one),
        title: one.title,
        text: `${one.line} ${one.licence}.${one.fictional ? ' Verzonnen voorbeeld.' : ''}`,
      }))}
    />,
  )
}

async function showForm(c: PeopleContext, forms: LearningForm[]): Promise<Response> {
  const { db, config } = c.var
  const form = found(forms.find(({ slug }) => slug === c.req.param('slug')))
  const standards = await standardsAt(
    db,
    form.standards.map((slug) => itemId('standard', slug)),
  )
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: form.title,
    description: form.line,
    url: config.baseUrl + learningFormUrl(form),
    inLanguage: 'nl',
    isAccessibleForFree: true,
  }
  return page(
    c,
    {
      title: form.title,
      description: form.line,
      breadcrumb: [
        { label: 'Scholing', href: '/scholing' },
        { label: 'Leren van elkaar', href: '/scholing/leervormen' },
        { label: form.title },
      ],
      canonical: learningFormUrl(form),
      extra: <DataBlock data={data} />,
    },
    <LearningFormPage form={form} standards={standards} />,
  )
}

/** Providers, their material, and ways to learn without one. */
export const waysRoutes = (forms: LearningForm[]): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/leervormen', publicPage, (c) => showWays(c, forms))
    .get('/scholing/leervormen/:slug', publicPage, (c) => showForm(c, forms))
    .get('/scholing/aanbieders/:slug', publicPage, showProvider)
    .get('/scholing/materiaal/:slug', publicPage, showModule)
