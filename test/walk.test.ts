import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { crawl, MOST_PAGES, type Visited } from './crawl.ts'
import { type House, openHouse } from './house.ts'
import { deadAnchors } from './html.ts'
import { addressesFor, askers } from './permissions.ts'
import { inScene, type Samples, setScenes } from './scenes.ts'

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {
      // Three matters of handwriting: hono/jsx has its own, and both are HTML.
      'void-style': 'off',
      'doctype-style': 'off',
      'attribute-boolean-style': 'off',
      // Trailing spaces are of no concern in what a machine writes.
      'no-trailing-whitespace': 'off',
      // A title may be as long as the question it holds.
      'long-title': 'off',
      'no-inline-style': 'error',
    },
  }),
)

/** Documents are the same for everyone and take half a second each. */
const documents = /\/pdf$/

/** The parts on display link to places that are not on that page. */
const hasRealLinks = ({ at }: Visited) => !at.startsWith('/bouwstenen')

/** Pages that show kenmerken from five domains: the walk comes past them, and would see a kenmerk there. */
const withNorms = [
  '/',
  '/competenties',
  '/reflectie/verantwoording',
  '/zoeken?q=kracht',
  '/insluiten/zoeken?wat=kenmerken&q=kracht',
]

/** What a page itself says; the header and foot of every page lead to much. */
const mainOf = (body: string) => body.slice(body.indexOf('<main'), body.indexOf('</main>'))

/** Whether a page leads to a kenmerk. The parts on display are about no kenmerk at all. */
const leadsToNorm = (page: Visited | undefined): boolean =>
  page !== undefined &&
  hasRealLinks(page) &&
  /<a [^>]*href="[^"]*\/(kenmerken|kwaliteitsstandaarden)\/[^"?#]/.test(mainOf(page.body))

/** Whether a page leads to a kenmerk and keeps silent about what that is not. */
const seemsBinding = (page: Visited): boolean =>
  leadsToNorm(page) && !mainOf(page.body).includes('Geen verplicht kader')

let house: House
let samples: Samples
/** Pages that are the same for everyone need to be looked at once. */
const validated = new Set<string>()

before(async () => {
  house = await openHouse()
  samples = await setScenes(house)
})
after(() => house.close())

async function faultsOf({ at, body }: Visited): Promise<string[]> {
  const bare = body.replace(/name="_(token|nonce)" value="[^"]*"/g, '')
  const hash = createHash('sha256').update(bare).digest('hex')
  if (validated.has(hash)) return []
  validated.add(hash)
  const { results } = await validator.validateString(body, at)
  const messages = results.flatMap((result) => result.messages)
  return messages.map((one) => `${at}: ${one.ruleId}: ${one.message} (line ${one.line})`)
}

for (const asker of askers) {
  test(`the whole site, walked as ${asker}: valid HTML and no broken link`, async (t) => {
    // Signing out by GET is impossible, so one session lasts the whole walk.
    const caller = await inScene(house, asker, 'everything')
    const isPublic = asker === 'visitor'
    const seeds = [...addressesFor(asker, samples), ...(isPublic ? withNorms : [])]
    const passed: string[] = []
    const visited = await crawl(caller, seeds, {
      ...(isPublic ? {} : { skip: documents }),
      passing: (shape, pages) => passed.push(`${shape} (${pages})`),
    })
    if (passed.length > 0)
      t.diagnostic(`${asker} looked at twelve of each shape and passed by more of: ${passed.toSorted().join(', ')}`)
    assert.ok(visited.length > 10, `only ${visited.length} pages reached`)
    assert.ok(visited.length < MOST_PAGES, `the walk stopped at ${MOST_PAGES} pages: what lies behind was not seen`)
    const broken = visited.filter((one) => one.status >= 400 || one.status === 0)
    const pages = visited.filter((one) => one.type.startsWith('text/html') && one.status < 300)
    const invalid: string[] = []
    for (const one of pages) invalid.push(...(await faultsOf(one)))
    assert.deepEqual(
      {
        broken: broken.map((one) => `${one.status} ${one.at} (on ${one.from})`),
        invalid,
        dead: pages
          .filter(hasRealLinks)
          .flatMap((one) => deadAnchors(one.body).map((anchor) => `${one.at}: ${anchor}`)),
        binding: isPublic ? pages.filter(seemsBinding).map((one) => `${one.at} (on ${one.from})`) : [],
        large: pages.filter((one) => one.body.length > 300_000).map((one) => one.at),
      },
      { broken: [], invalid: [], dead: [], binding: [], large: [] },
    )
    if (isPublic)
      assert.deepEqual(
        withNorms.filter((at) => !leadsToNorm(pages.find((one) => one.at === at))),
        [],
      )
  })
}

test('the pages of refusal are valid too', async () => {
  const caller = await house.as('visitor')
  const invalid: string[] = []
  for (const at of ['/bestaat-niet', '/%00', '/kenmerken/bestaat-niet']) {
    const answer = await caller.get(at)
    assert.ok(answer.status === 404 || answer.status === 400, `${at}: ${answer.status}`)
    invalid.push(
      ...(await faultsOf({ at, status: answer.status, type: 'text/html', body: await answer.text(), from: '' })),
    )
  }
  assert.deepEqual(invalid, [])
})
