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

/** Characters of a snippet, and how many of them may stand before the first word found. */
const REACH = 240
const LEAD = 80

/** A paragraph with fewer characters is a heading, and says too little by itself. */
const ENOUGH = 30

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

/** Where a snippet begins or ends; `cut` when that is in the middle of a sentence. */
interface Edge {
  at: number
  cut: boolean
}

/**
 * The part of a text in which most of what was looked for stands together, with that marked. It begins and ends with a
 * sentence or paragraph where one is near; elsewhere "…" says that the text goes on. What stands in no sentence, like the
 * name of a field, is no answer to read: then the text is shown from its beginning, if that is a sentence.
 */
export function snippetAround(text: string, found: readonly Spot[]): Piece[] {
  const said = found.filter(({ at }) => isSentence(lineAt(text, at)))
  const best = bestOf(said.length > 0 || isSentence(lineAt(text, 0)) ? said : found)
  const start = text.length <= REACH || best.at <= LEAD ? { at: 0, cut: false } : startBefore(text, best.at)
  const end = endAfter(text, start.at, best.until)
  const pieces: Piece[] = [{ text: start.cut ? '…' : '', marked: false }]
  let at = start.at
  for (const spot of found) {
    if (spot.at < start.at || spot.end > end.at) continue
    pieces.push({ text: text.slice(at, spot.at), marked: false }, { text: text.slice(spot.at, spot.end), marked: true })
    at = spot.end
  }
  pieces.push({ text: text.slice(at, end.at), marked: false }, { text: end.cut ? '…' : '', marked: false })
  return pieces.filter((piece) => piece.text !== '')
}

/** Whole words of a text, at most this many characters; "…" says that it goes on. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, wordEnd(text, 0, most))}…`
}

/** Where most different words stand together: where the first begins, and where the last that is new ends. */
function bestOf(found: readonly Spot[]): { at: number; until: number } {
  let best = { many: 0, at: 0, until: 0 }
  for (const [index, first] of found.entries()) {
    const near = new Set<string>()
    let until = first.end
    for (let next = index; next < found.length; next += 1) {
      const spot = found[next]
      if (spot === undefined || spot.end > first.at - LEAD + REACH) break
      if (!near.has(spot.form)) until = spot.end
      near.add(spot.form)
    }
    if (near.size > best.many) best = { many: near.size, at: first.at, until }
  }
  return best
}

const isSentence = (line: string): boolean => /[.!?]/.test(line)

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end)
}

const SENTENCE_END = /[.!?]['"’”)]*(?=\s)/g

/** The nearest start of a sentence or paragraph before a word, or else of a word. */
function startBefore(text: string, word: number): Edge {
  const from = word - LEAD
  const before = text.slice(from, word)
  const ends = [...before.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)
  const nearest = Math.max(before.lastIndexOf('\n'), ends.at(-1) ?? -1)
  if (nearest >= 0) return { at: from + nearest + (/^\s*/.exec(before.slice(nearest))?.[0].length ?? 0), cut: false }
  const space = before.search(/\s/)
  return { at: space < 0 ? wholeLetter(text, from) : from + space + 1, cut: true }
}

/** The first end of a paragraph after all that was looked for, the last end of a sentence that fits, or a word's. */
function endAfter(text: string, start: number, until: number): Edge {
  const limit = start + REACH
  const line = text.indexOf('\n', Math.max(until, start + ENOUGH))
  if (line >= 0 && line <= limit) return { at: line, cut: false }
  if (text.length <= limit) return { at: text.length, cut: false }
  const from = Math.max(until, start + REACH / 3)
  const sentence = [...text.slice(from, limit).matchAll(SENTENCE_END)].at(-1)
  if (sentence) return { at: from + sentence.index + sentence[0].length, cut: false }
  return { at: wordEnd(text, until, limit), cut: true }
}

/** Nothing is cut in two, and no comma stands before what says that the text goes on. */
function wordEnd(text: string, from: number, at: number): number {
  for (let end = at; end > Math.max(from, at - LEAD); end -= 1)
    if (/\s/.test(text.charAt(end))) return from + text.slice(from, end).replace(/[\s,;:–-]+$/, '').length
  return wholeLetter(text, at)
}

/** Not even a letter that takes two places. */
const wholeLetter = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at)
