import map from '../../content/map.json' with { type: 'json' }
import { GEMEENTEN, gemeenteName, PROVINCES } from '../foundation/gemeente.ts'
import { Band, Disclosure, Heading, Lead, Small } from '../foundation/ui/index.ts'
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
  const chosen = chosenWords({ ...choice, chosen: { ...choice.chosen, gemeente: [] } }, words)
  const places = counts.size === 1 ? '1 gemeente' : `${counts.size} gemeenten`
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Praktijken op de kaart</Heading>
        <Lead>
          {total === 0 ? 'Hier past nog geen praktijk bij.' : `${inWords(total)} in ${places}. Kies een gemeente.`}
        </Lead>
        {chosen.length > 0 ? (
          <nav aria-label="Gekozen">
            <ul class="chosen">
              {chosen.map(({ word, without }) => (
                <li>
                  <a class="chosen__word" href={bankUrl(without, '/praktijken/kaart')}>
                    <span class="hidden">Haal weg: </span>
                    {word}
                    <span aria-hidden="true"> ×</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <p>
          <a href={bankUrl({ ...choice, page: 1 })}>Terug naar de lijst</a>
        </p>
      </Band>
      <Band>
        <div class="map">
          <MapFigure {...view} />
          <section class="map__list stack" aria-labelledby="gemeenten">
            <Heading level={2} id="gemeenten">
              Per gemeente
            </Heading>
            {total === 0 ? (
              <p>
                <a href="/praktijken/kaart">Laat alle praktijken op de kaart zien</a>
              </p>
            ) : (
              <PlaceList {...view} />
            )}
          </section>
        </div>
      </Band>
    </>
  )
}

const placeUrl = (choice: BankChoice, code: string): string =>
  bankUrl({ ...choice, page: 1, chosen: { ...choice.chosen, gemeente: [code] } })

/** Drawn for who looks and points; whoever listens or tabs has the list, which says the same. */
function MapFigure({ choice, counts }: MapView) {
  const paths = new Map(map.cells.map(({ code, path }) => [code, path]))
  const empty = map.cells.filter(({ code }) => !counts.has(code)).map(({ path }) => path)
  return (
    <figure class="map__figure">
      <svg class="map__drawing" viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true" focusable="false">
        <clipPath id="land">
          <path d={map.outline} />
        </clipPath>
        <g clip-path="url(#land)">
          <path class="map__cell" d={empty.join('')} />
          {[...counts].map(([code, count]) => (
            <a href={placeUrl(choice, code)} tabindex={-1}>
              <path class="map__cell map__cell--full" d={paths.get(code)}>
                <title>
                  {gemeenteName(code)}: {inWords(count)}
                </title>
              </path>
            </a>
          ))}
        </g>
        <path class="map__land" d={map.outline} />
      </svg>
      <figcaption>
        <Small>
          Schematische kaart: elke gemeente is één vlak rond haar middelpunt, de grenzen zijn niet de echte. Donkere
          vlakken hebben praktijken. In de lijst staat hetzelfde in woorden. Punten: CBS/Kadaster, CC BY 4.0. Omtrek:
          Natural Earth.
        </Small>
      </figcaption>
    </figure>
  )
}

/** Few enough to see at once; more stand folded per province. */
const FEW = 24

function PlaceList({ choice, counts }: MapView) {
  return (
    <>
      {PROVINCES.map((province) => {
        const here = GEMEENTEN.filter(({ code }) => counts.has(code) && inProvince(code, province.code))
        if (here.length === 0) return null
        const total = here.reduce((sum, { code }) => sum + (counts.get(code) ?? 0), 0)
        return (
          <Disclosure summary={`${province.name} (${total})`} open={counts.size <= FEW}>
            <ul class="places">
              {here.map(({ code }) => (
                <li>
                  <a href={placeUrl(choice, code)}>{gemeenteName(code)}</a> {counts.get(code)}
                </li>
              ))}
            </ul>
          </Disclosure>
        )
      })}
    </>
  )
}

const provinces = new Map(GEMEENTEN.map(({ code, province }) => [code, province]))
const inProvince = (code: string, province: string): boolean => provinces.get(code) === province
