import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chromiumFor, type Ground } from './chromium.ts'

const PLAYWRIGHT = '/home/a/.cache/ms-playwright/chrome'
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

interface Case {
  when: string
  there: string[]
  more?: Partial<Ground>
  gives: string | string[]
}

const cases: Case[] = [
  { when: 'somebody chose one', there: ['/usr/bin/chromium'], more: { own: '/opt/mine' }, gives: '/opt/mine' },
  { when: 'CHROMIUM is empty', there: ['/usr/bin/chromium'], more: { own: '' }, gives: '/usr/bin/chromium' },
  { when: 'the system has one', there: ['/usr/bin/chromium', PLAYWRIGHT], gives: '/usr/bin/chromium' },
  { when: 'it goes by another name', there: ['/usr/local/bin/google-chrome'], gives: '/usr/local/bin/google-chrome' },
  {
    when: 'two names are there, the plain one wins',
    there: ['/usr/local/bin/google-chrome', '/usr/bin/chromium'],
    gives: '/usr/bin/chromium',
  },
  {
    when: 'the first folder of PATH wins',
    there: ['/usr/bin/chromium', '/usr/local/bin/chromium'],
    gives: '/usr/local/bin/chromium',
  },
  { when: 'a Mac has it as an application', there: [MAC, PLAYWRIGHT], gives: MAC },
  { when: 'only Playwright has one', there: [PLAYWRIGHT], gives: PLAYWRIGHT },
  { when: 'it stands outside PATH', there: ['/opt/chromium'], gives: ['playwright'] },
  {
    when: 'PATH is empty: a file in the folder of the moment is not the system’s',
    there: ['chromium'],
    more: { path: '' },
    gives: ['playwright'],
  },
  { when: 'there is none', there: [], gives: ['playwright'] },
  { when: 'there is none, as root', there: [], more: { isRoot: true }, gives: ['apt-get', 'playwright'] },
  { when: 'there is one, as root', there: [PLAYWRIGHT], more: { isRoot: true }, gives: PLAYWRIGHT },
]

for (const { when, there, more, gives } of cases)
  test(`Chromium: ${when}`, () => {
    const ground: Ground = {
      ...{ path: '/usr/local/bin:/usr/bin', playwright: PLAYWRIGHT, isRoot: false },
      exists: (file) => there.includes(file),
      ...more,
    }
    const way = chromiumFor(ground)
    assert.deepEqual('install' in way ? way.install : way.path, gives)
    if (!('install' in way)) assert.ok(way.said.endsWith(`, ${gives}`))
  })
