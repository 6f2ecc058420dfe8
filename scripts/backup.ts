/** `npm run backup -- FOLDER`: copies the embedded database into a new folder, while it runs. */
import { resolve } from 'node:path'
import { backUpCluster, ClusterFault } from '../src/foundation/db/index.ts'

const [target] = process.argv.slice(2)
try {
  if (target === undefined) throw new ClusterFault('Say where to: npm run backup -- FOLDER')
  if (process.env.DATABASE_URL) throw new ClusterFault('DATABASE_URL is set: back that database up with its own tools.')
  await backUpCluster(resolve(process.env.DATA_DIR || './data'), resolve(target))
  console.log(`Copied into ${resolve(target)}. SECRET_KEY is not in it: keep that elsewhere.`)
} catch (fault) {
  if (!(fault instanceof ClusterFault)) throw fault
  console.error(fault.message)
  process.exitCode = 1
}
