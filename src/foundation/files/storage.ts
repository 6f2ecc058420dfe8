/** What stands in storage, whether or not a row tells of it. */
export interface StoredThing {
  key: string
  writtenAt: Date
}

/** Where bytes stand, by a random key of 32 small letters and digits. Whole or not at all. */
export interface Storage {
  write(key: string, bytes: Buffer): Promise<void>
  /** Undefined when there is nothing under this key. */
  read(key: string): Promise<Buffer | undefined>
  /** Says nothing when it was gone already. */
  remove(key: string): Promise<void>
  /** Everything there is, remains of broken uploads included: for the sweep. */
  all(): AsyncIterable<StoredThing>
}
