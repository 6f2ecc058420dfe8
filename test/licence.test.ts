import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { committedFiles, root } from './architecture/source.ts'

/**
 * What may stand in a public work under the EUPL without asking anyone. LGPL only because libvips, inside sharp, is a
 * shared library in a package of its own: anyone can replace it (docs/decisions/007-practices.md).
 */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]

const read = (file: string) => readFileSync(`${root}${file}`, 'utf8')

/** "(MIT OR GPL-3.0)" is fine by its first half; "MIT AND CC0-1.0" needs both. */
function acceptable(licence: string): boolean {
  const bare = licence.replace(/[()]/g, '')
  return bare.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((one) => allowed.includes(one.trim())))
}

test('every dependency has a licence that fits', () => {
  const { packages }: { packages: Record<string, { license?: string }> } = JSON.parse(read('package-lock.json'))
  // npm writes no licence for packages of other platforms; they carry the one of the package that asks for them.
  const named = Object.entries(packages).flatMap(([place, one]) => {
    const licence = one.license ?? installedLicence(place)
    return licence === undefined ? [] : [{ place, licence }]
  })
  assert.ok(named.length > 150, `only ${named.length} licences read`)
  assert.deepEqual(
    named.filter((one) => !acceptable(one.licence)).map((one) => `${one.place}: ${one.licence}`),
    [],
  )
})

function installedLicence(place: string): string | undefined {
  const file = `${place}/package.json`
  if (place === '' || !existsSync(`${root}${file}`)) return undefined
  const { license }: { license?: string | { type: string } } = JSON.parse(read(file))
  return typeof license === 'string' ? license : license?.type
}

test('expressions of licences are read as they are meant', () => {
  const cases: [string, boolean][] = [
    ['MIT', true],
    ['GPL-3.0', false],
    ['(MIT OR GPL-3.0)', true],
    ['(MIT AND GPL-3.0)', false],
    ['SEE LICENSE IN LICENSE', false],
  ]
  for (const [licence, expected] of cases) assert.equal(acceptable(licence), expected, licence)
})

test('at most forty direct packages run in production, style sheets and fonts not counted', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(read('package.json'))
  const style = /-css$|^@fontsource|design-tokens$/
  const running = Object.keys(dependencies).filter((name) => !style.test(name))
  assert.ok(running.length <= 40, `${running.length} packages`)
})

test('the whole work is under the EUPL, and REUSE.toml says so for every file', () => {
  assert.match(read('LICENSE'), /EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/i)
  const reuse = read('REUSE.toml')
  assert.match(reuse, /^version = 1$/m)
  const licences = new Set([...reuse.matchAll(/SPDX-License-Identifier = "([^"]+)"/g)].map(([, id = '']) => id))
  assert.ok(licences.has('EUPL-1.2'))
  for (const id of licences) assert.ok(existsSync(`${root}LICENSES/${id}.txt`), `LICENSES/${id}.txt is missing`)
  const patterns = [...reuse.matchAll(/path = (\[[^\]]*\]|"[^"]*")/g)].flatMap(([, paths = '']) =>
    [...paths.matchAll(/"([^"]+)"/g)].map(([, path = '']) => globbed(path)),
  )
  const bare = committedFiles().filter(
    (file) => !file.startsWith('LICENSES/') && !patterns.some((one) => one.test(file)),
  )
  assert.deepEqual(bare, [])
})

function globbed(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/\*\*/g, '§').replace(/\*/g, '[^/]*').replace(/§/g, '.*')}$`)
}

test('publiccode.yml says what catalogues of public code ask', () => {
  const text = read('publiccode.yml')
  const { version }: { version: string } = JSON.parse(read('package.json'))
  // Its url is written in by whoever publishes the repository: it has no address of its own yet.
  const asked = [
    /^publiccodeYmlVersion: ["']?0\.\d+/m,
    /^name: \S/m,
    /^softwareType: standalone\/web$/m,
    /^platforms:\s*(\[\s*web|\n\s+- web)/m,
    /^developmentStatus: (concept|development|beta|stable|obsolete)$/m,
    /^ {2}license: EUPL-1\.2$/m,
    /^ {2}localisationReady: (true|false)$/m,
    /^ {2}type: (internal|contract|community|none)$/m,
    new RegExp(`^softwareVersion: ["']?${version.replaceAll('.', '\\.')}`, 'm'),
  ]
  for (const line of asked) assert.match(text, line)
  const short = /shortDescription: *(?:>-?\s*)?["']?([^\n]+)/.exec(text)?.[1] ?? ''
  assert.ok(short.length > 20 && short.length <= 150, `shortDescription has ${short.length} characters`)
})
