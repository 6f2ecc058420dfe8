import type { Config } from '../config.ts'
import { diskStorage } from './disk.ts'
import { objectStorage } from './object-store.ts'
import type { Storage } from './storage.ts'

const known = new WeakMap<Config, Storage>()

/** The storage of these settings: a bucket where one is set, the disk otherwise. */
export function storageOf(config: Config): Storage {
  const earlier = known.get(config)
  if (earlier) return earlier
  const storage = config.files.s3 ? objectStorage(config.files.s3) : diskStorage(config.dataDir)
  known.set(config, storage)
  return storage
}
