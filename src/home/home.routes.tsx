import { Hono } from 'hono'
import { found, page, publicPage } from '../foundation/http/index.ts'
import { olympiadAddresses } from '../olympiad/index.ts'
import type { PeopleEnv } from '../people/index.ts'
import { practiceAddresses } from '../practices/index.ts'
import { currentStandards, NotBinding, sitemapEntries } from '../standards/index.ts'
import { trainingAddresses } from '../training/index.ts'
import { ContactBand } from './contact.page.tsx'
import { FrontPage, type Task } from './front.page.tsx'
import { robotsTxt, securityTxt, sitemapXml } from './machine-files.ts'
import { MenuPage } from './menu.page.tsx'
import { ReadingPage } from './reading.page.tsx'
import type { Reading, Story } from './reading.ts'

/** What the pages of home are made of: the texts, and the tasks that lead somewhere today. */
export interface HomeParts {
  readings: Map<string, Reading>
  stories: Story[]
  tasks: Task[]
  menu: Task[]
}

/** Text pages whose address is their slug; other domains show the rest themselves. */
const READINGS = [
  'over',
  'geschiedenis',
  'werkgevers',
  'privacy',
  'verwerkingsregister',
  'toegankelijkheid',
  'beveiliging',
  'zo-werkt-het',
]

/** Home page, menu, texts, files for machines. */
export function homeRoutes(parts: HomeParts): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/', publicPage, async (c) => {
    const standards = (await currentStandards(c.var.db)).flatMap(({ name, path, knot }) =>
      knot ? [{ knot, title: name, href: path }] : [],
    )
    const description =
      'Kijk met 25 korte zinnen naar je eigen werk. Je ziet wat stevig staat en wat je deze week kunt proberen.'
    return page(
      c,
      { title: 'Verankerd', description, canonical: '/' },
      <FrontPage tasks={parts.tasks} standards={standards} story={parts.stories[0]} notBinding={<NotBinding />} />,
    )
  })
  app.get('/menu', publicPage, (c) => {
    const about = READINGS.map((slug) => found(parts.readings.get(slug))).map((reading) => ({
      href: `/${reading.slug}`,
      label: reading.title,
    }))
    const own = [
      { href: '/mijn', label: 'Mijn pagina' },
      { href: '/reflectie/verder', label: 'Verder met een bewaarcode' },
    ]
    return page(
      c,
      { title: 'Menu' },
      <MenuPage main={parts.menu} about={[...about, { href: '/contact', label: 'Contact' }]} own={own} />,
    )
  })
  for (const slug of READINGS)
    app.get(`/${slug}`, publicPage, (c) => {
      const reading = found(parts.readings.get(slug))
      return page(c, headOf(reading), <ReadingPage reading={reading} />)
    })
  app.get('/contact', publicPage, (c) => {
    const reading = found(parts.readings.get('contact'))
    return page(
      c,
      headOf(reading),
      <ReadingPage reading={reading} extra={<ContactBand contact={c.var.config.contact} />} />,
    )
  })
  app.get('/robots.txt', (c) => c.text(robotsTxt(c.var.config)))
  app.get('/.well-known/security.txt', (c) => c.text(securityTxt(c.var.config, c.var.now)))
  app.get('/sitemap.xml', async (c) => {
    const entries = [
      { path: '/' },
      { path: '/reflectie' },
      { path: '/reflectie/verantwoording' },
      { path: '/contact' },
      { path: '/open-data' },
      { path: '/api' },
      { path: '/insluiten' },
      ...READINGS.map((slug) => ({ path: `/${slug}` })),
      { path: '/praktijken' },
      { path: '/praktijken/kaart' },
      { path: '/praktijken/aanmelden' },
      { path: '/oproepen' },
      ...(await sitemapEntries(c.var.db)),
      ...(await practiceAddresses(c.var.db)),
      ...(await trainingAddresses(c.var.db)),
      ...(await olympiadAddresses(c.var.db)),
    ]
    c.header('Content-Type', 'application/xml; charset=utf-8')
    return c.body(sitemapXml(c.var.config.baseUrl, entries))
  })
  return app
}

function headOf(reading: Reading) {
  const { title, description, slug } = reading
  return { title, description, canonical: `/${slug}`, breadcrumb: [{ label: title }] }
}
