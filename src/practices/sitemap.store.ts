import { type Db, statement } from '../foundation/db/index.ts'
import { listingUrl } from './listing.ts'

const rows = statement<{ slug: string; changedAt: Date }>(
  'practices.sitemap',
  `select slug, updated_at as "changedAt" from practices.listing where not fictional order by updated_at desc
   limit 40000`,
)
const callRows = statement<{ slug: string }>(
  'practices.sitemapCalls',
  'select slug from practices.call where published_at is not null and not fictional order by year desc limit 100',
)

/** Addresses for search engines; fictional practices and calls stay out. */
export async function practiceAddresses(db: Db): Promise<{ path: string; changedAt?: Date }[]> {
  const practices = (await rows(db)).map((row) => ({ path: listingUrl(row), changedAt: row.changedAt }))
  return [...practices, ...(await callRows(db)).map(({ slug }) => ({ path: `/oproepen/${slug}` }))]
}
