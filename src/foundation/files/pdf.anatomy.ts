import { inflateSync } from 'node:zlib'
import { SENTENCE } from './sentence.ts'
import { refused } from './verdict.ts'

/** One stream of a pdf: its dictionary as text, and where its bytes stand. */
export interface PdfStream {
  dictionary: string
  from: number
  to: number
}

/** A pdf taken apart: the text between its streams, and the streams. */
export interface PdfAnatomy {
  plain: string
  streams: PdfStream[]
}

const STREAM = />>\s*stream(\r\n|\n|\r)/g
/** No stream of an honest pdf holds the beginning of an object, unless another file is in it. */
const HIDDEN_OBJECT = /\b\d{1,10}\s+\d{1,5}\s+obj\b/

/** Takes a pdf apart without believing its tables: what a viewer might find is read, wherever it says it stands. */
export function anatomy(bytes: Buffer): PdfAnatomy {
  const text = bytes.toString('latin1')
  const streams: PdfStream[] = []
  const plain: string[] = []
  let at = 0
  STREAM.lastIndex = 0
  for (let open = STREAM.exec(text); open !== null; open = STREAM.exec(text)) {
    const before = text.slice(at, open.index + 2)
    const from = open.index + open[0].length
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    const to = streamEnd(text, from, dictionary)
    plain.push(before)
    const inside = text.slice(from, to)
    // A string that only looks like the start of a stream hides the objects behind it from us: read those too.
    if (HIDDEN_OBJECT.test(inside)) plain.push(inside)
    streams.push({ dictionary, from, to })
    at = to
    STREAM.lastIndex = to
  }
  plain.push(text.slice(at))
  return { plain: plain.join('\n'), streams }
}

function streamEnd(text: string, from: number, dictionary: string): number {
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN)
  if (length >= 0 && /^\s*endstream/.test(text.slice(from + length, from + length + 20))) return from + length
  const end = text.indexOf('endstream', from)
  return end < 0 ? text.length : end
}

/** What all object streams together may grow to, in bytes. */
const MOST_INFLATED = 64 * 1024 * 1024

/** The streams that hold objects or tables, unpacked. @throws Refused when they can't be read or grow too large */
export function unpacked(bytes: Buffer, streams: PdfStream[]): { stream: PdfStream; text: string }[] {
  let left = MOST_INFLATED
  return streams.flatMap((stream) => {
    const dictionary = unescaped(stream.dictionary)
    if (!/\/Type\s*\/(ObjStm|XRef)\b/.test(dictionary) && !/\/First\s+\d/.test(dictionary)) return []
    const raw = bytes.subarray(stream.from, stream.to)
    const filter = /\/Filter\s*\[?\s*(\/[^\]>\n]*)/.exec(dictionary)?.[1] ?? ''
    if (filter === '') return [{ stream, text: raw.toString('latin1') }]
    if (!/^\/(FlateDecode|Fl)\b\s*(\/(?!\w*(Decode|Fl|AHx|A85|LZW|RL|CCF|DCT)\b)|$|[^/])/.test(filter))
      refused(SENTENCE.broken)
    const out = inflated(raw, left)
    left -= out.length
    return [{ stream, text: out.toString('latin1') }]
  })
}

function inflated(raw: Buffer, most: number): Buffer {
  try {
    return inflateSync(raw, { maxOutputLength: Math.max(1, most) })
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : ''
    return refused(code === 'ERR_BUFFER_TOO_LARGE' ? SENTENCE.bomb : SENTENCE.broken)
  }
}

/** A name may be written in pieces of `#6A`; a viewer reads it whole, and so do we. */
export const unescaped = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
