/**
 * `npm run look`: a picture of every page template at 375 and 1280 px, in a folder it names. `npm run look -- kenmerken`
 * takes only the pages with that in their address; `npm run look -- --print` adds how they leave the printer.
 */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jarOf, openBrowser, visitor, widths } from './browser.ts'
import { openHouse } from './house.ts'
import { inScene, setScenes } from './scenes.ts'
import { templates } from './templates.ts'

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const onPaper = process.argv.includes('--print')
const folder = join(tmpdir(), 'verankerd-look')
mkdirSync(folder, { recursive: true })

const house = await openHouse()
const samples = await setScenes(house)
await house.serve()
const browser = await openBrowser()
const chosen = templates(samples).filter(({ at }) => words.length === 0 || words.some((word) => at.includes(word)))
for (const { at, asker, scene } of chosen) {
  const caller = await inScene(house, asker, scene)
  for (const width of [widths.phone, widths.desk]) {
    const context = await visitor(browser, house.config.baseUrl, { width })
    await context.addCookies(jarOf(caller, house.config.baseUrl))
    const page = await context.newPage()
    await page.goto(at)
    const file = join(folder, `${at.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home'}-${width}`)
    await page.screenshot({ path: `${file}.png`, fullPage: true })
    if (onPaper && width === widths.desk) {
      await page.emulateMedia({ media: 'print' })
      await page.screenshot({ path: `${file}-print.png`, fullPage: true })
    }
    await context.close()
  }
  console.log(`${at} as ${asker}`)
}
await browser.close()
await house.close()
console.log(`${chosen.length} pages in ${folder}`)
