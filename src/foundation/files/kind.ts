/** What may be sent: nothing outside this list, whatever a name or a browser says. */
export const KINDS = ['pdf', 'docx', 'odt', 'xlsx', 'png', 'jpeg', 'webp'] as const

export type FileKind = (typeof KINDS)[number]

/** Source: reliability U1. In bytes. */
export const LARGEST_FILE = 25 * 1024 * 1024

interface KindFacts {
  extensions: string[]
  type: string
  /** As people call it. */
  word: string
  /** How its first bytes read, in latin1; of a webp also what stands at 8. */
  magic: string
}

const ZIP = 'PK\x03\x04'

export const kindFacts: Record<FileKind, KindFacts> = {
  pdf: { extensions: ['pdf'], type: 'application/pdf', word: 'pdf', magic: '%PDF-' },
  docx: {
    extensions: ['docx'],
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    word: 'Word',
    magic: ZIP,
  },
  odt: {
    extensions: ['odt'],
    type: 'application/vnd.oasis.opendocument.text',
    word: 'OpenDocument',
    magic: ZIP,
  },
  xlsx: {
    extensions: ['xlsx'],
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    word: 'Excel',
    magic: ZIP,
  },
  png: { extensions: ['png'], type: 'image/png', word: 'png', magic: '\x89PNG\r\n\x1a\n' },
  jpeg: { extensions: ['jpg', 'jpeg'], type: 'image/jpeg', word: 'jpg', magic: '\xff\xd8\xff' },
  webp: { extensions: ['webp'], type: 'image/webp', word: 'webp', magic: 'RIFF' },
}

/** Whether it is a picture: those are drawn anew before they are kept. */
export const isPicture = (kind: FileKind): boolean => kind === 'png' || kind === 'jpeg' || kind === 'webp'

/** The kind that a name claims; undefined for everything that is not on the list, and for a name without an extension. */
export function kindByName(name: string): FileKind | undefined {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  return KINDS.find((kind) => extension !== undefined && kindFacts[kind].extensions.includes(extension))
}

/** Whether the first bytes are those of this kind. */
export function beginsAs(kind: FileKind, bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 16)
  return start.startsWith(kindFacts[kind].magic) && (kind !== 'webp' || start.startsWith('WEBPVP8', 8))
}

/** For the `accept` of a file field. */
export function acceptedExtensions(only: readonly FileKind[] = KINDS): string {
  return only.flatMap((kind) => kindFacts[kind].extensions.map((extension) => `.${extension}`)).join(',')
}

const LONGEST_NAME = 100

/**
 * A name as someone gave it, fit to be shown: without folders, control characters and marks that turn the reading
 * direction. It names nothing on disk.
 */
export function cleanName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim()
  const [, stem = '', extension = ''] = /^(.*?)(\.[^.]{1,5})?$/.exec(plain) ?? []
  return `${[...stem].slice(0, LONGEST_NAME).join('') || 'bestand'}${extension}`
}

/** "340 kB", "2,4 MB": as people read sizes. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`
}
