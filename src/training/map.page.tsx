import { GEMEENTEN, gemeenteByCode } from '../foundation/gemeente.ts'
import type { FieldError } from '../foundation/http/index.ts'
import { Band, Chosen, GemeenteList, GemeenteMap, Heading, Lead, Notice } from '../foundation/ui/index.ts'
import type { FindWords } from './facet.words.ts'
import { type Finding, findUrl } from './finding.ts'
import { chosenWords } from './way-on.ts'

export interface MapView {
  finding: Finding
  words: FindWords
  /** How many courses have a date in each gemeente, by its number in the list, of what is asked. */
  counts: ReadonlyMap<number, number>
  total: number
  /** What could not be understood. */
  errors: FieldError[]
}

const inWords = (count: number): string => (count === 1 ? '1 training' : `${count} trainingen`)

/** Where courses are given: a schematic map, and the same as a list. */
export function MapPage({ finding, words, counts: numbered, total, errors }: MapView) {
  const counts = new Map([...numbered].map(([number, count]) => [GEMEENTEN[number]?.code ?? '', count]))
  const chosen = chosenWords(finding, words)
  const href = (code: string) =>
    findUrl({ ...finding, near: gemeenteByCode(code)?.name ?? code, radius: 0, page: 1 }, words)
  const places = counts.size === 1 ? '1 gemeente' : `${counts.size} gemeenten`
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Trainingen op de kaart</Heading>
        {errors.map(({ message }) => (
          <Notice tone="warning">{message}</Notice>
        ))}
        <Lead>
          {counts.size === 0 ? 'Hier past nu geen training bij met een plaats.' : `In ${places}. Kies een gemeente.`}
        </Lead>
        <p>
          {inWords(total)} in totaal. Wat online is, op je eigen werkplek of bij een team op het werk, staat niet op de
          kaart en wel in de lijst.
        </p>
        <Chosen
          items={chosen.map(({ word, without }) => ({ word, without: findUrl(without, words, '/scholing/kaart') }))}
        />
        <p>
          <a href={findUrl(finding, words)}>Terug naar de lijst</a>
        </p>
      </Band>
      <Band>
        <div class="map">
          <GemeenteMap counts={counts} inWords={inWords} many="trainingen" href={href} />
          <section class="map__list stack" aria-labelledby="gemeenten">
            <Heading level={2} id="gemeenten">
              Per gemeente
            </Heading>
            {counts.size === 0 ? (
              <p>
                <a href="/scholing/kaart">Laat alle trainingen op de kaart zien</a>
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
