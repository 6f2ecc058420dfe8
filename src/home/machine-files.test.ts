import assert from 'node:assert/strict'
import { test } from 'node:test'
import { robotsTxt, securityTxt, sitemapXml } from './machine-files.ts'

const contact = { name: 'R', email: 'r@verankerd.example', phone: undefined, address: undefined }

test('security.txt expires within a year of today', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const text = securityTxt({ baseUrl: 'https://v.example', contact }, now)
  const expires = new Date(/^Expires: (.*)$/m.exec(text)?.[1] ?? '')
  assert.ok(expires > now && expires.getTime() - now.getTime() < 365 * 86_400_000)
  assert.match(text, /^Contact: mailto:r@verankerd\.example$/m)
})

test('robots.txt closes a trial installation and shows the sitemap of a real one', () => {
  assert.equal(robotsTxt({ baseUrl: 'http://localhost:3000', demo: true }), 'User-agent: *\nDisallow: /\n')
  assert.match(robotsTxt({ baseUrl: 'https://v.example', demo: false }), /Sitemap: https:\/\/v\.example\/sitemap\.xml/)
})

test('sitemap.xml escapes and dates', () => {
  const xml = sitemapXml('https://v.example', [
    { path: '/a?b=1&c=2', changedAt: new Date('2026-01-02T00:00:00Z') },
    { path: '/' },
  ])
  assert.match(xml, /<loc>https:\/\/v\.example\/a\?b=1&amp;c=2<\/loc><lastmod>2026-01-02<\/lastmod>/)
})
