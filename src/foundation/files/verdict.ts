import type { FileKind } from './kind.ts'

/** What became of a file that was looked into: bytes to keep (metadata gone, pictures drawn anew), or one sentence. */
export type Verdict =
  | { good: true; kind: FileKind; bytes: Buffer; width?: number; height?: number }
  | { good: false; sentence: string }

/** Ends the looking. Caught at the top of the inspection: the sentence is the answer. */
export class Refused extends Error {}

/** Says no to a file, in one sentence that says what to do. @throws Refused always */
export function refused(sentence: string): never {
  throw new Refused(sentence)
}
