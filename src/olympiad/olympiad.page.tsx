import { Band, Example, Heading, Lead, Prose, Rows, SceneBand } from '../foundation/ui/index.ts'
import { type Olympiad, olympiadState, olympiadUrl, stateWords } from './olympiad.ts'

/** What an Olympiade is, and every one there was or will be. */
export function OlympiadsPage({ olympiads }: { olympiads: Olympiad[] }) {
  return (
    <>
      <SceneBand scene="tafel">
        <Heading level={1}>Olympiade</Heading>
        <Lead>Een Olympiade is een gesprek in rondes, over wat goed werk is.</Lead>
      </SceneBand>
      <Band tone="wit">
        <Prose>
          <ol>
            <li>Samen bedenken we zinnen over goed werk.</li>
            <li>Iedereen zegt: nodig, twijfel of niet nodig.</li>
            <li>Je ziet wat anderen vinden, en waarom.</li>
            <li>Je mag van mening veranderen.</li>
            <li>Een zin blijft alleen als élke groep hem nodig vindt. Ook jouw groep.</li>
          </ol>
        </Prose>
      </Band>
      <Band tone="wad">
        <Heading level={2}>Alle Olympiades</Heading>
        {olympiads.length === 0 ? (
          <p>Er is nog geen Olympiade aangekondigd.</p>
        ) : (
          <Rows
            items={olympiads.map((one) => ({
              title: one.title,
              href: olympiadUrl(one),
              text: `${one.question} ${stateWords[olympiadState(one)]}, ${one.year}.`,
              ...(one.fictional ? { badge: <Example /> } : {}),
            }))}
          />
        )}
        <p>
          <a href="/bundels">Van elk jaar is er een bundel</a>, met alle praktijken, zinnen en wat elke groep vond.
        </p>
      </Band>
    </>
  )
}
