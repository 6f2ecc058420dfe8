import { inDutch } from '../foundation/clock.ts'
import { Band, Disclosure, Example, Heading, OriginRope, Small, type Stop } from '../foundation/ui/index.ts'
import { itemLink, originLink, revisionLink } from './item.ts'
import { linkVerb, linkVerbHere } from './link.ts'
import type { Direction, Origin, OriginStop } from './origin.ts'

/** The fixed revision when there is a newer one: what was meant then, and not what stands there now. */
const addressOf = ({ id, number, latest }: OriginStop): string =>
  number < latest ? revisionLink(id, number) : itemLink(id)

/** A stop as it is drawn on the rope; `line` says what ties it to the thing one step nearer. */
export function stopOf(one: OriginStop, line: string): Stop {
  const date = one.dated ?? inDutch(one.date)
  if (one.withdrawn) return { word: one.word, date, text: '', withdrawn: true }
  const isSpoken = one.kind === 'quote' && one.summary !== ''
  return {
    word: one.word,
    date,
    text: (
      <>
        {isSpoken ? <q class="stop__quote">{one.summary}</q> : null}
        <a class={isSpoken ? undefined : 'stop__title'} href={addressOf(one)}>
          {one.title}
        </a>{' '}
        {one.fictional ? <Example /> : null}
        {one.summary && one.summary !== one.title && !isSpoken ? (
          <span class="stop__summary">{one.summary}</span>
        ) : null}
        {one.note ? <span class="stop__summary">{one.note}</span> : null}
        <span class="stop__tie">
          {line} <a href={originLink(one.id)}>Volg de lijn vanaf hier</a>
        </span>
      </>
    ),
  }
}

const versionWords = ({ number, latest }: OriginStop) =>
  number < latest ? ` (versie ${number}; er is een nieuwere)` : ''

/** What ties a stop to what rests on it. */
export const upLine = (origin: Origin, one: OriginStop): string =>
  `${nameOf(origin, one, origin.upstream)} ${linkVerbHere(one.via.kind)}${versionWords(one)}.`

/** What ties a stop to what it rests on. */
export const downLine = (origin: Origin, one: OriginStop): string =>
  `Dit ${linkVerb(one.via.kind)} ${nameOf(origin, one, origin.downstream)}${versionWords(one)}.`

/** What the thing one step nearer is called in a sentence. */
function nameOf({ item, start }: Origin, { via }: OriginStop, { stops }: Direction): string {
  const nearer = stops.find((one) => one.id === via.item)
  const { word, title, withdrawn } = nearer ?? {
    word: item.word,
    title: start?.title ?? '',
    withdrawn: start?.withdrawn,
  }
  return withdrawn || title === '' ? `Een ${word}` : `‘${title}’`
}

/** Quotes shown unfolded: as many as are read. */
const FEW_QUOTES = 3

/** What people said, near the top: of all an origin holds, this is what most come for. */
export function SpokenBand({ stops, everything }: { stops: Stop[]; everything: boolean }) {
  const few = stops.length <= FEW_QUOTES + 1 ? stops : stops.slice(0, FEW_QUOTES)
  const others = stops.slice(few.length)
  return (
    <Band tone="boter" labelledby="gezegd">
      <Heading level={2} id="gezegd">
        Wat mensen zelf zeiden
      </Heading>
      <OriginRope stops={few} goesOn={others.length > 0} />
      {others.length > 0 ? (
        <Disclosure summary={`Nog ${others.length} citaten`} open={everything}>
          <OriginRope stops={others} />
        </Disclosure>
      ) : null}
      <Small>
        Woorden van mensen staan hier zolang zij dat goed vinden. Neemt iemand ze terug, dan blijft er een open plek.
      </Small>
    </Band>
  )
}
