import { beginsAsForeign } from './first-bytes.ts'
import type { FileKind } from './kind.ts'

/** A zip is read from its end: its directory closes within this many bytes of the end of any file. */
const ZIP_TAIL = 22 + 65_535
const END_OF_ZIP = Buffer.from('PK\x05\x06', 'latin1')

const WEB = /<(!doctype\s+html|html[\s>]|script[\s>/]|iframe[\s>]|\?php)/i

/**
 * Whether the bytes are something else besides: a picture that is also an archive or a page, a pdf with an archive behind
 * it. Phones put more behind a picture themselves (a film, a second picture), so that alone is no reason.
 */
export function isTwofold(kind: FileKind, bytes: Buffer): boolean {
  if (kind === 'docx' || kind === 'odt' || kind === 'xlsx') return false
  if (bytes.subarray(-ZIP_TAIL).includes(END_OF_ZIP)) return true
  if (kind === 'pdf') return !/^[\s\0]*$/.test(behindPdf(bytes))
  const behind = bytes.subarray(pictureEnd(kind, bytes))
  return (
    WEB.test(bytes.toString('latin1')) ||
    beginsAsForeign(behind) ||
    behind.toString('latin1', 0, 64).trim().startsWith('<')
  )
}

function behindPdf(bytes: Buffer): string {
  const end = bytes.lastIndexOf('%%EOF')
  return end < 0 ? '' : bytes.toString('latin1', end + 5)
}

/** Where a picture ends by its own account; the end of the file when it never says so. */
export function pictureEnd(kind: FileKind, bytes: Buffer): number {
  if (kind === 'webp') return Math.min(bytes.length, bytes.readUInt32LE(4) + 8)
  return kind === 'png' ? pngEnd(bytes) : jpegEnd(bytes)
}

function pngEnd(bytes: Buffer): number {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return Math.min(next, bytes.length)
    at = next
  }
  return bytes.length
}

const STUFFED = new Set([0x00, 0x01, 0xff, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7])

function jpegEnd(bytes: Buffer): number {
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || STUFFED.has(marker)) at += 1
    else if (marker === 0xd9) return at + 2
    // Behind the header of a scan come its bytes, up to the next real marker: walked one by one above.
    else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return bytes.length
}
