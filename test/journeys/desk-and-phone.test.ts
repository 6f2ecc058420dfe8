import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { overflow, visitor, widths } from '../browser.ts'
import { type Inspection, openInspection, tooWide, violations } from '../inspection.ts'

let inspection: Inspection
before(async () => {
  inspection = await openInspection()
})
after(() => inspection.close())

test('axe sees a planted fault, and so does the ruler', async () => {
  const context = await visitor(inspection.browser, inspection.house.config.baseUrl, { width: widths.phone })
  const page = await context.newPage()
  await page.setContent(`<!doctype html><html lang="nl"><title>x</title><main><img src="a.png"><pre>${'m'.repeat(500)}`)
  assert.match((await violations(page)).join(' '), /image-alt/)
  assert.ok((await overflow(page)) > 0)
  await context.close()
})

test('every page template on a phone and at a desk: axe finds nothing, the console is silent, 320 px is wide enough, and text may be twice as large', async () => {
  const wrong = await inspection.everywhere(async (page) => [
    ...(await tooWide(page, { width: widths.narrowest })),
    ...(await tooWide(page, { width: widths.phone })),
    ...(await violations(page)),
    ...(await tooWide(page, { width: widths.desk })),
    ...(await violations(page)),
    ...(await tooWide(page, { width: widths.desk, text: 'twice as large' })),
    ...(await tooWide(page, { width: widths.half, text: 'twice as large' })),
  ])
  assert.deepEqual(wrong, [])
})
