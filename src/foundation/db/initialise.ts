import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { giveTo, type Identity, identitiesFor, identitiesForNew, runAs } from './identity.ts'
import { ClusterFault, type Native } from './native.ts'
import { OWNER } from './roles.ts'

/** The PostgreSQL this house brings. A folder of another one needs pg_upgrade, which we do not bring. */
const VERSION = '18'

/** Finds who runs the cluster of this data folder, and makes the cluster when there is none yet. */
export async function initialise(dataDir: string, native: Native): Promise<Identity> {
  const folder = join(dataDir, 'postgres')
  for (const left of readdirSync(dataDir).filter((name) => name.startsWith('postgres.new'))) {
    rmSync(join(dataDir, left), { recursive: true, force: true })
  }
  if (!existsSync(folder)) return make(dataDir, folder, native)
  const ways = identitiesFor(statSync(folder), myself())
  if (ways.length > 0 && !existsSync(join(folder, 'PG_VERSION'))) return make(dataDir, folder, native)
  const way = await passable(folder, ways, native)
  if (way === undefined) {
    throw new ClusterFault(
      `${folder} belongs to user ${statSync(folder).uid}, and this process can't work as that user: start as the same user as before.`,
    )
  }
  refuseOther(folder)
  return way
}

/** The first way that can enter the folder. */
async function passable(folder: string, ways: Identity[], { postgres, env }: Native): Promise<Identity | undefined> {
  if (ways.length < 2) return ways[0]
  for (const way of ways) {
    // Printing a setting makes PostgreSQL read the folder.
    if ((await runAs(way, { program: postgres, args: ['-D', folder, '-C', 'port'], env })) === undefined) return way
  }
  return undefined
}

function refuseOther(folder: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (version === VERSION) return
  throw new ClusterFault(
    `${folder} was made by PostgreSQL ${version} and this house brings ${VERSION}: see "Upgrade" in docs/operations.md.`,
  )
}

async function make(dataDir: string, folder: string, native: Native): Promise<Identity> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new ClusterFault(`${folder} is not empty and holds no PostgreSQL: move it away, or set DATA_DIR.`)
  }
  const args = ['-U', OWNER, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const faults: string[] = []
  for (const identity of identitiesForNew(statSync(dataDir), myself())) {
    // Made aside and then renamed: a start that is killed half-way leaves nothing that looks like a database.
    const aside = join(dataDir, `postgres.new-${randomBytes(4).toString('hex')}`)
    mkdirSync(aside, { mode: 0o700 })
    giveTo(identity, aside)
    const all = ['-D', aside, ...args, '--data-checksums', '--auth=trust', '--no-instructions']
    const fault = await runAs(identity, { program: native.initdb, args: all, env: native.env })
    if (fault === undefined) {
      rmSync(folder, { recursive: true, force: true })
      renameSync(aside, folder)
      return identity
    }
    faults.push(`${identity.name}: ${fault}`)
    rmSync(aside, { recursive: true, force: true })
  }
  throw new ClusterFault(
    `PostgreSQL can't make its database in ${dataDir}: move the clone to a folder that other users may enter, or set ` +
      `DATA_DIR to one. (${faults.join(' · ').replaceAll('\n', ' ')})`,
  )
}

function myself(): number {
  return process.getuid?.() ?? -1
}
