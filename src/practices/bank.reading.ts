import type { Db } from '../foundation/db/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { findPractices, readBankWords, readIndex } from './bank.store.ts'
import type { BankChoice } from './bank.ts'
import { bitsOf, type FacetIndex, narrow } from './facet.ts'

/** The bank as it is now: read once per content version. */
export const bankOf = (c: { var: Pick<PeopleContext['var'], 'db' | 'memo'> }) =>
  Promise.all([
    c.var.memo('practices.index', () => readIndex(c.var.db)),
    c.var.memo('practices.words', () => readBankWords(c.var.db)),
  ])

/** What a choice leaves, before a page of it is read. */
export async function choose(db: Db, index: FacetIndex, choice: BankChoice) {
  const found = choice.text === '' ? undefined : await findPractices(db, choice.text)
  const within = found && bitsOf(index, found.nos)
  return { found, within, narrowed: narrow(index, choice.chosen, within) }
}
