/** What the document process is asked: a template below `src/`, its data as JSON, and the date in seconds. */
export interface Order {
  id: number
  template: string
  data: string
  at: number
  /** Pictures by name, which the template finds below `/given/`. */
  files: Record<string, Uint8Array>
}

/** What comes back: the document, or what the compiler objected to; and the memory of the process in bytes. */
export interface Answer {
  id: number
  pdf?: Uint8Array
  fault?: string
  memory: number
}

// Everything the embedded fonts can draw (fonts/instances.mjs).
const DRAWABLE = /[\u0020-\u007e\u00a0-\u00ffŒœŠšŽžŸ–—‘’‚“”„•…‹›€−\n]/u
const PLAIN: Record<string, string> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
  İ: 'I',
  Ĳ: 'IJ',
  ĳ: 'ij',
  '‑': '-',
  '‐': '-',
  '→': '–',
  '\t': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
}

/** Replaces what the fonts cannot draw: first by the letter without its mark, else by a question mark. */
export function drawable<T>(data: T): T
export function drawable(data: unknown): unknown {
  if (typeof data === 'string') return [...data].map(drawableLetter).join('')
  if (Array.isArray(data)) return data.map((part) => drawable(part))
  if (data !== null && typeof data === 'object')
    return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, drawable(value)]))
  return data
}

function drawableLetter(letter: string): string {
  if (DRAWABLE.test(letter)) return letter
  const plain = PLAIN[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, '')
  return [...plain].every((part) => DRAWABLE.test(part)) ? plain : '?'
}
