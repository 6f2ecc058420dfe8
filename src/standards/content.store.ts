import { type Db, inTransaction } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { itemId, type LinkTo } from '../thread/index.ts'
import { readLibrary } from './content.file.ts'
import type { CompetenceContent, CrosswalkContent, FrameworkContent, VocabularyContent } from './content.form.ts'
import { inOrder, type Library } from './content.ts'
import { rowsTo } from './crosswalk.ts'
import { besideUrl } from './framework.ts'
import {
  competenceFront,
  competenceListFront,
  crosswalkFront,
  editionFront,
  type Front,
  frameworkFront,
  fromThen,
  standardFront,
  vocabularyFront,
} from './front.ts'
import { publish, writeAndPrint } from './press.store.ts'
import {
  competence,
  competenceFramework,
  crosswalk,
  edition,
  framework,
  publication,
  replacement,
  standard,
  vocabulary,
} from './standards.tables.ts'
import { type Newest, newestTexts, sameWords, type Words } from './text.store.ts'

/** Ids of what comes from the content folder follow from its slugs, so that every installation gives the same address. */
const editionId = (framework: string, edition: string) => itemId('edition', `${framework}/${edition}`)
const placeId = (edition: string, slug: string) => itemId('place', `${edition}/${slug}`)
const crosswalkId = (from: string, to: string) => itemId('crosswalk', `${from}/${to}`)

/** One loading: what was known before it, and what it changed. */
interface Loading {
  db: Db
  now: Date
  library: Library
  known: Map<string, Newest>
  changed: Set<string>
}

interface Settled {
  subject: string
  item: string
  body: Words
  front: Front
  links: LinkTo[]
  fictional?: boolean
  /** The text may be the same while what it rests on is not. */
  relink?: boolean
}

/** Publishes the words of a subject when they are new or have changed; says nothing twice. */
async function settle(
  loading: Loading,
  { subject, item, body, front, links, fictional = false, relink = false }: Settled,
): Promise<void> {
  const { db, now, known, changed } = loading
  const before = known.get(subject)
  const press = { by: null, at: now }
  if (before && hasMovedOn(known, before)) return
  if (before && sameWords(before.body, body)) {
    if (relink)
      await publish(
        db,
        {
          subject,
          version: before.version,
          item,
          body,
          front,
          links,
          fictional,
        },
        press,
      )
    return
  }
  await writeAndPrint(
    db,
    {
      subject,
      version: (before?.version ?? 0) + 1,
      item,
      body,
      front,
      links,
      fictional,
    },
    press,
  )
  changed.add(subject)
}

/** Once editors published a later edition with the same item in it, the content folder no longer speaks for that item. */
function hasMovedOn(known: Map<string, Newest>, before: Newest): boolean {
  return [...known.values()].some(
    ({ item, number }) => item !== null && item === before.item && (number ?? 0) > (before.number ?? 0),
  )
}

async function loadVocabulary(loading: Loading, content: VocabularyContent): Promise<void> {
  const id = itemId('vocabulary', content.slug)
  await loading.db.insert(vocabulary).values({ id, slug: content.slug }).onConflictDoNothing()
  await settle(loading, {
    subject: id,
    item: id,
    body: content,
    front: vocabularyFront(content),
    links: [],
  })
}

async function loadCompetences(loading: Loading, content: CompetenceContent): Promise<void> {
  const { slug, competences, yearNote: _, ...text } = content
  const id = itemId('framework', slug)
  await loading.db.insert(competenceFramework).values({ id, slug }).onConflictDoNothing()
  await settle(loading, {
    subject: id,
    item: id,
    body: text,
    front: competenceListFront(slug, text),
    links: [],
  })
  for (const [position, words] of competences.entries()) {
    const one = itemId('competence', words.slug)
    await loading.db
      .insert(competence)
      .values({ id: one, framework: id, slug: words.slug, position })
      .onConflictDoNothing()
    const links: LinkTo[] = [{ kind: 'part of', item: id }]
    await settle(loading, {
      subject: one,
      item: one,
      body: words,
      front: competenceFront(words),
      links,
    })
  }
}

async function loadFramework(
  loading: Loading,
  { slug, editions, voorbeeld: fictional, ...text }: FrameworkContent,
): Promise<void> {
  const { db, now } = loading
  const id = itemId('framework', slug)
  await db.insert(framework).values({ id, slug, fictional, createdAt: now }).onConflictDoNothing()
  await settle(loading, {
    subject: id,
    item: id,
    body: text,
    front: frameworkFront(text),
    links: [],
    fictional,
  })
  for (const content of editions) await loadEdition(loading, { slug, word: text.word, fictional }, content)
}

type List = { slug: string; word: string; fictional: boolean }

async function loadEdition(
  loading: Loading,
  list: List,
  { slug, standards, replaces, status: _, ...words }: FrameworkContent['editions'][number],
) {
  const { db, now, library } = loading
  const id = editionId(list.slug, slug)
  const { fictional } = list
  await db
    .insert(edition)
    .values({
      id,
      framework: itemId('framework', list.slug),
      slug,
      createdAt: now,
    })
    .onConflictDoNothing()
  await db.insert(publication).values({ edition: id, publishedAt: now }).onConflictDoNothing()
  const links: LinkTo[] = [{ kind: 'part of', item: itemId('framework', list.slug) }]
  if (replaces) {
    const old = editionId(replaces.framework, replaces.edition)
    await db.insert(replacement).values({ edition: old, successor: id, replacedAt: now }).onConflictDoNothing()
    links.push({ kind: 'replaces', item: old })
  }
  await settle(loading, {
    subject: id,
    item: id,
    body: words,
    front: editionFront(list.slug, slug, words),
    links,
    fictional,
  })
  const here = library.crosswalks.find(({ to }) => to.framework === list.slug && to.edition === slug)
  const relink = here ? await loadCrosswalk(loading, here) : false
  for (const [position, text] of standards.entries()) {
    const place = placeId(id, text.slug)
    const item = itemId('standard', text.slug)
    await db
      .insert(standard)
      .values({
        id: place,
        edition: id,
        item,
        slug: text.slug,
        position,
        createdAt: now,
      })
      .onConflictDoNothing()
    const front = standardFront(list, fromThen(words), text)
    await settle(loading, {
      subject: place,
      item,
      body: text,
      front,
      links: linksOf(id, text, here),
      fictional,
      relink,
    })
  }
}

/** What a standard rests on: its edition, competences, law and policy, and what it took the place of. */
function linksOf(
  edition: string,
  text: {
    slug: string
    competences: string[]
    connects: { vocabulary: string }[]
  },
  crosswalk?: CrosswalkContent,
): LinkTo[] {
  const earlier = new Set(crosswalk ? rowsTo(crosswalk.rows, text.slug).flatMap(({ from }) => from) : [])
  const vocabularies = new Set(text.connects.map((connection) => connection.vocabulary))
  return [
    { kind: 'part of', item: edition },
    ...text.competences.map(
      (slug): LinkTo => ({
        kind: 'requires',
        item: itemId('competence', slug),
      }),
    ),
    ...[...vocabularies].map(
      (slug): LinkTo => ({
        kind: 'builds on',
        item: itemId('vocabulary', slug),
      }),
    ),
    ...[...earlier]
      .filter((slug) => slug !== text.slug)
      .map(
        (slug): LinkTo => ({
          kind: 'replaces',
          item: itemId('standard', slug),
        }),
      ),
  ]
}

/** The library was read as fitting together: what a crosswalk names is there. */
function editionAt({ frameworks }: Library, place: CrosswalkContent['from']) {
  const edition = frameworks
    .find(({ slug }) => slug === place.framework)
    ?.editions.find(({ slug }) => slug === place.edition)
  if (!edition) throw new Error(`no edition ${place.framework} ${place.edition}`)
  return edition
}

async function loadCrosswalk(loading: Loading, { from, to, ...text }: CrosswalkContent): Promise<boolean> {
  const old = editionId(from.framework, from.edition)
  const renewed = editionId(to.framework, to.edition)
  const id = crosswalkId(old, renewed)
  await loading.db.insert(crosswalk).values({ id, fromEdition: old, toEdition: renewed }).onConflictDoNothing()
  const front = crosswalkFront(besideUrl(from.framework, from.edition, to.framework, to.edition), text, {
    from: editionAt(loading.library, from),
    to: editionAt(loading.library, to),
  })
  const links: LinkTo[] = [old, renewed].map((item) => ({
    kind: 'builds on',
    item,
  }))
  await settle(loading, { subject: id, item: id, body: text, front, links })
  return loading.changed.has(id)
}

/**
 * Publishes what the content folder holds: once at every start, in one transaction, and without effect when nothing
 * changed. A changed text becomes a new version and a new revision; what was published before stays as it was.
 */
export async function loadStandards(
  db: Db,
  { contentDir, now }: { contentDir: string; now: Date },
): Promise<{ published: number }> {
  const library = await readLibrary(contentDir)
  return inTransaction(db, async (tx) => {
    await tx.$client.query(`select pg_advisory_xact_lock(hashtext('standards.content'))`)
    const loading: Loading = {
      db: tx,
      now,
      library,
      known: await newestTexts(tx),
      changed: new Set(),
    }
    for (const content of library.vocabularies) await loadVocabulary(loading, content)
    for (const content of library.competences) await loadCompetences(loading, content)
    for (const content of inOrder(library.frameworks)) await loadFramework(loading, content)
    if (loading.changed.size > 0) await contentChanged(tx)
    return { published: loading.changed.size }
  })
}
