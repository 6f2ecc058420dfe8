import { inDutch } from '../foundation/clock.ts'
import { WITH_EXAMPLES } from '../foundation/http/index.ts'
import { inThousands } from '../foundation/number.ts'
import type { Extent } from '../foundation/open-table.ts'
import { Band, Contents, Facts, Heading, Lead, Notice, Prose, Small } from '../foundation/ui/index.ts'
import { csvPath, csvwPath, type DataDoor, type DataSet, excelPath, LICENCE } from './data-set.ts'

/** A set with how much there is of it. */
export interface ShownSet {
  set: DataSet
  extent: Extent
}

const extentWords = ({ rows, changedAt }: Extent): string => {
  const many = rows === 1 ? 'Eén rij' : `${inThousands(rows)} rijen`
  if (rows === 0) return 'Nu nog leeg.'
  return changedAt === null ? `${many}.` : `${many}, laatst gewijzigd op ${inDutch(changedAt)}.`
}

const doorWords: Record<DataDoor['kind'], string> = {
  feed: 'Volgen',
  calendar: 'In je agenda',
  api: 'Voor wie bouwt',
}

/** Everything published, to take along: what is in it, how fresh it is, and how to name the source. */
export function OpenDataPage(props: { sets: ShownSet[]; demo: boolean; baseUrl: string; year: number }) {
  const { sets, demo, baseUrl, year } = props
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Open data</Heading>
        <Lead>
          Alles wat hier gepubliceerd is, mag je meenemen en gebruiken. Je hoeft het niet te vragen en je hebt geen
          account nodig.
        </Lead>
        {demo ? <OnlyExamples /> : null}
        <Contents items={sets.map(({ set }) => ({ to: set.table.slug, label: set.title }))} />
      </Band>
      <Band>
        {sets.map((one) => (
          <SetSection {...one} demo={demo} />
        ))}
      </Band>
      <SourceBand baseUrl={baseUrl} year={year} />
      <MoreBand />
    </>
  )
}

function OnlyExamples() {
  return (
    <Notice tone="info" title="Bijna alles hier is nog een voorbeeld">
      <p>
        Dit is een proefopstelling. Behalve de kenmerken en de leervormen is alles een verzonnen voorbeeld; zo ziet het
        eruit. Daarom staat in de adressen hieronder <code class="doors__word">{WITH_EXAMPLES}</code>: zonder dat zijn
        de bestanden leeg. In elke rij staat dat het een voorbeeld is.
      </p>
    </Notice>
  )
}

/** What is made up is there only when it is asked for. */
const asked = (path: string, demo: boolean) => (demo ? `${path}?${WITH_EXAMPLES}` : path)

function SetSection({ set, extent, demo }: ShownSet & { demo: boolean }) {
  const { table, title, about, holds, freshness, caution, page } = set
  return (
    <section class="data-set" aria-labelledby={table.slug}>
      <Heading level={2} id={table.slug}>
        {title}
      </Heading>
      <p>
        {about} <a href={page}>Bekijk het op de site</a>
      </p>
      <Facts
        items={[
          { term: 'Meenemen', value: <Files set={set} demo={demo} /> },
          ...doorFacts(set, demo),
          { term: 'Wat erin staat', value: holds },
          { term: 'Hoe vers', value: `${freshness} ${extentWords(extent)}` },
          { term: 'Let op', value: caution },
        ]}
      />
    </section>
  )
}

function Files({ set, demo }: { set: DataSet; demo: boolean }) {
  return (
    <ul class="doors">
      <li>
        <a href={asked(excelPath(set), demo)}>CSV voor Excel</a>
      </li>
      <li>
        <a href={asked(csvPath(set), demo)}>CSV voor programma’s</a>, met{' '}
        <a href={csvwPath(set)}>beschrijving van de kolommen</a>
      </li>
    </ul>
  )
}

/** What to put behind an address that asks for something already. */
const behind = (narrowing: string): string => narrowing.replaceAll(/\?(?=[a-z]+=)/g, '&')

/** The other doors, each kind in one row. */
function doorFacts({ doors }: DataSet, demo: boolean) {
  const kinds = [...new Set(doors.map(({ kind }) => kind))]
  return kinds.map((kind) => ({
    term: doorWords[kind],
    value: (
      <ul class="doors">
        {doors
          .filter((door) => door.kind === kind)
          .map(({ path, label, narrowing, realOnly }) => {
            const examples = demo && !realOnly
            return (
              <li>
                <a href={asked(path, examples)}>{label}</a>
                {narrowing === undefined ? null : `. ${examples ? behind(narrowing) : narrowing}`}
              </li>
            )
          })}
      </ul>
    ),
  }))
}

function SourceBand({ baseUrl, year }: { baseUrl: string; year: number }) {
  return (
    <Band tone="boter" labelledby="bron">
      <Heading level={2} id="bron">
        Zo noem je de bron
      </Heading>
      <Prose>
        <p>
          Voor alles op deze pagina geldt <a href={LICENCE.url}>{LICENCE.words}</a>. Dit is genoeg:
        </p>
        <blockquote>
          Verankerd, {year}, <span class="doors__address">{baseUrl}/open-data</span>. CC BY 4.0. Opgehaald op: (dag).
        </blockquote>
        <p>
          Schrijf de dag erbij waarop je het ophaalde, want de bestanden veranderen mee. Noem je één praktijk of
          kenmerk? Gebruik dan het blijvende adres uit de kolom <code>item</code>.
        </p>
        <p>
          Teksten van praktijken zijn van de organisaties; zij gaven toestemming om ze zo te delen. Woorden van mensen
          die wij spraken, staan in geen enkel bestand: die kunnen ze intrekken.
        </p>
      </Prose>
    </Band>
  )
}

function MoreBand() {
  return (
    <Band labelledby="meer">
      <Heading level={2} id="meer">
        Voor wie bouwt
      </Heading>
      <ul class="doors">
        <li>
          <a href="/api">De API uitgelegd</a>, met voorbeelden en de beschrijving voor programma’s (OpenAPI)
        </li>
        <li>
          <a href="/catalogus.jsonld">Catalogus voor dataportalen</a> (DCAT-AP-NL 3.0)
        </li>
        <li>
          <a href="/insluiten">Ons zoekveld op jullie eigen site</a>
        </li>
      </ul>
      <Small>
        Geen sleutel nodig. Haal je vaak iets op? Bewaar dan de ETag en vraag alleen wat nieuw is. Staat iets er niet
        bij dat je nodig hebt? <a href="/contact">Laat het weten</a>.
      </Small>
    </Band>
  )
}
