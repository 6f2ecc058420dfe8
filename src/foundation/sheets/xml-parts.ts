/** What a document of a spreadsheet is made of. Attributes are those of our choice, still escaped. */
export interface XmlHearer {
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

/** A tag is never longer, in characters. */
const LONGEST_TAG = 64 * 1024

/**
 * Reads XML while it comes in, as far as spreadsheets use it: tags, text, nothing declared. Names are without their prefix.
 * It believes nothing: what is no XML gives no tags, never a fault.
 */
export class XmlParts {
  #rest = ''
  #hearer: XmlHearer

  constructor(hearer: XmlHearer) {
    this.#hearer = hearer
  }

  read(piece: string): void {
    const text = this.#rest + piece
    let from = 0
    while (from < text.length) {
      const open = text.indexOf('<', from)
      const until = open < 0 ? wholeSigns(text) : open
      if (until > from) this.#hearer.text(unescaped(text.slice(from, until)))
      if (open < 0) {
        this.#rest = text.slice(until)
        return
      }
      const end = endOfTag(text, open)
      if (end < 0) {
        this.#rest = text.length - open > LONGEST_TAG ? '' : text.slice(open)
        return
      }
      this.#tag(text.slice(open + 1, end))
      from = end + 1
    }
    this.#rest = ''
  }

  #tag(inside: string): void {
    if (inside.startsWith('![CDATA[')) this.#hearer.text(inside.slice(8, -2))
    if (inside.startsWith('?') || inside.startsWith('!')) return
    const [, isEnd = '', name = ''] = /^(\/?)(?:[\w.-]+:)?([\w.-]+)/.exec(inside) ?? []
    if (name === '') return
    if (isEnd === '') this.#hearer.open(name, inside)
    if (isEnd !== '' || inside.endsWith('/')) this.#hearer.close(name)
  }
}

/** The longest sign but for its end: "&#x10ffff". */
const LONGEST_SIGN = 9

/** Where a piece ends without the sign that may have been cut in two at its end: "&am". */
const wholeSigns = (text: string): number => text.length - (/&[#\w]*$/.exec(text.slice(-LONGEST_SIGN))?.[0].length ?? 0)

function endOfTag(text: string, open: number): number {
  if (text.startsWith('<![CDATA[', open)) {
    const end = text.indexOf(']]>', open)
    return end < 0 ? -1 : end + 2
  }
  if (text.startsWith('<!--', open)) {
    const end = text.indexOf('-->', open)
    return end < 0 ? -1 : end + 2
  }
  return text.indexOf('>', open)
}

/** The value of an attribute, '' when it is not there. */
export function attribute(inside: string, name: string): string {
  const at = inside.indexOf(` ${name}="`)
  if (at < 0) return ''
  const from = at + name.length + 3
  return unescaped(inside.slice(from, inside.indexOf('"', from)))
}

const SIGNS: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    const sign = SIGNS[name]
    if (sign !== undefined) return sign
    const code = name.startsWith('#') ? Number(name.replace(/^#x/i, '0x').replace(/^#/, '')) : Number.NaN
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
