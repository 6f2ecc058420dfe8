import { gemeenteByCode } from '../foundation/gemeente.ts'
import { without } from '../foundation/words/index.ts'
import { bankOf, choose } from './bank.reading.ts'
import type { Reader } from './bank.store.ts'
import { type BankChoice, bankUrl, numbersOn } from './bank.ts'
import { listingsByNo } from './listing.store.ts'
import { listingUrl } from './listing.ts'

/** What is looked for from elsewhere: words, and the gemeente that asks ('' for none). */
export interface PracticesAsked {
  text: string
  gemeente: string
  fictional: boolean
  most: number
}

/** What was found, how far away it was looked for, and the page that shows all of it. */
export interface PracticesFound {
  total: number
  found: { href: string; title: string; text: string; fictional: boolean }[]
  within: 'gemeente' | 'province' | 'country'
  all: string
}

/** Practices for a page of others: of the gemeente that asks; when it has none, of its province; else of everywhere. */
export async function practicesFound(c: Reader, asked: PracticesAsked): Promise<PracticesFound> {
  const [index] = await bankOf(c)
  const { text, fictional, most } = asked
  const open = fictional ? index.all : without(index.all, index.tagged('fictional', ['ja']))
  const gemeente = gemeenteByCode(asked.gemeente)
  const places: { within: PracticesFound['within']; chosen: BankChoice['chosen'] }[] = [
    ...(gemeente ? [{ within: 'gemeente' as const, chosen: { gemeente: [gemeente.code] } }] : []),
    ...(gemeente ? [{ within: 'province' as const, chosen: { province: [gemeente.province] } }] : []),
    { within: 'country', chosen: {} },
  ]
  for (const { within, chosen } of places) {
    const choice: BankChoice = { text, chosen, order: text === '' ? 'newest' : 'relevance', page: 1 }
    const { found, narrowed } = await choose(c, index, choice, open)
    if (narrowed.total === 0 && within !== 'country') continue
    const part = { order: choice.order, question: found?.question, skip: 0, most }
    const listings = await listingsByNo(c.var.db, numbersOn(index, narrowed.rows, part))
    const rows = listings.map((one) => ({
      href: listingUrl(one),
      title: one.title,
      text: `${one.line} (${one.organisation})`,
      fictional: one.fictional,
    }))
    return { total: narrowed.total, found: rows, within, all: bankUrl(choice) }
  }
  throw new Error('The whole country is always looked through.')
}
