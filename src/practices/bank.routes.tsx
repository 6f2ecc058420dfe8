import { Hono } from 'hono'
import { freshAnswers } from '../foundation/api/index.ts'
import { page, publicPage } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { bankDeskRoutes, type StandardOptions } from './bank.desk.routes.tsx'
import { isFromBoxes, readChoice } from './bank.form.ts'
import { BankPage, type BankView } from './bank.page.tsx'
import { bankOf, choose } from './bank.reading.ts'
import { bankUrl, chosenWords, numbersOn, PAGE_SIZE } from './bank.ts'
import { confirmationRoutes } from './confirmation.routes.tsx'
import { detailRoutes } from './detail.routes.tsx'
import { narrow } from './facet.ts'
import { sendFeed, sendTable } from './feed.routes.ts'
import { feedUrl } from './feed.ts'
import { keptListings } from './listing.store.ts'
import { MapPage } from './map.page.tsx'

async function showBank(c: PeopleContext): Promise<Response> {
  const { db } = c.var
  const choice = readChoice(c.req.queries())
  if (isFromBoxes(c.req.queries())) return c.redirect(bankUrl(choice), 303)
  const [index, words] = await bankOf(c)
  const { narrowed, found, within } = await choose(c, index, choice)
  const part = { order: choice.order, question: found?.question, skip: (choice.page - 1) * PAGE_SIZE, most: PAGE_SIZE }
  const shown = await keptListings(db, words, numbersOn(index, narrowed.rows, part))
  const chosen = chosenWords(choice, words)
  const ways: BankView['ways'] =
    narrowed.total > 0 || chosen.length < 2
      ? []
      : chosen
          .map((word) => ({
            word,
            total: narrow(index, word.without.chosen, word.facet === 'text' ? undefined : within).total,
          }))
          .filter(({ total }) => total > 0)
  const asked = new URL(c.req.url).search !== ''
  return page(
    c,
    {
      title: 'Praktijken',
      description:
        'Zoek in praktijken van sociaal werk uit het hele land: op thema, mensen en plaats. Met wat je mee mag nemen om zelf te beginnen.',
      breadcrumb: [{ label: 'Praktijken' }],
      canonical: '/praktijken',
      extra: <link rel="alternate" type="application/atom+xml" title="Nieuwe praktijken" href={feedUrl(choice)} />,
      ...(asked ? { robots: 'noindex' as const } : {}),
    },
    <BankPage
      choice={choice}
      words={words}
      narrowed={narrowed}
      shown={shown}
      instead={found?.instead ?? []}
      ways={ways}
    />,
  )
}

/** The same choice on the map; a gemeente that was chosen is left out, for the map shows them all. */
async function showMap(c: PeopleContext): Promise<Response> {
  const choice = readChoice(c.req.queries())
  const [index, words] = await bankOf(c)
  const { gemeente: _one, ...chosen } = choice.chosen
  const { narrowed } = await choose(c, index, { ...choice, chosen })
  const asked = new URL(c.req.url).search !== ''
  return page(
    c,
    {
      title: 'Praktijken op de kaart',
      description: 'Schematische kaart van Nederland: in welke gemeenten staan praktijken die je kunt gebruiken?',
      breadcrumb: [{ label: 'Praktijken', href: '/praktijken' }, { label: 'Kaart' }],
      canonical: '/praktijken/kaart',
      ...(asked ? { robots: 'noindex' as const } : {}),
    },
    <MapPage choice={{ ...choice, chosen }} words={words} counts={narrowed.counts.gemeente} total={narrowed.total} />,
  )
}

/**
 * The public bank: the list, its map, feed and table, the page of a practice and what readers do there, the yearly word of
 * its people, and what editors keep up to date. The pages of practices take any word as a slug, so mount it after whatever
 * else stands below /praktijken.
 */
export function bankRoutes({ standards }: { standards: StandardOptions }): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/praktijken', publicPage, showBank)
    .get('/praktijken/kaart', publicPage, showMap)
    .get('/praktijken.csv', sendTable)
    .get('/praktijken.atom', publicPage, freshAnswers, sendFeed)
    .route('/', confirmationRoutes())
    .route('/', bankDeskRoutes(standards))
    .route('/', detailRoutes())
}
