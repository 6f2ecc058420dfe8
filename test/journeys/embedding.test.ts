/** Our search in the page of another: a real page of another site, in a real browser. */
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { type House, openHouse } from '../house.ts'
import { unescaped } from '../html.ts'

let house: House
let browser: Browser
let other: Server
/** Another site, also for cookies: this machine by another name. */
let site: string
let lines = ''

before(async () => {
  house = await openHouse()
  await house.serve()
  browser = await openBrowser()
  other = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="nl"><title>Dorpstad</title><h1>Gemeente Dorpstad</h1>${lines}</html>`)
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  site = `http://localhost:${typeof address === 'object' ? address?.port : 0}`
})
after(async () => {
  await browser.close()
  await new Promise((resolve) => other.close(resolve))
  await house.close()
})

/**
 * The lines as the page that makes them shows them. They never ask for what is made up; here there is nothing else, so that
 * is added by hand.
 */
async function linesFor(host: string): Promise<string> {
  const at = `/insluiten?wat=scholing&gemeente=Assen&voorbeelden=ja&site=${encodeURIComponent(host)}`
  const page = await (await (await house.as('visitor')).get(at)).text()
  const made = unescaped(/<code>([\s\S]*?)<\/code>/.exec(page)?.[1] ?? '')
  assert.doesNotMatch(made, /voorbeelden/)
  return made.replace('/insluiten/zoeken?', '/insluiten/zoeken?voorbeelden=ja&amp;')
}

async function opened(context: BrowserContext): Promise<{ page: Page; said: string[] }> {
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(site)
  await page.waitForLoadState('networkidle')
  return { page, said }
}

const widgetIn = (page: Page): Frame | undefined =>
  page.frames().find((frame) => frame.url().includes('/insluiten/zoeken'))

test('a site that is not on the list shows an empty frame', async () => {
  lines = (await linesFor(site)).replaceAll('loading="lazy"', '')
  const context = await browser.newContext()
  const { page, said } = await opened(context)
  assert.ok(
    said.some((text) => /frame-ancestors/.test(text)),
    said.join('\n'),
  )
  assert.equal(await widgetIn(page)?.$('form'), undefined)
  await context.close()
})

test('a site on the list shows it, as high as what is in it, without one cookie; results open a tab on our site', async () => {
  const editor = await house.as('editor')
  const sent = await editor.send('POST', '/redactie/insluiten', { site, organisatie: 'Gemeente Dorpstad' })
  assert.equal(sent.status, 303)
  lines = await linesFor(site)
  assert.match(lines, /^<iframe [^>]*title="Zoek een training in de buurt van Assen"/)
  const context = await browser.newContext({ viewport: { width: 375, height: 740 } })
  const { page } = await opened(context)
  const widget = widgetIn(page)
  assert.ok(widget)
  await widget.waitForSelector('.widget__found li')
  const frame = page.locator('iframe')
  await page.waitForFunction('document.querySelector("iframe").style.height !== ""')
  const height = (await frame.boundingBox())?.height ?? 0
  const inside: number = await widget.evaluate('document.body.offsetHeight')
  assert.ok(Math.abs(height - inside) < 2, `${height} around ${inside}`)
  assert.equal(
    await widget.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'),
    false,
  )

  await widget.getByLabel('Waar zoek je naar?').fill('wachten')
  await widget.getByRole('button', { name: 'Zoek' }).click()
  await page.waitForLoadState('networkidle')
  const answered = widgetIn(page)
  const first = answered?.locator('.widget__found a').first()
  assert.ok(first)
  const [tab] = await Promise.all([context.waitForEvent('page'), first.click()])
  await tab.waitForLoadState()
  assert.ok(tab.url().startsWith(`${house.config.baseUrl}/scholing/`), tab.url())
  assert.equal(new URL(page.url()).origin, site, 'their own page stays')
  assert.deepEqual(await context.cookies(), [])
  await context.close()
})

test('the page around it moves by our own word only', async () => {
  const context = await browser.newContext()
  const { page } = await opened(context)
  await page.waitForFunction('document.querySelector("iframe").style.height !== ""')
  const before = await page.locator('iframe').evaluate((frame) => frame.getAttribute('style'))
  await page.evaluate('window.postMessage({ verankerd: "hoogte", height: 9999 }, "*")')
  await page.waitForTimeout(200)
  assert.equal(await page.locator('iframe').evaluate((frame) => frame.getAttribute('style')), before)
  await context.close()
})

test('without script the frame stands and searches', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const { page } = await opened(context)
  const frame = page.frameLocator('iframe')
  await frame.getByLabel('Waar zoek je naar?').fill('wachten')
  await frame.getByRole('button', { name: 'Zoek' }).click()
  await frame.locator('.widget__found a').first().waitFor()
  assert.deepEqual(await context.cookies(), [])
  await context.close()
})
