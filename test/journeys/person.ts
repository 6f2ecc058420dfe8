/** What someone at the screen does and sees, said in the words on that screen. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { BrowserContext, Locator, Page } from 'playwright-core'

/** The page with this heading has come, styles and all: what can be read depends on them. */
export async function arrive(page: Page, heading: string | RegExp): Promise<void> {
  const options = typeof heading === 'string' ? { exact: true } : {}
  try {
    await page.getByRole('heading', { level: 1, name: heading, ...options }).waitFor()
  } catch {
    assert.fail(`“${heading}” does not come. ${page.url()} says: ${(await words(page.locator('main'))).slice(0, 800)}`)
  }
  await page.waitForLoadState()
}

/** Presses the button with these words, and waits for the page that follows. */
export async function press(page: Page, name: string, then: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  await arrive(page, then)
}

/** Follows the link with these words; in the text of the page unless said otherwise. */
export async function follow(
  page: Page,
  name: string | RegExp,
  then: string | RegExp,
  within: Locator = page.getByRole('main'),
): Promise<void> {
  const options = typeof name === 'string' ? { exact: true } : {}
  await within
    .getByRole('link', { name, ...options })
    .first()
    .click()
  await arrive(page, then)
}

/** Becomes someone of the cast, as any visitor of a trial may. */
export async function become(page: Page, name: string): Promise<void> {
  await page.goto('/demo')
  await press(page, `Word ${name}`, `Dag ${name.split(' ')[0]}`)
}

/** Writes in the fields with these labels. */
export async function fillIn(place: Page | Locator, texts: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await place.getByLabel(label).first().fill(text)
}

/** A question with its answers under it. */
export function question(page: Page, legend: string | RegExp): Locator {
  return page.getByRole('radiogroup', typeof legend === 'string' ? { name: legend, exact: true } : { name: legend })
}

/** Taps an answer, where a thumb would: on its words. */
export async function tap(asked: Locator, answer: string): Promise<void> {
  await asked.getByText(answer, { exact: true }).click()
}

/** The words beside this radio button. */
export async function wordsBeside(radio: Locator): Promise<string> {
  const id = await radio.getAttribute('id')
  return await words(radio.page().locator(`label[for="${id}"]`))
}

/** The words beside the answer that is chosen. */
export async function chosen(asked: Locator): Promise<string | undefined> {
  const radio = asked.getByRole('radio', { checked: true })
  return (await radio.count()) === 0 ? undefined : await wordsBeside(radio)
}

/** The questions on this page, in order. */
export function questionsOn(page: Page): Promise<string[]> {
  return page.getByRole('radiogroup').locator('legend').allInnerTexts()
}

/** The text someone can read there, on one line. */
export async function words(place: Locator): Promise<string> {
  return (await place.allInnerTexts()).join(' ').replace(/\s+/g, ' ').trim()
}

/** A visible text, and nothing else, is somewhere on the page by now. */
export async function appears(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor()
}

export async function reads(page: Page, text: string | RegExp): Promise<void> {
  const all = await words(page.getByRole('main'))
  const there = typeof text === 'string' ? all.includes(text) : text.test(all)
  assert.ok(there, `${page.url()} does not say ${text}, but: ${all.slice(0, 600)}`)
}

/** Nowhere a mark, a score or a mean: only the promise that there is none. */
export async function speaksOfNoMarks(page: Page): Promise<void> {
  const text = (await words(page.locator('body'))).replaceAll('Geen cijfer', '')
  assert.doesNotMatch(text, /\b(score|scores|cijfer|gemiddelde?|gemiddeld)\b/i, page.url())
}

/** Where the keyboard is: the words of the thing in focus, and whether that can be seen. */
export async function inFocus(page: Page): Promise<{ name: string; kind: string; group: string; visible: boolean }> {
  return await page.evaluate(`(() => {
    const here = document.activeElement
    const label = here.labels?.[0]
    const outlined = [here, here.parentElement].some((one) => {
      const style = getComputedStyle(one)
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
    })
    return {
      name: (label ?? here).textContent.trim(),
      kind: here.type ?? here.tagName.toLowerCase(),
      group: here.name ?? '',
      visible: outlined,
    }
  })()`)
}

/** Tab until the thing with these words has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  // Without its styles a page that is still coming in shows no outline.
  await page.waitForLoadState()
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab')
    const here = await inFocus(page)
    assert.ok(here.visible, `the focus on “${here.name}” can be seen`)
    if (here.name === name) return
  }
  assert.fail(`“${name}” can't be reached with Tab on ${page.url()}`)
}

/** How well the words of the field with this id stand out from what is behind them (WCAG 1.4.3). */
export async function contrast(page: Page, id: string): Promise<number> {
  return Number(
    await page.evaluate(`(() => {
      const numbers = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number)
      const light = (colour) => numbers(colour).slice(0, 3).map((part) => part / 255)
        .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0)
      const words = document.querySelector('label[for="${id}"]')
      let behind = words
      while (numbers(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement
      const pair = [light(getComputedStyle(words).color), light(getComputedStyle(behind).backgroundColor)]
      return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05)
    })()`),
  )
}

/** Follows a link that gives a file; its name and what is in it. */
export async function fetchFile(page: Page, trigger: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), trigger.click()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

/** What a visit leaves where others may look: addresses, the pages that led there, titles, names of files. */
export interface Trail {
  addresses: string[]
  titles: Set<string>
  /** Looks at the titles of the pages that are open now. */
  note(): Promise<void>
  /** None of these stands in anything that was left. */
  holdsNone(secrets: string[]): void
}

export function trailOf(context: BrowserContext): Trail {
  const addresses: string[] = []
  const titles = new Set<string>()
  context.on('request', (request) => addresses.push(request.url(), request.headers().referer ?? ''))
  context.on('page', (page) => page.on('download', (file) => titles.add(file.suggestedFilename())))
  return {
    addresses,
    titles,
    async note() {
      for (const page of context.pages()) titles.add(await page.title())
    },
    holdsNone(secrets) {
      const left = [...addresses, ...titles]
      assert.ok(left.length > 10, 'a trail this short proves nothing')
      for (const secret of secrets) {
        assert.ok(secret.length >= 16, `“${secret}” is too short to look for`)
        assert.deepEqual(
          left.filter((one) => one.includes(secret)),
          [],
        )
      }
    },
  }
}

/** Everything the cookies of this browser hold that opens something, in all the pieces it can be cut into. */
export async function secretsOf(context: BrowserContext): Promise<string[]> {
  return (await context.cookies())
    .flatMap(({ value }) => [value, ...value.split('.')])
    .filter((one) => one.length >= 16)
}
