import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lockFolder } from './lock.ts'
import { stopOrphan } from './orphan.ts'

/**
 * Removes the embedded database of a data folder for good, also one that no longer starts; false when there is none.
 * Refuses while a process uses the folder. The next start makes a new one.
 */
export async function removeCluster(folder: string): Promise<boolean> {
  const dataDir = resolve(folder)
  const cluster = join(dataDir, 'postgres')
  if (!existsSync(cluster)) return false
  const lock = await lockFolder(dataDir)
  try {
    await stopOrphan(cluster, () => {})
    rmSync(cluster, { recursive: true, force: true })
    return true
  } finally {
    await lock.release()
  }
}
