import { SheetFault } from './sheet-fault.ts'

/** Something that stood in a list, or beside the lists, at the root of a document. */
export interface JsonItem {
  /** Name of the list or member; '' for a document that is a list itself. */
  key: string
  value: unknown
}

/** One item is never larger, in characters. */
const LARGEST_ITEM = 1024 * 1024

const BROKEN = 'Dit JSON-bestand is niet compleet. Vraag wie het maakt om het opnieuw te maken.'

const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58]
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [123, 125, 91, 93]

/** Where we are: between documents, at a name, in its value, among the items of a list, behind a list. */
type Place = 'outside' | 'name' | 'value' | 'items' | 'behind'

/**
 * Takes JSON apart while it comes in: the items of every list at the root, and what stands beside those lists. Documents
 * may follow each other. It never holds more than one item.
 */
export class JsonItems {
  #place: Place = 'outside'
  #isList = false
  #key = ''
  #text = ''
  #nested = 0
  #inString = false
  #escaped = false

  /** @throws SheetFault when a document stops half way */
  end(): void {
    if (this.#place !== 'outside' || this.#text.trim() !== '') throw new SheetFault(BROKEN)
  }

  /** @throws SheetFault when it is no JSON */
  *read(piece: string): Generator<JsonItem> {
    let from = 0
    for (let at = 0; at < piece.length; at += 1) {
      const sign = piece.charCodeAt(at)
      if (this.#isInString(sign) || !isStructure(sign)) continue
      if (this.#goesOn(sign, piece, from, at)) continue
      this.#keep(piece.slice(from, at))
      from = at + 1
      const item = this.#step(sign)
      if (item) yield item
    }
    this.#keep(piece.slice(from))
  }

  #isInString(sign: number): boolean {
    if (!this.#inString) {
      this.#inString = sign === QUOTE
      return this.#inString
    }
    if (this.#escaped) this.#escaped = false
    else if (sign === BACKSLASH) this.#escaped = true
    else if (sign === QUOTE) this.#inString = false
    return true
  }

  /** Whether this sign is part of the item itself: it opens, ends or stands in something inside it. */
  #goesOn(sign: number, piece: string, from: number, at: number): boolean {
    if (this.#nested > 0) {
      if (sign === OPEN_BRACE || sign === OPEN_BRACKET) this.#nested += 1
      if (sign === CLOSE_BRACE || sign === CLOSE_BRACKET) this.#nested -= 1
      return true
    }
    if (sign !== OPEN_BRACE && sign !== OPEN_BRACKET) return false
    const isBlank = this.#text.trim() === '' && piece.slice(from, at).trim() === ''
    const opensList = this.#place === 'value' && sign === OPEN_BRACKET && isBlank
    if (this.#place === 'outside' || opensList) return false
    this.#nested = 1
    return true
  }

  #step(sign: number): JsonItem | undefined {
    const text = this.#text.trim()
    this.#text = ''
    switch (this.#place) {
      case 'outside':
        if (text !== '' || (sign !== OPEN_BRACE && sign !== OPEN_BRACKET)) broken()
        this.#isList = sign === OPEN_BRACKET
        this.#key = ''
        this.#place = this.#isList ? 'items' : 'name'
        return undefined
      case 'name':
        if (sign === COLON) this.#key = String(parsed(text))
        else if (sign !== CLOSE_BRACE || text !== '') broken()
        this.#place = sign === COLON ? 'value' : 'outside'
        return undefined
      case 'value':
        if (sign === OPEN_BRACKET) this.#place = 'items'
        else this.#place = afterMember(sign)
        return sign === OPEN_BRACKET ? undefined : { key: this.#key, value: parsed(text) }
      case 'items':
        if (sign !== COMMA && sign !== CLOSE_BRACKET) broken()
        if (sign === CLOSE_BRACKET) this.#place = this.#isList ? 'outside' : 'behind'
        if (text === '' && sign === CLOSE_BRACKET) return undefined
        return { key: this.#key, value: parsed(text) }
      case 'behind':
        if (text !== '') broken()
        this.#place = afterMember(sign)
        return undefined
    }
  }

  #keep(text: string): void {
    this.#text += text
    if (this.#text.length > LARGEST_ITEM)
      throw new SheetFault('In dit bestand staat één stuk van meer dan 1 MB. Dat is geen training; kijk het na.')
  }
}

const isStructure = (sign: number): boolean =>
  sign === COMMA ||
  sign === COLON ||
  sign === OPEN_BRACE ||
  sign === CLOSE_BRACE ||
  sign === OPEN_BRACKET ||
  sign === CLOSE_BRACKET

function broken(): never {
  throw new SheetFault(BROKEN)
}

function afterMember(sign: number): Place {
  if (sign === COMMA) return 'name'
  return sign === CLOSE_BRACE ? 'outside' : broken()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return broken()
  }
}
