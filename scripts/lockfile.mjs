/**
 * `npm run lockfile`: refresh package-lock.json and complete it for every platform.
 *
 * A registry may show npm only the optional packages of the machine that asks. npm then writes no entry for the
 * others, and `npm ci` on any other platform refuses the lock. So each optional dependency without an entry gets
 * one here, with the platform read from its name.
 *
 * `--complete FILE` skips npm and completes that file only (the test uses it).
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']
const otherSpellings = { windows: 'win32', aarch64: 'arm64', musleabi: 'musl', musleabihf: 'musl', eabi: 'arm' }

/** The platform a package such as `@oxc-parser/binding-linux-arm64-musl` is made for, in npm's own fields. */
function platformOf(name) {
  const words = name.split(/[-/@]/).map((word) => otherSpellings[word] ?? word)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  if (cpu.length === 0 && words.includes('universal')) return { os }
  if (cpu.length === 0) throw new Error(`No processor in the name of the optional package ${name}`)
  const libc = words.includes('musl') ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : []
  return {
    ...(os.length > 0 && { os }),
    cpu: cpu.slice(0, 1),
    ...(libc.length > 0 && os.includes('linux') && { libc }),
  }
}

/** The entry node would find for `name` from the package at `place`, or undefined. */
function entryFor(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[candidate]) return packages[candidate]
    if (folder === '') return undefined
  }
}

/** Adds the missing entries and returns their places. */
function complete(packages) {
  const added = []
  for (const [place, dependant] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(dependant.optionalDependencies ?? {})) {
      const version = range.replace(/^[~^=]/, '')
      const present = entryFor(packages, place, name)
      if (present && (version !== range || present.version === version)) continue
      const { dev } = dependant
      const folder = present ? `${place}/node_modules` : 'node_modules'
      packages[`${folder}/${name}`] = { version, ...platformOf(name), ...(dev && { dev }), optional: true }
      added.push(name)
    }
  }
  return added
}

function sorted(packages) {
  return Object.fromEntries(Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en')))
}

const [flag, given] = process.argv.slice(2)
const file = flag === '--complete' && given ? given : fileURLToPath(new URL('../package-lock.json', import.meta.url))
if (flag !== '--complete') {
  const npm = spawnSync('npm', ['install', '--package-lock-only'], { stdio: 'inherit' })
  if (npm.status !== 0) process.exit(npm.status ?? 1)
}
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = complete(lock.packages)
lock.packages = sorted(lock.packages)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`Lockfile complete: ${added.length} optional packages of other platforms added.`)
