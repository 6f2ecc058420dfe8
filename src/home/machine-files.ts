import { after, DAY, dutchDay } from '../foundation/clock.ts'
import type { Config } from '../foundation/config.ts'
import { escapeXml } from '../foundation/xml.ts'

/** One address for search engines. Fictional things never stand here. */
export interface SitemapEntry {
  path: string
  changedAt?: Date | undefined
}

/** sitemap.xml (sitemaps.org 0.9). */
export function sitemapXml(baseUrl: string, entries: SitemapEntry[]): string {
  const lines = entries.map(
    (entry) =>
      `<url><loc>${escapeXml(baseUrl + entry.path)}</loc>${entry.changedAt ? `<lastmod>${dutchDay(entry.changedAt)}</lastmod>` : ''}</url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`
}

/** robots.txt: a trial installation is not for search engines at all. */
export function robotsTxt(config: Pick<Config, 'baseUrl' | 'demo'>): string {
  if (config.demo) return 'User-agent: *\nDisallow: /\n'
  const closed = [
    '/mijn',
    '/inloggen',
    '/redactie',
    '/beheer',
    '/zoeken',
    '/reflectie/',
    '/herkomst/',
    '/scholing/aanbieder/',
    '/scholing/vraag',
  ]
  const open = 'Allow: /reflectie/verantwoording'
  return `User-agent: *\n${open}\n${closed.map((path) => `Disallow: ${path}`).join('\n')}\n\nSitemap: ${config.baseUrl}/sitemap.xml\n`
}

/** security.txt (RFC 9116). It expires within a year; made anew on every request, so it never lies about that. */
export function securityTxt(config: Pick<Config, 'baseUrl' | 'contact'>, now: Date): string {
  return [
    `Contact: mailto:${config.contact.email}`,
    `Expires: ${after(now, 180 * DAY)
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${config.baseUrl}/.well-known/security.txt`,
    `Policy: ${config.baseUrl}/beveiliging`,
    '',
  ].join('\n')
}
