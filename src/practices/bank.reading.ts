import type { PeopleContext } from '../people/index.ts'
import { findPractices, readBankWords, readIndex } from './bank.store.ts'
import type { BankChoice } from './bank.ts'
import { bitsOf, type FacetIndex, narrow } from './facet.ts'

/** What reading asks of a handler. */
type Reader = { var: Pick<PeopleContext['var'], 'db' | 'memo'> }

/** The bank as it is now: read once per content version. */
export const bankOf = (c: Reader) =>
  Promise.all([
    c.var.memo('practices.index', () => readIndex(c.var.db)),
    c.var.memo('practices.words', () => readBankWords(c.var.db)),
  ])

/** Where words stand, read once per content version: who ticks a box keeps the words. Bits, for a word may stand anywhere. */
const foundOf = (c: Reader, index: FacetIndex, text: string) =>
  c.var.memo(`practices.found ${text}`, async () => {
    const { nos, ...found } = await findPractices(c.var.db, text)
    return { ...found, within: bitsOf(index, nos) }
  })

/** What a choice leaves, before a page of it is read. */
export async function choose(c: Reader, index: FacetIndex, choice: BankChoice) {
  const found = choice.text === '' ? undefined : await foundOf(c, index, choice.text)
  return { found, within: found?.within, narrowed: narrow(index, choice.chosen, found?.within) }
}
