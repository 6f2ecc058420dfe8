import { Band, Chosen, GemeenteList, GemeenteMap, Heading, Lead } from '../foundation/ui/index.ts'
import type { BankWords } from './bank.store.ts'
import { type BankChoice, bankUrl, chosenWords } from './bank.ts'

export interface MapView {
  choice: BankChoice
  words: BankWords
  /** How many practices each gemeente has, of what is chosen. */
  counts: ReadonlyMap<string, number>
  total: number
}

const inWords = (count: number): string => (count === 1 ? '1 praktijk' : `${count} praktijken`)

/** Where practices are: a schematic map, and the same as a list. */
export function MapPage(view: MapView) {
  const { choice, words, counts, total } = view
  const href = (code: string) => placeUrl(choice, code)
  const chosen = chosenWords({ ...choice, chosen: { ...choice.chosen, gemeente: [] } }, words)
  const places = counts.size === 1 ? '1 gemeente' : `${counts.size} gemeenten`
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Praktijken op de kaart</Heading>
        <Lead>
          {total === 0 ? 'Hier past nog geen praktijk bij.' : `${inWords(total)} in ${places}. Kies een gemeente.`}
        </Lead>
        <Chosen items={chosen.map(({ word, without }) => ({ word, without: bankUrl(without, '/praktijken/kaart') }))} />
        <p>
          <a href={bankUrl({ ...choice, page: 1 })}>Terug naar de lijst</a>
        </p>
      </Band>
      <Band>
        <div class="map">
          <GemeenteMap counts={counts} inWords={inWords} many="praktijken" href={href} />
          <section class="map__list stack" aria-labelledby="gemeenten">
            <Heading level={2} id="gemeenten">
              Per gemeente
            </Heading>
            {total === 0 ? (
              <p>
                <a href="/praktijken/kaart">Laat alle praktijken op de kaart zien</a>
              </p>
            ) : (
              <GemeenteList counts={counts} href={href} />
            )}
          </section>
        </div>
      </Band>
    </>
  )
}

const placeUrl = (choice: BankChoice, code: string): string =>
  bankUrl({ ...choice, page: 1, chosen: { ...choice.chosen, gemeente: [code] } })
