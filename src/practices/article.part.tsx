import { gemeenteName } from '../foundation/gemeente.ts'
import { DataBlock, ShareHead } from '../foundation/ui/index.ts'
import type { Detail } from './detail.store.ts'
import { listingUrl } from './listing.ts'

/** What search engines and those who share a link read of a practice. */
export function ArticleHead({ detail, baseUrl }: { detail: Detail; baseUrl: string }) {
  const { listing } = detail
  const url = baseUrl + listingUrl(listing)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': `${baseUrl}/id/${listing.item}`,
    url,
    headline: listing.title,
    description: listing.line,
    inLanguage: 'nl',
    datePublished: listing.publishedAt.toISOString(),
    dateModified: listing.updatedAt.toISOString(),
    author: { '@type': 'Organization', name: listing.organisation },
    publisher: { '@type': 'Organization', name: 'Verankerd', url: baseUrl },
    contentLocation: { '@type': 'Place', name: gemeenteName(listing.gemeente) },
    isAccessibleForFree: true,
    ...(listing.fictional ? { voorbeeld: true } : {}),
  }
  return (
    <>
      <ShareHead
        type="article"
        url={url}
        baseUrl={baseUrl}
        title={listing.title}
        line={listing.line}
        fictional={listing.fictional}
      />
      <DataBlock data={data} />
    </>
  )
}
