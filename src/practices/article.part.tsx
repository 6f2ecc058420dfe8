import { gemeenteName } from '../foundation/gemeente.ts'
import { DataBlock, useFrame } from '../foundation/ui/index.ts'
import type { Detail } from './detail.store.ts'
import { listingUrl } from './listing.ts'

/** What search engines and those who share a link read of a practice. */
export function ArticleHead({ detail, baseUrl }: { detail: Detail; baseUrl: string }) {
  const { listing } = detail
  const url = baseUrl + listingUrl(listing)
  const { share } = useFrame().assets
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
      <meta property="og:type" content="article" />
      <meta property="og:title" content={listing.title} />
      <meta
        property="og:description"
        content={listing.fictional ? `Verzonnen voorbeeld. ${listing.line}` : listing.line}
      />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content="Verankerd" />
      <meta property="og:locale" content="nl_NL" />
      {share ? (
        <>
          <meta property="og:image" content={baseUrl + share} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content="Een anker aan een rode lijn" />
        </>
      ) : null}
      <DataBlock data={data} />
    </>
  )
}
