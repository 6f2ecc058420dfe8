import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { complaintsOf, jarOf, openBrowser, overflow, visitor, widths } from '../browser.ts'
import { type Caller, type House, openHouse } from '../house.ts'
import { inScene, type Samples, setScenes } from '../scenes.ts'
import { type Template, templates } from '../templates.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Violation {
  id: string
  help: string
  nodes: { html: string; failureSummary?: string }[]
}

let house: House
let samples: Samples
let browser: Browser
before(async () => {
  house = await openHouse()
  samples = await setScenes(house)
  await house.serve()
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await house.close()
})

async function open(template: Template, width: number, caller: Caller) {
  const context = await visitor(browser, house.config.baseUrl, { width })
  await context.addCookies(jarOf(caller, house.config.baseUrl))
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(template.at)
  return { page, complaints, close: () => context.close() }
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const run = `axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then((found) => found.violations)`
  const found: Violation[] = await page.evaluate(run)
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${one.help}: ${node.html.slice(0, 160)}`))
}

test('axe sees a planted fault, and so does the ruler', async () => {
  const context = await visitor(browser, house.config.baseUrl, { width: widths.phone })
  const page = await context.newPage()
  await page.setContent(`<!doctype html><html lang="nl"><title>x</title><main><img src="a.png"><pre>${'m'.repeat(500)}`)
  assert.match((await violations(page)).join(' '), /image-alt/)
  assert.ok((await overflow(page)) > 0)
  await context.close()
})

for (const width of [widths.phone, widths.desk]) {
  test(`axe finds nothing on any page template at ${width} px, and the console stays silent`, async () => {
    const wrong: string[] = []
    for (const template of templates(samples)) {
      const { page, complaints, close } = await open(
        template,
        width,
        await inScene(house, template.asker, template.scene),
      )
      const found = [...(await violations(page)), ...complaints]
      if ((await overflow(page)) > 0) found.push(`scrolls sideways at ${width} px`)
      wrong.push(...found.map((one) => `${template.at} (${template.asker}): ${one}`))
      await close()
    }
    assert.deepEqual(wrong, [])
  })
}

test('no page scrolls sideways at 320 px, nor with text twice as large', async () => {
  const wide: string[] = []
  for (const template of templates(samples)) {
    const { page, close } = await open(template, widths.narrowest, await inScene(house, template.asker, template.scene))
    if ((await overflow(page)) > 0) wide.push(`${template.at} at ${widths.narrowest} px`)
    await page.setViewportSize({ width: widths.desk, height: 900 })
    await page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    if ((await overflow(page)) > 0) wide.push(`${template.at} with text at 200 %`)
    await close()
  }
  assert.deepEqual(wide, [])
})
