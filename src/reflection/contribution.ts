import { seal, unseal } from '../foundation/seal.ts'
import type { Answers } from './answers.ts'

/** What someone let be counted: the answers, and how long it took. Nothing about who, and no time. */
export interface Contribution {
  edition: string
  answers: Answers
  /** 0 when there was a break. */
  minutes: number
}

/** From this many at once answers are copied; a smaller batch would say who was new in it. */
export const SMALLEST_BATCH = 10
/** Fewer people than this give no figures for everyone. */
export const FEWEST_PEOPLE = 30
/** Every contribution has one size. */
const SIZE = 768

const bound = 'reflection contribution'

/** Closes a contribution with a key that is not in the database. */
export function sealContribution(key: Buffer, contribution: Contribution): Buffer {
  const text = Buffer.from(JSON.stringify(contribution))
  if (text.length > SIZE) throw new RangeError('A contribution is larger than its fixed size.')
  return seal(key, Buffer.concat([text, Buffer.alloc(SIZE - text.length, ' ')]), bound)
}

/** Opens a contribution. */
export function openContribution(key: Buffer, sealed: Buffer): Contribution {
  return JSON.parse(unseal(key, sealed, bound).toString()) as Contribution
}

/** The same things in an order that says nothing; `chance` gives numbers from 0 up to 1. */
export function shuffled<T>(things: readonly T[], chance: () => number): T[] {
  const result = [...things]
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    const [a, b] = [result[last], result[other]]
    if (a !== undefined && b !== undefined) [result[last], result[other]] = [b, a]
  }
  return result
}
