import { type FileKind, KINDS, kindByName, kindFacts, LARGEST_FILE } from './kind.ts'
import { SENTENCE } from './sentence.ts'

/** What can be said of a file by its name and size alone, before anybody looks into it. */
export function outerFault(name: string, size: number, kinds: readonly FileKind[] = KINDS): string | undefined {
  const kind = kindByName(name)
  if (kind === undefined) return SENTENCE.kind
  if (!kinds.includes(kind)) {
    const words = kinds.flatMap((one) => kindFacts[one].extensions)
    return `Hier past alleen een bestand van deze soort: ${words.join(', ')}.`
  }
  if (size === 0) return SENTENCE.empty
  return size > LARGEST_FILE ? SENTENCE.large : undefined
}
