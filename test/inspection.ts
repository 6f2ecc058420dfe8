/** Opens every page template as who sees most of it and looks at it with axe and a ruler. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { complaintsOf, jarOf, openBrowser, overflow, visitor } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { inScene, setScenes } from './scenes.ts'
import { type Template, templates } from './templates.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Violation {
  id: string
  help: string
  nodes: { html: string }[]
}

export interface Inspection {
  house: House
  browser: Browser
  /** Does `look` on every template and gives what it said with the address in front; `TEMPLATES=word` takes a part. */
  everywhere(look: (page: Page) => Promise<string[]>): Promise<string[]>
  close(): Promise<void>
}

interface Window {
  page: Page
  /** What its console complained about since it was last asked. */
  complaints: string[]
}

export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe)
  const run = `axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then((found) => found.violations)`
  const found: Violation[] = await page.evaluate(run)
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${one.help}: ${node.html.slice(0, 160)}`))
}

/** What scrolls sideways when the window has this width, or when text is twice as large. */
export async function tooWide(page: Page, at: { width: number; text?: 'twice as large' }): Promise<string[]> {
  await page.setViewportSize({ width: at.width, height: 900 })
  if (at.text) await page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
  const wider = await overflow(page)
  return wider > 0
    ? [`is ${wider} px wider than a window of ${at.width} px${at.text ? ' with text twice as large' : ''}`]
    : []
}

export async function openInspection(): Promise<Inspection> {
  const house = await openHouse()
  const samples = await setScenes(house)
  await house.serve()
  const browser = await openBrowser()
  const windows = new Map<string, Window>()
  /** Whoever stands in the same scene keeps the same window: opening one costs more than a page. */
  const windowFor = async ({ asker, scene }: Template): Promise<Window> => {
    const key = `${asker} ${scene}`
    const known = windows.get(key)
    if (known) return known
    const context = await visitor(browser, house.config.baseUrl)
    await context.addCookies(jarOf(await inScene(house, asker, scene), house.config.baseUrl))
    const page = await context.newPage()
    const opened = { page, complaints: complaintsOf(page) }
    windows.set(key, opened)
    return opened
  }
  return {
    house,
    browser,
    async everywhere(look) {
      const said: string[] = []
      const chosen = templates(samples).filter(({ at }) => at.includes(process.env.TEMPLATES ?? ''))
      if (chosen.length === 0) throw new Error(`No template has ${process.env.TEMPLATES} in its address.`)
      for (const template of chosen) {
        const { page, complaints } = await windowFor(template)
        const answer = await page.goto(template.at)
        const found = answer?.status() === 200 ? await look(page) : [`answers ${answer?.status()}`]
        said.push(...[...found, ...complaints.splice(0)].map((one) => `${template.at} (${template.asker}): ${one}`))
      }
      return said
    },
    async close() {
      await browser.close()
      await house.close()
    },
  }
}
