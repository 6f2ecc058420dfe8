import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { ClusterFault } from './native.ts'

/** Held while a process uses a data folder. The kernel lets go of it when the process dies, however it dies. */
export interface FolderLock {
  release(): Promise<void>
}

const NAME = 'verankerd.lock'
/** The kernel's limit for the path of a socket is 107 bytes, 103 on macOS. */
const SHORT = 100
/** File systems (some network and desktop mounts) that can't hold a socket answer with one of these. */
const NO_SOCKETS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'EIO'])

/**
 * Takes the folder for this process, or refuses with a sentence. The lock is a listening socket: whoever holds it
 * answers, a process that was killed does not, and a process number says nothing at all.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const server = createServer((socket) => {
    // Whoever asks has heard enough once it is connected, and hangs up.
    socket.on('error', () => {})
    socket.destroy()
  })
  server.unref()
  let path = join(folder, NAME)
  for (let round = 0; round < 5; round++) {
    const refusal = await listen(server, path)
    if (refusal === undefined) return { release: () => release(server, path) }
    if (NO_SOCKETS.has(refusal)) path = outside(folder)
    else if (refusal !== 'EADDRINUSE') throw new ClusterFault(`The folder ${folder} can't be locked (${refusal}).`)
    else if ((await holderOf(path)) || !(await clearStale(path))) break
  }
  throw new ClusterFault(
    `Another process already uses ${folder}: stop that one first, or give this one its own folder with DATA_DIR.`,
  )
}

/** Beside the temporary files, named after the folder itself, for a file system without sockets. */
function outside(folder: string): string {
  const { dev, ino } = statSync(folder)
  return join(tmpdir(), `verankerd-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16)}.lock`)
}

function listen(server: Server, path: string): Promise<string | undefined> {
  return throughShortPath(
    path,
    (short) =>
      new Promise((resolve) => {
        const refused = (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message)
        server.once('error', refused)
        server.listen(short, () => {
          server.off('error', refused)
          resolve(undefined)
        })
      }),
  )
}

function holderOf(path: string): Promise<boolean> {
  return throughShortPath(
    path,
    (short) =>
      new Promise((resolve) => {
        const socket = connect(short)
        // The kernel connects for a living process even while that one is busy, so one word from it is enough.
        socket.once('connect', () => resolve(true))
        socket.once('error', (error: NodeJS.ErrnoException) =>
          resolve(error.code === 'EACCES' || error.code === 'EAGAIN'),
        )
        socket.once('connect', () => socket.destroy())
      }),
  )
}

/** Moves a dead lock away. Two processes may do so at once: whoever moved a living one puts it back. */
async function clearStale(path: string): Promise<boolean> {
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  try {
    renameSync(path, aside)
  } catch {
    return true
  }
  if (await holderOf(aside)) {
    renameSync(aside, path)
    return false
  }
  rmSync(aside, { force: true })
  return true
}

/** A long path is reached through a link from a short one, which is gone again as soon as the socket is bound. */
async function throughShortPath<T>(path: string, use: (short: string) => Promise<T>): Promise<T> {
  if (Buffer.byteLength(path) <= SHORT) return use(path)
  const folder = mkdtempSync(join(tmpdir(), 'vk-'))
  try {
    symlinkSync(dirname(path), join(folder, 'd'))
    return await use(join(folder, 'd', basename(path)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function release(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  rmSync(path, { force: true })
}
