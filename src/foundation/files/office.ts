import { crc32 } from 'node:zlib'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { beginsAsForeign } from './first-bytes.ts'
import type { FileKind } from './kind.ts'
import {
  ENCLOSED_PART,
  hasActiveField,
  isXml,
  MACRO_PART,
  OUTSIDE_PART,
  reachesOutside,
  withoutExif,
  withoutMakers,
} from './office.part.ts'
import { liesAbout, SENTENCE } from './sentence.ts'
import { refused, type Verdict } from './verdict.ts'

/** Source: reliability U1. */
const MOST_ENTRIES = 1_000
const MOST_RATIO = 100
/** What a document may grow to, whatever its ratio; in bytes. */
const MOST_INFLATED = 150 * 1024 * 1024

/** By what a document of this kind is known: its main part, how that begins, and where its type is written. */
const MAIN: Record<'docx' | 'odt' | 'xlsx', { part: string; root: RegExp; typed: string; type: RegExp }> = {
  docx: {
    part: 'word/document.xml',
    root: /<(\w+:)?document[\s>]/,
    typed: '[Content_Types].xml',
    type: /wordprocessingml\.document\.main\+xml/,
  },
  xlsx: {
    part: 'xl/workbook.xml',
    root: /<(\w+:)?workbook[\s>]/,
    typed: '[Content_Types].xml',
    type: /spreadsheetml\.sheet\.main\+xml/,
  },
  odt: {
    part: 'content.xml',
    root: /<office:document-content[\s>]/,
    typed: 'mimetype',
    type: /^application\/vnd\.oasis\.opendocument\.text$/,
  },
}

const isOffice = (kind: FileKind): kind is keyof typeof MAIN => kind in MAIN

/**
 * Unpacks a document part by part, counting, looks into each part, and packs it anew: what stood between or behind the
 * parts is gone, and so are the names of its makers.
 */
export async function inspectOffice(kind: FileKind, bytes: Buffer): Promise<Verdict> {
  if (!isOffice(kind)) return refused(SENTENCE.kind)
  const main = MAIN[kind]
  const made = newZip()
  const budget = { left: Math.min(MOST_INFLATED, bytes.length * MOST_RATIO) }
  const seen = new Set<string>()
  const zip = await opened(bytes)
  for await (const entry of entriesOf(zip)) {
    const name = entry.fileName
    if (seen.size >= MOST_ENTRIES) refused(SENTENCE.many)
    if (seen.has(name.toLowerCase())) refused(SENTENCE.broken)
    seen.add(name.toLowerCase())
    judgeName(entry)
    if (name.endsWith('/')) continue
    const part = await partOf(zip, entry, budget)
    judgePart(name, part)
    if (name === main.typed && !main.type.test(part.toString('utf8'))) refused(liesAbout(kind))
    if (name === main.part && !main.root.test(part.toString('utf8', 0, 8192))) refused(SENTENCE.broken)
    made.add(name, /\.jpe?g$/i.test(name) ? withoutExif(part) : withoutMakers(name, part))
  }
  for (const name of [main.typed, main.part]) if (!seen.has(name.toLowerCase())) refused(liesAbout(kind))
  return { good: true, kind, bytes: made.end() }
}

async function opened(bytes: Buffer): Promise<ZipFile> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true })
    if (zip.entryCount > MOST_ENTRIES) refused(SENTENCE.many)
    return zip
  } catch (fault) {
    return retold(fault)
  }
}

/** The entries, with what the reader objects to told as our sentences. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry()
  while (true) {
    const next = await entries.next().catch(retold)
    if (next.done) return
    yield next.value
  }
}

function retold(fault: unknown): never {
  const said = fault instanceof Error ? fault.message : ''
  if (Object.values<string>(SENTENCE).includes(said)) throw fault
  return refused(/path|invalid characters/i.test(said) ? SENTENCE.names : SENTENCE.broken)
}

const SYMBOLIC_LINK = 0xa000

function judgeName(entry: Entry): void {
  const name = entry.fileName
  if (entry.isEncrypted()) refused(SENTENCE.locked)
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === SYMBOLIC_LINK) refused(SENTENCE.names)
  if (MACRO_PART.test(name)) refused(SENTENCE.macro)
  if (ENCLOSED_PART.test(name)) refused(SENTENCE.embedded)
  if (OUTSIDE_PART.test(name)) refused(SENTENCE.outside)
}

async function partOf(zip: ZipFile, entry: Entry, budget: { left: number }): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry).catch(retold)
  const chunks: Buffer[] = []
  let sum = 0
  try {
    for await (const chunk of stream) {
      // Counted as it grows: what a zip says about its own size is a claim.
      budget.left -= chunk.length
      if (budget.left < 0) refused(SENTENCE.bomb)
      sum = crc32(chunk, sum)
      chunks.push(chunk)
    }
  } catch (fault) {
    retold(fault)
  }
  if (sum !== entry.crc32) refused(SENTENCE.broken)
  return Buffer.concat(chunks)
}

function judgePart(name: string, part: Buffer): void {
  if (beginsAsForeign(part)) refused(SENTENCE.embedded)
  if (/\.svg$/i.test(name)) judgeDrawing(part)
  if (!isXml(name)) return
  // Two bytes a letter would hide every word we look for.
  if (part.subarray(0, 64).includes(0)) refused(SENTENCE.broken)
  if (part.includes('<!ENTITY')) refused(SENTENCE.bomb)
  if (part.includes('macroEnabled') || part.includes('vbaProject')) refused(SENTENCE.macro)
  if (part.includes('script:event-listener') || part.includes('vnd.sun.star.script:')) refused(SENTENCE.macro)
  if (part.includes('manifest:encryption-data')) refused(SENTENCE.locked)
  if (/\.rels$/i.test(name) && reachesOutside(part.toString('utf8'))) refused(SENTENCE.outside)
  if (/^word\//i.test(name) && hasActiveField(part.toString('utf8'))) refused(SENTENCE.outside)
}

/** Word keeps an icon as a drawing beside its picture; one that does something is not an icon. */
function judgeDrawing(part: Buffer): void {
  if (/<script|\son\w+\s*=|javascript:|<foreignObject|<!ENTITY/i.test(part.toString('utf8'))) refused(SENTENCE.twofold)
}

const EPOCH = new Date(1980, 0, 1)

/** A zip in the making. An ODF file begins with its type, unpacked; entries keep their order, so that it does here too. */
function newZip(): { add(name: string, part: Buffer): void; end(): Buffer } {
  const chunks: Uint8Array[] = []
  const zip = new Zip((fault, chunk) => {
    if (fault) throw fault
    chunks.push(chunk)
  })
  return {
    add(name, part) {
      const packed = name === 'mimetype' || /\.(png|jpe?g|gif|webp|emz|wmz)$/i.test(name)
      const entry = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
      entry.mtime = EPOCH
      zip.add(entry)
      entry.push(part, true)
    },
    end() {
      zip.end()
      return Buffer.concat(chunks)
    },
  }
}
