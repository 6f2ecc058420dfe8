import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { widths } from '../browser.ts'
import { type Inspection, openInspection, tooWide, violations } from '../inspection.ts'

let inspection: Inspection
before(async () => {
  inspection = await openInspection()
})
after(() => inspection.close())

test('every page template at a desk: axe finds nothing, the console is silent, and text may be twice as large', async () => {
  const wrong = await inspection.everywhere(widths.desk, async (page) => [
    ...(await violations(page)),
    ...(await tooWide(page, { width: widths.desk })),
    ...(await tooWide(page, { width: widths.desk, text: 'twice as large' })),
    ...(await tooWide(page, { width: widths.half, text: 'twice as large' })),
  ])
  assert.deepEqual(wrong, [])
})
