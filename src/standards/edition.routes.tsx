import { Hono } from 'hono'
import { dutchDay } from '../foundation/clock.ts'
import type { Db } from '../foundation/db/index.ts'
import { renderPdf } from '../foundation/documents/index.ts'
import { download, found, hasOddQuery, page, publicPage, readForm, withoutQuery } from '../foundation/http/index.ts'
import { DataBlock } from '../foundation/ui/index.ts'
import { type PeopleContext, type PeopleEnv, signedIn } from '../people/index.ts'
import { competences } from './competence.store.ts'
import { reactionForm } from './consultation.form.ts'
import { keepReaction, waivedWords } from './consultation.store.ts'
import { BesidePage, type Side } from './crosswalk.page.tsx'
import { type Crosswalk, crosswalksAt } from './crosswalk.store.ts'
import { handreiking } from './documents.ts'
import { EditionPage } from './edition.page.tsx'
import { type Edition, editions } from './edition.store.ts'
import { isHidden, replacedBy, runs } from './edition.ts'
import { besideUrl } from './framework.ts'
import { ClosedReactionPage } from './reaction.closed.page.tsx'
import type { Reworded } from './rewording.part.tsx'
import { rewordings } from './rewording.ts'
import { keptShelf } from './shelf.reading.ts'
import { placeUrl, publicEdition, type Shelf } from './shelf.ts'
import { editionData } from './standard.data.ts'
import { standardsOf } from './standard.store.ts'
import { standingsOfAll } from './standing.store.ts'
import { standingsIn } from './standing.ts'
import { vocabularies } from './vocabulary.store.ts'

const asked = (c: PeopleContext, all: Edition[]) =>
  found(publicEdition(all, c.req.param('framework') ?? '', c.req.param('edition') ?? ''))

const besideTitle = (left: Edition, right: Edition): string =>
  `${left.text.title} (${left.text.year}) naast ${right.text.title} (${right.text.year})`

/** Where this edition can be laid beside another one. */
function besides({ editions: all }: Shelf, crosswalks: Crosswalk[]): { href: string; title: string }[] {
  return crosswalks.flatMap(({ from, to }) => {
    const old = all.find(({ id, status }) => id === from && status !== 'draft')
    const renewed = all.find(({ id, status }) => id === to && status !== 'draft')
    if (!old || !renewed) return []
    return [
      {
        href: besideUrl(old.framework.slug, old.slug, renewed.framework.slug, renewed.slug),
        title: besideTitle(old, renewed),
      },
    ]
  })
}

interface Reacting {
  thanks?: boolean
  error?: string
  typed?: string
  status?: number
}

/**
 * What an edition holds. One query after the other: a response that came back is drawn inside its transaction, on one
 * connection.
 */
async function whole(db: Db, edition: string) {
  const standards = await standardsOf(db, edition)
  const crosswalks = await crosswalksAt(db, edition)
  return { standards, crosswalks, standings: await standingsOfAll(db, standards) }
}

async function showEdition(c: PeopleContext, reacting: Reacting = {}, fresh = false): Promise<Response> {
  const { db, now, config, memo, person } = c.var
  const all = await keptShelf(c.var)
  const edition = asked(c, all.editions)
  const { standards, crosswalks, standings } = await memo(`standards.edition ${edition.id}`, () =>
    whole(db, edition.id),
  )
  const open = edition.consultations.find((consultation) => runs(consultation, dutchDay(now)))
  const linked = standards.map((standard) => ({
    standard,
    standings: standingsIn(standings, standard),
    url: placeUrl(all, edition, standard),
    card: placeUrl(all, edition, standard, '/gesprekskaart'),
  }))
  return page(
    c,
    {
      title: edition.status === 'consultation' ? `Consultatie: ${edition.text.title}` : edition.text.title,
      description: `${edition.text.title}, ${edition.text.year}: ${standards.length} ${edition.framework.text.plural}. Geen verplicht kader.`,
      breadcrumb: [{ label: 'Kenmerken', href: '/kenmerken' }, { label: edition.text.title }],
      canonical: edition.url,
      ...(isHidden(edition)
        ? { robots: 'noindex' as const }
        : {
            extra: <DataBlock data={editionData(edition, linked, config.baseUrl)} />,
          }),
      ...(reacting.error ? { errors: 1, status: reacting.status ?? 400 } : {}),
    },
    <EditionPage
      edition={edition}
      fresh={fresh && edition.publishedAt !== null}
      standards={linked}
      successor={all.editions.find(({ id }) => id === edition.successor)}
      replaces={replacedBy(all.editions, edition.id)}
      waived={await waivedWords(db, edition)}
      beside={besides(all, crosswalks)}
      reading={
        edition.status === 'consultation' && open
          ? {
              consultation: open.id,
              canReact: person !== undefined,
              thanks: reacting.thanks ?? false,
              ...(reacting.error ? { error: reacting.error } : {}),
              ...(reacting.typed ? { typed: reacting.typed } : {}),
            }
          : undefined
      }
    />,
  )
}

async function printEdition(c: PeopleContext): Promise<Response> {
  if (hasOddQuery(c)) return withoutQuery(c)
  const { db, now, config } = c.var
  const all = await editions(db, now)
  const edition = asked(c, all)
  const [standards, allCompetences, allVocabularies] = await Promise.all([
    standardsOf(db, edition.id),
    competences(db),
    vocabularies(db),
  ])
  const order = {
    edition,
    standards,
    competences: allCompetences,
    vocabularies: allVocabularies,
    baseUrl: config.baseUrl,
    now,
    replaces: replacedBy(all, edition.id),
    waived: await waivedWords(db, edition),
    standings: await standingsOfAll(db, standards),
  }
  const bytes = await renderPdf(handreiking(order))
  return download(c, bytes, {
    type: 'application/pdf',
    name: `handreiking-${edition.framework.slug}-${edition.slug}.pdf`,
    inline: true,
  })
}

function sideOf(all: Shelf, edition: Edition): Side {
  const standards = all.standards.filter((standard) => standard.edition === edition.id)
  return {
    edition,
    standards: new Map(
      standards.map((standard) => [
        standard.slug,
        {
          name: standard.text.name,
          plainLine: standard.text.plainLine,
          url: placeUrl(all, edition, standard),
        },
      ]),
    ),
  }
}

/** What was worded otherwise, per standard that is the same one in both editions. Other pairs are other texts altogether. */
async function rewordedIn(db: Db, left: Edition, right: Edition): Promise<Reworded[]> {
  const older = await standardsOf(db, left.id)
  const newer = await standardsOf(db, right.id)
  const known = await competences(db)
  const competenceName = (slug: string) => known.find((one) => one.slug === slug)?.text.name ?? slug
  return newer.flatMap((standard) => {
    const earlier = older.find(({ item }) => item === standard.item)
    const found = earlier ? rewordings(earlier.text, standard.text, competenceName) : []
    return found.length > 0
      ? [{ name: standard.text.name, older: String(left.text.year), newer: String(right.text.year), rewordings: found }]
      : []
  })
}

async function showBeside(c: PeopleContext): Promise<Response> {
  const all = await keptShelf(c.var)
  const left = asked(c, all.editions)
  const right = found(publicEdition(all.editions, c.req.param('framework2') ?? '', c.req.param('edition2') ?? ''))
  if (left.id === right.id) return c.redirect(left.url, 301)
  const ways = await crosswalksAt(c.var.db, left.id)
  // A comparison is read from the older list to the newer one: asked the other way round, it is the same page.
  if (ways.some(({ from, to }) => from === right.id && to === left.id))
    return c.redirect(besideUrl(right.framework.slug, right.slug, left.framework.slug, left.slug), 301)
  const crosswalk = ways.find(({ to }) => to === right.id)
  return page(
    c,
    {
      title: besideTitle(left, right),
      description: 'Twee lijsten naast elkaar: wat gelijk bleef, wat anders werd, wat nieuw is en wat verviel.',
      breadcrumb: [
        { label: 'Kenmerken', href: '/kenmerken' },
        { label: left.text.title, href: left.url },
        { label: 'Naast elkaar' },
      ],
      ...(isHidden(left) || isHidden(right) ? { robots: 'noindex' as const } : {}),
    },
    <BesidePage
      left={sideOf(all, left)}
      right={sideOf(all, right)}
      crosswalk={crosswalk?.text}
      reworded={await c.var.memo(`standards.reworded ${left.id} ${right.id}`, () => rewordedIn(c.var.db, left, right))}
    />,
  )
}

async function react(c: PeopleContext): Promise<Response> {
  const person = signedIn(c)
  const { db, now } = c.var
  const all = await editions(db, now)
  // After its consultation a draft is hidden again, but not from whoever was writing a reaction to it.
  const consulted = all.find(
    ({ framework, slug, consultations }) =>
      framework.slug === c.req.param('framework') &&
      slug === c.req.param('edition') &&
      consultations.some(({ opensOn }) => opensOn <= dutchDay(now)),
  )
  const edition = consulted ?? asked(c, all)
  const open = edition.consultations.find((consultation) => runs(consultation, dutchDay(now)))
  const form = readForm(c, reactionForm)
  if (!open || edition.status !== 'consultation')
    return page(
      c,
      { title: 'Deze consultatie is gesloten', robots: 'noindex', status: 410 },
      <ClosedReactionPage typed={form.typed.reactie} />,
    )
  if (!form.ok)
    return showEdition(c, {
      error: form.errors[0]?.message ?? '',
      typed: typeof form.typed.reactie === 'string' ? form.typed.reactie : '',
    })
  await keepReaction(db, open.id, form.value.reactie, {
    by: person.id,
    at: now,
  })
  return c.redirect(`${edition.url}?bedankt=ja#reageer`, 303)
}

/** Editions to read as one handreiking, to print, to lay side by side, and to react to. */
export function editionRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/handreikingen/:framework/:edition', publicPage, (c) =>
      showEdition(c, { thanks: c.req.query('bedankt') === 'ja' }, c.req.query('gepubliceerd') === 'ja'),
    )
    .get('/handreikingen/:framework/:edition/pdf', publicPage, printEdition)
    .get('/handreikingen/:framework/:edition/naast/:framework2/:edition2', publicPage, showBeside)
    .post('/handreikingen/:framework/:edition/reacties', react)
}
