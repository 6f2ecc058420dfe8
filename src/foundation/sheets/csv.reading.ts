import { LONGEST_CELL, MOST_CELLS, SheetFault, type SheetRow } from './sheet-fault.ts'

const SEPARATORS = [';', ',', '\t'] as const

/** The sign between cells: the one that stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 4096))?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const counts = SEPARATORS.map((sign) => ({ sign, count: first.split(sign).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign
}

/** One character after the other, with as little as possible between them. */
class CsvRows {
  line = 1
  #separator = ''
  #began = 1
  #cells: string[] = []
  #cell = ''
  #quoted = false
  /** A quote was seen inside a quoted cell: the end of it, or the first of two. */
  #closing = false
  #afterReturn = false

  #take(text: string): void {
    this.#cell += text
    if (this.#cell.length > LONGEST_CELL) this.#unclosed()
  }

  /** Finds the separator in the beginning of a text. Returns what is left to read. */
  begin(text: string): string {
    // Excel may say itself what it put between the cells.
    const told = /^sep=(.)\r?\n/.exec(text)
    this.#separator = told?.[1] ?? separatorOf(text)
    if (!told) return text
    this.line = 2
    this.#began = 2
    return text.slice(told[0].length)
  }

  *read(text: string): Generator<SheetRow> {
    let from = 0
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at]
      if (this.#quoted && !this.#closing) {
        if (sign === '\n') this.line += 1
        if (sign !== '"') continue
        this.#take(text.slice(from, at))
        this.#closing = true
        from = at + 1
        continue
      }
      if (this.#closing) {
        this.#closing = false
        if (sign === '"') {
          from = at
          continue
        }
        this.#quoted = false
      }
      if (sign === '"' && this.#cell === '' && text.slice(from, at).trim() === '') {
        this.#quoted = true
        from = at + 1
      } else if (sign === this.#separator) {
        this.#take(text.slice(from, at))
        this.#endCell()
        from = at + 1
      } else if (sign === '\n' || sign === '\r') {
        const isPair = sign === '\n' && this.#afterReturn && at === from
        this.#take(text.slice(from, at))
        from = at + 1
        this.#afterReturn = sign === '\r'
        if (isPair) {
          this.#cell = ''
          continue
        }
        yield* this.#endRow()
        continue
      }
      this.#afterReturn = false
    }
    this.#take(text.slice(from))
  }

  *end(): Generator<SheetRow> {
    if (this.#quoted && !this.#closing) this.#unclosed()
    if (this.#cell !== '' || this.#cells.length > 0) yield* this.#endRow()
  }

  #unclosed(): never {
    throw new SheetFault(
      `Op regel ${this.#began} staat een cel zonder einde. Kijk of daar een aanhalingsteken te veel of te weinig staat.`,
    )
  }

  #endCell(): void {
    if (this.#cells.length >= MOST_CELLS)
      throw new SheetFault(
        `Regel ${this.#began} heeft meer dan ${MOST_CELLS} cellen. Kijk of dit het goede bestand is.`,
      )
    this.#cells.push(this.#cell.trim())
    this.#cell = ''
  }

  *#endRow(): Generator<SheetRow> {
    this.#endCell()
    const [line, cells] = [this.#began, this.#cells]
    this.line += 1
    this.#began = this.line
    this.#cells = []
    if (cells.some((cell) => cell !== '')) yield { line, cells }
  }
}

/** The rows of a CSV file, with its own separator found out. Empty lines are left out. @throws SheetFault */
export function* csvRows(pieces: Iterable<string>): Generator<SheetRow> {
  const rows = new CsvRows()
  // The first piece must hold the first line, or nobody knows the separator.
  let waiting: string | undefined = ''
  for (const piece of pieces) {
    if (waiting === undefined) {
      yield* rows.read(piece)
      continue
    }
    waiting += piece
    if (waiting.length < 4096) continue
    yield* rows.read(rows.begin(waiting.replace(/^\ufeff/, '')))
    waiting = undefined
  }
  if (waiting) yield* rows.read(rows.begin(waiting.replace(/^\ufeff/, '')))
  yield* rows.end()
}
