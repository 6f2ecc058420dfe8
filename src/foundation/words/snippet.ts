/** A piece of a snippet; marked pieces are what was looked for. */
export interface Piece {
  text: string
  marked: boolean
}

/** A word in a text that may be one of those looked for. */
export interface Spot {
  at: number
  end: number
  /** In lower case without accents. */
  form: string
}

/** Characters of a snippet, and how many of them stand before the first word found. */
const REACH = 240
const LEAD = 40

/** Lower case without accents, as `house.plain` has it in the database. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Letters and digits of plain English: nearly all that is read. */
const PLAIN_LETTER = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9]/i.test(String.fromCharCode(code)) ? 1 : 0,
)

/** Accents that stand apart belong to their letter. */
const OTHER_LETTER = /[\p{L}\p{N}\p{M}]/u

function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 ? PLAIN_LETTER[code] === 1 : OTHER_LETTER.test(text.charAt(at))
}

/** The first two letters as one number, whatever their case. */
function beginningOf(text: string, at: number, end: number): number {
  const [first, second] = [text.charCodeAt(at), at + 1 < end ? text.charCodeAt(at + 1) : 0]
  if (first > 127 || second > 127) {
    const form = plain(text.slice(at, end))
    return (form.charCodeAt(0) << 16) | (form.length > 1 ? form.charCodeAt(1) : 0)
  }
  return ((first | 32) << 16) | (second === 0 ? 0 : second | 32)
}

/** The words that begin as one of these do: a stem keeps the first two letters of its word. */
export function spotsIn(text: string, lexemes: readonly string[]): Spot[] {
  const beginnings = new Set(lexemes.map((lexeme) => beginningOf(lexeme, 0, lexeme.length)))
  const spots: Spot[] = []
  if (beginnings.size === 0) return spots
  let at = 0
  while (at < text.length) {
    if (!isOfWord(text, at)) {
      at += 1
      continue
    }
    let end = at + 1
    while (end < text.length && isOfWord(text, end)) end += 1
    if (beginnings.has(beginningOf(text, at, end))) spots.push({ at, end, form: plain(text.slice(at, end)) })
    at = end
  }
  return spots
}

/** The part of a text in which most of what was looked for stands together, with that marked. */
export function snippetAround(text: string, found: readonly Spot[]): Piece[] {
  const start = text.length <= REACH ? 0 : wordStart(text, bestStart(found))
  const end = text.length - start <= REACH ? text.length : wordEnd(text, start + REACH)
  const pieces: Piece[] = []
  let at = start
  for (const spot of found) {
    if (spot.at < start || spot.end > end) continue
    pieces.push({ text: text.slice(at, spot.at), marked: false }, { text: text.slice(spot.at, spot.end), marked: true })
    at = spot.end
  }
  pieces.push({ text: text.slice(at, end), marked: false })
  return pieces.filter((piece) => piece.text !== '')
}

function bestStart(found: readonly Spot[]): number {
  let best = { many: 0, at: 0 }
  for (const [index, first] of found.entries()) {
    const near = new Set<string>()
    for (let next = index; next < found.length; next += 1) {
      const spot = found[next]
      if (spot === undefined || spot.end > first.at - LEAD + REACH) break
      near.add(spot.form)
    }
    if (near.size > best.many) best = { many: near.size, at: first.at }
  }
  return Math.max(0, best.at - LEAD)
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.slice(at, at + LEAD).search(/\s/)
  return space < 0 ? at : at + space + 1
}

/** Nothing is cut in two, not even a letter that takes two places. */
function wordEnd(text: string, at: number): number {
  for (let end = at; end > at - LEAD; end -= 1) if (/\s/.test(text.charAt(end))) return end
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
}
