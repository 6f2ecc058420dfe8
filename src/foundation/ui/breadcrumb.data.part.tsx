import type { Crumb } from './breadcrumb.tsx'
import { DataBlock } from './data-block.tsx'

/** The way to a page as search engines show it. The last crumb is the page itself and needs no address. */
export function BreadcrumbData(props: { items: Crumb[]; baseUrl: string }) {
  const all: Crumb[] = [{ label: 'Home', href: '/' }, ...props.items]
  const data = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(href && index < all.length - 1 ? { item: props.baseUrl + href } : {}),
    })),
  }
  return <DataBlock data={data} />
}
