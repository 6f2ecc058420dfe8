import { Hono } from 'hono'
import { freshAnswers } from '../foundation/api/index.ts'
import { dutchDay } from '../foundation/clock.ts'
import type { Db } from '../foundation/db/index.ts'
import { found, page, publicPage } from '../foundation/http/index.ts'
import { DataBlock, pageAsked, pagesFor } from '../foundation/ui/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { countLiveCourses, liveCoursesOf } from './course.store.ts'
import { sendLearningFormFeed } from './learning-form.feed.routes.ts'
import { LEARNING_FORM_FEED } from './learning-form.feed.ts'
import { LearningFormPage, WaysPage } from './learning-form.page.tsx'
import { practisedIn } from './learning-form.reading.ts'
import { liveLearningForms, readLearningForm } from './learning-form.store.ts'
import { learningFormUrl } from './learning-form.ts'
import { ModulePage } from './module.page.tsx'
import { fileOfModule, standardsAt } from './module.reading.ts'
import { countLiveModules, liveModules, readModule } from './module.store.ts'
import { moduleUrl } from './module.ts'
import { sendModuleFeed } from './module-feed.routes.ts'
import { MODULE_FEED } from './module-feed.ts'
import { offeringsAhead } from './offering.store.ts'
import { COURSES_PER_PAGE, ProviderPage } from './provider.page.tsx'
import { providersById, readProvider } from './provider.store.ts'
import { providerUrl } from './provider.ts'

const crumbs = (label: string) => [{ label: 'Scholing', href: '/scholing' }, { label }]

/** Material of one page of a list. */
const MODULES_PER_PAGE = 50

/** One page of the material on the site, of everyone or of one provider. */
async function modulesAsked(db: Db, provider: string | null, asked: string | undefined) {
  const total = await countLiveModules(db, provider)
  const page = pageAsked(asked, pagesFor(total, MODULES_PER_PAGE))
  const modules = await liveModules(db, provider, { skip: (page - 1) * MODULES_PER_PAGE, most: MODULES_PER_PAGE })
  return { modules, page, pages: pagesFor(total, MODULES_PER_PAGE) }
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
      material={await modulesAsked(db, provider.id, c.req.query('materiaal'))}
      today={today}
    />,
  )
}

async function showModule(c: PeopleContext): Promise<Response> {
  const { db, config } = c.var
  const module = found(await readModule(db, c.req.param('slug') ?? ''))
  const provider = found((await providersById(db, [module.provider])).get(module.provider))
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
      file={await fileOfModule(db, module)}
      standards={await standardsAt(db, module.standards)}
    />,
  )
}

async function showWays(c: PeopleContext): Promise<Response> {
  return page(
    c,
    {
      title: 'Leren van elkaar',
      description: 'Meelopen, intervisie en kijken met een kijkwijzer: leren zonder opleider, stap voor stap.',
      breadcrumb: crumbs('Leren van elkaar'),
      canonical: '/scholing/leervormen',
      extra: (
        <>
          <link rel="alternate" type="application/atom+xml" title="Nieuwe leervormen" href={LEARNING_FORM_FEED} />
          <link rel="alternate" type="application/atom+xml" title="Nieuw materiaal" href={MODULE_FEED} />
        </>
      ),
    },
    <WaysPage
      forms={await liveLearningForms(c.var.db)}
      material={await modulesAsked(c.var.db, null, c.req.query('bladzijde'))}
    />,
  )
}

async function showForm(c: PeopleContext): Promise<Response> {
  const { db, config } = c.var
  const form = found(await readLearningForm(db, c.req.param('slug') ?? ''))
  const practised = await practisedIn(db, form)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    ...(form.item === null ? {} : { '@id': `${config.baseUrl}/id/${form.item}` }),
    name: form.title,
    description: form.line,
    url: config.baseUrl + learningFormUrl(form),
    inLanguage: 'nl',
    ...(/^(gratis|niets)\b/i.test(form.cost) ? { isAccessibleForFree: true } : {}),
    dateModified: form.updatedAt.toISOString(),
    teaches: practised.map(({ standard, title, href }) => ({
      '@type': 'DefinedTerm',
      '@id': `${config.baseUrl}/id/${standard}`,
      name: title,
      url: config.baseUrl + href,
    })),
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
    <LearningFormPage form={form} practised={practised} />,
  )
}

/** Providers, their material, and ways to learn without one. */
export const waysRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/leervormen', publicPage, showWays)
    .get('/scholing/leervormen/:slug', publicPage, showForm)
    .get(LEARNING_FORM_FEED, publicPage, freshAnswers, sendLearningFormFeed)
    .get(MODULE_FEED, publicPage, freshAnswers, sendModuleFeed)
    .get('/scholing/aanbieders/:slug', publicPage, showProvider)
    .get('/scholing/materiaal/:slug', publicPage, showModule)
