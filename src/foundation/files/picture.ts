import sharp from 'sharp'
import type { FileKind } from './kind.ts'
import { SENTENCE } from './sentence.ts'
import { refused, type Verdict } from './verdict.ts'

/** Source: reliability U1. */
const MOST_PIXELS = 40_000_000
/** Longest side of what is kept, in pixels. */
export const LONGEST_SIDE = 2400
/** The same of a picture for a document: wide enough for paper, small enough to draw in a moment. */
export const LONGEST_IN_DOCUMENT = 1600

// One picture at a time, and nothing remembered: the process is small and lives long.
sharp.concurrency(1)
sharp.cache(false)

/** Draws a picture anew: upright, no larger than is of use, and without anything that told where or when or by whom. */
export async function inspectPicture(kind: FileKind, bytes: Buffer, wanted?: 'jpeg'): Promise<Verdict> {
  const as = wanted ?? kind
  const side = wanted === undefined ? LONGEST_SIDE : LONGEST_IN_DOCUMENT
  const source = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => refused(SENTENCE.broken))
  // Before a single pixel is unpacked.
  if (head.width * head.height > MOST_PIXELS) refused(SENTENCE.pixels)
  if (head.format !== kind) refused(SENTENCE.broken)
  const drawn = source()
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  const made =
    as === 'png'
      ? drawn.png()
      : as === 'webp'
        ? drawn.webp({ quality: 82 })
        : drawn.flatten({ background: 'white' }).jpeg({ quality: 84 })
  const { data, info } = await made.toBuffer({ resolveWithObject: true }).catch(() => refused(SENTENCE.broken))
  return { good: true, kind: as, bytes: data, width: info.width, height: info.height }
}
