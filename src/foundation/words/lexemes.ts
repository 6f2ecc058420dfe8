/**
 * What the labels of a `tsvector` weigh: a word in a title (A) more than any number of times in a text. Weights of two
 * words add up, and still one title with one text weighs more than two texts.
 */
const LABELS: Record<string, number> = { A: 160, B: 64, C: 32 }
const UNLABELLED = 16
/** What saying it again adds, and how often that counts. */
const AGAIN = 4
const MOST_AGAIN = 7

/** Hands over every word of a `tsvector`, as PostgreSQL writes it, with its weight: 1 to 255. */
export function readLexemes(vector: string, take: (lexeme: string, weight: number) => void): void {
  let at = 0
  while (at < vector.length) {
    const end = closingQuote(vector, at)
    const lexeme = unquoted(vector.slice(at + 1, end))
    let strongest = UNLABELLED
    let times = 0
    for (at = end + 1; at < vector.length && vector[at] !== ' '; at += 1) {
      const sign = vector[at] ?? ''
      if (sign === ':' || sign === ',') times += 1
      else if (sign > '9') strongest = Math.max(strongest, LABELS[sign] ?? UNLABELLED)
    }
    take(lexeme, strongest + AGAIN * Math.min(MOST_AGAIN, Math.max(0, times - 1)))
    at += 1
  }
}

/** Where the word that opens with a quote ends; a quote inside it is written twice. */
export function closingQuote(text: string, opening: number): number {
  let end = text.indexOf("'", opening + 1)
  while (end >= 0 && text[end + 1] === "'") end = text.indexOf("'", end + 2)
  return end < 0 ? text.length : end
}

/** A word as it is, of a word as PostgreSQL writes it between quotes. */
export function unquoted(text: string): string {
  return /['\\]/.test(text) ? text.replace(/''|\\\\/g, (two) => two.charAt(0)) : text
}
