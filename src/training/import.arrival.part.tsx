import { inThousands } from '../foundation/number.ts'
import { Band, Heading, Pagination, pagesFor, Rows } from '../foundation/ui/index.ts'
import { courseDeskUrl } from './course.ts'
import { ARRIVALS_PER_PAGE } from './import.arrival.store.ts'
import { ARRIVAL_STATES, type Arrival, type ArrivalCounts, arrivalAdvice, arrivalText } from './import.arrival.ts'
import { type Import, importUrl } from './import.ts'
import { type Provider, providerDeskUrl } from './provider.ts'
import { type CourseState, stateSlugs, stateTitle } from './publication.ts'

/** What became of the courses of an import, as it is looked at. */
export interface ArrivalView {
  counts: ArrivalCounts
  state: CourseState | undefined
  rows: Arrival[]
  page: number
}

const rowOf = (one: Arrival) => ({
  href: courseDeskUrl(one),
  title: one.title,
  text: [one.code, arrivalText(one)].filter((part) => part !== '').join(' · '),
})

/** Where the courses of an import stand now that they are in: which wait for a first look, which lack something, and what to do. */
export function Arrivals(props: ArrivalView & { one: Import; provider: Provider }) {
  const { counts, state, rows, page, one, provider } = props
  const there = ARRIVAL_STATES.filter((each) => counts[each])
  const href = (each: CourseState) => `${importUrl(one)}?stand=${stateSlugs[each]}`
  return (
    <Band tone="boter" labelledby="stand">
      <Heading level={2} id="stand">
        Zo staan jullie trainingen er nu voor
      </Heading>
      {there.length === 0 ? (
        <p>
          Er kwam geen training bij, en er veranderde er geen. Nieuwe data van een training op de site staan er meteen.
        </p>
      ) : null}
      {there.length > 0 ? (
        <ul class="import-parts">
          {there.map((each) => (
            <li>
              <a href={`${href(each)}#stand`} aria-current={each === state ? 'true' : undefined}>
                {stateTitle(each)}: {inThousands(counts[each] ?? 0)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {state && rows.length > 0 ? (
        <>
          <p>{arrivalAdvice[state]}</p>
          <Rows items={rows.map(rowOf)} />
          <Pagination
            label="Pagina’s met trainingen"
            page={page}
            pages={pagesFor(counts[state] ?? 0, ARRIVALS_PER_PAGE)}
            href={(n) => `${href(state)}&blad=${n}#stand`}
          />
        </>
      ) : null}
      <p>
        <a href={providerDeskUrl(provider)}>Naar alle trainingen van {provider.name}</a>
      </p>
    </Band>
  )
}
