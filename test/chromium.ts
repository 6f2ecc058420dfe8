/** Finds a Chromium, or installs one, and says in one line what it did. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

export interface Found {
  path: string | undefined
  said: string
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const fixed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function onThePath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...fixed]
  return candidates.find((file) => existsSync(file))
}

function ofPlaywright(): string | undefined {
  const file = chromium.executablePath()
  return existsSync(file) ? file : undefined
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'ignore', env, timeout: 600_000 }).status === 0
}

function installed(): Found {
  const isRoot = process.getuid?.() === 0
  if (isRoot && run('apt-get', ['update', '-qq'])) {
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'])
    const path = onThePath()
    if (path) return { path, said: `Chromium: installed with apt-get, ${path}` }
  }
  run(process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'])
  const path = ofPlaywright()
  if (path) return { path, said: `Chromium: downloaded by Playwright, ${path}` }
  return {
    path: undefined,
    said: 'Chromium: none found and none could be installed; set CHROMIUM to a browser of your own',
  }
}

export function findChromium(): Found {
  const own = process.env.CHROMIUM
  if (own) return { path: own, said: `Chromium: as CHROMIUM says, ${own}` }
  const system = onThePath()
  if (system) return { path: system, said: `Chromium: the system's, ${system}` }
  const playwright = ofPlaywright()
  if (playwright) return { path: playwright, said: `Chromium: Playwright's, ${playwright}` }
  return installed()
}
