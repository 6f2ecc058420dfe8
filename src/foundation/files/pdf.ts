import { deflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'
import { anatomy, type PdfStream, unescaped, unpacked } from './pdf.anatomy.ts'
import { SENTENCE } from './sentence.ts'
import { Refused, refused, type Verdict } from './verdict.ts'

const LOCKED = /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/
const SCRIPT =
  /\/S\s*\/(JavaScript|Launch|ImportData|SubmitForm|Rendition)\b|\/JS\s*[(<[\d]|\/JavaScript\s*([<[]|\d+\s+\d+\s+R)|\bobj\s*\/(JavaScript|Launch)\b|\/XFA\s*[<[\d]|\/Subtype\s*\/(RichMedia|Screen|Movie|3D)\b/
const ENCLOSED =
  /\/EmbeddedFiles?\s*([<[]|\d+\s+\d+\s+R)|\/Type\s*\/EmbeddedFile\b|\/EF\s*(<<|\d+\s+\d+\s+R)|\/Collection\s*<</
const WEB = /<(!doctype\s+html|html[\s>]|script[\s>/]|\?php)/i

/** Pages whose own actions are looked at one by one; what lies behind is covered by the reading of every object. */
const MOST_PAGES_ASKED = 30

/** A pdf that opens, starts nothing and holds nothing besides; the name of its maker is taken out. */
export async function inspectPdf(bytes: Buffer): Promise<Verdict> {
  const { plain, streams } = anatomy(bytes)
  const objects = unpacked(bytes, streams)
  for (const text of [plain, ...streams.map(({ dictionary }) => dictionary), ...objects.map((one) => one.text)])
    lookFor(text)
  if (WEB.test(plain)) refused(SENTENCE.twofold)
  await open(bytes)
  return { good: true, kind: 'pdf', bytes: withoutMaker(bytes, streams, objects) }
}

/** A remark may stand between two words, and a string may look like a remark: read both ways. */
function lookFor(text: string): void {
  const names = text.includes('#') ? unescaped(text) : text
  for (const one of names.includes('%') ? [names, names.replace(/%[^\r\n]*/g, ' ')] : [names]) {
    if (LOCKED.test(one)) refused(SENTENCE.locked)
    if (SCRIPT.test(one)) refused(SENTENCE.script)
    if (ENCLOSED.test(one)) refused(SENTENCE.enclosed)
  }
}

/** The second pair of eyes: a reader of pdf files that follows every table and reference. */
async function open(bytes: Buffer): Promise<void> {
  try {
    // It keeps the bytes it is given for itself.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: true })
    if (pdf.numPages < 1) refused(SENTENCE.broken)
    if ((await pdf.getJSActions()) !== null) refused(SENTENCE.script)
    if ((await pdf.getAttachments()) !== null) refused(SENTENCE.enclosed)
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES_ASKED); number += 1) {
      const page = await pdf.getPage(number)
      if ((await page.getJSActions()) !== null) refused(SENTENCE.script)
      const notes: { subtype?: string }[] = await page.getAnnotations()
      if (notes.some(({ subtype }) => subtype === 'FileAttachment')) refused(SENTENCE.enclosed)
      page.cleanup()
    }
    await pdf.destroy()
  } catch (fault) {
    if (fault instanceof Refused) throw fault
    refused(fault instanceof Error && fault.name === 'PasswordException' ? SENTENCE.locked : SENTENCE.broken)
  }
}

const LITERAL = /(\/(?:Author|Company|Manager)\s*)\(((?:\\[\s\S]|[^\\()])*)\)/g
const HEX = /(\/(?:Author|Company|Manager)\s*)<([0-9a-fA-F\s]*)>/g
const XMP = /(<(dc:creator|pdf:Author|xmp:Author|pdfx:Company)\b[^>]*>)([\s\S]*?)(<\/\2>)/g

/** Blanks in place: nothing moves, so every table of the file still holds. */
function blanked(text: string): string {
  return text
    .replace(LITERAL, (_, name: string, value: string) => `${name}(${' '.repeat(value.length)})`)
    .replace(HEX, (_, name: string, value: string) => `${name}<${'20'.repeat(value.length).slice(0, value.length)}>`)
    .replace(
      XMP,
      (_, head: string, _name: string, value: string, tail: string) => `${head}${' '.repeat(value.length)}${tail}`,
    )
}

function withoutMaker(bytes: Buffer, streams: PdfStream[], objects: { stream: PdfStream; text: string }[]): Buffer {
  const clean = Buffer.from(bytes)
  // Descriptions stand unpacked, so that other programs find them.
  const isOpen = ({ dictionary }: PdfStream) => /\/Metadata\b/.test(dictionary) && !/\/Filter\b/.test(dictionary)
  let at = 0
  for (const { from, to } of [...streams.filter((one) => !isOpen(one)), { from: clean.length, to: clean.length }]) {
    const part = bytes.toString('latin1', at, from)
    const without = blanked(part)
    if (without !== part) clean.write(without, at, 'latin1')
    at = to
  }
  for (const { stream, text } of objects) {
    const without = blanked(text)
    if (without === text) continue
    const packed = deflateSync(Buffer.from(without, 'latin1'), { level: 9 })
    // Blanks pack smaller than a name. What is left over behind a packed stream is not read.
    if (packed.length > stream.to - stream.from) continue
    clean.fill(0, stream.from, stream.to)
    packed.copy(clean, stream.from)
  }
  return clean
}
