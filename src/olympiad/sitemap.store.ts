import { type Db, statement } from '../foundation/db/index.ts'
import { bundleUrl } from './bundle.ts'
import { groupUrl } from './group.ts'
import { olympiadUrl } from './olympiad.ts'

const olympiadRows = statement<{ slug: string; results: boolean; finished: boolean }>(
  'olympiad.sitemap',
  `select o.slug,
     exists (select from olympiad.round_closing c join olympiad.round r on r.id = c.round
       where r.olympiad = o.id and r.kind = 'weighing') as results,
     exists (select from olympiad.round_closing c join olympiad.round r on r.id = c.round
       where r.olympiad = o.id and c.final) as finished
   from olympiad.olympiad o where o.item is not null and not o.fictional order by o.starts_on desc limit 500`,
)
const groupRows = statement<{ slug: string }>(
  'olympiad.sitemapGroups',
  'select slug from olympiad.working_group where not fictional order by year desc, slug limit 500',
)
// A year of which everything is made up is made up itself.
const bundleRows = statement<{ year: number; changedAt: Date }>(
  'olympiad.sitemapBundles',
  `select b.year, b.published_at as "changedAt" from olympiad.bundle b where b.published_at is not null
     and exists (select from olympiad.olympiad o where o.year = b.year and o.item is not null and not o.fictional)
   order by b.year desc limit 100`,
)

/** Addresses for search engines; what is fictional, or not announced yet, stays out. */
export async function olympiadAddresses(db: Db): Promise<{ path: string; changedAt?: Date }[]> {
  const olympiads = (await olympiadRows(db)).flatMap(({ slug, results, finished }) => [
    { path: olympiadUrl({ slug }) },
    ...(results ? [{ path: `${olympiadUrl({ slug })}/uitslag` }] : []),
    ...(finished ? [{ path: `${olympiadUrl({ slug })}/verslag` }] : []),
  ])
  const groups = (await groupRows(db)).map((group) => ({ path: groupUrl(group) }))
  const bundles = (await bundleRows(db)).map(({ year, changedAt }) => ({ path: bundleUrl(year), changedAt }))
  return [{ path: '/olympiades' }, { path: '/werkgroepen' }, { path: '/bundels' }, ...olympiads, ...groups, ...bundles]
}
