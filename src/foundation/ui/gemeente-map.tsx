import map from '../../../content/map.json' with { type: 'json' }
import { GEMEENTEN, gemeenteName, PROVINCES } from '../gemeente.ts'
import { Disclosure } from './disclosure.tsx'
import { Small } from './text.tsx'

/** What is counted per gemeente (by its code), and where each leads. */
export interface GemeenteCounts {
  counts: ReadonlyMap<string, number>
  /** "3 praktijken". */
  inWords: (count: number) => string
  /** What dark areas hold: "praktijken". */
  many: string
  href: (code: string) => string
}

/** Drawn for who looks and points; whoever listens or tabs has the list, which says the same. */
export function GemeenteMap({ counts, inWords, many, href }: GemeenteCounts) {
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
            <a href={href(code)} tabindex={-1}>
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
          vlakken hebben {many}. In de lijst staat hetzelfde in woorden. Punten: CBS/Kadaster, CC BY 4.0. Omtrek:
          Natural Earth.
        </Small>
      </figcaption>
    </figure>
  )
}

/** Few enough to see at once; more stand folded per province. */
const FEW = 24

/** The same as the map, in words: per province its gemeenten. */
export function GemeenteList({ counts, href }: Pick<GemeenteCounts, 'counts' | 'href'>) {
  return (
    <>
      {PROVINCES.map((province) => {
        const here = GEMEENTEN.filter((one) => counts.has(one.code) && one.province === province.code)
        if (here.length === 0) return null
        const total = here.reduce((sum, { code }) => sum + (counts.get(code) ?? 0), 0)
        return (
          <Disclosure summary={`${province.name} (${total})`} open={counts.size <= FEW}>
            <ul class="places">
              {here.map(({ code }) => (
                <li>
                  <a href={href(code)}>{gemeenteName(code)}</a> {counts.get(code)}
                </li>
              ))}
            </ul>
          </Disclosure>
        )
      })}
    </>
  )
}
