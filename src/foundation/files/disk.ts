import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Storage, StoredThing } from './storage.ts'

/** Bytes below `DATA_DIR/files`, far from anything a web server shows. Readable by our own user alone. */
export function diskStorage(dataDir: string): Storage {
  const root = join(dataDir, 'files')
  const place = (key: string) => join(root, key.slice(0, 2), key.slice(2, 4), key)
  return {
    async write(key, bytes) {
      const path = place(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      try {
        await writeWhole(`${path}.new`, bytes)
        await rename(`${path}.new`, path)
      } catch (fault) {
        await rm(`${path}.new`, { force: true })
        throw fault
      }
      // The name itself must survive a power cut too.
      await synced(dirname(path))
    },
    read: (key) => readFile(place(key)).catch(absent),
    remove: (key) => rm(place(key), { force: true }),
    all: () => everything(root),
  }
}

function absent(fault: NodeJS.ErrnoException): undefined {
  if (fault.code !== 'ENOENT') throw fault
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function* everything(root: string): AsyncGenerator<StoredThing> {
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of found.filter((one) => one.isFile())) {
    const facts = await stat(join(entry.parentPath, entry.name)).catch(() => undefined)
    if (facts) yield { key: entry.name, writtenAt: facts.mtime }
  }
}
