/** `npm run db:reset`: removes the embedded database, after asking. `-- --yes` doesn't ask. The next start makes a new one. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { ClusterFault, removeCluster } from '../src/foundation/db/index.ts'

const dataDir = resolve(process.env.DATA_DIR || './data')
const folder = join(dataDir, 'postgres')

async function agreed(): Promise<boolean> {
  if (process.argv.includes('--yes')) return true
  if (!process.stdin.isTTY) return false
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await asking.question(`Remove everything in ${folder}? Nobody can bring it back. Type yes: `)
  asking.close()
  return answer.trim() === 'yes'
}

async function reset(): Promise<string> {
  if (process.env.DATABASE_URL)
    throw new ClusterFault('DATABASE_URL is set: that database is yours, we never empty it.')
  if (!existsSync(folder)) return `There is no database in ${dataDir}.`
  if (!(await agreed()))
    throw new ClusterFault('Nothing was removed. To go on without being asked: npm run db:reset -- --yes')
  await removeCluster(dataDir)
  return `Removed ${folder}. npm start makes a new one.`
}

try {
  console.log(await reset())
} catch (fault) {
  if (!(fault instanceof ClusterFault)) throw fault
  console.error(fault.message)
  process.exitCode = 1
}
