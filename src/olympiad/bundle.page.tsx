import { inDutch } from '../foundation/clock.ts'
import {
  Badge,
  Band,
  Disclosure,
  Example,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Prose,
  Rows,
} from '../foundation/ui/index.ts'
import { paragraphsOf } from './bundle.document.ts'
import {
  type Bundle,
  type BundleOlympiad,
  type BundleStatement,
  bundleUrl,
  isFictional,
  type YearFacts,
  yearLine,
} from './bundle.ts'
import { olympiadUrl } from './olympiad.ts'
import { shownWords } from './verdict.part.tsx'
import { VERDICTS, type Verdict, verdictWord } from './verdict.ts'

/** Every bundle there is. */
export function BundlesPage({ bundles, fictional }: { bundles: Bundle[]; fictional: ReadonlySet<number> }) {
  return (
    <Band tone="wad">
      <Heading level={1}>Bundels</Heading>
      <Lead>
        Van elk jaar één bundel: thema’s, praktijken, zinnen, wat elke groep vond, en wie er anders over dacht.
      </Lead>
      {bundles.length === 0 ? (
        <p>Er is nog geen bundel. De eerste komt als een Olympiade is afgerond.</p>
      ) : (
        <Rows
          items={bundles.map(({ year, publishedAt }) => ({
            href: bundleUrl(year),
            title: `Bundel ${year}`,
            text: publishedAt ? `Gepubliceerd op ${inDutch(publishedAt)}.` : '',
            ...(fictional.has(year) ? { badge: <Example /> } : {}),
          }))}
        />
      )}
    </Band>
  )
}

/** The bundle of one year, read from what is in the house. */
export function BundlePage({ bundle, facts }: { bundle: Bundle; facts: YearFacts }) {
  const url = bundleUrl(facts.year)
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">Bundel</p>
        <Heading level={1}>{facts.year}</Heading>
        <Lead>{yearLine(facts)}</Lead>
        {isFictional(facts) ? (
          <p>
            <Example /> De mensen en de stemmen in deze bundel zijn verzonnen.
          </p>
        ) : null}
        {bundle.publishedAt ? null : (
          <Notice tone="info" title="Nog niet gepubliceerd">
            <p>Alleen de redactie ziet deze bundel.</p>
          </Notice>
        )}
        <p class="no-print">
          <LinkButton href={`${url}/pdf`} kind="secondary">
            Als PDF
          </LinkButton>{' '}
          <LinkButton href={`${url}/csv`} kind="secondary">
            Cijfers (CSV)
          </LinkButton>{' '}
          <LinkButton href={`${url}/case`} kind="secondary">
            Voor systemen (CASE)
          </LinkButton>
        </p>
      </Band>
      <Band narrow labelledby="vooraf">
        <Heading level={2} id="vooraf">
          Vooraf
        </Heading>
        <Prose>
          {paragraphsOf(bundle.foreword).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </Prose>
        {facts.themes.length > 0 ? (
          <>
            <Heading level={2}>De thema’s</Heading>
            <ul class="points">
              {facts.themes.map(({ name, explanation }) => (
                <li>
                  <strong>{name}</strong>: {explanation}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Band>
      {facts.olympiads.map((one) => (
        <OneOlympiad {...one} />
      ))}
      <Practices {...facts} />
    </>
  )
}

function OneOlympiad({ olympiad, rounds, statements, changes }: BundleOlympiad) {
  return (
    <Band tone="boter" labelledby={olympiad.slug}>
      <Heading level={2} id={olympiad.slug}>
        {olympiad.title}
      </Heading>
      <p>
        {olympiad.question} {rounds === 1 ? 'Eén ronde.' : `${rounds} rondes.`}{' '}
        {olympiad.fictional ? <Example /> : null}
      </p>
      <p>
        Een uitspraak zegt wat déze mensen vonden, op die dag.{' '}
        <a href={`${olympiadUrl(olympiad)}/verslag`}>Hoe het ging, lees je in het verslag van de aanpak</a>.
      </p>
      {VERDICTS.map((verdict) => (
        <Kind verdict={verdict} statements={statements.filter((one) => one.verdict === verdict)} />
      ))}
      {changes.length > 0 ? (
        <>
          <Heading level={3}>Wat er van voorstellen werd</Heading>
          <ul class="points">
            {changes.map(({ words, became, answer }) => (
              <li>
                {words ? `“${words}”` : 'Een voorstel dat is teruggenomen.'} {became} {answer}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Band>
  )
}

function Kind({ verdict, statements }: { verdict: Verdict; statements: BundleStatement[] }) {
  if (statements.length === 0) return null
  const word = verdictWord(verdict)
  return (
    <>
      <Heading level={3}>
        {word.charAt(0).toUpperCase() + word.slice(1)} ({statements.length})
      </Heading>
      {statements.map((one) => (
        <Disclosure summary={one.plain}>
          <p>
            {one.said.charAt(0).toUpperCase() + one.said.slice(1)}.
            {one.holdingBack.length > 0 ? ` Tegengehouden door: ${one.holdingBack.join(', ')}.` : ''}{' '}
            <a href={one.href}>Alles over deze zin</a>
          </p>
          <ul class="points">
            {one.roles.map(({ group, shown }) => (
              <li>
                {group}: {shownWords(shown)}
              </li>
            ))}
          </ul>
          {one.dissent.length > 0 ? (
            <>
              <p>Niet iedereen denkt er zo over:</p>
              <ul class="points">
                {one.dissent.map(({ group, text }) => (
                  <li>
                    “{text}” <span class="small">Iemand van de {group}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </Disclosure>
      ))}
    </>
  )
}

function Practices({ practices, year }: YearFacts) {
  if (practices.length === 0) return null
  return (
    <Band labelledby="praktijken">
      <Heading level={2} id="praktijken">
        De praktijken van {year}
      </Heading>
      <Rows
        items={practices.map(({ href, title, line, fictional }) => ({
          href,
          title,
          text: line,
          ...(fictional ? { badge: <Badge>verzonnen voorbeeld</Badge> } : {}),
        }))}
      />
    </Band>
  )
}
