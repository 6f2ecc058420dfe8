/** One Chromium per test process, without a word to the outside. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'

const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-pings',
  '--metrics-recording-only',
  '--disable-dev-shm-usage',
]

/** Pages of 375 and 1280 px are the two every template is looked at in; 320 is the narrowest that must not scroll,
 * 640 half a screen, where someone with large text has the least room. */
export const widths = { phone: 375, desk: 1280, narrowest: 320, half: 640 } as const

export async function openBrowser(): Promise<Browser> {
  const { path, said } = findChromium()
  if (path === undefined) throw new Error(said)
  return chromium.launch({ executablePath: path, args: quiet })
}

export interface Visit {
  width?: number
  javaScript?: boolean
  options?: BrowserContextOptions
}

/** A fresh visitor: no cookies, Dutch, the given width; reaches only the address given. */
export async function visitor(browser: Browser, baseUrl: string, visit: Visit = {}): Promise<BrowserContext> {
  const width = visit.width ?? widths.phone
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    javaScriptEnabled: visit.javaScript ?? true,
    viewport: { width, height: width < 500 ? 740 : 900 },
    reducedMotion: 'reduce',
    ...visit.options,
  })
  context.setDefaultTimeout(15_000)
  await context.route(
    (url) => url.origin !== new URL(baseUrl).origin,
    (route) => route.abort(),
  )
  return context
}

/** A caller's cookies as the browser wants them. */
export function jarOf({ cookie }: { cookie: string }, url: string): { name: string; value: string; url: string }[] {
  return cookie
    .split('; ')
    .filter((pair) => pair !== '')
    .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url }))
}

/** What the page complained about: console errors, exceptions and refused resources, so that a test can demand none. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  return complaints
}

/** How far the page is wider than its window: 0 when nothing scrolls sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}
