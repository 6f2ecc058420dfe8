/** A piece of a text beside another: in both, only in the old one, or only in the new one. */
export interface Piece {
  is: 'same' | 'gone' | 'new'
  text: string
}

/** Longer texts are shown whole: comparing costs the product of their lengths. */
const MOST_WORDS = 400

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** What differs between two texts, word by word: the fewest words gone and new. */
export function wordDifference(before: string, after: string): Piece[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS)
    return joined([...old.map((text) => piece('gone', text)), ...fresh.map((text) => piece('new', text))])
  const common = commonLengths(old, fresh)
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    const [word = '', other = ''] = [old[i], fresh[j]]
    if (i < old.length && j < fresh.length && word === other) {
      pieces.push(piece('same', word))
      i++
      j++
    } else if (j >= fresh.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push(piece('gone', word))
      i++
    } else {
      pieces.push(piece('new', other))
      j++
    }
  }
  return joined(pieces)
}

const piece = (is: Piece['is'], text: string): Piece => ({ is, text })

/** Length of the longest row of words in common, from every place in both texts to their ends. */
function commonLengths(old: string[], fresh: string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--) {
      const [row, below] = [lengths[i] ?? [], lengths[i + 1] ?? []]
      row[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return lengths
}

/** Neighbours of one kind as one piece. */
function joined(pieces: Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const one of pieces) {
    const last = whole.at(-1)
    if (last?.is === one.is) last.text += ` ${one.text}`
    else whole.push({ ...one })
  }
  return whole
}
