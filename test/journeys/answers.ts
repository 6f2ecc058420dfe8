/** Filling in the reflection as one particular person does: mixed, with lines skipped and lines that don't fit. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { arrive, press, question, questionsOn, speaksOfNoMarks, tap } from './person.ts'

export interface Screen {
  kenmerk: string
  /** One per line; undefined is skipped. */
  lines: (string | undefined)[]
  wish?: string
}

const none = 'past niet bij mijn werk'

/** Two kenmerken stand firm, one varies, one has room to grow, of one too little was answered. */
export const screens: Screen[] = [
  {
    kenmerk: 'Eigen kracht versterken',
    lines: ['vaak', 'bijna altijd', undefined, none, 'vaak'],
    wish: 'nu niet',
  },
  {
    kenmerk: 'Op de vraag af',
    lines: ['soms', 'vaak', 'bijna nooit', 'vaak', 'regelmatig'],
    wish: 'ja',
  },
  {
    kenmerk: 'Binden en verbinden',
    lines: ['bijna altijd', 'bijna altijd', 'bijna altijd', 'vaak', 'vaak'],
  },
  {
    kenmerk: 'Integraal werken',
    lines: ['soms', undefined, undefined, 'bijna nooit', 'vaak'],
    wish: 'misschien',
  },
  { kenmerk: 'Signaleren en agenderen', lines: [none, none, undefined, 'vaak', 'vaak'] },
]

/** What the wish is asked with, on every screen. */
export const wishQuestion = 'Wil je hier beter in worden?'

/** From the home page to the first screen, as a stranger goes. */
export async function begin(page: Page): Promise<void> {
  await page.goto('/')
  await arrive(page, 'Wat gaat goed in je werk? En wat kan beter?')
  await speaksOfNoMarks(page)
  await page.getByRole('link', { name: 'Begin de reflectie', exact: true }).click()
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await arrive(page, screens[0]?.kenmerk ?? '')
}

/** The screen at `step` (from 1), where nothing was chosen beforehand. */
export async function answer(page: Page, step: number, how = tapAll): Promise<string[]> {
  const screen = screens[step - 1]
  assert.ok(screen)
  await arrive(page, screen.kenmerk)
  assert.ok(await page.getByText(`Stap ${step} van 5`).isVisible())
  const asked = await questionsOn(page)
  assert.equal(asked.length, 6)
  assert.equal(asked[5], wishQuestion)
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0, 'nothing is chosen beforehand')
  await speaksOfNoMarks(page)
  await how(page, asked, screen)
  return asked.slice(0, 5)
}

async function tapAll(page: Page, asked: string[], screen: Screen): Promise<void> {
  for (const [at, word] of [...screen.lines, screen.wish].entries())
    if (word !== undefined) await tap(question(page, asked[at] ?? ''), word)
}

/** All five screens; the lines that were shown, per screen. */
export async function answerAll(page: Page): Promise<string[][]> {
  const shown: string[][] = []
  for (const step of screens.keys()) {
    shown.push(await answer(page, step + 1))
    const next = screens[step + 1]
    await (next ? press(page, 'Volgende', next.kenmerk) : press(page, 'Bekijk je uitslag', 'Jouw kijk op je werk'))
  }
  return shown
}
