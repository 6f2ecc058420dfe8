import { type Db, statement } from '../foundation/db/index.ts'
import { editionUrl, standardUrl } from './framework.ts'
import { vocabularies } from './vocabulary.store.ts'

interface Row {
  framework: string
  edition: string
  word: string
  slug: string
  current: boolean
  changedAt: Date
}

const rows = statement<Row>(
  'standards.sitemap',
  `select f.slug as framework, e.slug as edition, ft.body->>'word' as word, s.slug, i.printed_at as "changedAt",
          not exists (select from standards.replacement r where r.edition = e.id) as current
     from standards.edition e
     join standards.framework f on f.id = e.framework and not f.fictional
     join standards.publication p on p.edition = e.id
     join standards.standard s on s.edition = e.id
     join lateral (select printed_at from standards.imprint where subject = s.id order by version desc limit 1) i on true
     join lateral (select body from standards.text where subject = f.id order by version desc limit 1) ft on true
    order by e.slug desc, s.position`,
)

export interface Address {
  path: string
  changedAt?: Date
}

/** Addresses for search engines: what is published and real. */
export async function sitemapEntries(db: Db): Promise<Address[]> {
  const found = await rows(db)
  const places = new Map<string, Address>()
  const add = (path: string, changedAt: Date) => {
    const known = places.get(path)
    if (!known?.changedAt || known.changedAt < changedAt) places.set(path, { path, changedAt })
  }
  for (const { framework, edition, word, slug, current, changedAt } of found) {
    add('/kenmerken', changedAt)
    add(editionUrl(framework, edition), changedAt)
    add(standardUrl(word, slug), changedAt)
    if (current && word === 'kenmerk') {
      add('/wat-mag-je-verwachten', changedAt)
      add(`/wat-mag-je-verwachten/${slug}`, changedAt)
    }
  }
  const lists = (await vocabularies(db)).map(({ slug }) => ({ path: `/begrippen/${slug}` }))
  return [...places.values(), { path: '/competenties' }, ...lists]
}
