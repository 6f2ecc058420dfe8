import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

type Format = 'png' | 'jpeg' | 'webp'

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 12, g: 90, b: 120 } } })

export const picture = (format: Format, width = 60, height = 40): Promise<Buffer> =>
  blank(width, height).toFormat(format).toBuffer()

/** A photo as a phone makes it: lying on its side, with the place and the maker in it. */
export const phonePicture = (format: Format = 'jpeg'): Promise<Buffer> =>
  blank(60, 40)
    .withExif({
      IFD0: { Artist: 'Kanarie', Copyright: 'Kanarie' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '5/1 7/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer()

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A png in one shade: small on disk, and as large as you like once it is unpacked. */
export function flatPng(width: number, height: number, ...more: [string, Buffer][]): Buffer {
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })
  return pngOf(width, height, rows, ...more)
}

/** A png that says it is so large, with these bytes for its picture. */
export function pngOf(width: number, height: number, rows: Buffer, ...more: [string, Buffer][]): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const parts: [string, Buffer][] = [['IHDR', head], ...more, ['IDAT', rows], ['IEND', Buffer.alloc(0)]]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts.map(([kind, data]) => chunk(kind, data))])
}
