import { type Bits, both, type Words } from '../foundation/words/index.ts'
import { findPractices, type Reader, readBankWords, readIndex } from './bank.store.ts'
import type { BankChoice } from './bank.ts'
import { narrow } from './facet.ts'

/** The bank as it is now: looked at once per content version. */
export const bankOf = (c: Reader) =>
  Promise.all([
    c.var.memo('practices.index', () => readIndex(c.var.db)),
    c.var.memo('practices.words', () => readBankWords(c.var.db)),
  ])

/** What a choice leaves of everything, or of what is `open` to whoever asks, before a page of it is read. */
export async function choose(c: Reader, index: Words, choice: BankChoice, open: Bits = index.all) {
  const found = choice.text === '' ? undefined : await findPractices(c, index, choice.text)
  const within = found === undefined ? open : both(found.within, open)
  return { found, within: found?.within, narrowed: narrow(index, choice.chosen, within) }
}
