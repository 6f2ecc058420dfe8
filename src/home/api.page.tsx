import { dayInDutch } from '../foundation/day.ts'
import {
  Band,
  CodeBlock,
  Contents,
  Disclosure,
  Facts,
  Heading,
  Lead,
  Notice,
  Prose,
  Table,
} from '../foundation/ui/index.ts'
import type { Wijziging } from './api.form.ts'
import type { ShownGroup, ShownOperation } from './api.view.ts'

/** The API explained: what one may ask, with an example and its answer, and how to ask no more than needed. */
export function ApiPage(props: {
  groups: ShownGroup[]
  changes: Wijziging[]
  version: string
  baseUrl: string
  licence: string
  demo: boolean
}) {
  const { groups, changes, version, baseUrl, licence, demo } = props
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>De API</Heading>
        <Lead>Alles wat hier gepubliceerd is, ook voor je eigen programma. Je hebt geen sleutel nodig.</Lead>
        <Facts
          items={[
            { term: 'Adres', value: <code>{baseUrl}/api/v1</code> },
            { term: 'Versie', value: `${version}; elk antwoord zegt het in de kop API-Version` },
            {
              term: 'Beschrijving',
              value: (
                <>
                  <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1)
                </>
              ),
            },
            { term: 'Licentie', value: <a href={licence}>CC BY 4.0: gebruik het, en noem Verankerd als bron</a> },
          ]}
        />
        <p>
          Werk je liever met een tabel of een nieuwslezer? Kijk dan bij <a href="/open-data">open data</a>.
        </p>
      </Band>
      <Band>
        <Contents
          title="Op deze pagina"
          items={[
            { to: 'afspraken', label: 'Zo werkt het' },
            { to: 'bijblijven', label: 'Alleen ophalen wat nieuw is' },
            ...groups.map(({ slug, name }) => ({ to: slug, label: name })),
            { to: 'andere', label: 'Standaarden van anderen' },
            { to: 'veranderd', label: 'Wat er veranderde' },
          ]}
        />
      </Band>
      <RulesBand demo={demo} baseUrl={baseUrl} />
      {groups.map((group) => (
        <GroupBand group={group} />
      ))}
      <OthersBand demo={demo} />
      <ChangesBand changes={changes} />
    </>
  )
}

function RulesBand({ demo, baseUrl }: { demo: boolean; baseUrl: string }) {
  return (
    <Band tone="wad" labelledby="afspraken">
      <Heading level={2} id="afspraken">
        Zo werkt het
      </Heading>
      {demo ? (
        <Notice tone="info" title="Dit is een proefopstelling">
          <p>
            Bijna alles is hier verzonnen. Zonder <code>voorbeelden=ja</code> zijn de lijsten daarom leeg.
          </p>
        </Notice>
      ) : null}
      <Prose>
        <p>
          Elke lijst komt in bladzijden. Met <code>page</code> kies je welke, met <code>pageSize</code> hoeveel erop
          staan: twintig, en hooguit honderd. In <code>totaal</code> staat hoeveel er zijn, en de kop <code>Link</code>{' '}
          wijst naar de vorige en de volgende.
        </p>
        <p>
          Klopt een vraag niet, dan krijg je 400 met alle fouten tegelijk, elk met een zin. Een parameter die wij niet
          kennen is ook een fout: zo wordt een typefout nooit stilletjes “alles”.
        </p>
        <p>
          Verzonnen voorbeelden blijven weg. Vraag je <code>voorbeelden=ja</code>, dan komen ze mee en staat er{' '}
          <code>"voorbeeld": true</code> bij.
        </p>
        <p>
          Dagen staan er als <code>2026-12-10</code>, tijdstippen in UTC. Je mag alles ook vanuit een webpagina ophalen.
        </p>
      </Prose>
      <Heading level={3} id="bijblijven">
        Alleen ophalen wat nieuw is
      </Heading>
      <Prose>
        <p>
          Bij elk antwoord zit een <code>ETag</code>. Bewaar hem, en stuur hem de volgende keer mee. Is er niets
          veranderd, dan krijg je 304 zonder inhoud. Dat kost jou en ons bijna niets, dus je mag het elke minuut vragen.
        </p>
      </Prose>
      <CodeBlock
        label="Vragen of er iets nieuws is"
        text={`curl -i '${baseUrl}/api/v1/praktijken' -H 'If-None-Match: "9f86d081884c7d659a2fea"'`}
      />
    </Band>
  )
}

function GroupBand({ group }: { group: ShownGroup }) {
  return (
    <Band labelledby={group.slug}>
      <Heading level={2} id={group.slug}>
        {group.name}
      </Heading>
      <p>{group.about}</p>
      {group.operations.map((operation) => (
        <Operation operation={operation} />
      ))}
    </Band>
  )
}

function Operation({ operation }: { operation: ShownOperation }) {
  const { id, path, summary, named, asked, command, answer, href } = operation
  return (
    <section class="operation" aria-labelledby={`vraag-${id}`}>
      <Heading level={3} id={`vraag-${id}`}>
        {summary}
      </Heading>
      <p>
        <code translate="no">GET {path}</code>
        {href === undefined ? null : (
          <>
            {' '}
            · <a href={href}>bekijk het antwoord van nu</a>
          </>
        )}
      </p>
      {named.map(({ name, about }) => (
        <p>
          <code translate="no">{name}</code>: {about}
        </p>
      ))}
      {asked.length === 0 ? null : (
        <Disclosure summary={asked.length === 1 ? 'Eén filter' : `${asked.length} filters`}>
          <Table
            caption="Wat je mag vragen"
            columns={[{ label: 'Naam' }, { label: 'Wat het doet' }, { label: 'Wat er mag staan' }]}
            rows={asked.map(({ name, about, values }) => [<code translate="no">{name}</code>, about, values])}
          />
        </Disclosure>
      )}
      <Disclosure summary="Voorbeeld">
        <CodeBlock label="Vraag" text={command} />
        <CodeBlock label="Antwoord, met verzonnen inhoud" text={answer} />
      </Disclosure>
    </section>
  )
}

function OthersBand({ demo }: { demo: boolean }) {
  const made = demo ? '?voorbeelden=ja' : ''
  return (
    <Band tone="wad" labelledby="andere">
      <Heading level={2} id="andere">
        Standaarden van anderen
      </Heading>
      <Prose>
        <p>
          Dezelfde gegevens staan ook klaar zoals het onderwijs ze uitwisselt. Die paden en namen zijn niet van ons, en
          ze volgen de ontwerpregels van de overheid niet; daarom staan ze niet in{' '}
          <a href="/api/v1/openapi.json">openapi.json</a>. Alleen lezen, zonder sleutel.
        </p>
        <ul>
          <li>
            <a href={`/oeapi/v6/courses${made}`}>Scholing volgens OEAPI 6.0</a>, op <code>/oeapi/v6/</code>. Vraag{' '}
            <code>organisations</code>, <code>courses</code>, <code>course-offerings</code> of{' '}
            <code>learning-outcomes</code>, met <code>pageSize</code> en <code>pageNumber</code>. Je vraagt wat OEAPI
            noemt, zoals <code>q</code>, <code>level</code>, <code>state</code> en <code>since</code>; met{' '}
            <code>fields</code> krijg je alleen de velden die je noemt, met <code>expand</code> komt bijvoorbeeld de
            opleider mee bij een training. Vraag je iets wat we niet kennen, zoals <code>filter_query</code>, dan zegt
            het antwoord wat je wel kunt vragen. Trainingen die het laatst veranderden, staan voorop. Wat OEAPI niet
            kent, zoals punten en prijs van een training, staat in <code>ext</code>.
          </li>
          <li>
            <a href="/ims/case/v1p1/CFDocuments">Kenmerken en competenties volgens CASE 1.1</a>, voor leeromgevingen.
          </li>
        </ul>
      </Prose>
    </Band>
  )
}

function ChangesBand({ changes }: { changes: Wijziging[] }) {
  return (
    <Band labelledby="veranderd">
      <Heading level={2} id="veranderd">
        Wat er veranderde
      </Heading>
      <Facts
        items={changes.map(({ versie, datum, wijziging }) => ({
          term: versie,
          value: `${dayInDutch(datum)}. ${wijziging}`,
        }))}
      />
      <p>
        Hetzelfde voor programma’s staat op <a href="/api/v1/wijzigingen">/api/v1/wijzigingen</a>. Gaat er iets weg, dan
        zeggen wij dat een half jaar van tevoren, hier en in de koppen <code>Deprecation</code> en <code>Sunset</code>.
      </p>
    </Band>
  )
}
