import { inDutchWithTime } from '../foundation/clock.ts'
import { inThousands } from '../foundation/number.ts'
import {
  Badge,
  Band,
  Button,
  Choices,
  Disclosure,
  ErrorSummary,
  Facts,
  Field,
  Form,
  Heading,
  Lead,
  Notice,
  Pagination,
  pagesFor,
  Rows,
  Script,
  Small,
  Table,
} from '../foundation/ui/index.ts'
import { courseDeskUrl } from './course.ts'
import { Arrivals, type ArrivalView } from './import.arrival.part.tsx'
import { ROWS_PER_PAGE } from './import.store.ts'
import { COLUMNS } from './import.table.ts'
import {
  countsWords,
  hasWork,
  type Import,
  type ImportState,
  importState,
  importUrl,
  importWords,
  isBusy,
  KEPT_DAYS,
  OUTCOMES,
  type Outcome,
  outcomeWords,
  type ReportRow,
} from './import.ts'
import { addressesUrl, type Provider, providerDeskUrl } from './provider.ts'
import { faultOf, type Written } from './written.ts'

const TONES: Record<ImportState, 'plain' | 'ok' | 'warn' | 'old'> = {
  ...{ fetching: 'plain', reading: 'plain', comparing: 'plain', setting: 'plain', undoing: 'plain' },
  ...{ failed: 'warn', reported: 'warn', set: 'ok', undone: 'old' },
}

/** Where a provider sends its catalogue, and sees what became of earlier ones. */
export function ImportsPage(props: { provider: Provider; imports: Import[]; written: Written }) {
  const { provider, imports, written } = props
  const url = `${providerDeskUrl(provider)}/aanleveringen`
  return (
    <>
      <Band tone="wad">
        <ErrorSummary errors={written.errors} />
        <Heading level={1}>Jullie aanbod aanleveren</Heading>
        <Lead>Veel trainingen in één keer. Je ziet eerst wat er verandert. Daarna beslis je zelf.</Lead>
        <Form action={url} enctype="multipart/form-data">
          <Field
            type="file"
            label="Bestand"
            name="bestand"
            accept=".xlsx,.csv,.txt,.json,.jsonld,.html"
            hint="Excel of CSV volgens ons sjabloon, of JSON volgens de Open Education API of schema.org. Hooguit 25 MB."
            {...faultOf(written.errors, 'bestand')}
          />
          <Button>Lees het bestand</Button>
        </Form>
        <p>
          Staat jullie aanbod al op jullie eigen site? <a href={addressesUrl(provider)}>Laat ons het daar lezen</a>
        </p>
      </Band>
      <Band labelledby="sjabloon">
        <Heading level={2} id="sjabloon">
          Het sjabloon
        </Heading>
        <p>
          Eén regel per datum. Komt een training vaker voor? Herhaal dan alleen de code; de rest van de training laat je
          op die regels leeg. Aan jullie eigen code herkennen we alles de volgende keer.
        </p>
        <ul class="points">
          <li>
            Leeg sjabloon: <a href={`${TEMPLATE_URL}/sjabloon.xlsx`}>voor Excel</a> of{' '}
            <a href={`${TEMPLATE_URL}/sjabloon.csv`}>als CSV</a>
          </li>
          <li>
            Ingevuld voorbeeld, verzonnen: <a href={`${TEMPLATE_URL}/voorbeeld.xlsx`}>voor Excel</a> of{' '}
            <a href={`${TEMPLATE_URL}/voorbeeld.csv`}>als CSV</a>
          </li>
        </ul>
        <Disclosure summary="Wat zet je in welke kolom?">
          <p>In welke volgorde de kolommen staan, maakt niet uit.</p>
          <Facts items={COLUMNS.map(({ name, says }) => ({ term: name, value: says }))} />
        </Disclosure>
      </Band>
      <Band tone="boter" labelledby="eerder">
        <Heading level={2} id="eerder">
          Wat jullie aanleverden
        </Heading>
        {imports.length === 0 ? (
          <p>Nog niets.</p>
        ) : (
          <Rows
            items={imports.map((one) => {
              const state = importState(one)
              return {
                href: importUrl(one),
                title: one.name,
                badge: <Badge tone={TONES[state]}>{importWords[state]}</Badge>,
                text: `${inDutchWithTime(one.begunAt)}${one.counts ? `: ${countsWords(one.counts)}` : ''}`,
              }
            })}
          />
        )}
      </Band>
    </>
  )
}

export const TEMPLATE_URL = '/scholing/aanbieder/sjabloon'

/** What an import page shows besides the import itself. */
export interface ImportView {
  one: Import
  /** Nothing can be decided about it any more. */
  isOld: boolean
  progress: { items: number; done: number }
  /** The part of the report that is looked at. */
  outcome: Outcome | undefined
  rows: ReportRow[]
  page: number
  provider: Provider
  /** Once it is in: where its courses stand. */
  arrivals: ArrivalView | undefined
}

/** One import: how far it is, its report, and what can be decided about it. */
export function ImportPage(view: ImportView) {
  const { one, isOld, provider, arrivals } = view
  const state = importState(one)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{one.name}</Heading>
        <p>
          <Badge tone={TONES[state]}>{importWords[state]}</Badge>
        </p>
        <Small>Aangeleverd op {inDutchWithTime(one.begunAt)}.</Small>
        <Standing {...view} state={state} />
      </Band>
      {arrivals ? <Arrivals {...arrivals} one={one} provider={provider} /> : null}
      {one.counts ? <Report {...view} counts={one.counts} /> : null}
      {isOld ? null : <Deciding one={one} state={state} />}
    </>
  )
}

function Deciding({ one, state }: { one: Import; state: ImportState }) {
  if (state === 'reported' && one.counts && hasWork(one.counts)) return <Decision one={one} counts={one.counts} />
  return state === 'set' ? <Undoing one={one} /> : null
}

/** Why an old import can't be put in place or put back. */
export const TOO_OLD = `Deze aanlevering is ouder dan ${KEPT_DAYS} dagen. De regels ervan bewaren we niet meer. Lever jullie aanbod opnieuw aan als er iets moet veranderen.`

const BUSY: Record<string, string> = {
  fetching: 'We halen het op van jullie site.',
  reading: 'We lezen wat je stuurde.',
  comparing: 'We leggen het naast wat er al staat.',
  setting: 'We zetten het in je aanbod.',
  undoing: 'We draaien het terug.',
}

function Standing({ one, isOld, progress, state }: ImportView & { state: ImportState }) {
  if (isBusy(state))
    return (
      <div data-import-busy role="status">
        <Lead>
          {one.address !== null && state === 'reading' ? 'We lezen wat er op jullie site staat.' : BUSY[state]}
        </Lead>
        <p>
          {state === 'fetching'
            ? 'Dat kan even duren, als de site langzaam is.'
            : state === 'reading'
              ? `${inThousands(progress.items)} stukken gelezen.`
              : `${inThousands(progress.done)} van ${inThousands(progress.items)} klaar.`}
        </p>
        <p>
          Je mag deze pagina sluiten; het gaat vanzelf door. <a href={importUrl(one)}>Kijk hoe ver het is</a>
        </p>
        <Script name="import" />
      </div>
    )
  if (state === 'failed')
    return (
      <Notice tone="warning" title="Dit konden we niet lezen">
        <p>{one.fault}</p>
      </Notice>
    )
  return (
    <>
      {one.counts ? <Lead>{capital(countsWords(one.counts))}.</Lead> : null}
      {one.fault === '' ? null : (
        <Notice tone="warning" title="We konden niet alles lezen">
          <p>{one.fault}</p>
          <p>Wat ervoor stond, zie je hieronder.</p>
        </Notice>
      )}
      {state === 'reported' && one.counts && !hasWork(one.counts) ? (
        <p>Er is niets om in je aanbod te zetten: wat we konden lezen, staat er al zo.</p>
      ) : null}
      {isOld && (state === 'reported' || state === 'set') ? <p>{TOO_OLD}</p> : null}
      {state === 'undone' ? <p>{undoneWords(one.kept)}</p> : null}
    </>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function undoneWords(kept: number): string {
  if (kept === 0) return 'Alles staat weer zoals het was.'
  return `Alles staat weer zoals het was, behalve ${kept === 1 ? 'één ding' : `${inThousands(kept)} dingen`} waar daarna iemand iets aan deed. Dat lieten we staan.`
}

function Report(props: ImportView & { counts: NonNullable<Import['counts']> }) {
  const { one, counts, outcome, rows, page } = props
  const url = importUrl(one)
  const state = importState(one)
  const there = OUTCOMES.filter((each) => counts[each] > 0)
  return (
    <Band labelledby="verslag">
      <Heading level={2} id="verslag">
        Het verslag
      </Heading>
      {there.length === 0 ? null : (
        <ul class="import-parts">
          {there.map((each) => (
            <li>
              <a href={`${url}?wat=${each}#verslag`} aria-current={each === outcome ? 'true' : undefined}>
                {capital(outcomeWords[each])}: {inThousands(counts[each])}
              </a>
            </li>
          ))}
        </ul>
      )}
      {outcome && rows.length > 0 ? (
        <Table
          caption={captionOf(outcome, one, state)}
          columns={[
            { label: 'Wat' },
            { label: 'Waar' },
            { label: outcome === 'refused' ? 'Wat je kunt doen' : 'Uitleg' },
          ]}
          rows={rows.map((row) => [
            <Name row={row} isThere={state !== 'undoing' && state !== 'undone'} />,
            row.place.replaceAll('regel ', 'regel\u00a0') || 'in jullie aanbod',
            <Words row={row} />,
          ])}
        />
      ) : null}
      {outcome ? (
        <Pagination
          page={page}
          pages={pagesFor(counts[outcome], ROWS_PER_PAGE)}
          href={(n) => `${url}?wat=${outcome}&pagina=${n}#verslag`}
        />
      ) : null}
      <p>
        <a href={`${url}/verslag`}>Neem het hele verslag mee (CSV voor Excel)</a>
      </p>
    </Band>
  )
}

const CAPTIONS: Record<Outcome, string> = {
  refused: 'Dit konden we niet lezen. De rest gaat gewoon door.',
  new: 'Dit komt erbij',
  changed: 'Dit verandert: eerst, en dan',
  gone: 'Dit staat wel in jullie aanbod, en niet in wat je stuurde',
  same: 'Dit blijft zoals het is',
}

/** The same once it is in the list of what is offered. */
const SET_CAPTIONS: Partial<Record<Outcome, string>> = {
  refused: 'Dit konden we niet lezen. De rest staat in jullie aanbod.',
  new: 'Dit kwam erbij',
  changed: 'Dit veranderde: eerst, en toen',
  gone: 'Dit stond niet in wat je stuurde. We lieten het staan.',
}
/** The same once it was undone. */
const UNDONE_CAPTIONS: Record<Outcome, string> = {
  refused: 'Dit konden we niet lezen.',
  new: 'Dit kwam erbij, en is teruggedraaid',
  changed: 'Dit veranderde, en is teruggedraaid',
  gone: 'Dit stond niet in wat je stuurde',
  same: 'Dit bleef zoals het was',
}
const ENDED = 'Dit stond niet in wat je stuurde. De data zijn afgezegd, de trainingen liggen in het archief.'

function captionOf(outcome: Outcome, one: Import, state: ImportState): string {
  if (state === 'undone') return UNDONE_CAPTIONS[outcome]
  if (state !== 'set' && state !== 'undoing') return CAPTIONS[outcome]
  return outcome === 'gone' && one.endsGone ? ENDED : (SET_CAPTIONS[outcome] ?? CAPTIONS[outcome])
}

const nameOf = ({ kind, code, title }: ReportRow): string =>
  [kind === 'course' ? 'Training' : 'Datum', code, title].filter((part) => part !== '').join(' · ')

/** Leads to the course, as long as it stands here. */
function Name({ row, isThere }: { row: ReportRow; isThere: boolean }) {
  if (row.kind !== 'course' || row.target === null || !isThere) return <>{nameOf(row)}</>
  return <a href={courseDeskUrl({ id: row.target })}>{nameOf(row)}</a>
}

function Words({ row }: { row: ReportRow }) {
  if (row.words.length === 0) return <>–</>
  if (row.words.length === 1) return <>{row.words[0]}</>
  return (
    <ul class="points import-words">
      {row.words.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  )
}

function Decision({ one, counts }: { one: Import; counts: NonNullable<Import['counts']> }) {
  return (
    <Band tone="boter" labelledby="beslissen">
      <Heading level={2} id="beslissen">
        Klopt het?
      </Heading>
      <p>
        Wat al op de site staat en verandert, staat er meteen. Nieuwe trainingen die compleet zijn, bekijkt de redactie
        binnen twee werkdagen. Mist er nog iets, zoals de kenmerken, dan vind je ze als concept bij jullie trainingen.
      </p>
      <Form action={`${importUrl(one)}/plaatsing`}>
        {counts.gone > 0 ? (
          <Choices
            type="checkbox"
            legend="Wat er niet meer in staat"
            name="einde"
            optional
            options={[
              {
                value: 'ja',
                label: 'Zeg die data af, en leg die trainingen in het archief',
                hint: 'Kies dit alleen als je alles aanlevert. Anders blijven ze staan.',
              },
            ]}
          />
        ) : null}
        <Button>Zet dit in je aanbod</Button>
      </Form>
    </Band>
  )
}

function Undoing({ one }: { one: Import }) {
  return (
    <Band tone="boter" labelledby="terug">
      <Heading level={2} id="terug">
        Toch niet goed?
      </Heading>
      <p>
        Je kunt deze aanlevering {KEPT_DAYS} dagen lang in één keer terugdraaien. Wat iemand daarna veranderde, blijft
        staan.
      </p>
      <Form action={`${importUrl(one)}/terug`} label="Draai deze aanlevering terug">
        <Button kind="secondary">Draai alles terug</Button>
      </Form>
    </Band>
  )
}
