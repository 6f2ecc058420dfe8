import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { LONGEST_CELL, MOST_CELLS, SheetFault, type SheetRow } from './sheet-fault.ts'
import { attribute, type XmlHearer, XmlParts } from './xml-parts.ts'

/** Source: reliability U1. */
const MOST_ENTRIES = 1_000
const MOST_RATIO = 100
/** What a workbook may grow to, whatever its ratio, and its list of words by itself, in bytes. */
const MOST_INFLATED = 400 * 1024 * 1024
const MOST_WORDS = 60 * 1024 * 1024

const BROKEN = 'We kunnen dit Excel-bestand niet openen. Sla het opnieuw op als .xlsx, zonder wachtwoord, en stuur dat.'
const BOMB = 'Dit Excel-bestand wordt bij het uitpakken veel te groot. Bewaar alleen het blad met trainingen.'

/** The rows of every sheet of a workbook, one after the other. `sheet` is its name. @throws SheetFault */
export async function* xlsxRows(bytes: Buffer): AsyncGenerator<SheetRow & { sheet: string }> {
  const zip = await opened(bytes)
  const budget = { left: Math.min(MOST_INFLATED, bytes.length * MOST_RATIO) }
  const entries = await entriesOf(zip)
  const text = (name: string, most: number) => partOf(zip, entries.get(name), budget, most)
  const sheets = await sheetsIn(text)
  const words = await wordsIn(text('xl/sharedStrings.xml', MOST_WORDS))
  for (const { name, part } of sheets) {
    const rows = new Rows(words)
    const parts = new XmlParts(rows)
    for await (const piece of text(part, MOST_INFLATED)) {
      parts.read(piece)
      for (const row of rows.taken()) yield { ...row, sheet: name }
    }
  }
}

async function opened(bytes: Buffer): Promise<ZipFile> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true })
    if (zip.entryCount > MOST_ENTRIES) throw new SheetFault(BROKEN)
    return zip
  } catch {
    throw new SheetFault(BROKEN)
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) if (!entry.isEncrypted()) entries.set(entry.fileName, entry)
  } catch {
    throw new SheetFault(BROKEN)
  }
  return entries
}

/** A part as text, piece by piece, counted as it grows: what a zip says about its own size is a claim. */
async function* partOf(
  zip: ZipFile,
  entry: Entry | undefined,
  budget: { left: number },
  most: number,
): AsyncGenerator<string> {
  if (!entry) return
  const decoder = new TextDecoder()
  let left = most
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      budget.left -= chunk.length
      left -= chunk.length
      if (budget.left < 0 || left < 0) throw new SheetFault(BOMB)
      yield decoder.decode(chunk, { stream: true })
    }
  } catch (fault) {
    throw fault instanceof SheetFault ? fault : new SheetFault(BROKEN)
  }
}

type Text = (name: string, most: number) => AsyncGenerator<string>

/** One part that is small, heard whole. */
async function heard(parts: AsyncGenerator<string>, open: (name: string, attributes: string) => void): Promise<void> {
  const reader = new XmlParts({ open, close: () => {}, text: () => {} })
  for await (const piece of parts) reader.read(piece)
}

const SMALL = 1024 * 1024

/** The sheets in the order of their tabs; hidden ones are not for us. */
async function sheetsIn(text: Text): Promise<{ name: string; part: string }[]> {
  const parts = new Map<string, string>()
  await heard(text('xl/_rels/workbook.xml.rels', SMALL), (name, attributes) => {
    const target = attribute(attributes, 'Target')
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    if (name === 'Relationship') parts.set(attribute(attributes, 'Id'), part)
  })
  const sheets: { name: string; part: string }[] = []
  await heard(text('xl/workbook.xml', SMALL), (name, attributes) => {
    const part = parts.get(attribute(attributes, 'r:id'))
    const isHidden = attribute(attributes, 'state').endsWith('idden')
    if (name === 'sheet' && part !== undefined && !isHidden) sheets.push({ name: attribute(attributes, 'name'), part })
  })
  if (sheets.length === 0) throw new SheetFault(BROKEN)
  return sheets
}

/** The words that cells point at by number. */
async function wordsIn(pieces: AsyncGenerator<string>): Promise<string[]> {
  const words: string[] = []
  let word = ''
  let inText = false
  let isSpoken = false
  const parts = new XmlParts({
    open(name) {
      if (name === 'si') word = ''
      if (name === 't') inText = true
      // How a word is pronounced stands beside it in some languages.
      if (name === 'rPh') isSpoken = true
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') isSpoken = false
      if (name === 'si') words.push(word.slice(0, LONGEST_CELL))
    },
    text(text) {
      if (inText && !isSpoken) word += text
    },
  })
  for await (const piece of pieces) parts.read(piece)
  return words
}

/** Column "C" of "C12" is 2. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

/** Makes rows of what the XML of a sheet says. */
class Rows implements XmlHearer {
  #words: string[]
  #done: SheetRow[] = []
  #line = 0
  #cells: string[] = []
  #column = -1
  #type = ''
  #value = ''
  #inValue = false

  constructor(words: string[]) {
    this.#words = words
  }

  /** The rows that came whole since the last time. */
  taken(): SheetRow[] {
    const done = this.#done
    this.#done = []
    return done
  }

  open(name: string, attributes: string): void {
    if (name === 'row') {
      this.#line = Number(attribute(attributes, 'r')) || this.#line + 1
      this.#cells = []
      this.#column = -1
    } else if (name === 'c') {
      const place = attribute(attributes, 'r')
      this.#column = place === '' ? this.#column + 1 : columnOf(place)
      this.#type = attribute(attributes, 't')
      this.#value = ''
    } else if (name === 'v' || name === 't') this.#inValue = true
  }

  text(text: string): void {
    if (this.#inValue && this.#value.length < LONGEST_CELL) this.#value += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false
    else if (name === 'c') this.#put()
    else if (name === 'row' && this.#cells.some((cell) => cell !== ''))
      this.#done.push({ line: this.#line, cells: this.#cells })
  }

  #put(): void {
    if (this.#column < 0 || this.#column >= MOST_CELLS) return
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = this.#said().trim()
  }

  #said(): string {
    if (this.#type === 's') return this.#words[Number(this.#value)] ?? ''
    if (this.#type === 'b') return this.#value === '1' ? 'ja' : 'nee'
    if (this.#type !== '' && this.#type !== 'n') return this.#value
    // 0.1 + 0.2 stands in a file as 0.30000000000000004.
    const value = Number(this.#value)
    return this.#value !== '' && Number.isFinite(value) ? String(Number(value.toPrecision(12))) : this.#value
  }
}
