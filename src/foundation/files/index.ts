/** `GET /bestanden/:id`, with the rights of every download decided by whoever mounts it. */
export { fileRoutes } from './file.routes.ts'
export {
  /** Keeps a file once more, for another thing. */
  copyFile,
  type FileReceipt,
  type FileStanding,
  /** Files by id. */
  fileFacts,
  /** Takes someone's name off the files they sent. */
  forgetSender,
  /** What `inspectFile` found. */
  type InspectedFile,
  /** The first half of `receiveFile`: looking into a file, which takes long. */
  inspectFile,
  /** The second half: keeping it. */
  keepFile,
  /** Most bytes that one person or thing may keep here. */
  QUOTA,
  /** The bytes of a file, once it may be taken along. */
  readFile,
  /** Takes a file in: checked, cleaned, scanned, kept. */
  receiveFile,
  /** Removes a file: the row at once, the bytes after the commit. */
  removeFile,
  /** A file as it is kept. */
  type StoredFile,
} from './file.store.ts'
/** Scanning, removing and sweeping. */
export { fileJobs } from './files.jobs.ts'
/** Which kinds there are, how they are called, and what a file field accepts. */
export { acceptedExtensions, type FileKind, isPicture, KINDS, kindFacts, LARGEST_FILE, sizeInWords } from './kind.ts'
/** The process that looks into files, for measuring and for tests. */
export { fileProcess, stopInspecting } from './process.ts'
/** The file in a field of a form. */
export { type SentFile, sentFile } from './sent.ts'
/** What is said while the scanner has not spoken. */
export { SENTENCE } from './sentence.ts'
/** Where bytes stand. */
export { storageOf } from './storage-of.ts'
