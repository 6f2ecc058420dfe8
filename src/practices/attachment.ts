import type { StoredFile } from '../foundation/files/index.ts'

/** A document that came with a nomination. */
export interface Attachment {
  id: string
  nomination: string
  title: string
  file: StoredFile
  attachedAt: Date
}

/** Names of the fields that `AttachmentField` and `AttachmentList` put in a form. */
export const FIELDS = { file: 'bestand', title: 'bestandstitel', remove: 'verwijder' } as const

/** Most documents with one nomination. */
export const MOST_ATTACHMENTS = 20
export const LONGEST_TITLE = 120

/** What someone called it; else the name of the file without its extension. */
export function attachmentTitle(typed: string, fileName: string): string {
  const title = typed.replace(/\s+/g, ' ').trim()
  return (title || fileName.replace(/\.[^.]+$/, '').replace(/[-_]+/g, ' ')).slice(0, LONGEST_TITLE)
}

/** Where a file of this domain belongs, as far as its readers depend on it. */
export interface FilePlace {
  /** The nomination it came with, or that its practice came from. */
  nomination: string | null
  /** Of the practice it belongs to. */
  owner: string | null
  withdrawn: boolean
  /** Who was asked to read the nomination and has no interest in it; empty for files of a practice. */
  readers: string[]
  /** Published with the practice, so for everyone. */
  published: boolean
}

/** Who asks, as far as files care. */
export interface FileReader {
  person: string | undefined
  /** Proven by a second factor, both. */
  isEditor: boolean
  isReader: boolean
  /** By code or as a colleague. */
  opensNomination: boolean
}

/** Who may take a file along: everyone what was published; else who sent it, who judges it, and the desk. */
export function mayTakeAlong(places: readonly FilePlace[], asks: FileReader): boolean {
  return places.some((place) => {
    if (place.published || asks.isEditor || asks.opensNomination) return true
    if (asks.person === undefined) return false
    if (place.owner === asks.person) return true
    return asks.isReader && !place.withdrawn && place.readers.includes(asks.person)
  })
}
