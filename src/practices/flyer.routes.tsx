import { Hono } from 'hono'
import { renderPdf } from '../foundation/documents/index.ts'
import { download, found, hasOddQuery, page, publicPage, withoutQuery } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { FIELDS } from './attachment.ts'
import {
  confirmLine,
  keepLine,
  keepPicture,
  PHOTO,
  proof,
  publishHere,
  showFlyerDesk,
  showLine,
  showPicture,
} from './flyer.desk.routes.tsx'
import { type FlyerTold, flyerDocument, flyerPlain, largeFlyerDocument } from './flyer.document.ts'
import { FlyerPage } from './flyer.page.tsx'
import { photoFor } from './flyer.photo.ts'
import { publishedFlyer } from './flyer.store.ts'
import type { PublishedFlyer } from './flyer.ts'
import { hasStopped, readPractice } from './practice.store.ts'
import { type Practice, practiceUrl } from './practice.ts'
import { lookedIntoAtDesk } from './upload.entry.ts'

/** The published flyer of this address. */
async function told(c: PeopleContext): Promise<FlyerTold & { practice: Practice; flyer: PublishedFlyer }> {
  const { db, config } = c.var
  const practice = found(await readPractice(db, c.req.param('slug') ?? ''))
  const flyer = found(await publishedFlyer(db, practice.id))
  const stopped = await hasStopped(db, practice.id)
  if (practice.fictional) c.header('X-Robots-Tag', 'noindex')
  return { practice, flyer, stopped, baseUrl: config.baseUrl }
}

async function showFlyer(c: PeopleContext): Promise<Response> {
  const { practice, flyer, stopped } = await told(c)
  const { lines, title } = flyer.body
  return page(
    c,
    {
      title: `${title}: flyer`,
      description: lines.headline,
      canonical: `${practiceUrl(practice)}/flyer`,
      breadcrumb: [
        { label: 'Praktijken', href: '/praktijken' },
        { label: title, href: practiceUrl(practice) },
        { label: 'Flyer' },
      ],
      ...(practice.fictional ? { robots: 'noindex' as const } : {}),
    },
    <FlyerPage practice={practice} flyer={flyer} stopped={stopped} />,
  )
}

const printFlyer = (draw: typeof flyerDocument, name: string) => async (c: PeopleContext) => {
  if (hasOddQuery(c)) return withoutQuery(c)
  const what = await told(c)
  const bytes = await renderPdf(draw({ ...what, photo: await photoFor(c.var.db, c.var.config, what.flyer.body) }))
  return download(c, bytes, { type: 'application/pdf', name: `${what.practice.slug}-${name}.pdf`, inline: true })
}

async function plainFlyer(c: PeopleContext): Promise<Response> {
  const what = await told(c)
  return download(c, `${flyerPlain(what)}\n`, {
    type: 'text/plain; charset=utf-8',
    name: `${what.practice.slug}-flyer.txt`,
    inline: true,
  })
}

/** The flyer: six lines at the desk, and on the site as a page, on paper, in large print and as plain text. */
export function flyerRoutes(): Hono<PeopleEnv> {
  const desk = '/redactie/praktijken/:slug/flyer'
  const open = '/praktijken/:slug/flyer'
  return new Hono<PeopleEnv>()
    .get(desk, (c) => showFlyerDesk(c))
    .get(`${desk}/proef`, proof)
    .get(`${desk}/beeld`, (c) => showPicture(c))
    .post(`${desk}/beeld`, lookedIntoAtDesk(FIELDS.file, PHOTO), keepPicture)
    .post(`${desk}/publicatie`, publishHere)
    .get(`${desk}/:line`, showLine)
    .post(`${desk}/:line`, keepLine)
    .post(`${desk}/:line/bevestiging`, confirmLine)
    .get(open, publicPage, showFlyer)
    .get(`${open}/pdf`, publicPage, printFlyer(flyerDocument, 'flyer'))
    .get(`${open}/groot`, publicPage, printFlyer(largeFlyerDocument, 'flyer-grote-letters'))
    .get(`${open}/tekst`, publicPage, plainFlyer)
}
