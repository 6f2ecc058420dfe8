import { rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { APP, type Cluster, ClusterFault, OWNER, startCluster } from '../src/foundation/db/index.ts'

/** Keeps the test cluster while test processes hold a connection here; then stops it and leaves nothing behind. */
const GRACE = 15_000
const folder = process.argv[2]
if (folder === undefined) throw new Error('Usage: cluster-keeper.ts FOLDER')

/** Nothing of it outlives the run, so nothing needs to reach the disk. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '200',
  max_wal_size: '4GB',
  autovacuum_naptime: '10min',
}

const held = new Set<Socket>()
let timer: NodeJS.Timeout | undefined
let grace = GRACE

function keep(cluster: Cluster, path: string): void {
  const door = createServer((socket) => {
    held.add(socket)
    clearTimeout(timer)
    grace = GRACE
    socket.on('data', (text) => {
      if (String(text) === 'last\n') grace = 0
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      held.delete(socket)
      if (held.size === 0) endIn(grace)
    })
    socket.write(
      `${JSON.stringify({ ownerUrl: cluster.url(OWNER, 'postgres'), appUrl: cluster.url(APP, 'postgres') })}\n`,
    )
  })
  const end = async (): Promise<void> => {
    door.close()
    for (const socket of held) socket.destroy()
    await cluster.stop()
    rmSync(path, { recursive: true, force: true })
    process.exit(0)
  }
  const endIn = (wait: number): void => {
    clearTimeout(timer)
    timer = setTimeout(end, wait)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  rmSync(join(path, 'keeper.sock'), { force: true })
  door.listen(join(path, 'keeper.sock'))
  endIn(GRACE)
}

try {
  keep(await startCluster({ dataDir: folder, settings }), folder)
} catch (error) {
  // Somebody else was first: that one keeps it.
  if (!(error instanceof ClusterFault)) throw error
  process.stderr.write(`${error.message}\n`)
}
