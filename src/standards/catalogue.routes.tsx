import { Hono } from 'hono'
import { isSaved, SaveItem } from '../community/index.ts'
import { freshAnswers } from '../foundation/api/index.ts'
import { renderPdf } from '../foundation/documents/index.ts'
import { download, found, page, publicPage } from '../foundation/http/index.ts'
import { DataBlock, drawn } from '../foundation/ui/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { examplesFor } from '../practices/index.ts'
import { readChoice } from './catalogue.form.ts'
import { CataloguePage, choiceUrl } from './catalogue.page.tsx'
import { matching } from './catalogue.store.ts'
import type { Choice } from './catalogue.ts'
import { CompetencesPage } from './competence.page.tsx'
import { competenceFrameworks, competences } from './competence.store.ts'
import { ConversationPage } from './conversation.page.tsx'
import { crosswalksAt } from './crosswalk.store.ts'
import { gesprekskaart } from './documents.ts'
import { editions } from './edition.store.ts'
import { isHidden } from './edition.ts'
import { feedUrl, sendFeed } from './feed.routes.ts'
import { standardUrl } from './framework.ts'
import { ResidentPage, ResidentsPage } from './resident.page.tsx'
import { keptShelf } from './shelf.reading.ts'
import { choosePlace, entriesOf, placeUrl, relativesOf } from './shelf.ts'
import { standardData } from './standard.data.ts'
import { StandardPage } from './standard.page.tsx'
import { type Standard, standardsBySlug, standardsOf } from './standard.store.ts'
import { standingsBehind } from './standing.store.ts'
import type { TaughtSlot } from './taught.part.tsx'
import { VocabularyPage } from './vocabulary.page.tsx'
import { vocabularies } from './vocabulary.store.ts'

/** The databank for one choice. */
async function catalogue(read: PeopleContext['var'], choice: Choice) {
  const [all, found] = await Promise.all([keptShelf(read), matching(read.db, choice.text, read.now)])
  const handreikingen = all.editions
    .filter(({ status }) => status !== 'draft')
    .map(({ url, text, status }) => ({
      href: url,
      title: text.title,
      text:
        status === 'replaced'
          ? `${text.year}, oudere versie`
          : status === 'consultation'
            ? `${text.year}, voorstel`
            : `${text.year}, nieuwste versie`,
    }))
  return (
    <CataloguePage
      entries={entriesOf(all)}
      choice={choice}
      matches={found.items}
      instead={found.instead}
      handreikingen={handreikingen}
    />
  )
}

async function showCatalogue(c: PeopleContext): Promise<Response> {
  const query = c.req.query()
  const choice = readChoice(query)
  const shown = () => catalogue(c.var, choice)
  return page(
    c,
    {
      title: 'Kenmerken van goed werk',
      description:
        'Zoek in de kenmerken van goed sociaal werk: vijf kenmerken, drie kanten, vier manieren om ernaar te kijken. Geen verplicht kader.',
      breadcrumb: [{ label: 'Kenmerken' }],
      canonical: '/kenmerken',
      extra: <link rel="alternate" type="application/atom+xml" title="Nieuwe kenmerken" href={feedUrl(choice.theme)} />,
      ...(Object.keys(query).length > 0 ? { robots: 'noindex' as const } : {}),
    },
    // A choice shows the same to everyone; words that are typed are too many to keep.
    choice.text === ''
      ? await c.var.memo(`standards.catalogue ${choiceUrl(choice)}`, async () => drawn(await shown()))
      : await shown(),
  )
}

/** The standard of this slug in the edition that is asked for, with everything else on the shelf. */
async function placeOf(c: PeopleContext) {
  const { db, memo } = c.var
  const slug = c.req.param('slug') ?? ''
  const [places, all] = await Promise.all([
    memo(`standards.places ${slug}`, () => standardsBySlug(db, slug)),
    keptShelf(c.var),
  ])
  return { ...found(choosePlace(places, all.editions, c.req.query('versie'))), places, all }
}

/** The one right address when a standard is asked for on the shelf of the other list. */
function detour(c: PeopleContext, word: string, slug: string): Response | undefined {
  const right = standardUrl(word, slug)
  return c.req.path.startsWith(right) ? undefined : c.redirect(right, 301)
}

async function showStandard(c: PeopleContext, slot: TaughtSlot): Promise<Response> {
  const { db, config, memo, now } = c.var
  const { place: standard, edition, places, all } = await placeOf(c)
  const elsewhere = detour(c, edition.framework.text.word, standard.slug)
  if (elsewhere) return elsewhere
  const [crosswalks, allCompetences, allVocabularies] = await Promise.all([
    memo(`standards.crosswalks ${edition.id}`, () => crosswalksAt(db, edition.id)),
    memo('standards.competences', () => competences(db)),
    memo('standards.vocabularies', () => vocabularies(db)),
  ])
  const url = standardUrl(edition.framework.text.word, standard.slug)
  const otherEditions = all.editions
    .filter(
      (other) =>
        other.id !== edition.id && other.status !== 'draft' && places.some((place) => place.edition === other.id),
    )
    .map((other) => ({
      title: `${other.text.title} (${other.text.year})`,
      url: placeUrl(all, other, standard),
    }))
  return page(
    c,
    {
      title: standard.text.name,
      description: `${standard.text.plainLine} Een ${edition.framework.text.word} van goed werk. Geen verplicht kader.`,
      breadcrumb: [{ label: 'Kenmerken', href: '/kenmerken' }, { label: standard.text.name }],
      canonical: url,
      ...(isHidden(edition)
        ? { robots: 'noindex' as const }
        : {
            extra: <DataBlock data={standardData(standard, edition, config.baseUrl, url)} />,
          }),
    },
    <StandardPage
      standard={standard}
      edition={edition}
      {...relativesOf(all, crosswalks, edition, standard.slug)}
      competences={allCompetences}
      vocabularies={allVocabularies}
      otherEditions={otherEditions}
      card={placeUrl(all, edition, standard, '/gesprekskaart')}
      baseUrl={config.baseUrl}
      examples={await examplesFor(db, standard.item)}
      taught={await slot(db, standard.item, now)}
      standings={await standingsBehind(db, standard)}
      {...(edition.status === 'consultation' ? {} : { save: await saveButton(c, standard.item, url) })}
    />,
  )
}

async function saveButton(c: PeopleContext, item: string, onward: string) {
  const { db, person } = c.var
  return <SaveItem item={item} onward={onward} saved={person !== undefined && (await isSaved(db, person.id, item))} />
}

async function showConversation(c: PeopleContext): Promise<Response> {
  const { place: standard, edition, all } = await placeOf(c)
  const url = placeUrl(all, edition, standard)
  const elsewhere = detour(c, edition.framework.text.word, standard.slug)
  if (elsewhere) return elsewhere
  return page(
    c,
    {
      title: `Gesprekskaart ${standard.text.name.toLowerCase()}`,
      description: standard.text.conversation.opening,
      breadcrumb: [
        { label: 'Kenmerken', href: '/kenmerken' },
        { label: standard.text.name, href: url },
        { label: 'Gesprekskaart' },
      ],
      ...(isHidden(edition) ? { robots: 'noindex' as const } : {}),
    },
    <ConversationPage
      standard={standard}
      edition={edition}
      url={url}
      pdf={placeUrl(all, edition, standard, '/gesprekskaart/pdf')}
      standings={await standingsBehind(c.var.db, standard)}
    />,
  )
}

async function printConversation(c: PeopleContext): Promise<Response> {
  const { place: standard, edition } = await placeOf(c)
  const { db, memo, now } = c.var
  // An older version is asked for behind a question mark, where no page is kept: whatever else stands there, it is made once.
  const bytes = await memo(`standards.card ${standard.id}`, async () =>
    renderPdf(gesprekskaart({ standard, edition, now, standings: await standingsBehind(db, standard) })),
  )
  return download(c, bytes, {
    type: 'application/pdf',
    name: `gesprekskaart-${standard.slug}.pdf`,
    inline: true,
  })
}

/** The standards that hold now, of the list that inwoners read. */
async function current(c: PeopleContext): Promise<
  | {
      standards: Standard[]
      edition: Awaited<ReturnType<typeof editions>>[number]
    }
  | undefined
> {
  const edition = (await editions(c.var.db, c.var.now)).find(
    ({ status, framework }) => status === 'current' && !framework.fictional,
  )
  return edition && { edition, standards: await standardsOf(c.var.db, edition.id) }
}

async function showResidents(c: PeopleContext): Promise<Response> {
  const { standards } = found(await current(c))
  return page(
    c,
    {
      title: 'Wat mag je verwachten?',
      description: 'Je krijgt hulp van een sociaal werker. Dit mag je verwachten, in gewone woorden.',
      breadcrumb: [{ label: 'Wat mag je verwachten?' }],
    },
    <ResidentsPage
      items={standards.map(({ slug, text }) => ({
        slug,
        title: text.resident.title,
        name: text.name,
        code: text.code,
        knot: text.knot,
      }))}
    />,
  )
}

async function showResident(c: PeopleContext): Promise<Response> {
  const { standards, edition } = found(await current(c))
  const at = standards.findIndex(({ slug }) => slug === c.req.param('slug'))
  const standard = found(standards[at])
  const next = standards[at + 1]
  return page(
    c,
    {
      title: standard.text.resident.title,
      description: standard.text.resident.expect[0] ?? standard.text.plainLine,
      breadcrumb: [
        { label: 'Wat mag je verwachten?', href: '/wat-mag-je-verwachten' },
        { label: standard.text.resident.title },
      ],
      ...(edition.framework.fictional ? { robots: 'noindex' as const } : {}),
    },
    <ResidentPage
      standard={standard}
      edition={edition}
      next={
        next && {
          href: `/wat-mag-je-verwachten/${next.slug}`,
          title: next.text.resident.title,
        }
      }
    />,
  )
}

async function showCompetences(c: PeopleContext): Promise<Response> {
  const [lists, all, here] = await Promise.all([competenceFrameworks(c.var.db), competences(c.var.db), current(c)])
  const word = here?.edition.framework.text.word ?? 'kenmerk'
  const using = (slug: string) =>
    (here?.standards ?? [])
      .filter(({ text }) => text.competences.includes(slug))
      .map((standard) => ({
        href: standardUrl(word, standard.slug),
        title: standard.text.name,
      }))
  return page(
    c,
    {
      title: 'Competenties',
      description: 'De tien competenties voor maatschappelijke ondersteuning, en bij welk kenmerk ze horen.',
      breadcrumb: [{ label: 'Kenmerken', href: '/kenmerken' }, { label: 'Competenties' }],
    },
    <CompetencesPage
      lists={lists.map((framework) => ({
        framework,
        competences: all
          .filter((competence) => competence.framework === framework.id)
          .map((competence) => ({
            ...competence,
            standards: using(competence.slug),
          })),
      }))}
    />,
  )
}

async function showVocabulary(c: PeopleContext): Promise<Response> {
  const text = found((await vocabularies(c.var.db)).find(({ slug }) => slug === c.req.param('slug')))
  const here = await current(c)
  const standards = (here?.standards ?? []).flatMap((standard) =>
    standard.text.connects
      .filter(({ vocabulary }) => vocabulary === text.slug)
      .map(({ note }) => ({
        href: standardUrl(here?.edition.framework.text.word ?? 'kenmerk', standard.slug),
        title: standard.text.name,
        text: note,
      })),
  )
  return page(
    c,
    {
      title: text.title,
      breadcrumb: [{ label: 'Kenmerken', href: '/kenmerken' }, { label: text.title }],
    },
    <VocabularyPage text={text} standards={standards} />,
  )
}

/** Kenmerken, kwaliteitsstandaarden, what inwoners may expect, competences: for everyone, without signing in. */
export function catalogueRoutes({ taught }: { taught: TaughtSlot }): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/kenmerken', publicPage, showCatalogue)
    .get('/kenmerken.atom', publicPage, freshAnswers, sendFeed)
    .get('/kenmerken/:slug', publicPage, (c) => showStandard(c, taught))
    .get('/kenmerken/:slug/gesprekskaart', publicPage, showConversation)
    .get('/kenmerken/:slug/gesprekskaart/pdf', publicPage, printConversation)
    .get('/kwaliteitsstandaarden', (c) => c.redirect('/kenmerken?versie=kwaliteitsstandaarden/2010&status=alles', 302))
    .get('/kwaliteitsstandaarden/:slug', publicPage, (c) => showStandard(c, taught))
    .get('/kwaliteitsstandaarden/:slug/gesprekskaart', publicPage, showConversation)
    .get('/kwaliteitsstandaarden/:slug/gesprekskaart/pdf', publicPage, printConversation)
    .get('/wat-mag-je-verwachten', publicPage, showResidents)
    .get('/wat-mag-je-verwachten/:slug', publicPage, showResident)
    .get('/competenties', publicPage, showCompetences)
    .get('/begrippen/:slug', publicPage, showVocabulary)
}
