import { isUtf8 } from 'node:buffer'

/** Text is decoded and read in pieces of this size, in bytes, so that nothing holds it twice. */
const PIECE = 64 * 1024

/**
 * The text of a file, piece by piece. A mark in front decides; without one it is UTF-8 when it can be, and otherwise what
 * Windows programs write (windows-1252), in which every byte means something.
 */
export function* decoded(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let from = 0; from < bytes.length; from += PIECE)
    yield decoder.decode(bytes.subarray(from, from + PIECE), { stream: true })
  yield decoder.decode()
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}
