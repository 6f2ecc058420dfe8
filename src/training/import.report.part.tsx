import { capital } from '../foundation/capital.ts'
import { inThousands } from '../foundation/number.ts'
import { Band, Heading, Pagination, pagesFor, Table } from '../foundation/ui/index.ts'
import { courseDeskUrl } from './course.ts'
import { ROWS_PER_PAGE } from './import.store.ts'
import {
  type Import,
  type ImportState,
  importState,
  importUrl,
  OUTCOMES,
  type Outcome,
  outcomeWords,
  type ReportRow,
} from './import.ts'

/** The part of a report that is looked at. */
export interface ReportView {
  one: Import
  counts: NonNullable<Import['counts']>
  outcome: Outcome | undefined
  rows: ReportRow[]
  page: number
}

/** What an import would do, or did, item by item. */
export function Report({ one, counts, outcome, rows, page }: ReportView) {
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
          columns={[{ label: 'Wat' }, { label: 'Waar' }, { label: LAST_COLUMNS[outcome] ?? 'Uitleg' }]}
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

/** What stands in the last column, where that is no explanation. */
const LAST_COLUMNS: Partial<Record<Outcome, string>> = { refused: 'Wat je kunt doen', new: 'Zo lezen we het' }

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
