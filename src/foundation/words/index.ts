/** What a text asks of words, and which entries answer it. */
export { type Asked, answering, askedIn, askedOf } from './asked.store.ts'
/** Of many numbers the highest, without sorting all. */
export { Best } from './best.ts'
/** Sets of rows. */
export { addBits, type Bits, both, without } from './bits.ts'
/** Describes a table whose rows can be found, and gives its index as it is now. */
/** Keeps something else than words of a table in memory, as fresh as its rows. */
export { currentWords, following, type Kept, type Source, type WordSource, wordSource } from './follower.ts'
/** Rows of one moment, each read once. */
export { keptRows } from './kept-rows.ts'
/** A question as a tree: its parts, and a way to put one together. */
export { isOfWords, NOTHING, type Question, refusedBy, soughtIn } from './question.ts'
/** Marks in a text what was looked for. */
export { type Piece, snippetsOf } from './snippet.store.ts'
/** Lower case without accents; whole words of a text that is too long. */
export { plain, shortened } from './snippet.ts'
/** The index itself: for tests that fill it by hand. */
export { type Entry, WordIndex } from './word-index.ts'
/** Where words and tags stand at one moment. */
export type { Words } from './words.ts'
