/** Finds a Chromium, or installs one, and says in one line what it did. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

export interface Found {
  path: string | undefined
  said: string
}

/** What decides which browser it is. */
export interface Ground {
  /** A browser somebody chose: CHROMIUM. */
  own?: string | undefined
  /** PATH. */
  path: string
  /** Where Playwright would keep its own. */
  playwright: string
  exists(file: string): boolean
  isRoot: boolean
}

/** A browser that is there, or how to get one, in the order to try. */
export type Way = Found | { install: ('apt-get' | 'playwright')[] }

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const fixed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function onThePath({ path, exists }: Ground): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...fixed].find(exists)
}

/** The chosen one, else the system's, else Playwright's; else it has to be installed, with apt-get only as root. */
export function chromiumFor(ground: Ground): Way {
  const { own, playwright, exists, isRoot } = ground
  if (own) return { path: own, said: `Chromium: as CHROMIUM says, ${own}` }
  const system = onThePath(ground)
  if (system) return { path: system, said: `Chromium: the system's, ${system}` }
  if (exists(playwright)) return { path: playwright, said: `Chromium: Playwright's, ${playwright}` }
  return { install: isRoot ? ['apt-get', 'playwright'] : ['playwright'] }
}

const here = (): Ground => ({
  own: process.env.CHROMIUM,
  path: process.env.PATH ?? '',
  playwright: chromium.executablePath(),
  exists: existsSync,
  isRoot: process.getuid?.() === 0,
})

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'ignore', env, timeout: 600_000 }).status === 0
}

const installing = {
  'apt-get': () =>
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']),
  playwright: () => run(process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']),
}

export function findChromium(): Found {
  const way = chromiumFor(here())
  if (!('install' in way)) return way
  for (const by of way.install) {
    installing[by]()
    const now = chromiumFor(here())
    if (!('install' in now)) return { path: now.path, said: `Chromium: installed by ${by}, ${now.path}` }
  }
  return {
    path: undefined,
    said: 'Chromium: none found and none could be installed; set CHROMIUM to a browser of your own',
  }
}
